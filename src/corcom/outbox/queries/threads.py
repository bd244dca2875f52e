"""The threads to which messages belong, for whoever writes again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corcom.outbox.domain.threads import FURTHER
from corcom.outbox.models import Outcome, OutgoingMessage, Settled, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageThread:
    """A message that left or is leaving: what it is about, to whom it went, and what a later one names as what came before.

    `references` are the Message-IDs before it, its own last.
    """

    about: int
    recipient: str
    message_id: str
    references: tuple[str, ...]


def threads_about(*, kind: str, numbers: Sequence[int]) -> list[MessageThread]:
    """The messages about these things that were not cancelled before they left, the first that was prepared first.

    One SQL query.
    """
    rows = OutgoingMessage.objects.filter(about_kind=kind, about_number__in=list(numbers)).select_related(
        "last_attempt"
    )
    return [
        MessageThread(
            about=row.about_number,
            recipient=row.recipient,
            message_id=row.message_id,
            references=(*row.references.split(), row.message_id),
        )
        for row in rows.order_by("pk")
        if row.about_number is not None and _has_left(row)
    ]


def _has_left(row: OutgoingMessage) -> bool:
    last = row.last_attempt
    if last is not None and (last.outcome == Outcome.SENT or last.settled_as == Settled.ARRIVED):
        return True
    return row.turn == Turn.RELEASED


def unsent_about(*, kind: str) -> list[int]:
    """The numbers of the things of a kind of which some message that carries them has not left and was not cancelled.

    One SQL query.
    """
    rows = OutgoingMessage.objects.filter(about_kind=kind, about_number__isnull=False).exclude(kind=FURTHER)
    rows = rows.exclude(turn=Turn.CANCELLED)
    rows = rows.exclude(last_attempt__outcome=Outcome.SENT).exclude(last_attempt__settled_as=Settled.ARRIVED)
    return sorted({number for number in rows.values_list("about_number", flat=True) if number is not None})
