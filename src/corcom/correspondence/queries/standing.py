"""How a letter stands, by its steps."""

from __future__ import annotations

from typing import cast

from corcom.correspondence.domain.letter_standing import LetterState, LetterStepKind, letter_state
from corcom.correspondence.models import StateLetter


def standing_of(row: StateLetter) -> LetterState:
    """How a letter stands; no SQL query where its steps are loaded."""
    return letter_state([cast("LetterStepKind", step.kind) for step in row.steps.all()])
