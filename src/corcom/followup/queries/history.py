"""The steps in the life of a commitment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

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
