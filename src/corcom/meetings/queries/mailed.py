"""Who was told of a planned meeting by e-mail, and as of which revision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from corcom.meetings.models import PlanMessage
from corcom.outbox.domain.standing import State
from corcom.outbox.queries import messages_numbered

WAITING: frozenset[State] = frozenset(("prepared", "held"))
"""In the outbox, and never let out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailed:
    """One message about a meeting: to whom, by which method and as of which revision, and how it stands in the outbox."""

    message: int
    recipient: str
    recipient_name: str
    language: str
    method: str
    revision: int
    state: State
    prepared_at: datetime

    @property
    def waits(self) -> bool:
        """Whether it can still be called back."""
        return self.state in WAITING


def mailed(*, meeting: int, now: datetime) -> list[Mailed]:
    """The messages about a meeting that were not cancelled, the earliest first. Two SQL queries."""
    told = {row.message_id: row for row in PlanMessage.objects.filter(plan__meeting=meeting)}
    return [
        Mailed(
            message=line.number,
            recipient=line.recipient,
            recipient_name=line.recipient_name,
            language=line.language,
            method=told[line.number].method,
            revision=told[line.number].revision,
            state=line.state,
            prepared_at=line.prepared_at,
        )
        for line in messages_numbered(numbers=list(told), now=now)
        if line.state != "cancelled"
    ]


def latest_mailed(found: list[Mailed]) -> dict[str, Mailed]:
    """The last message to each recipient, by address in small letters."""
    return {one.recipient.lower(): one for one in found}
