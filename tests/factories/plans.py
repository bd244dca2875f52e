"""Planned meetings, for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.factories.rows import AT

from corcom.access.models import User
from corcom.meetings.actions import schedule_meeting
from corcom.meetings.domain.plan import Plan

PLAN = Plan(
    convention="CCM",
    body="Coordination Committee",
    kind="coordination_committee",
    starts_on=date(2016, 5, 26),
    ends_on=date(2016, 5, 26),
    start_time="10:00",
    end_time="11:30",
    zone="Europe/Zurich",
    place="Palais des Nations",
    joining_link="https://meet.example.org/ccm",
    languages=("en", "fr"),
    number=4,
    number_scope="of 2016",
)


def a_plan(by: User, on: str = "2016-06-30", **changes: Any) -> int:
    """The number of a planned meeting, with other values where they are given."""
    day = date.fromisoformat(on)
    plan = replace(PLAN, **{"starts_on": day, "ends_on": day, **changes})
    return schedule_meeting(plan=plan, by=by, at=AT).pk
