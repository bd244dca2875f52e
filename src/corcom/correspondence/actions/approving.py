"""Approving a letter: its copies get their words, their addresses and their number; and taking that back before it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from corcom.access.models import User
from corcom.correspondence.actions.audiences import record_use
from corcom.correspondence.actions.errors import (
    AudienceMoved,
    LetterIncomplete,
    LetterOnUnknown,
    LetterStepRefused,
    NobodyToWriteTo,
    WithoutReason,
)
from corcom.correspondence.actions.moving import moved_since
from corcom.correspondence.actions.posting import check_nothing_posted
from corcom.correspondence.actions.sending import letter_drafts
from corcom.correspondence.actions.stepping import locked_letter, take_step
from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.letter_lacks import CopyAsked, lacks_of, on_unknown
from corcom.correspondence.domain.letter_standing import may_step
from corcom.correspondence.domain.letter_words import Wordings, wordings_from, words_of_copy
from corcom.correspondence.domain.letter_writing import LetterWriting
from corcom.correspondence.models import LetterCopy, StateLetter
from corcom.correspondence.queries.copy_facts import copies_in_hand
from corcom.correspondence.queries.standing import standing_of
from corcom.outbox.actions import check_address
from corcom.outbox.domain.draft_checks import check_draft


@transaction.atomic
def approve_letter(
    *,
    letter: int,
    writing: LetterWriting,
    by: User,
    at: datetime,
    named: Iterable[Addressee] | None = None,
    steps: int | None = None,
    asks_unknown: str = "",
) -> str:
    """Settle the words and the States of a letter and give it its number, which is returned.

    `named` are those whom its audience names now: where it is given, they are the States of the letter, or nothing is approved.
    `steps` is how many steps the letter had when it was read; where it has more, somebody has changed it since.

    Where of some States nothing recorded shows whether that came about which they are written to, nothing is approved unless a
    person has said that the letter may ask them: `asks_unknown` is what was said, and is kept with the step.

    Errors: `NoSuchLetter`, `LetterStepRefused`, `AudienceMoved`, `NobodyToWriteTo`, `LetterIncomplete`, `LetterOnUnknown`,
    `NoReportToLinkTo`, `DraftRefused` (an address that no letter can go to among them), and for an audience that is retired
    `AudienceRetired`.
    """
    row = locked_letter(letter)
    if not may_step("approved", state := standing_of(row)) or steps not in {None, row.steps.count()}:
        raise LetterStepRefused("approved", state)
    if named is not None and any(moved := moved_since(row, named)):
        raise AudienceMoved(*moved)
    wordings = wordings_from(row.wordings)
    if row.position is None:
        _give_number(row)
    copies = copies_in_hand(row, writing, at.date())
    asked = [copy.asked for copy in copies]
    _check_whole(row, asked, wordings)
    if (unknown := on_unknown(asked)) and not asks_unknown:
        raise LetterOnUnknown(unknown)
    for address in (address for copy in copies for address in copy.asked.addresses if row.by_email):
        check_address("recipient", address)
    for copy in copies:
        copy.row.words = asdict(words_of_copy(wordings[copy.row.language], copy.asked.values))
        copy.row.addresses = list(copy.asked.addresses)
        for draft in letter_drafts(row, copy.row) if row.by_email else ():
            check_draft(draft)
    LetterCopy.objects.bulk_update([copy.row for copy in copies], ["words", "addresses"])
    if row.audience_id is not None:
        states = [copy.facts.addressee for copy in copies]
        record_use(number=row.audience_id, day=at.date(), states=states, by=by, at=at, purpose=row.title)
    take_step(row, "approved", by=by, at=at, note=asks_unknown if unknown else "")
    return copies[0].facts.letter.number


def _check_whole(row: StateLetter, asked: Sequence[CopyAsked], wordings: Wordings) -> None:
    if not asked:
        raise NobodyToWriteTo
    if lacks := list(lacks_of(asked, wordings, by_email=row.by_email and not row.on_paper)):
        raise LetterIncomplete(lacks)


@transaction.atomic
def reopen_letter(*, letter: int, why: str, by: User, at: datetime) -> None:
    """Let a letter that has not left be changed again; it keeps its number, and its files are made anew.

    Errors: `NoSuchLetter`, `LetterStepRefused`, `PaperHasLeft`, `WithoutReason`.
    """
    row = locked_letter(letter)
    if not why.strip():
        raise WithoutReason
    check_nothing_posted(row)
    take_step(row, "reopened", by=by, at=at, note=why)
    row.copies.update(words={}, addresses=[], docx=None, pdf=None)


@transaction.atomic
def withdraw_letter(*, letter: int, why: str, by: User, at: datetime) -> None:
    """Say that a letter never goes. Its number is not given again.

    Errors: `NoSuchLetter`, `LetterStepRefused`, `PaperHasLeft`, `WithoutReason`.
    """
    row = locked_letter(letter)
    if not why.strip():
        raise WithoutReason
    check_nothing_posted(row)
    take_step(row, "withdrawn", by=by, at=at, note=why)


def _give_number(row: StateLetter) -> None:
    """The next number of the year. Of two who approve at once, the second finds it taken and asks again."""
    others = StateLetter.objects.filter(convention=row.convention, year=row.dated.year)
    for is_last in (False, False, True):
        last: int | None = others.aggregate(last=Max("position"))["last"]
        row.year, row.position = row.dated.year, (last or 0) + 1
        try:
            with transaction.atomic():
                row.save(update_fields=["year", "position"])
        except IntegrityError:
            if is_last:
                raise
        else:
            return
