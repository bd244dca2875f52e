"""Writing down each step in taking attendance, and refusing one once it is closed."""

from __future__ import annotations

from datetime import datetime

from corcom.access.models import User
from corcom.meetings.models import MeetingPlan
from corcom.meetings.queries import NotPlanned
from corcom.participation.domain.attendance import AttendanceRefused
from corcom.participation.models import AttendanceStep
from corcom.participation.queries.attendance import is_closed


def plan_row(meeting: int) -> MeetingPlan:
    """What was planned of a meeting, to which everything here belongs; it stays when a record comes. Errors: `NotPlanned`."""
    row = MeetingPlan.objects.filter(meeting=meeting).first()
    if row is None:
        raise NotPlanned(meeting)
    return row


def locked_plan(meeting: int) -> MeetingPlan:
    """The same, locked: whoever else writes to it waits. Errors: `NotPlanned`."""
    row = MeetingPlan.objects.select_for_update(of=("self",)).select_related("meeting").filter(meeting=meeting).first()
    if row is None:
        raise NotPlanned(meeting)
    return row


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
        plan=plan_row(meeting),
        verb=verb,
        delegation=delegation[:200],
        person=person[:200],
        before=before[:300],
        after=after[:300],
        at=at,
        by=by,
    )
