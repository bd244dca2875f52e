"""Stopping reminders that are prepared and have not left: because it came, or because they would not be true any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.db import transaction

from corcom.access.models import User
from corcom.correspondence.domain.outstanding import Outstanding
from corcom.correspondence.domain.reminders.stages import StageFor
from corcom.correspondence.domain.reminders.stopping import WhyStopped, why_stopped
from corcom.correspondence.models import StateReminder
from corcom.correspondence.queries.outstanding import ObligationToday, obligation_today
from corcom.correspondence.queries.reminders.sent import REMINDER, sent_of
from corcom.outbox.actions import cancel_messages
from corcom.outbox.domain.standing import MAY
from corcom.outbox.queries import messages_about, unsent_about


@dataclass(frozen=True, slots=True, kw_only=True)
class StoppedReminder:
    """A reminder that was stopped: its number, its State, and why."""

    number: int
    iso3: str
    why: WhyStopped


def stop_reminders(*, day: date, by: User, at: datetime) -> list[StoppedReminder]:
    """Stop every reminder that has not left and should not any more, by what is recorded on the day.

    Two SQL queries where there is none that has not left.
    """
    rows = _open(unsent_about(kind=REMINDER))
    known: dict[tuple[str, str], ObligationToday | None] = {}
    found = []
    for row in rows:
        key = (row.schedule.convention, row.schedule.obligation)
        if key not in known:
            known[key] = obligation_today(convention=key[0], obligation=key[1], day=day)
        why = _why(row, known[key])
        if why and stop_one(row, why, by=by, at=at):
            found.append(StoppedReminder(number=row.pk, iso3=row.iso3, why=why))
    return found


def stop_plan(*, plan: int, by: User, at: datetime) -> int:
    """Stop all reminders of a plan that have not left, because it was switched off; gives how many."""
    rows = [row for row in _open(unsent_about(kind=REMINDER)) if row.schedule_id == plan]
    return sum(stop_one(row, "switched_off", by=by, at=at) for row in rows)


def stop_earlier(row: StateReminder, *, by: User, at: datetime) -> None:
    """Stop what was prepared for the same State and deadline before this one and has not left."""
    same = StateReminder.objects.filter(
        schedule=row.schedule_id, iso3=row.iso3, period=row.period, pk__lt=row.pk, stopped_at=None
    )
    for earlier in same.select_for_update():
        stop_one(earlier, "superseded", by=by, at=at)


@transaction.atomic
def stop_one(row: StateReminder, why: WhyStopped, *, by: User, at: datetime) -> bool:
    """Cancel those of its messages that can be, and say why; whether there were any."""
    lines = messages_about(kind=REMINDER, numbers=[row.pk], now=at)
    numbers = [line.number for line in lines if line.state in MAY["cancel"]]
    if not numbers:
        return False
    cancel_messages(messages=numbers, by=by, at=at)
    return bool(StateReminder.objects.filter(pk=row.pk, stopped_at=None).update(stopped_at=at, stopped_why=why))


def _open(numbers: Sequence[int]) -> Iterable[StateReminder]:
    if not numbers:
        return ()
    return list(StateReminder.objects.filter(pk__in=numbers, stopped_at=None).select_related("schedule").order_by("pk"))


def _why(row: StateReminder, today: ObligationToday | None) -> WhyStopped | None:
    period = row.period or None
    owed: Outstanding | None = next(
        (one for one in (today.outstanding if today else ()) if (one.iso3, one.period) == (row.iso3, period)), None
    )
    has_come = today is not None and (row.iso3, period) in today.met
    return why_stopped(sent_of(row), cast("StageFor", row.sent_to), owed, has_come=has_come)
