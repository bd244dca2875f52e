"""How a questionnaire stands at a moment: a draft, open for answers, or closed."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, get_args

QuestionnaireState = Literal["draft", "open", "closed"]
STATES: tuple[QuestionnaireState, ...] = get_args(QuestionnaireState)
"""`draft`: its words may change, and nobody is asked. `open`: its words are frozen, and States answer. `closed`: the last moment
for answers passed, or the secretariat closed it before."""


def state_at(
    *, opened_at: datetime | None, closes_at: datetime | None, ended_at: datetime | None, at: datetime
) -> QuestionnaireState:
    """How it stands."""
    if opened_at is None or closes_at is None or at < opened_at:
        return "draft"
    return "closed" if at >= closes_at or (ended_at is not None and at >= ended_at) else "open"
