"""Meetings, as confirmed records show them. Who confirmed what is kept with the findings that a record rests on."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from corcom.kernel.calendar import earliest, is_iso
from corcom.kernel.errors import CorcomError
from corcom.meetings.actions.joining import join_plan, part_from_plan, put_back
from corcom.meetings.actions.writing import columns_of, write_columns
from corcom.meetings.domain.meeting import AgendaEntry, AttendanceEntry, Heading, NextMeeting
from corcom.meetings.models import AgendaItem, Attendance, Meeting, MeetingPlan
from corcom.meetings.queries.plans import plan_of

EMPTY = (None, "")


class MeetingIncomplete(CorcomError):
    """A meeting needs a body and a date; `missing` names what is not there."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(f"a meeting needs {' and '.join(missing)}")
        self.missing = missing


class MeetingExists(CorcomError):
    """Another meeting of this body, number `other`, stands on that day already."""

    def __init__(self, *, other: int) -> None:
        super().__init__(f"meeting {other} stands on that day already")
        self.other = other


@transaction.atomic
def record_meeting(*, heading: Heading) -> Meeting:
    """The meeting of this convention and body on this day, made if it is not there.

    A second record of the same meeting adds what the first left empty and changes nothing that it said. Where the
    meeting was planned, the record says from now on what was; the plan is kept beside it as it stood.
    Errors: `MeetingIncomplete`.
    """
    _check(heading)
    meeting, made = Meeting.objects.get_or_create(
        convention=heading.convention, body=heading.body, starts_on=heading.starts_on, defaults=columns_of(heading)
    )
    if not made and not meeting.on_record:
        write_columns(meeting, {**columns_of(heading), "on_record": True})
    elif not made:
        empty = {key: value for key, value in columns_of(heading).items() if getattr(meeting, key) in EMPTY}
        write_columns(meeting, empty)
    return meeting


@transaction.atomic
def correct_meeting(*, meeting: Meeting, heading: Heading) -> Meeting:
    """Give a meeting another heading. Errors: `MeetingIncomplete`, `MeetingExists`.

    A plan stays with its own day and body: it is left there when the record goes elsewhere, and joined where the
    record comes to it.
    """
    _check(heading)
    same = Meeting.objects.filter(convention=heading.convention, body=heading.body, starts_on=heading.starts_on)
    other = same.exclude(pk=meeting.pk).first()
    if other is not None and other.on_record:
        raise MeetingExists(other=other.pk)
    spare = part_from_plan(meeting, heading)
    if other is not None:
        join_plan(meeting, other)
    write_columns(meeting, {**columns_of(heading), "convention": heading.convention, "body": heading.body})
    if spare is not None:
        put_back(spare)
    return meeting


@transaction.atomic
def withdraw_meeting(*, meeting: Meeting) -> None:
    """Take back a meeting whose heading was taken back; its agenda and attendance go with it.

    A meeting that was planned is there again as it was planned.
    """
    plan = MeetingPlan.objects.filter(meeting=meeting).first()
    if plan is None:
        meeting.delete()
        return
    write_agenda(meeting=meeting, entries=())
    write_attendance(meeting=meeting, entries=())
    set_next_meeting(meeting=meeting, following=None)
    write_columns(meeting, {**columns_of(plan_of(plan).heading), "on_record": False})


@transaction.atomic
def write_agenda(*, meeting: Meeting, entries: Sequence[AgendaEntry]) -> None:
    """Make the agenda be these items, in this order."""
    meeting.agenda.all().delete()
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, number=entry.number[:40], title=entry.title[:500], position=position)
        for position, entry in enumerate(entries)
    )


@transaction.atomic
def write_attendance(*, meeting: Meeting, entries: Sequence[AttendanceEntry]) -> None:
    """Make the list of who was there and who was missed be this one, in this order."""
    meeting.attendance.all().delete()
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            code=entry.delegation.code if entry.delegation else "",
            name=entry.delegation.name[:200] if entry.delegation else "",
            role=entry.role[:200],
            status=entry.status,
            people=list(entry.people),
            position=position,
        )
        for position, entry in enumerate(entries)
    )


@transaction.atomic
def set_next_meeting(*, meeting: Meeting, following: NextMeeting | None) -> None:
    """Say when and where the next meeting is; None takes it back."""
    said = following or NextMeeting()
    write_columns(
        meeting,
        {
            "next_date": said.date[:40],
            "next_on": earliest(said.date) if is_iso(said.date) else None,
            "next_time": said.time[:5],
            "next_place": said.place[:300],
            "next_tentative": said.tentative,
        },
    )


def _check(heading: Heading) -> None:
    missing = [] if heading.body.strip() else ["body"]
    if not is_iso(heading.date):
        missing.append("date")
    if missing:
        raise MeetingIncomplete(tuple(missing))
