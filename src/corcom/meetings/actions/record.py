"""Meetings, as confirmed records show them. Who confirmed what is kept with the findings that a record rests on."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from corcom.kernel.calendar import earliest, is_iso
from corcom.kernel.errors import CorcomError
from corcom.meetings.domain.meeting import AgendaEntry, AttendanceEntry, Heading, NextMeeting
from corcom.meetings.models import AgendaItem, Attendance, Meeting

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

    A second record of the same meeting adds what the first left empty and changes nothing that it said.
    Errors: `MeetingIncomplete`.
    """
    _check(heading)
    meeting, made = Meeting.objects.get_or_create(
        convention=heading.convention, body=heading.body, starts_on=heading.starts_on, defaults=_columns(heading)
    )
    if not made:
        empty = {key: value for key, value in _columns(heading).items() if getattr(meeting, key) in EMPTY}
        _update(meeting, empty)
    return meeting


@transaction.atomic
def correct_meeting(*, meeting: Meeting, heading: Heading) -> Meeting:
    """Give a meeting another heading. Errors: `MeetingIncomplete`, `MeetingExists`."""
    _check(heading)
    same = Meeting.objects.filter(convention=heading.convention, body=heading.body, starts_on=heading.starts_on)
    if other := same.exclude(pk=meeting.pk).first():
        raise MeetingExists(other=other.pk)
    columns = _columns(heading)
    _update(meeting, {**columns, "convention": heading.convention, "body": heading.body})
    return meeting


@transaction.atomic
def withdraw_meeting(*, meeting: Meeting) -> None:
    """Take back a meeting whose heading was taken back; its agenda and attendance go with it."""
    meeting.delete()


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
    _update(
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


def _columns(heading: Heading) -> dict[str, object]:
    return {
        "date": heading.date,
        "starts_on": heading.starts_on,
        "ends_on": heading.ends_on,
        "number": heading.number,
        "number_scope": heading.number_scope[:100],
        "start_time": heading.start_time[:5],
        "end_time": heading.end_time[:5],
        "venue": heading.venue[:300],
        "chair_code": heading.chair.code if heading.chair else "",
        "chair_name": heading.chair.name[:200] if heading.chair else "",
        "chair_person": heading.chair_person[:200],
        "chair_role": heading.chair_role[:200],
    }


def _update(meeting: Meeting, values: dict[str, object]) -> None:
    for key, value in values.items():
        setattr(meeting, key, value)
    if values:
        meeting.save(update_fields=list(values))
