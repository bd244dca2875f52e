"""Minutes that are being written, in the store, for tests."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests.factories.plans import a_plan
from tests.factories.rows import AT

from corcom.access.models import User
from corcom.meetings.actions import release_agenda
from corcom.minuting.actions import add_paragraph, start_minutes, write_paragraph
from corcom.minuting.domain.paragraphs import TakingDown
from corcom.minuting.queries import WrittenSection, minutes_draft


def begun(by: User, on: str = "2016-06-30", *, at: datetime = AT, **changes: Any) -> int:
    """The number of a planned meeting whose minutes somebody has begun to write."""
    meeting = a_plan(by, on, **changes)
    release_agenda(meeting=meeting, by=by, at=at)
    start_minutes(meeting=meeting, by=by, at=at)
    return meeting


def section(meeting: int, number: str = "1") -> WrittenSection:
    """One item of the minutes, by its number."""
    return next(one for one in minutes_draft(meeting=meeting).sections if one.number == number)


def wrote(meeting: int, by: User, *, under: str = "1", at: datetime = AT, **said: Any) -> int:
    """Add a paragraph under an item; gives its number."""
    where = section(meeting, under)
    return add_paragraph(meeting=meeting, section=where.id, said=TakingDown(**said), by=by, at=at)


def attended(meeting: int, by: User, *, at: datetime = AT, **lists: str) -> None:
    """Say who was there: `present="Croatia: Ana Horvat"` and so on."""
    for one in section(meeting, "").paragraphs:
        if one.said.kind in lists:
            said = TakingDown(kind=one.said.kind, text=lists[one.said.kind])
            write_paragraph(meeting=meeting, number=one.id, before=one.said, said=said, by=by, at=at)


def full(by: User, on: str = "2016-06-30", **changes: Any) -> int:
    """A meeting with minutes in which something of everything stands."""
    meeting = begun(by, on, **changes)
    attended(meeting, by, present="Croatia: Ana Horvat\nZambia", apologies="Chile")
    wrote(meeting, by, kind="text", text="The agenda was adopted.")
    wrote(meeting, by, kind="intervention", delegation="Croatia", initials="AH", text="The letters had gone out.")
    wrote(meeting, by, kind="decision", text="The letters go out once a year.")
    wrote(meeting, by, kind="action_point", text="write to Angola", owners="Zambia; ISU", due="2016-07-15")
    return meeting
