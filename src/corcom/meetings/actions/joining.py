"""Plans and records of one meeting: how they come together, and apart where a record turns out to be of another day."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from corcom.meetings.actions.writing import columns_of, write_columns
from corcom.meetings.domain.meeting import Heading
from corcom.meetings.domain.plan import Plan
from corcom.meetings.models import Meeting, MeetingPlan
from corcom.meetings.queries.plans import plan_of


@dataclass(frozen=True, slots=True)
class Spare:
    """A row for a plan whose record went elsewhere."""

    meeting: Meeting
    planned: Plan


def part_from_plan(meeting: Meeting, heading: Heading) -> Spare | None:
    """Give the plan of a meeting a row of its own, where the record goes to another body or day; None otherwise.

    Its day is still taken until the record has moved; `put_back` then puts it there.
    """
    plan = MeetingPlan.objects.filter(meeting=meeting).select_related("meeting").first()
    if plan is None:
        return None
    planned = plan_of(plan)
    if (planned.convention, planned.body, planned.starts_on) == (heading.convention, heading.body, heading.starts_on):
        return None
    spare = Meeting.objects.create(
        convention=meeting.convention,
        body=f"~{uuid4()}",
        date=planned.date,
        starts_on=planned.starts_on,
        ends_on=planned.ends_on,
        on_record=False,
    )
    plan.meeting = spare
    plan.save(update_fields=["meeting"])
    return Spare(meeting=spare, planned=planned)


def put_back(spare: Spare) -> None:
    """Put a plan that was parted from its record where it was planned."""
    write_columns(spare.meeting, {**columns_of(spare.planned.heading), "body": spare.planned.body})


def join_plan(meeting: Meeting, planned: Meeting) -> None:
    """Make the record of `meeting` and what was planned in the row `planned` one meeting."""
    plan = MeetingPlan.objects.get(meeting=planned)
    plan.meeting = meeting
    plan.save(update_fields=["meeting"])
    planned.delete()
