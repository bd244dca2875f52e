"""Releasing the list of participants, provisional or final; a final one closes attendance."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.kernel.errors import CorcomError
from corcom.meetings.actions import write_attendance
from corcom.participation.actions.steps import check_open, locked_plan, record_step
from corcom.participation.domain.attendance import AttendanceRefused
from corcom.participation.models import DelegationPresence, ParticipantsRelease
from corcom.participation.queries.attendance import attendance_of, is_closed
from corcom.participation.queries.participants import participants_of


class NobodyListed(CorcomError):
    """Nobody stands on the list, so there is nothing to release."""

    def __init__(self) -> None:
        super().__init__("nobody on the list")


class ListUnchanged(CorcomError):
    """The list was released as it stands, as `version`."""

    def __init__(self, version: int) -> None:
        super().__init__(f"released as version {version}")
        self.version = version


@transaction.atomic
def release_participants(*, meeting: int, final: bool, by: User, at: datetime) -> int:
    """Release the list as it stands; answers its version. What was released never changes; a later version replaces it.

    A final list closes attendance, and where the meeting has no record its attendance is written down with the meeting,
    until a record says otherwise. Errors: `NotPlanned`, `NobodyListed`, `ListUnchanged`; `AttendanceRefused` for a
    final list while a delegation is not marked, or once it is closed.
    """
    plan = locked_plan(meeting)
    check_open(meeting)
    if final:
        _check_marked(meeting)
    last = ParticipantsRelease.objects.filter(plan=plan).first()
    version = last.version + 1 if last else 1
    content = participants_of(meeting=meeting, is_final=final, version=version)
    if not content["sections"]:
        raise NobodyListed
    if last and {**last.content, "version": version} == content:
        raise ListUnchanged(last.version)
    ParticipantsRelease.objects.create(
        plan=plan, version=version, is_final=final, content=content, released_at=at, released_by=by
    )
    if final:
        record_step(meeting, "closed", after=str(version), by=by, at=at)
        taken = attendance_of(meeting=meeting)
        if taken is not None and not plan.meeting.on_record:
            write_attendance(meeting=plan.meeting, entries=taken.entries)
    return version


@transaction.atomic
def reopen_attendance(*, meeting: int, by: User, at: datetime) -> None:
    """Let attendance be corrected after a final list; that list stays as it went out. Errors: `AttendanceRefused`."""
    if not is_closed(meeting=meeting):
        raise AttendanceRefused("open")
    record_step(meeting, "reopened", by=by, at=at)


def _check_marked(meeting: int) -> None:
    rows = DelegationPresence.objects.filter(plan__meeting=meeting)
    if not rows.exists():
        raise AttendanceRefused("not_taken")
    left = list(rows.filter(presence="expected").values_list("name", flat=True)[:5])
    if left:
        raise AttendanceRefused("unmarked", ", ".join(left))
