"""Treaty actions as they are recorded."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from corcom.register.domain.treaty_actions import TreatyAction
from corcom.register.models import RecordedTreatyAction
from corcom.register.queries.belief import Belief, beliefs, believed, value_of


def treaty_actions(
    *, convention: str = "", iso3: str = "", known_at: datetime | None = None, ended: bool = False
) -> list[TreatyAction]:
    """The treaty actions that are believed, or were at a moment; all, or those of one convention or one State.

    With `ended`, also those that are not believed any more.
    """
    rows = RecordedTreatyAction.objects.filter(Q() if ended else believed(known_at))
    if convention:
        rows = rows.filter(convention=convention)
    if iso3:
        rows = rows.filter(iso3=iso3)
    return [value_of(TreatyAction, row) for row in rows]


def believed_actions(*, iso3: str, convention: str = "") -> list[Belief[TreatyAction]]:
    """Everything that was ever recorded of a State, the latest first: what is believed, and what is not any more."""
    rows = RecordedTreatyAction.objects.filter(iso3=iso3)
    if convention:
        rows = rows.filter(convention=convention)
    return list(beliefs((value_of(TreatyAction, row), row) for row in rows.order_by("-recorded_at", "-id")))


def believed_action(number: int) -> TreatyAction | None:
    """A treaty action by its number; None for one that is not there or not believed any more."""
    row = RecordedTreatyAction.objects.filter(believed(None), pk=number).first()
    return value_of(TreatyAction, row) if row else None
