"""Planned meetings, what was done to them, and what clashes with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from uuid import UUID

from django.db.models import Q, QuerySet

from corcom.kernel.errors import CorcomError
from corcom.meetings.domain.body_names import body_with_convention
from corcom.meetings.domain.clash import Clash, Taken, clashes
from corcom.meetings.domain.plan import Kind, Plan, PlanStatus, Said, status_on
from corcom.meetings.models import Meeting, MeetingPlan, PlanEvent
from corcom.meetings.queries.forums import forums_taken
from corcom.register.domain.convention_meetings import convention_meetings
from corcom.register.domain.conventions import conventions
from corcom.rulebooks.holidays import Holidays


class NotPlanned(CorcomError):
    """Nothing was planned of the meeting with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no plan of meeting {number}")
        self.number = number


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMeeting:
    """A planned meeting as it stands. `number` is that of the meeting; `revision` grows with each change."""

    number: int
    plan: Plan
    said: Said
    on_record: bool
    uid: UUID
    revision: int
    changed_at: datetime
    cloned_from: int | None = None

    def status(self, day: date) -> PlanStatus:
        """How it stands on a day."""
        return status_on(self.said, ends_on=self.plan.ends_on, on_record=self.on_record, day=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """One step of planning: who did it and when, and the values before and after."""

    kind: str
    at: datetime
    by: str
    note: str
    before: dict[str, object]
    after: dict[str, object]


def planned_meeting(*, number: int) -> PlannedMeeting:
    """What was planned of one meeting. One SQL query. Errors: `NotPlanned`."""
    row = MeetingPlan.objects.select_related("meeting").filter(meeting=number).first()
    if row is None:
        raise NotPlanned(number)
    return planned_of(row)


def planned_ahead(
    *, day: date, convention: str = "", body: str = "", until: date | None = None
) -> list[PlannedMeeting]:
    """Planned meetings without a record that end on `day` or later, soonest first, cancelled ones too. One SQL query."""
    rows = plans(convention=convention, body=body).filter(meeting__on_record=False, ends_on__gte=day)
    if until:
        rows = rows.filter(starts_on__lte=until)
    return [planned_of(row) for row in rows]


def plans(*, convention: str = "", body: str = "") -> QuerySet[MeetingPlan]:
    """Plans with their meetings, soonest first; an empty value does not narrow."""
    rows = MeetingPlan.objects.select_related("meeting").order_by("starts_on", "start_time", "pk")
    if convention:
        rows = rows.filter(meeting__convention=convention)
    return rows.filter(meeting__body=body) if body else rows


def last_of_body(*, convention: str, body: str) -> PlannedMeeting | None:
    """The latest planned meeting of a body that was not cancelled; None where none was planned. One SQL query."""
    row = plans(convention=convention, body=body).exclude(said="cancelled").last()
    return planned_of(row) if row else None


def planned_of_body(*, convention: str, body: str, after: date) -> list[PlannedMeeting]:
    """The planned meetings of a body after a day that were not cancelled, soonest first, also those with a record.

    One SQL query.
    """
    rows = plans(convention=convention, body=body).filter(starts_on__gt=after).exclude(said="cancelled")
    return [planned_of(row) for row in rows]


def plan_history(*, number: int) -> list[PlanStep]:
    """What was done to the plan of a meeting, oldest first. One SQL query."""
    rows = PlanEvent.objects.filter(plan__meeting=number).select_related("by")
    return [
        PlanStep(kind=row.kind, at=row.at, by=row.by.get_full_name(), note=row.note, before=row.before, after=row.after)
        for row in rows
    ]


def clashes_with(
    *, starts_on: date, ends_on: date, holidays: Holidays | None = None, leaving_out: int | None = None
) -> tuple[Clash, ...]:
    """What speaks against these days. Two SQL queries. `leaving_out` is the meeting itself; holidays are of one place."""
    return clashes_with_each(spans=[(starts_on, ends_on)], holidays=holidays, leaving_out=leaving_out)[0]


def clashes_with_each(
    *, spans: Sequence[tuple[date, date]], holidays: Holidays | None = None, leaving_out: int | None = None
) -> list[tuple[Clash, ...]]:
    """What speaks against each of several spans of days, both ends among them, in their order. Two SQL queries."""
    first, last = min(start for start, _end in spans), max(end for _start, end in spans)
    ours = _ours(first, last, leaving_out)
    forums = [*forums_taken(first, last), *_formal_meetings(first, last, ours)]
    holiday = holidays.holiday if holidays else (lambda _day: "")
    return [clashes(start, end, meetings=ours, forums=forums, holiday=holiday) for start, end in spans]


def _ours(starts_on: date, ends_on: date, leaving_out: int | None) -> list[Taken]:
    rows = Meeting.objects.filter(starts_on__lte=ends_on, ends_on__gte=starts_on)
    rows = (
        rows.filter(Q(on_record=True) | ~Q(plan__said="cancelled"))
        .exclude(pk=leaving_out or 0)
        .order_by("starts_on", "pk")
    )
    return [
        Taken(
            name=body_with_convention(row.body, row.convention),
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            number=row.pk,
        )
        for row in rows
    ]


def _formal_meetings(starts_on: date, ends_on: date, ours: Sequence[Taken]) -> list[Taken]:
    """Formal meetings of every convention that come with the register, unless one of ours stands on the same days."""
    known = {(one.starts_on, one.ends_on) for one in ours}
    return [
        Taken(name=f"{one.code} ({one.convention})", starts_on=one.starts_on, ends_on=one.ends_on, place=one.place)
        for code in conventions()
        for one in convention_meetings(code)
        if one.starts_on <= ends_on and starts_on <= one.ends_on and (one.starts_on, one.ends_on) not in known
    ]


def planned_of(row: MeetingPlan) -> PlannedMeeting:
    """A row with its meeting as a value."""
    return PlannedMeeting(
        number=row.meeting_id,
        plan=plan_of(row),
        said=cast("Said", row.said),
        on_record=row.meeting.on_record,
        uid=row.uid,
        revision=row.revision,
        changed_at=row.changed_at,
        cloned_from=row.cloned_from_id,
    )


def plan_of(row: MeetingPlan) -> Plan:
    """What a row says, as a value; its meeting names convention and body."""
    return Plan(
        convention=row.meeting.convention,
        body=row.meeting.body,
        kind=cast("Kind", row.kind),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        start_time=row.start_time,
        end_time=row.end_time,
        zone=row.zone,
        place=row.place,
        joining_link=row.joining_link,
        languages=tuple(row.languages),
        number=row.number,
        number_scope=row.number_scope,
    )
