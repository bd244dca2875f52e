"""Attendance as somebody writes it, one delegation a line: "Croatia: Ana Horvat, Ivan Babić"; and the way back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corcom.meetings.domain.meeting import AttendanceEntry, Status

_BETWEEN_PEOPLE = re.compile(r"[;,]")


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLine:
    """A delegation and its people; `start:end` is the line in the text it was read from."""

    delegation: str
    people: tuple[str, ...]
    start: int = 0
    end: int = 0


def attendance_lines(text: str) -> Iterator[AttendanceLine]:
    r"""The delegations of a text; empty lines are passed over.

    >>> [(one.delegation, one.people) for one in attendance_lines("Croatia: Ana Horvat, Ivan Babić\nICRC")]
    [('Croatia', ('Ana Horvat', 'Ivan Babić')), ('ICRC', ())]
    """
    at = 0
    for line in text.split("\n"):
        name, _, people = line.partition(":")
        if name.strip():
            named = tuple(one.strip() for one in _BETWEEN_PEOPLE.split(people) if one.strip())
            yield AttendanceLine(delegation=name.strip(), people=named, start=at, end=at + len(line))
        at += len(line) + 1


def as_lines(entries: Iterable[AttendanceEntry], status: Status) -> str:
    """Those of one status as such a text; people without a delegation stand each on a line of their own.

    >>> from corcom.kernel.actor import Actor
    >>> as_lines([AttendanceEntry(delegation=Actor("HRV", "Croatia"), status="present", people=("Ana Horvat",))], "present")
    'Croatia: Ana Horvat'
    """
    lines: list[str] = []
    for entry in entries:
        if entry.status != status:
            continue
        if entry.delegation is None:
            lines += entry.people
        else:
            people = ", ".join(entry.people)
            lines.append(f"{entry.delegation.name}: {people}" if people else entry.delegation.name)
    return "\n".join(lines)
