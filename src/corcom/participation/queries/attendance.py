"""Attendance as it was taken, for the page where it is taken and for the record that is written from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from corcom.kernel.actor import Actor
from corcom.participation.domain.attendance import AttendanceLine, AttendancePerson, Presence, TakenAttendance
from corcom.participation.models import AttendanceStep, DelegationPresence


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTold:
    """One step in taking attendance: what was marked of whom, before and after, by whom and when."""

    verb: str
    delegation: str
    person: str
    before: str
    after: str
    at: datetime
    by: str


def attendance_of(*, meeting: int) -> TakenAttendance | None:
    """Who was there, as plain values that were copied on the day; None where nobody began to take it. Three SQL queries."""
    lines = attendance_lines(meeting=meeting)
    if not lines:
        return None
    return TakenAttendance(meeting=meeting, lines=lines, is_closed=is_closed(meeting=meeting))


def attendance_lines(*, meeting: int) -> tuple[AttendanceLine, ...]:
    """The delegations with their people, by name. Two SQL queries."""
    rows = (
        DelegationPresence.objects.filter(plan__meeting=meeting).select_related("changed_by").prefetch_related("people")
    )
    return tuple(line_of(row) for row in rows)


def attendance_line(*, meeting: int, number: int) -> AttendanceLine | None:
    """One delegation with its people; None where it is not there. Two SQL queries."""
    rows = DelegationPresence.objects.filter(plan__meeting=meeting, pk=number).select_related("changed_by")
    row = rows.prefetch_related("people").first()
    return line_of(row) if row else None


def is_closed(*, meeting: int) -> bool:
    """Whether the attendance of a meeting is closed: its list is final, and was not opened again. One SQL query."""
    rows = AttendanceStep.objects.filter(plan__meeting=meeting, verb__in=("closed", "reopened")).order_by("-id")
    return rows.values_list("verb", flat=True).first() == "closed"


def attendance_steps(*, meeting: int) -> list[StepTold]:
    """All that was done to the attendance of a meeting, the latest first. One SQL query."""
    rows = AttendanceStep.objects.filter(plan__meeting=meeting).select_related("by").order_by("-id")
    return [
        StepTold(
            verb=row.verb,
            delegation=row.delegation,
            person=row.person,
            before=row.before,
            after=row.after,
            at=row.at,
            by=row.by.get_full_name(),
        )
        for row in rows
    ]


def line_of(row: DelegationPresence) -> AttendanceLine:
    """A row with its people as a value."""
    return AttendanceLine(
        delegation=Actor(row.code, row.name),
        presence=cast("Presence", row.presence),
        role=row.role,
        special=row.special,
        speaker=Actor(row.speaker_code, row.speaker_name) if row.speaker_code else None,
        people=tuple(
            AttendancePerson(
                name=one.name,
                title=one.title,
                function=one.function,
                is_head=one.is_head,
                here=one.here,
                on_the_spot=one.on_the_spot,
                number=one.pk,
                version=one.version,
            )
            for one in row.people.all()
        ),
        number=row.pk,
        version=row.version,
        changed_by=row.changed_by.get_full_name(),
    )
