"""The rules of release that are on, and the kinds of message for which there can be one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from corcom.outbox.models import OutgoingMessage, ReleaseRule


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTold:
    """That messages of `kind` go out without a person since `on_at`, and who switched that on."""

    kind: str
    on_at: datetime
    on_by: str


def rules_on() -> tuple[RuleTold, ...]:
    """The rules of release that are switched on. One SQL query."""
    rows = ReleaseRule.objects.filter(off_at__isnull=True).select_related("on_by").order_by("kind")
    return tuple(RuleTold(kind=row.kind, on_at=row.on_at, on_by=row.on_by.get_full_name()) for row in rows)


def kinds_of_messages() -> tuple[str, ...]:
    """The kinds of which there are messages. One SQL query."""
    return tuple(OutgoingMessage.objects.order_by("kind").values_list("kind", flat=True).distinct())
