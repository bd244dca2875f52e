"""Sessions and programmes, for tests; the Standing Committee week of 9 to 13 February 2004."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.factories.plans import a_plan

from corcom.access.models import User
from corcom.programme.domain.programme import Programme
from corcom.programme.domain.session import Session
from corcom.rulebooks.programme_reading import programme_rules

MONDAY, FRIDAY = date(2004, 2, 9), date(2004, 2, 13)
WEEK = "apmbc-standing-committees-and-preparatory-meeting"
SESSION = Session(
    day=MONDAY,
    start="10:00",
    end="13:00",
    theme="victim-assistance",
    body="standing-committee",
    chairs=("AUS", "HRV"),
    number=1,
)
SLOTS = programme_rules("APMBC").slots


def a_session(**changes: Any) -> Session:
    """A morning on victim assistance, with other values where they are given."""
    return replace(SESSION, **changes)


def a_programme(*sessions: Session, **changes: Any) -> Programme:
    """A programme of that week with these sessions."""
    made = Programme(
        convention="APMBC", zone="Europe/Zurich", starts_on=MONDAY, ends_on=FRIDAY, slots=SLOTS, sessions=sessions
    )
    return replace(made, **changes)


def a_week(by: User, **changes: Any) -> int:
    """The number of the planned meetings of the Standing Committees of February 2004."""
    values: dict[str, Any] = {
        "convention": "APMBC",
        "body": "Standing Committees",
        "kind": "intersessional",
        "ends_on": FRIDAY,
        "end_time": "18:00",
        "place": "GICHD, Geneva",
        "joining_link": "",
        "number": None,
        "number_scope": "",
    }
    return a_plan(by, MONDAY.isoformat(), **{**values, **changes})
