"""What a worker writes down: that it begins with a message, that it hands it over, what came of it.

Each is one short transaction, so that whoever dies between two of them leaves a row that says how far it came.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction

from corcom.outbox.domain.waits import MOST_TRIES, wait_after
from corcom.outbox.models import MessageAttempt, Outcome, OutgoingMessage, Turn

MINUTE = timedelta(minutes=1)
_CLAIMING = 0x636F7263
"""Under this number workers on PostgreSQL wait for each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A message that this worker alone may send until its lease ends, and the attempt that says so."""

    attempt: int
    message: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingToSend:
    """Nothing may be taken up before `until`; None where nothing waits. `is_bound`: so many a minute are reached."""

    until: datetime | None = None
    is_bound: bool = False


@transaction.atomic
def claim_message(*, worker: str, at: datetime, lease: timedelta, per_minute: int) -> Claim | NothingToSend:
    """Take up the message that has been due longest, for the length of a lease; at most `per_minute` in each minute.

    Attempts of workers that died before they handed a message over are ended first, so that it is taken up again.
    Whoever commits this has the intent on record before the server is spoken to.
    """
    _one_at_a_time()
    _end_lost(at)
    row = OutgoingMessage.objects.select_for_update().filter(turn=Turn.RELEASED, due_at__isnull=False)
    first = row.order_by("due_at", "pk").first()
    if first is None or first.due_at is None:
        return NothingToSend(until=_next_lease())
    if first.due_at > at:
        return NothingToSend(until=min(filter(None, (first.due_at, _next_lease()))))
    if bound := _bound_until(at, per_minute):
        return NothingToSend(until=bound, is_bound=True)
    attempt = MessageAttempt.objects.create(
        message=first,
        number=_number_after(first.last_attempt),
        worker=worker[:200],
        started_at=at,
        leased_until=at + lease,
    )
    OutgoingMessage.objects.filter(pk=first.pk).update(last_attempt=attempt, due_at=None)
    return Claim(attempt=attempt.pk, message=first.pk)


def hand_over(*, attempt: int, at: datetime, lease: timedelta) -> bool:
    """Write down that the end of the message is about to be sent; False where the lease is over, and nothing may be.

    From here on only the server's answer, or a person, says whether it was sent.
    """
    held = MessageAttempt.objects.filter(pk=attempt, ended_at__isnull=True, handed_at__isnull=True, leased_until__gt=at)
    return bool(held.update(handed_at=at, leased_until=at + lease))


@transaction.atomic
def record_outcome(*, attempt: int, outcome: str, reply: str, at: datetime) -> None:
    """Write down what came of an attempt, in the server's words.

    A confirmation that comes late is written down whatever was thought of the attempt meanwhile; anything else only
    where the attempt is still open.
    """
    held = MessageAttempt.objects.select_for_update().get(pk=attempt)
    if held.ended_at is not None and outcome != Outcome.SENT:
        return
    wait = wait_after(held.number) if outcome == Outcome.LATER else None
    if outcome == Outcome.LATER and wait is None:
        outcome = Outcome.GIVEN_UP
    held.ended_at, held.outcome, held.reply = at, outcome, reply.replace("\x00", "")[:2000]
    held.save(update_fields=["ended_at", "outcome", "reply"])
    current = OutgoingMessage.objects.filter(last_attempt=held)
    if outcome == Outcome.SENT:
        current.update(due_at=None)
    elif wait is not None:
        current.update(due_at=at + wait)
    elif outcome == Outcome.LOST:
        current.update(due_at=at)


def _one_at_a_time() -> None:
    """Workers take messages up one after the other, so that no two count the same minute.

    SQLite lets one write at a time anyway; PostgreSQL has locks for it that end with the transaction.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [_CLAIMING])


def _end_lost(at: datetime) -> None:
    lost = MessageAttempt.objects.filter(ended_at__isnull=True, handed_at__isnull=True, leased_until__lte=at)
    rows: Sequence[MessageAttempt] = list(lost.select_for_update())
    for row in rows:
        row.ended_at = at
        row.outcome = Outcome.LOST if row.number < MOST_TRIES else Outcome.GIVEN_UP
    if rows:
        MessageAttempt.objects.bulk_update(rows, ["ended_at", "outcome"])
        again = [row.pk for row in rows if row.outcome == Outcome.LOST]
        OutgoingMessage.objects.filter(last_attempt__in=again).update(due_at=at)


def _next_lease() -> datetime | None:
    """When the first lease ends of a worker that may have died before it handed its message over."""
    held = MessageAttempt.objects.filter(ended_at__isnull=True, handed_at__isnull=True).order_by("leased_until")
    return held.values_list("leased_until", flat=True).first()


def _bound_until(at: datetime, per_minute: int) -> datetime | None:
    """Until when nothing may be sent, because so many were tried in the last minute."""
    if not per_minute:
        return None
    recent = MessageAttempt.objects.filter(started_at__gt=at - MINUTE).order_by("-started_at", "-pk")
    oldest = recent.values_list("started_at", flat=True)[per_minute - 1 : per_minute].first()
    return oldest + MINUTE if oldest else None


def _number_after(last: MessageAttempt | None) -> int:
    """The tries are counted anew once a person has said that it is to be tried again."""
    if last is None or last.settled_as or last.outcome not in {Outcome.LATER, Outcome.LOST}:
        return 1
    return last.number + 1
