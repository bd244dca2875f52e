"""Reminders that were prepared, with what became of each and what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import cast

from django.db.models import QuerySet

from corcom.correspondence.domain.letter_words import words_from
from corcom.correspondence.domain.letters_told import MessageTold
from corcom.correspondence.domain.reminders.answers import ReminderAnswer
from corcom.correspondence.domain.reminders.numbers import reminder_number
from corcom.correspondence.domain.reminders.stages import StageFor
from corcom.correspondence.domain.reminders.stopping import WhyStopped
from corcom.correspondence.domain.reminders.told import ReminderTold
from corcom.correspondence.models import StateReminder
from corcom.correspondence.queries.reminders.answers import answers_to
from corcom.correspondence.queries.reminders.sent import REMINDER, sent_of
from corcom.outbox.queries import messages_about


def reminders_told(*, now: datetime, plan: int = 0, iso3: str = "", size: int | None = None) -> list[ReminderTold]:
    """Reminders of a plan (0: any) to a State ("": any), the latest first, `size` at most. Four SQL queries, three where nothing was answered."""
    rows = StateReminder.objects.select_related("schedule", "by")
    if plan:
        rows = rows.filter(schedule=plan)
    if iso3:
        rows = rows.filter(iso3=iso3)
    return _told(rows if size is None else rows[:size], now)


def reminders_numbered(*, numbers: Iterable[int], now: datetime) -> list[ReminderTold]:
    """These reminders, the latest first. Four SQL queries, three where nothing was answered."""
    return _told(StateReminder.objects.select_related("schedule", "by").filter(pk__in=list(numbers)), now)


def _told(found: QuerySet[StateReminder], now: datetime) -> list[ReminderTold]:
    rows = list(found)
    messages: dict[int, list[MessageTold]] = {}
    lines = messages_about(kind=REMINDER, numbers=[row.pk for row in rows], now=now) if rows else ()
    for line in lines:
        if line.about:
            told = MessageTold(
                number=line.number,
                recipient=line.recipient,
                state=line.state,
                came_back=line.came_back,
                is_replaced=line.is_replaced,
            )
            messages.setdefault(line.about.number, []).append(told)
    answers: dict[int, list[ReminderAnswer]] = {}
    for answer in answers_to(rows):
        answers.setdefault(answer.reminder, []).append(answer)
    return [_one(row, messages.get(row.pk, ()), answers.get(row.pk, ())) for row in rows]


def _one(row: StateReminder, messages: Sequence[MessageTold], answers: Sequence[ReminderAnswer]) -> ReminderTold:
    return ReminderTold(
        number=row.pk,
        reference=f"{reminder_number(row.schedule.convention, row.on, row.pk)}-{row.iso3}",
        plan=row.schedule_id,
        convention=row.schedule.convention,
        obligation=row.schedule.obligation,
        sent=sent_of(row),
        sent_to=cast("StageFor", row.sent_to),
        on=row.on,
        at=row.at,
        by=row.by.get_full_name(),
        language=row.language,
        words=words_from(row.words),
        addresses=tuple(row.addresses),
        copies=tuple(row.copies),
        docx=row.docx_id,
        pdf=row.pdf_id,
        messages=tuple(messages),
        stopped=cast("WhyStopped", row.stopped_why) if row.stopped_why else None,
        stopped_at=row.stopped_at,
        answer_due_on=row.answer_due_on,
        answers=tuple(answers),
    )
