"""Saying that an answer to a reminder was read, so that a plan that waited for that goes on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.correspondence.actions.reminders.errors import NoSuchAnswer
from corcom.correspondence.models import ReadAnswer
from corcom.correspondence.queries.reminders.sent import REMINDER
from corcom.outbox.queries import NoSuchIncoming, incoming_message


@transaction.atomic
def read_answer(*, message: int, by: User, at: datetime) -> bool:
    """Say that the answer with this number among what came in was read; whether nobody had said so. Errors: `NoSuchAnswer`."""
    try:
        found = incoming_message(number=message)
    except NoSuchIncoming:
        raise NoSuchAnswer(message) from None
    if found.about is None or found.about.kind != REMINDER:
        raise NoSuchAnswer(message)
    _row, is_new = ReadAnswer.objects.get_or_create(message_id=message, defaults={"by": by, "at": at})
    return is_new
