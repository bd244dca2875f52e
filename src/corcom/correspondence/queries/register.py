"""The register of letters: a line for each, with how many States it goes to, how many were posted and how many answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from corcom.correspondence.domain.letter_posting import goes_on_paper
from corcom.correspondence.domain.letters_told import LetterLine
from corcom.correspondence.models import LetterCopy, StateLetter
from corcom.correspondence.queries.letters import ABOUT, reference_of, sent_at, terms_of
from corcom.correspondence.queries.letters_sent import answered_on, posted_on
from corcom.correspondence.queries.standing import standing_of
from corcom.outbox.queries import returned_about, uncertain_about


@dataclass
class _Counted:
    """What is counted of the copies of one letter; `days` are those on which papers left."""

    of: Counter[str] = field(default_factory=Counter)
    days: set[date] = field(default_factory=set)


def letter_lines(*, now: datetime) -> list[LetterLine]:
    """Every letter, the latest first. Eight SQL queries, however many letters and copies there are."""
    counted = _counted(now)
    return [_line(row, counted.get(row.pk, _Counted())) for row in StateLetter.objects.prefetch_related("steps")]


def _counted(now: datetime) -> Mapping[int, _Counted]:
    uncertain = uncertain_about(kind=ABOUT, now=now)
    answered, returned, posted = answered_on(), returned_about(kind=ABOUT), posted_on()
    found: dict[int, _Counted] = {}
    rows = LetterCopy.objects.filter(left_out="").order_by()
    for copy, letter, by_email, addresses in rows.values_list("pk", "letter", "letter__by_email", "addresses"):
        counted = found.setdefault(letter, _Counted())
        counted.of["going"] += 1
        counted.of["answered"] += copy in answered
        counted.of["came_back"] += copy in returned
        counted.of["uncertain"] += copy in uncertain
        counted.of["posted"] += copy in posted
        counted.of["to_post"] += copy not in posted and goes_on_paper(by_email=by_email, addresses=addresses)
        counted.days |= {posted[copy]} if copy in posted else set()
    return found


def _line(row: StateLetter, counted: _Counted) -> LetterLine:
    state = standing_of(row, posted=bool(counted.days))
    return LetterLine(
        number=row.pk,
        reference=reference_of(row),
        terms=terms_of(row),
        state=state,
        sent_at=sent_at(row),
        going=counted.of["going"],
        answered=counted.of["answered"],
        came_back=counted.of["came_back"],
        uncertain=counted.of["uncertain"],
        posted=counted.of["posted"],
        to_post=counted.of["to_post"] if state in {"made", "sent"} else 0,
        posted_on=max(counted.days, default=None),
    )
