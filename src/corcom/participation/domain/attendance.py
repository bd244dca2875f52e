"""Attendance as it was taken at a meeting: plain values, with names and functions as they were on the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from corcom.kernel.actor import Actor
from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import gettext_noop
from corcom.meetings.domain.meeting import AttendanceEntry, Status

Presence = Literal["expected", "present", "apologies", "absent", "proxy"]
PRESENCES: Mapping[Presence, str] = {
    "expected": gettext_noop("not marked yet"),
    "present": gettext_noop("present"),
    "apologies": gettext_noop("apologies"),
    "absent": gettext_noop("absent without apology"),
    "proxy": gettext_noop("represented by another"),
}
"""How a delegation can be marked, and the words."""


_STATUSES: Mapping[str, Status] = {"present": "present", "apologies": "apologies", "absent": "absent"}


class AttendanceRefused(CorcomError):
    """A mark that cannot be, of `name`; `wrong` says why.

    presence, delegation (none that is known), name (there is none), twice, proxy_itself, proxy_absent (who is to speak is
    not there), speaks (for another), unmarked, not_taken, closed, open.
    """

    def __init__(self, wrong: str, name: str = "") -> None:
        super().__init__(f"attendance: {wrong} {name}".strip())
        self.wrong = wrong
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendancePerson:
    """Somebody of a delegation. `here`: whether they were there; None as long as nobody marked them."""

    name: str
    title: str = ""
    function: str = ""
    is_head: bool = False
    here: bool | None = None
    on_the_spot: bool = False
    number: int = 0
    version: int = 0

    @property
    def called(self) -> str:
        """Title and name."""
        return f"{self.title} {self.name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLine:
    """One delegation. `role` is what it holds in the body; `speaker` who speaks for it by proxy."""

    delegation: Actor
    presence: Presence = "expected"
    role: str = ""
    special: bool = False
    speaker: Actor | None = None
    people: tuple[AttendancePerson, ...] = ()
    number: int = 0
    version: int = 0
    changed_by: str = ""

    @property
    def present(self) -> tuple[AttendancePerson, ...]:
        """Its people who were there, the head first."""
        there = [one for one in self.people if one.here]
        return tuple(sorted(there, key=lambda one: not one.is_head))


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAttendance:
    """Everybody who was expected at a meeting or came. `is_closed`: nothing is marked any more."""

    meeting: int
    lines: tuple[AttendanceLine, ...]
    is_closed: bool = False

    def marked(self, *presences: Presence) -> tuple[AttendanceLine, ...]:
        """The delegations that are marked in one of these ways."""
        return tuple(line for line in self.lines if line.presence in presences)

    @property
    def entries(self) -> tuple[AttendanceEntry, ...]:
        """The same as a record of the meeting has it: who was there, who sent apologies, who was missed.

        A record knows no proxies: whoever was represented by another is neither there nor missed, and is left out, like
        those whom nobody marked.
        """
        return tuple(
            AttendanceEntry(
                delegation=line.delegation,
                status=_STATUSES[line.presence],
                role=line.role,
                people=tuple(one.called for one in line.present),
            )
            for line in self.lines
            if line.presence in _STATUSES
        )


def check_presence(presence: str) -> None:
    """Refuse a mark that is none. Errors: `AttendanceRefused`."""
    if presence not in get_args(Presence):
        raise AttendanceRefused("presence", presence)


def check_speaker(lines: Sequence[AttendanceLine], absent: AttendanceLine, speaker: str) -> AttendanceLine:
    """The delegation that speaks for another: one that is there, and not the same. Errors: `AttendanceRefused`."""
    if absent.delegation.code == speaker:
        raise AttendanceRefused("proxy_itself", absent.delegation.name)
    found = next((line for line in lines if line.delegation.code == speaker), None)
    if found is None or found.presence != "present":
        raise AttendanceRefused("proxy_absent", found.delegation.name if found else speaker)
    return found
