"""Messages to an address that fails: what did not arrive there, and what still waits to go there."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db.models.functions import Lower

from corcom.outbox.domain.standing import State
from corcom.outbox.models import OutgoingMessage
from corcom.outbox.queries.messages import MessageLine, messages_numbered

_WAITING: tuple[State, ...] = ("prepared", "held", "released", "waiting", "failed")


def messages_undelivered(*, address: str, now: datetime) -> list[MessageLine]:
    """What did not arrive at an address or waits to go there, and was not yet prepared anew to another.

    Invitations for calendars are left out: they name whom they are for, so that their meeting prepares them anew. Two
    SQL queries.
    """
    rows = OutgoingMessage.objects.filter(recipient__iexact=address, calendar="").exclude(again__isnull=False)
    numbers = list(rows.values_list("pk", flat=True))
    lines = messages_numbered(numbers=numbers, now=now)
    return [line for line in lines if line.came_back or line.state in _WAITING]


def waiting_to(*, addresses: Collection[str], now: datetime) -> list[MessageLine]:
    """What is prepared, held or released and goes to one of these addresses, in small letters. Two SQL queries."""
    rows = OutgoingMessage.objects.annotate(to=Lower("recipient")).filter(to__in=list(addresses))
    numbers = list(rows.exclude(turn="cancelled").values_list("pk", flat=True)) if addresses else []
    lines = messages_numbered(numbers=numbers, now=now) if numbers else ()
    return [line for line in lines if line.state in {"prepared", "held", "released", "waiting"}]
