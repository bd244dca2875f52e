"""The steps in the life of a commitment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from corcom.followup.domain.commitment import Ref
from corcom.followup.models import FollowUpEvent
from corcom.kernel.source import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken:
    """One step: its legal date (`on`), who recorded it and when (`at`), and the words that show it, if any."""

    kind: str
    on: date
    at: datetime
    by: str
    note: str
    before: dict[str, object] | None
    after: dict[str, object] | None
    file_id: int | None
    evidence: Evidence | None


def history_of(*, commitment: Ref) -> list[StepTaken]:
    """Everything that was recorded about one action point or decision, oldest first. One SQL query."""
    rows = FollowUpEvent.objects.filter(**{commitment.kind: commitment.number}).select_related("by").order_by("id")
    return [_taken(row) for row in rows]


def reopened(numbers: Sequence[int]) -> set[int]:
    """Those of these action points that somebody opened again after they were closed. One SQL query."""
    rows = FollowUpEvent.objects.filter(action_point__in=numbers, kind="reopened")
    return {number for number in rows.values_list("action_point", flat=True) if number is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One step with the commitment it is about, for a list of what is new."""

    ref: Ref
    text: str
    kind: str
    on: date
    at: datetime
    by: str


def changes_since(*, at: datetime, convention: str = "", size: int = 10) -> list[Change]:
    """The latest steps recorded after a moment, latest first, each commitment once. One SQL query."""
    rows = FollowUpEvent.objects.filter(at__gt=at).select_related("by", "action_point", "decision")
    if convention:
        rows = rows.filter(Q(action_point__convention=convention) | Q(decision__convention=convention))
    found: dict[Ref, Change] = {}
    # A commitment rarely takes more than a few steps at once; what lies further back is on its own page.
    for row in rows.order_by("-id")[: 4 * size]:
        about = row.action_point or row.decision
        if about is not None:
            ref = Ref("action_point" if row.action_point else "decision", about.pk)
            change = Change(ref=ref, text=about.text, kind=row.kind, on=row.on, at=row.at, by=row.by.get_full_name())
            found.setdefault(ref, change)
    return list(found.values())[:size]


def _taken(row: FollowUpEvent) -> StepTaken:
    shown = None
    if row.start is not None and row.end is not None:
        shown = Evidence(start=row.start, end=row.end, quote=row.quote)
    return StepTaken(
        kind=row.kind,
        on=row.on,
        at=row.at,
        by=row.by.get_full_name(),
        note=row.note,
        before=row.before,
        after=row.after,
        file_id=row.file_id,
        evidence=shown,
    )
