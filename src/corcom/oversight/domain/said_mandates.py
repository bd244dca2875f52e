"""What minutes say of mandates and the recorded terms do not: each as the term that a person could record from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corcom.kernel.english import english_day
from corcom.kernel.source import Evidence
from corcom.mandates.domain.bounds import BoundRefused, closes
from corcom.mandates.domain.seats import Seat, seats_of
from corcom.mandates.domain.terms import Term
from corcom.meetings.domain.meeting import Heading
from corcom.minutes.domain.concerned import actors_named
from corcom.minutes.domain.reading import Mandate
from corcom.minutes.domain.record import Sourced
from corcom.register.domain.gazetteer import parties
from corcom.rulebooks.committee import committee
from corcom.rulebooks.naming import theme_named

Compared = Literal["missing", "differs"]

_YEARS = re.compile(r"((?:19|20)\d\d)(?:-((?:19|20)\d\d))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateSaid:
    """One holder of one theme as minutes name it, and the `term` that would follow.

    `compared`: no term of that holder is recorded for the time, or one that runs otherwise. `theme_said` are the words of
    the minutes; `term.theme` is "" where the rulebook has no such theme.
    """

    compared: Compared
    term: Term
    theme_said: str
    meeting_id: int
    file_id: int
    evidence: Evidence
    recorded: Seat | None


def unrecorded(
    said: Iterable[tuple[int, Heading, Sourced[Mandate]]], terms: Iterable[Term], convention: str
) -> list[MandateSaid]:
    """The mandates in minutes that no recorded term bears out, each holder once for each meeting and term.

    `said` are the number of a meeting, its heading and what its record says.
    """
    seats = seats_of(terms)
    found: dict[tuple[object, ...], MandateSaid] = {}
    for meeting_id, heading, source in said:
        for term in proposed_terms(convention, heading, source):
            compared, seat = _compared(term, seats)
            if compared is None:
                continue
            key = (meeting_id, *term.place, term.holder, term.since, term.until)
            found.setdefault(
                key,
                MandateSaid(
                    compared=compared,
                    term=term,
                    theme_said=source.item.theme,
                    meeting_id=meeting_id,
                    file_id=source.file_id,
                    evidence=source.item.evidence,
                    recorded=seat,
                ),
            )
    return list(found.values())


def proposed_terms(convention: str, heading: Heading, source: Sourced[Mandate]) -> Iterator[Term]:
    """The terms that a confirmed mandate says, one for each holder and each term that the text names."""
    mandate, known = source.item, committee(convention)
    if known is None or mandate.other_convention or "former" in mandate.theme.casefold():
        return
    theme = theme_named(convention, mandate.theme)
    body = f"{heading.body} ({convention})" if heading.body else convention
    for actor in actors_named(mandate.holders, convention):
        if actor.code not in parties():
            continue
        for since, until in bounds_of(convention, mandate.years):
            yield Term(
                convention=convention,
                office=known.offices[0].code,
                theme=theme.code if theme else "",
                holder=actor.code,
                since=since,
                until=until,
                seen_on=None if since else heading.starts_on,
                source=f"minutes of the {body} of {english_day(heading.starts_on.isoformat())}",
                certainty=mandate.certainty,
                finding=source.finding_id,
            )


def bounds_of(convention: str, years: str | None) -> list[tuple[str, str]]:
    """The closes between which years run: "2012" from the last close before that year to the last close in it.

    >>> bounds_of("CCM", "2012, 2012-2013"), bounds_of("CCM", None)
    ([('2MSP', '3MSP'), ('2MSP', '4MSP')], [('', '')])
    """
    found = []
    for first, last in _YEARS.findall(years or ""):
        since = _last_close(convention, date(int(first), 1, 1))
        until = _last_close(convention, date(int(last or first) + 1, 1, 1))
        found.append((since, until) if since and until and since != until else ("", ""))
    return list(dict.fromkeys(found)) or [("", "")]


def _last_close(convention: str, before: date) -> str:
    return next((each.code for each in reversed(closes(convention)) if each.ends_on < before), "")


def _compared(term: Term, seats: Sequence[Seat]) -> tuple[Compared | None, Seat | None]:
    try:
        reach = term.reach
    except BoundRefused:
        return "missing", None
    # Without a theme of the rulebook, any office that the holder has at that time may be the one that is meant.
    own = [seat for seat in seats if seat.holder == term.holder and (not term.theme or seat.theme == term.theme)]
    near = [seat for seat in own if any(version.reach.overlaps(reach) for version in seat.versions)]
    if not near:
        return "missing", None
    if not term.theme or any(version.reach.agrees_with(reach) for seat in near for version in seat.versions):
        return None, near[0]
    return "differs", near[0]
