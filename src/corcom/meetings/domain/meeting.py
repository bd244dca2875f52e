"""A meeting as values: what its record says of it, and what comes next."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from corcom.kernel.actor import Actor
from corcom.kernel.calendar import earliest, latest

_YEAR = re.compile(r"(?:of|in|for) ((?:19|20)\d\d)", re.IGNORECASE)

Status = Literal["present", "apologies", "absent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the head of a record says. `date` is an ISO 8601 day, month or period; times are `HH:MM`."""

    convention: str
    body: str
    date: str
    number: int | None = None
    number_scope: str = ""
    start_time: str = ""
    end_time: str = ""
    venue: str = ""
    chair: Actor | None = None
    chair_person: str = ""
    chair_role: str = ""

    @property
    def starts_on(self) -> dt.date:
        """The first day."""
        return earliest(self.date)

    @property
    def ends_on(self) -> dt.date:
        """The last day."""
        return latest(self.date)

    @property
    def year(self) -> str:
        """The year within which its number counts ("of 2016", "in 2016"); "" where it counts within something else."""
        found = _YEAR.fullmatch(self.number_scope)
        return found[1] if found else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """What was said of the next meeting."""

    date: str = ""
    time: str = ""
    place: str = ""
    tentative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaEntry:
    """One item of an agenda, in its order."""

    number: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceEntry:
    """One delegation that was there or was missed; None for people without a delegation."""

    delegation: Actor | None
    status: Status
    role: str = ""
    people: tuple[str, ...] = ()
