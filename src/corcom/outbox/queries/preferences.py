"""What addresses said of the messages that they may leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from corcom.outbox.domain.draft import Draft
from corcom.outbox.domain.leaving import LEAVABLE
from corcom.outbox.models import MailPreference


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferenceTold:
    """That an address, in small letters, gets no messages of a kind, or gets them again. `by` is "" where it said so itself."""

    address: str
    kind: str
    is_wanted: bool
    at: datetime
    by: str


def preference_of(*, address: str, kind: str) -> PreferenceTold | None:
    """What was said last of an address and a kind; None where nobody said anything. One SQL query."""
    rows = MailPreference.objects.select_related("by").filter(address=address.lower(), kind=kind)
    row = rows.order_by("-pk").first()
    return _told(row) if row else None


def preferences_told() -> list[PreferenceTold]:
    """Which addresses get no messages of which kind now, the latest first. One SQL query."""
    latest = {(row.address, row.kind): row for row in MailPreference.objects.select_related("by").order_by("pk")}
    return sorted(
        map(_told, (row for row in latest.values() if not row.is_wanted)), key=lambda one: one.at, reverse=True
    )


def parted_by_preference(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """The drafts that their recipients want, and those whose recipients left messages of that kind. One SQL query."""
    wanted = dict[tuple[str, str], bool]()
    leavable = [draft for draft in drafts if draft.kind in LEAVABLE]
    if leavable:
        rows = MailPreference.objects.filter(
            kind__in={draft.kind for draft in leavable}, address__in={draft.recipient.lower() for draft in leavable}
        )
        for address, kind, is_wanted in rows.order_by("pk").values_list("address", "kind", "is_wanted"):
            wanted[address, kind] = is_wanted
    kept = [draft for draft in drafts if wanted.get((draft.recipient.lower(), draft.kind), True)]
    return kept, [draft for draft in drafts if draft not in kept]


def _told(row: MailPreference) -> PreferenceTold:
    return PreferenceTold(
        address=row.address,
        kind=row.kind,
        is_wanted=row.is_wanted,
        at=row.at,
        by=row.by.get_full_name() if row.by else "",
    )
