"""What is known of who was there, put together from the lists and sentences of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from corcom.kernel.source import Certainty
from corcom.minutes.domain.people.people_table import Roll
from corcom.minutes.domain.reading import Absence, Attendance
from corcom.minutes.domain.text.minutes_text import MinutesText

_LONGEST_REST = 120
"""What may stand between the last name of an entry and its closing bracket."""


@dataclass(slots=True)
class Attended:
    """Delegations present and absent, and the offsets that the lists cover."""

    attendance: list[Attendance] = field(default_factory=list)
    absences: list[Absence] = field(default_factory=list)
    zones: list[tuple[int, int]] = field(default_factory=list)


def keep(minutes: MinutesText, rolls: Sequence[Roll], result: Attended) -> None:
    """Put what was found into the record; a delegation that is named twice stands there once, with all its people."""
    seen = {item.delegation: at for at, item in enumerate(result.attendance) if item.delegation}
    gone = {item.delegation for item in result.absences}
    for roll in rolls:
        proof = minutes.evidence(roll.start, _closed(minutes.shadow, roll.start, roll.end))
        certainty: Certainty = "certain" if roll.known and roll.name else "likely"
        if roll.status in {"apologies", "absent"}:
            if roll.name and roll.name not in gone:
                kind: Literal["apologies", "absent"] = "apologies" if roll.status == "apologies" else "absent"
                result.absences.append(Absence(delegation=roll.name, kind=kind, evidence=proof, certainty=certainty))
        elif roll.name in seen:
            at = seen[roll.name]
            before = result.attendance[at]
            people = tuple(dict.fromkeys((*before.people, *roll.people)))
            result.attendance[at] = replace(before, people=people, role=before.role or roll.role)
        else:
            if roll.name:
                seen[roll.name] = len(result.attendance)
            result.attendance.append(
                Attendance(
                    delegation=roll.name, people=tuple(roll.people), role=roll.role, evidence=proof, certainty=certainty
                )
            )


def _closed(shadow: str, start: int, end: int) -> int:
    """The end of an entry with the bracket that is open there: "Peru (Ms Luz)", not "Peru (Ms Luz"."""
    if shadow.count("(", start, end) <= shadow.count(")", start, end):
        return end
    close = shadow.find(")", end, end + _LONGEST_REST)
    rest = shadow[end:close] if close >= 0 else "("
    return end if "(" in rest or "\n" in rest else close + 1
