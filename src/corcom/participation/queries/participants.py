"""The list of participants of a meeting and what it counts, as they stand now and as they were released."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from corcom.kernel.actor import Actor
from corcom.meetings.queries import planned_meeting
from corcom.participation.domain.attendance import AttendanceLine, AttendancePerson
from corcom.participation.domain.participants import ParticipantsJson, participants_json
from corcom.participation.domain.statistics import Statistics, statistics
from corcom.participation.models import ParticipantsRelease
from corcom.participation.queries.attendance import attendance_lines, is_closed
from corcom.participation.queries.invitations import invitations
from corcom.register.queries import register_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedList:
    """A list as it went out."""

    version: int
    is_final: bool
    content: ParticipantsJson
    at: datetime
    by: str


def expected_lines(*, meeting: int) -> tuple[AttendanceLine, ...]:
    """What attendance begins from: who said that they take part, or sent apologies, with whom they nominated.

    Who does not take part, and who has not answered, is not among them. Three SQL queries.
    """
    found = []
    for one in invitations(meeting=meeting):
        said = one.last.answer if one.last and not one.is_withdrawn else None
        if said is None or said.said == "no_participation":
            continue
        people = tuple(
            AttendancePerson(name=each.name, title=each.title, function=each.function, is_head=each.is_head)
            for each in said.nominated
        )
        found.append(
            AttendanceLine(
                delegation=Actor(one.code, one.name),
                presence="expected" if said.said == "attends" else "apologies",
                special=one.invited_as == "special_invitee",
                people=people,
            )
        )
    return tuple(found)


def participants_of(*, meeting: int, is_final: bool = False, version: int = 0) -> ParticipantsJson:
    """The list as it follows from attendance, or from the nominations as long as nobody took it. Errors: `NotPlanned`."""
    found = planned_meeting(number=meeting)
    lines = attendance_lines(meeting=meeting) or expected_lines(meeting=meeting)
    day = found.plan.starts_on
    register = register_of(found.plan.convention)
    return participants_json(found.plan, lines, register, day=day, is_final=is_final, version=version)


def statistics_of(*, meeting: int) -> Statistics:
    """Who took part by status, region and named group on the first day of the meeting. Errors: `NotPlanned`.

    Until attendance is closed, those who are still expected count too.
    """
    found = planned_meeting(number=meeting)
    lines = attendance_lines(meeting=meeting) or expected_lines(meeting=meeting)
    wanted = {"present"} if is_closed(meeting=meeting) else {"present", "expected"}
    there = [line for line in lines if line.presence in wanted]
    return statistics(
        [line.delegation.code for line in there],
        register_of(found.plan.convention),
        day=found.plan.starts_on,
        convention=found.plan.convention,
        people=sum(one.here is not False for line in there for one in line.people),
    )


def released_lists(*, meeting: int) -> list[ReleasedList]:
    """The lists that went out, the latest first. One SQL query."""
    rows = ParticipantsRelease.objects.filter(plan__meeting=meeting).select_related("released_by")
    return [
        ReleasedList(
            version=row.version,
            is_final=row.is_final,
            content=cast("ParticipantsJson", row.content),
            at=row.released_at,
            by=row.released_by.get_full_name(),
        )
        for row in rows
    ]
