"""Writing down each step in taking attendance, and refusing one once it is closed."""

from __future__ import annotations

from datetime import datetime

from corcom.access.models import User
from corcom.participation.domain.attendance import AttendanceRefused
from corcom.participation.models import AttendanceStep
from corcom.participation.queries.attendance import is_closed


def check_open(meeting: int) -> None:
    """Refuse a step where attendance is closed. Errors: `AttendanceRefused`."""
    if is_closed(meeting=meeting):
        raise AttendanceRefused("closed")


def record_step(
    meeting: int,
    verb: str,
    *,
    by: User,
    at: datetime,
    delegation: str = "",
    person: str = "",
    before: str = "",
    after: str = "",
) -> None:
    """Write one step down; the verbs are opened, marked, added, taken_off, closed, reopened."""
    AttendanceStep.objects.create(
        meeting_id=meeting,
        verb=verb,
        delegation=delegation[:200],
        person=person[:200],
        before=before[:300],
        after=after[:300],
        at=at,
        by=by,
    )
