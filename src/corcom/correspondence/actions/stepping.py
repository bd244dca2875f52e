"""A letter under a lock, and the next of its steps."""

from __future__ import annotations

from datetime import datetime

from corcom.access.models import User
from corcom.correspondence.actions.errors import LetterStepRefused, NoSuchLetter
from corcom.correspondence.domain.letter_standing import LetterStepKind, may_step
from corcom.correspondence.domain.template_text import one_line
from corcom.correspondence.models import LetterStep, StateLetter
from corcom.correspondence.queries.standing import standing_of


def locked_letter(number: int) -> StateLetter:
    """The row of a letter; whoever else wants it waits until the transaction is over. Errors: `NoSuchLetter`."""
    row = StateLetter.objects.select_for_update().filter(pk=number).first()
    if row is None:
        raise NoSuchLetter(number)
    return row


def take_step(row: StateLetter, kind: LetterStepKind, *, by: User, at: datetime, note: str = "") -> None:
    """Write down a step where the letter stands so that it can take it. Errors: `LetterStepRefused`."""
    state = standing_of(row)
    if kind != "drafted" and not may_step(kind, state):
        raise LetterStepRefused(kind, state)
    LetterStep.objects.create(letter=row, kind=kind, at=at, by=by, note=one_line(note))
