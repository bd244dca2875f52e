"""Meetings and deadlines between two days, for the calendar and for what subscribes to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max

from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.models import FollowUpEvent
from corcom.followup.queries import action_points
from corcom.meetings.domain.body_names import body_with_convention
from corcom.meetings.domain.calendar_entries import CalendarEntry, in_order
from corcom.meetings.models import Meeting, MeetingPlan
from corcom.meetings.queries.held import heading_of
from corcom.meetings.queries.plans import PlannedMeeting, planned_of

OWN = "own"
"""In the place of a State: the delegations to which the person of the feed's account belongs on the day when it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWanted:
    """What to show; an empty value does not narrow. A theme and a State narrow deadlines and leave meetings as they are."""

    convention: str = ""
    body: str = ""
    theme: str = ""
    state: str = ""
    """The code of a State or an organisation; in a feed also `OWN`."""


def calendar_entries(*, first: date, last: date, day: date, wanted: CalendarWanted) -> list[CalendarEntry]:
    """What stands between two days, both among them, as it stands on `day`. Four SQL queries."""
    meetings = _meetings(first, last, day, wanted)
    points = action_points(day=day, wanted=_points_wanted(wanted, first, last))
    return in_order([*meetings, *_deadlines(points)])


def feed_entries(*, since: date, day: date, wanted: CalendarWanted) -> list[CalendarEntry]:
    """What a program subscribes to: everything from `since` on, what was cancelled among it. Four SQL queries."""
    return calendar_entries(first=since, last=date.max, day=day, wanted=wanted)


def meeting_entry(row: Meeting, day: date) -> CalendarEntry:
    """One meeting; its plan must be at hand."""
    plan: MeetingPlan | None = getattr(row, "plan", None)
    heading = heading_of(row)
    if plan is None:
        return CalendarEntry(
            kind="meeting",
            uid=f"meeting-{row.pk}",
            title=body_with_convention(row.body, row.convention),
            starts_on=heading.starts_on,
            ends_on=heading.ends_on,
            status="held",
            place=row.venue,
            number=row.pk,
            convention=row.convention,
            body=row.body,
        )
    plan.meeting = row
    return planned_entry(planned_of(plan), day)


def planned_entry(planned: PlannedMeeting, day: date) -> CalendarEntry:
    """One planned meeting."""
    plan = planned.plan
    return CalendarEntry(
        kind="meeting",
        uid=f"meeting-{planned.uid}",
        title=body_with_convention(plan.body, plan.convention),
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        status=planned.status(day),
        place=plan.place,
        sequence=planned.revision,
        changed_at=planned.changed_at,
        plan=plan,
        number=planned.number,
        convention=plan.convention,
        body=plan.body,
    )


def _meetings(first: date, last: date, day: date, wanted: CalendarWanted) -> list[CalendarEntry]:
    rows = Meeting.objects.filter(starts_on__lte=last, ends_on__gte=first).select_related("plan")
    if wanted.convention:
        rows = rows.filter(convention=wanted.convention)
    if wanted.body:
        rows = rows.filter(body=wanted.body)
    return [meeting_entry(row, day) for row in rows]


def _points_wanted(wanted: CalendarWanted, first: date, last: date) -> Wanted:
    return Wanted(
        convention=wanted.convention,
        body=wanted.body,
        theme=wanted.theme,
        owner=wanted.state,
        due_from=first,
        due_until=last,
    )


def _deadlines(points: Sequence[Followed]) -> list[CalendarEntry]:
    steps = _steps([point.ref.number for point in points])
    return [
        CalendarEntry(
            kind="action_point",
            uid=f"due-{point.ref.number}",
            title=point.terms.text,
            starts_on=point.terms.due_on,
            ends_on=point.terms.due_on,
            status=point.state,
            convention=point.terms.convention,
            body=point.terms.body,
            theme=point.terms.theme,
            owners=point.terms.owners,
            # Every step but the first, which recorded it, is a change.
            sequence=steps.get(point.ref.number, (1, None))[0] - 1,
            changed_at=steps.get(point.ref.number, (1, None))[1],
            number=point.ref.number,
        )
        for point in points
        if point.terms.due_on is not None
    ]


def _steps(numbers: Sequence[int]) -> dict[int, tuple[int, datetime | None]]:
    """How many steps each action point took, and when the last. One SQL query."""
    rows = FollowUpEvent.objects.filter(action_point__in=numbers).order_by().values_list("action_point")
    return {
        number: (count, last)
        for number, count, last in rows.annotate(count=Count("pk"), last=Max("at"))
        if number is not None
    }
