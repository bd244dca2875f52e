"""Documents whose meeting is held on another day."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from corcom.documents.actions.steps import write_step
from corcom.documents.models import RegisteredDocument


@transaction.atomic
def follow_moved_meeting(*, convention: str, body: str, before: date, after: date, by: str, at: datetime) -> int:
    """Let the documents of a meeting follow it from its first day `before` to `after`; answers how many there are."""
    rows = RegisteredDocument.objects.select_for_update().filter(convention=convention, body=body, meeting_on=before)
    moved = list(rows) if before != after else []
    for row in moved:
        row.meeting_on = after
        row.version += 1
        row.save(update_fields=["meeting_on", "version"])
        write_step(row, "changed", by=by, at=at, change=({"meeting_on": before}, {"meeting_on": after}))
    return len(moved)
