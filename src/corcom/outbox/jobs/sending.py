"""The worker: takes one message after the other, sends it, and writes down each step before it goes on.

What it may and may not do stands in `actions/attempting.py`; whoever kills it at any moment loses no message and sends
none twice.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from corcom.outbox.actions.attempting import Claim, NothingToSend, claim_message, hand_over, record_outcome
from corcom.outbox.domain.forming import formed
from corcom.outbox.domain.server import MailSettings
from corcom.outbox.jobs.smtp import Answer, Conversation, ServerTrouble
from corcom.outbox.queries.messages import ToSend, message_to_send


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A message that was tried: its number, to whom, what came of it in one word, and the server's words."""

    message: int
    recipient: str
    outcome: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """Why the worker stopped: nothing is due before `until`, so many a minute are reached, or trouble with the server."""

    until: datetime | None = None
    is_bound: bool = False
    trouble: str = ""


def send_due(
    *, mail: MailSettings, now: Callable[[], datetime], stop: Callable[[], bool] = lambda: False
) -> Iterator[Tried | Paused]:
    """Send what is due, one after the other, until nothing is; the last value says why it ended, unless `stop` did.

    `now` is the clock; `stop` is asked between two messages.
    """
    write_through()
    worker = f"{socket.gethostname()}:{os.getpid()}"
    line: Conversation | None = None
    try:
        while not stop():
            claim = claim_message(worker=worker, at=now(), lease=mail.lease, per_minute=mail.per_minute)
            if isinstance(claim, NothingToSend):
                yield Paused(until=claim.until, is_bound=claim.is_bound)
                return
            try:
                line = line or Conversation(mail.out)
            except ServerTrouble as trouble:
                record_outcome(attempt=claim.attempt, outcome="later", reply=str(trouble), at=now())
                yield Paused(trouble=str(trouble))
                return
            tried, answer = _tried(claim, line, mail, now)
            line = line if answer.is_open else None
            yield tried
    finally:
        if line is not None:
            line.end()


def write_through() -> None:
    """Let each commit reach the disk before it counts, so that a power cut forgets none; PostgreSQL does so by itself."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("pragma synchronous = full")


def _tried(claim: Claim, line: Conversation, mail: MailSettings, now: Callable[[], datetime]) -> tuple[Tried, Answer]:
    ready = _ready(claim)
    if isinstance(ready, ToSend):
        recipient, content = ready.message.recipient, formed(ready.message)
        answer = line.deliver(
            sender=ready.bounces_to,
            recipient=recipient,
            content=content,
            hand_over=lambda: hand_over(attempt=claim.attempt, at=now(), lease=mail.lease),
        )
    else:
        recipient, answer = "", Answer(outcome="refused", said=ready)
    record_outcome(attempt=claim.attempt, outcome=answer.outcome, reply=answer.said, at=now())
    return Tried(message=claim.message, recipient=recipient, outcome=answer.outcome, said=answer.said), answer


def _ready(claim: Claim) -> ToSend | str:
    """The message, or why it cannot be put together."""
    try:
        return message_to_send(number=claim.message)
    except OSError as error:
        return f"an attachment cannot be read: {error.strerror or error}"
