"""How what a State owes is drawn: the deadline as a chip, how it stands as a mark."""

from __future__ import annotations

from datetime import timedelta

from corcom.obligations.domain.owed import Owed, OwedStatus
from corcom.web.obligations.words import OWED_WORDS
from corcom.web.pieces import Deadline, Status, StatusMark, Step

SOON = timedelta(days=30)
"""A deadline of the convention that comes within a month is due soon."""
MARKS: dict[OwedStatus, Status] = {
    "due": "due",
    "extended": "extended",
    "met": "met",
    "late": "met",
    "fulfilled": "met",
    "completed": "met",
    "overdue": "overdue",
    "unknown": "unknown",
    "not_applicable": "none",
    "lasting": "none",
}


def mark_of(owed: Owed) -> Status:
    """The status as a piece draws it."""
    if owed.status == "due" and owed.due_on is not None and owed.due_on - owed.day <= SOON:
        return "soon"
    return MARKS[owed.status]


def status_mark(owed: Owed, address: str = "") -> StatusMark:
    """How it stands, in a word."""
    mark = mark_of(owed)
    return StatusMark(mark, "" if mark == "soon" else str(OWED_WORDS[owed.status]), address)


def deadline_of(owed: Owed, steps: tuple[Step, ...] = (), *, from_rule: bool = False) -> Deadline | StatusMark:
    """The chip, with the day that holds after extensions; a mark where there is no day that it could show.

    `from_rule` shows the day by rule and to which day it was extended.
    """
    if owed.due_on is None or owed.status in {"not_applicable", "lasting"}:
        return status_mark(owed)
    extended = from_rule and owed.status == "extended"
    met = owed.met
    return Deadline(
        due_on=owed.original if extended else owed.due_on,
        day=owed.day,
        status=mark_of(owed),
        # A month or a year does not say how many days early or late it was.
        met_on=met.last_day if met and met.on and met.first_day == met.last_day else None,
        extended_to=owed.due_on if extended else None,
        verdict=str(OWED_WORDS["fulfilled"]) if owed.status == "fulfilled" else "",
        steps=steps,
    )
