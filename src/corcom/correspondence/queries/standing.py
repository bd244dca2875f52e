"""How a letter stands, by its steps and by what was posted of it."""

from __future__ import annotations

from typing import cast

from django.db.models import Exists, OuterRef, Subquery

from corcom.correspondence.domain.letter_standing import LetterState, LetterStepKind, letter_state
from corcom.correspondence.models import LetterPosting, LetterStep, StateLetter


def standing_of(row: StateLetter, *, posted: bool | None = None) -> LetterState:
    """How a letter stands; no SQL query where its steps are loaded and it is said whether some of it was posted."""
    steps = [cast("LetterStepKind", step.kind) for step in row.steps.all()]
    asks = not row.by_email and letter_state(steps) == "made"
    return letter_state(steps, has_left_on_paper=asks and (is_posted(row) if posted is None else posted))


def is_posted(row: StateLetter) -> bool:
    """Whether the paper of some copy left. One SQL query."""
    return LetterPosting.objects.filter(copy__letter=row, struck_at=None).exists()


def letters_to_send() -> int:
    """How many letters are approved and have not left. One SQL query."""
    last = LetterStep.objects.filter(letter=OuterRef("pk")).order_by("-pk").values("kind")[:1]
    posted = LetterPosting.objects.filter(copy__letter=OuterRef("pk"), struck_at=None)
    to_send = StateLetter.objects.annotate(last_step=Subquery(last)).filter(last_step__in=("approved", "made"))
    return to_send.exclude(Exists(posted), by_email=False).count()
