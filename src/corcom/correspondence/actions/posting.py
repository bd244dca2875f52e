"""Writing down that the paper of copies left, and striking what was written down by mistake."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from corcom.access.models import User
from corcom.correspondence.actions.errors import (
    NoStateChosen,
    NoSuchCopy,
    NothingToPost,
    PaperHasLeft,
    PostedBeforeMade,
    PostedInTheFuture,
    WithoutReason,
)
from corcom.correspondence.actions.stepping import locked_letter
from corcom.correspondence.domain.letter_posting import Posting, goes_on_paper
from corcom.correspondence.domain.template_text import one_line
from corcom.correspondence.models import LetterCopy, LetterPosting, StateLetter
from corcom.correspondence.queries.standing import standing_of


@transaction.atomic
def record_posting(
    *, letter: int, states: Iterable[str] | None, posting: Posting, day: date, by: User, at: datetime
) -> int:
    """Write down that the papers to these States left; gives how many that are. A State may get one twice, but not by one posting.

    `states` None: all that go on paper and were not posted. `day` is today. The first paper of a letter that goes on paper only
    lets it out. Errors: `NoSuchLetter`, `PostedBeforeMade`, `PostedInTheFuture`, `NoStateChosen`, `NothingToPost`, `NoSuchCopy`.
    """
    row = locked_letter(letter)
    if standing_of(row) not in {"made", "sent"}:
        raise PostedBeforeMade(letter)
    if posting.on > day:
        raise PostedInTheFuture
    remark = one_line(posting.remark)[:300]
    copies = _to_post(row) if states is None else _chosen(row, states)
    known = LetterPosting.objects.filter(posted_on=posting.on, way=posting.way, remark=remark, struck_at=None)
    there = set(known.filter(copy__letter=row).values_list("copy", flat=True))
    made = LetterPosting.objects.bulk_create(
        LetterPosting(copy=copy, posted_on=posting.on, way=posting.way, remark=remark, at=at, by=by)
        for copy in copies
        if copy.pk not in there
    )
    return len(made)


@transaction.atomic
def strike_postings(
    *, letter: int, states: Iterable[str], why: str, by: User, at: datetime, number: int | None = None
) -> int:
    """Say that postings to these States were written down by mistake: all, or the one of this `number`; gives how many.

    They stay in the history. Errors: `NoSuchLetter`, `WithoutReason`, `NoStateChosen`, `NoSuchCopy`.
    """
    row = locked_letter(letter)
    if not why.strip():
        raise WithoutReason
    found = LetterPosting.objects.filter(copy__in=[copy.pk for copy in _chosen(row, states)], struck_at=None)
    if number is not None:
        found = found.filter(pk=number)
    return found.update(struck_at=at, struck_by=by, struck_why=one_line(why)[:300])


def check_nothing_posted(row: StateLetter) -> None:
    """Refuse to take back what has left. Errors: `PaperHasLeft`."""
    posted = LetterPosting.objects.filter(copy__letter=row, struck_at=None).values_list("copy__iso3", flat=True)
    if states := sorted(set(posted)):
        raise PaperHasLeft(states)


def _to_post(row: StateLetter) -> list[LetterCopy]:
    waiting = row.copies.filter(left_out="").exclude(postings__in=LetterPosting.objects.filter(struck_at=None))
    found = [copy for copy in waiting if goes_on_paper(by_email=row.by_email, addresses=copy.addresses)]
    if not found:
        raise NothingToPost
    return found


def _chosen(row: StateLetter, states: Iterable[str]) -> list[LetterCopy]:
    wanted = set(states)
    if not wanted:
        raise NoStateChosen
    found = list(row.copies.filter(left_out="", iso3__in=wanted))
    if missing := sorted(wanted - {copy.iso3 for copy in found}):
        raise NoSuchCopy(missing[0])
    return found
