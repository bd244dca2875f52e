"""How a letter stands, by its steps."""

from __future__ import annotations

from typing import cast

from django.db.models import OuterRef, Subquery

from corcom.correspondence.domain.letter_standing import LetterState, LetterStepKind, letter_state
from corcom.correspondence.models import LetterStep, StateLetter


def standing_of(row: StateLetter) -> LetterState:
    """How a letter stands; no SQL query where its steps are loaded."""
    return letter_state([cast("LetterStepKind", step.kind) for step in row.steps.all()])


def letters_to_send() -> int:
    """How many letters are approved and have not left. One SQL query."""
    last = LetterStep.objects.filter(letter=OuterRef("pk")).order_by("-pk").values("kind")[:1]
    return StateLetter.objects.annotate(last_step=Subquery(last)).filter(last_step__in=("approved", "made")).count()
