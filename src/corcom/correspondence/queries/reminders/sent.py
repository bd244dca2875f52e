"""Reminders that were prepared, as plans look at them."""

from __future__ import annotations

from typing import cast

from corcom.correspondence.domain.reminders.due import SentReminder
from corcom.correspondence.domain.reminders.stages import STAGES_FOR, StageFor
from corcom.correspondence.models import StateReminder

REMINDER = "deadline_reminder"
"""Of the messages, and of what they are about. Reminders of invitations are of another kind, with a rule of their own."""


def sent_reminders(*, plan: int) -> list[SentReminder]:
    """What was prepared by a plan, stopped ones too. One SQL query."""
    return [sent_of(row) for row in StateReminder.objects.filter(schedule=plan)]


def sent_of(row: StateReminder) -> SentReminder:
    """A row as plans look at it."""
    sent_to = cast("StageFor", row.sent_to)
    return SentReminder(
        stage=row.stage,
        order=(row.days, STAGES_FOR.index(sent_to)),
        iso3=row.iso3,
        period=row.period or None,
        due_on=row.due_on,
    )
