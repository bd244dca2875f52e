"""The whole exchange that a message belongs to: what went out, what came in, what went out again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Q

from corcom.outbox.domain.threads import Thread, thread_after
from corcom.outbox.models import IncomingMessage, OutgoingMessage
from corcom.outbox.queries.incoming import NoSuchIncoming, incoming_numbered
from corcom.outbox.queries.messages import MessageLine, messages_numbered
from corcom.outbox.queries.reply import Reply
from corcom.outbox.queries.standing import NoSuchMessage

_ROUNDS: Final = 10
"""How far the exchange is followed from one message to the next."""
_MOST: Final = 200
"""Messages after which it is followed no further."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """One message of an exchange: `out`, or `came` in, never both; `at` is when it was released, prepared or received."""

    at: datetime
    out: MessageLine | None = None
    came: Reply | None = None


def exchange_of(*, now: datetime, message: int | None = None, incoming: int | None = None) -> list[Exchanged]:
    """The exchange of an outgoing or an incoming message, the first first.

    Four SQL queries, and two for each further turn that it took. Errors: none; an unknown number has no exchange.
    """
    out, came = _together(message, incoming)
    lines = messages_numbered(numbers=sorted(out), now=now) if out else ()
    found = [Exchanged(at=line.released_at or line.prepared_at, out=line) for line in lines]
    found += [Exchanged(at=reply.received_at, came=reply) for reply in incoming_numbered(sorted(came))]
    return sorted(found, key=lambda one: (one.at, one.came is not None))


def thread_of_message(*, number: int) -> Thread:
    """The thread of a message that goes on with an outgoing one. One SQL query. Errors: `NoSuchMessage`."""
    row = OutgoingMessage.objects.filter(pk=number).values_list("message_id", "references").first()
    if row is None:
        raise NoSuchMessage(number)
    return thread_after(row[0], row[1].split())


def thread_of_incoming(*, number: int) -> Thread:
    """The thread of a message that answers one that came in. One SQL query. Errors: `NoSuchIncoming`."""
    row = IncomingMessage.objects.select_related("answers").filter(pk=number).first()
    if row is None:
        raise NoSuchIncoming(number)
    before = [*row.answers.references.split(), row.answers.message_id] if row.answers else []
    return thread_after(row.message_id, before)


def _together(message: int | None, incoming: int | None) -> tuple[set[int], set[int]]:
    """The numbers of all that hangs together with these, of what went out and of what came in."""
    sent: dict[int, OutgoingMessage] = {}
    got: dict[int, IncomingMessage] = {}
    new_out = list(OutgoingMessage.objects.filter(pk=message)) if message else []
    new_came = list(IncomingMessage.objects.filter(pk=incoming).defer("text")) if incoming else []
    for _ in range(_ROUNDS):
        sent.update((row.pk, row) for row in new_out)
        got.update((row.pk, row) for row in new_came)
        if not (new_out or new_came) or len(sent) + len(got) > _MOST:
            break
        ids = {row.message_id for row in sent.values()} | {row.message_id for row in got.values()} - {""}
        ids |= {each for row in sent.values() for each in row.references.split()}
        related = Q(message_id__in=ids) | Q(in_reply_to__in=ids) | Q(instead_of__in=list(sent))
        related |= Q(pk__in=[row.answers_id for row in got.values() if row.answers_id])
        related |= Q(pk__in=[row.instead_of_id for row in sent.values() if row.instead_of_id])
        new_out = list(OutgoingMessage.objects.filter(related).exclude(pk__in=list(sent)).defer("text", "html"))
        answering = Q(answers__in=[*sent, *(row.pk for row in new_out)]) | Q(message_id__in=ids)
        new_came = list(IncomingMessage.objects.filter(answering).exclude(pk__in=list(got)).defer("text"))
    return set(sent), set(got)
