"""Answers to reminders, with whether somebody has read them, and what the number of a reminder is about."""

from __future__ import annotations

from collections.abc import Iterable

from corcom.correspondence.domain.reminders.answers import ReminderAnswer
from corcom.correspondence.models import ReadAnswer, StateReminder
from corcom.correspondence.queries.reminders.sent import REMINDER, sent_of
from corcom.outbox.domain.draft import About
from corcom.outbox.domain.letter_numbers import REMINDERS, LetterNumber
from corcom.outbox.queries import replies_about

SHOWN = 200
"""Characters of an answer that are shown beside its reminder."""


def plan_answers(*, plan: int) -> list[ReminderAnswer]:
    """The answers to the reminders of a plan, the first that came first. At most three SQL queries."""
    return answers_to(StateReminder.objects.filter(schedule=plan))


def answers_to(reminders: Iterable[StateReminder]) -> list[ReminderAnswer]:
    """The answers to some reminders, the first that came first. Two SQL queries besides, one where none came."""
    rows = {row.pk: row for row in reminders}
    replies = replies_about(kind=REMINDER, numbers=list(rows)) if rows else ()
    read = {
        each.message_id: each
        for each in ReadAnswer.objects.select_related("by").filter(message__in=[one.number for one in replies])
    }
    found = []
    for reply in replies:
        if reply.about:
            by = read.get(reply.number)
            answer = ReminderAnswer(
                message=reply.number,
                reminder=reply.about.number,
                sent=sent_of(rows[reply.about.number]),
                on=reply.received_at.date(),
                sender=reply.sender,
                says=reply.text[:SHOWN],
                read_by=by.by.get_full_name() if by else "",
                read_at=by.at if by else None,
            )
            found.append(answer)
    return found


def reminders_by_number(number: LetterNumber) -> list[About]:
    """What messages of the reminder with a number are about; nothing for the number of a letter. One SQL query at most."""
    if number.series != REMINDERS:
        return []
    rows = StateReminder.objects.filter(
        pk=number.position, schedule__convention=number.convention, on__year=number.year
    )
    if number.iso3:
        rows = rows.filter(iso3=number.iso3)
    return [About(kind=REMINDER, number=row) for row in rows.values_list("pk", flat=True)]
