"""Attendance as a table with a head: name, delegation, capacity; or members with crosses for present and absent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corcom.kernel.plain import words
from corcom.minutes.domain.people.roll_words import looks_like_a_name
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.gazetteer import party

_CELL = re.compile(r"\t|\s*\|\s*")
_HEADS = {
    "delegation": r"delegations?|countr(?:y|ies)|states?(?:\s+part(?:y|ies))?|organi[sz]ations?|members?|part(?:y|ies)|affiliation|representing",
    "name": r"names?|persons?|participants?|representatives?|people",
    "role": r"capacity|functions?|titles?|position|role|office",
    "present": r"present|attended|attendance",
    "absent": r"absent|apologies|excused|regrets",
}


@dataclass(slots=True)
class Roll:
    """A delegation while its people are being found; `status` present, apologies, absent (or "label")."""

    name: str | None
    start: int
    end: int
    status: str
    role: str | None = None
    people: list[str] = field(default_factory=list)
    known: bool = True


def people_columns(line: str) -> dict[str, int] | None:
    r"""The columns of a table of people by its head; None for any other line.

    >>> people_columns("Name\tDelegation\tCapacity")
    {'name': 0, 'delegation': 1, 'role': 2}
    """
    if len(line) > 120 or ("\t" not in line and "|" not in line):
        return None
    cells = [cell.strip(" *|") for cell in _CELL.split(line.strip(" |"))]
    if not 2 <= len(cells) <= 8:
        return None
    columns: dict[str, int] = {}
    for at, cell in enumerate(cells):
        for name, pattern in _HEADS.items():
            if name not in columns and re.fullmatch(pattern, cell, re.IGNORECASE):
                columns[name] = at
                break
    who = "delegation" in columns
    return columns if who and len(columns) >= 2 and sum(bool(cell) for cell in cells) <= len(columns) + 2 else None


def takewhile_rows(blocks: Sequence[Block], at: int) -> Iterator[Block]:
    """The rows that follow a head, up to the next paragraph."""
    while at < len(blocks) and not blocks[at].level and not blocks[at].label:
        # A line between two parts of a table ("Also attending") belongs to it.
        short = blocks[at].end - blocks[at].start < 40
        between = short and at + 1 < len(blocks) and blocks[at + 1].kind == "row"
        if blocks[at].kind != "row" and blocks[at].gap and not between:
            return
        yield blocks[at]
        at += 1


def people_table(minutes: MinutesText, found: Sequence[Block]) -> list[Roll]:
    """The delegations and people of a table; the first of `found` is its head."""
    columns = people_columns(minutes.text[found[0].body : found[0].end]) or {}
    rolls: list[Roll] = []
    for block in found[1:]:
        cells = _cells(minutes, block)
        name = _cell(cells, columns.get("delegation"))
        if (
            not name
            or not re.search(r"[^\W\d_]{2}", minutes.text[name[0] : name[1]])
            or len([c for c in cells if c[1] > c[0]]) < 2
        ):
            continue
        _row(minutes, rolls, cells, columns, name)
    return rolls


def _row(
    minutes: MinutesText,
    rolls: list[Roll],
    cells: Sequence[tuple[int, int]],
    columns: dict[str, int],
    name: tuple[int, int],
) -> None:
    written = words(minutes.text[name[0] : name[1]])
    bracket = re.search(r"\s*\(([^)]*)\)$", written)
    shown = written[: bracket.start()] if bracket else written
    known = party(shown)
    absent = _cell(cells, columns.get("absent"))
    crossed = minutes.low[absent[0] : absent[1]].strip() if absent else ""
    status = "present" if not crossed else "apologies" if "apolog" in crossed or "excus" in crossed else "absent"
    role = _cell(cells, columns.get("role"))
    roll = Roll(
        known.name if known and known.kind == "state" else shown,
        name[0],
        name[1],
        status,
        bracket[1] if bracket else words(minutes.text[role[0] : role[1]]) or None if role else None,
        known=known is not None,
    )
    same = next((one for one in rolls if one.name == roll.name and one.status == status), None)
    if same is None:
        rolls.append(roll)
    person = _cell(cells, columns.get("name")) or _second(cells, columns)
    text = words(minutes.text[person[0] : person[1]]) if person else ""
    if text and (looks_like_a_name(text) or re.match(r"(?:H\.E|M[rs]|Dr|Amb)", text)):
        (same or roll).people.append(text)


def _cells(minutes: MinutesText, block: Block) -> list[tuple[int, int]]:
    cells: list[tuple[int, int]] = []
    line = minutes.text[block.start : block.end].strip("|")
    at = 0
    for gap in [*_CELL.finditer(line), None]:
        stop = gap.start() if gap else len(line)
        lead = len(line[at:stop]) - len(line[at:stop].lstrip())
        cells.append((block.start + at + lead, block.start + at + max(lead, len(line[at:stop].rstrip()))))
        at = gap.end() if gap else stop
    return cells


def _cell(cells: Sequence[tuple[int, int]], at: int | None) -> tuple[int, int] | None:
    return cells[at] if at is not None and at < len(cells) else None


def _second(cells: Sequence[tuple[int, int]], columns: dict[str, int]) -> tuple[int, int] | None:
    """The cell behind the delegation where the head leaves the people's column unnamed."""
    at = columns["delegation"] + 1
    return cells[at] if at < len(cells) and at not in columns.values() else None
