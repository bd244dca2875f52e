"""Offices in the list of owners, by the names under which the text knows their holders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corcom.minutes.domain.reading import ActionPoint, Attendance, Mandate


def named_owners(
    points: Sequence[ActionPoint], attendance: Sequence[Attendance], mandates: Sequence[Mandate], body: str | None
) -> list[ActionPoint]:
    """The action points with their owners named as the text names them.

    "the Committee" is the body of the minutes; "the Secretariat" the one in the attendance list; a President-designate
    is the State that holds the office, where list or text says which. The President stays the President.
    """
    known = _known(attendance, mandates, body)
    named: list[ActionPoint] = []
    for point in points:
        owner = tuple(dict.fromkeys(known.get(name, name) for name in point.owner))
        named.append(point if owner == point.owner else replace(point, owner=owner))
    return named


def _known(attendance: Sequence[Attendance], mandates: Sequence[Mandate], body: str | None) -> dict[str, str]:
    known: dict[str, str] = {}
    if body and body.endswith(("Committee", "Bureau", "Board")):
        known["Committee"] = body
    designate = {a.delegation for a in attendance if a.delegation and "designate" in (a.role or "").lower()}
    designate |= {
        m.holders[0] for m in mandates if len(m.holders) == 1 and m.theme.lower().startswith("president-designate")
    }
    if len(designate) == 1:
        known["President-designate"] = designate.pop()
    secretariats = {a.delegation for a in attendance if a.delegation and "secretariat" in a.delegation.lower()}
    if len(secretariats) == 1:
        known["Secretariat"] = secretariats.pop()
    return known
