"""Attendance as a table with a head: name, delegation, capacity; or members with crosses for present and absent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corcom.kernel.plain import words
from corcom.minutes.domain.people.person_names import looks_like_a_name, people_in
from corcom.minutes.domain.people.roll import is_person
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.gazetteer import fold, party

_EITHER = re.compile(r"\s*(?:/|\bor\b|\band\b|&)\s*")
_PART_OF_NAME = re.compile(r"\bof\b|Republic|State")
_WHOLES = {"un", "united nations", "un system"}
_NO = {"no", "n", "-", "0", "not present"}
_EXCUSED = re.compile(r"apolog|excus|regret")
_LONGEST_HEAD = 120
_CELL = re.compile(r"\t|\s*\|\s*")
_TABS = re.compile(r"\t[ \t]*|\s*\|\s*")
"""Between the cells of a table that was flattened by as many tabs as each row needed."""
_UNEVEN = re.compile(r"\S\t[ \t]*\t[ \t]*\S")
_HEADS = {
    "delegation": r"delegations?|(?:delegation|member|state|organi[sz]ation)\(s\)|countr(?:y|ies)|states?(?:\s+part(?:y|ies))?|organi[sz]ations?|institutions?|entity|(?:permanent\s+)?missions?|members?|part(?:y|ies)|affiliation|representing",
    "name": r"(?:(?:representative|delegate|participant|name)\(s\))|(?:full\s+|first\s+|family\s+)?names?(?:\s+of\s+\w+)?|persons?|participants?|(?:representatives?|delegates?|attendees?)(?:\s+names?)?|people",
    "role": r"capacity|functions?|(?:job\s+)?titles?|position|role|office|designation",
    "address": r"e-?mails?(?:\s+address(?:es)?)?|contacts?|(?:tele)?phone|signature|remarks?",
    "present": r"present|attended|attendance|status",
    "absent": r"absent|absence",
    "excused": r"apolog\w+(?:\s+received)?|excused|regrets",
}
_HEAD = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _HEADS.items()}
_CROSSES = re.compile(rf"\b(?:{_HEADS['present']}|{_HEADS['absent']}|{_HEADS['excused']})\b", re.IGNORECASE)


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
    if len(line) > _LONGEST_HEAD or ("	" not in line and "|" not in line):
        return None
    cells = [cell.strip(" *|") for cell in _gap(line).split(line.strip(" |"))]
    if not 2 <= len(cells) <= 8:
        return None
    columns: dict[str, int] = {}
    for at, cell in enumerate(cells):
        parts = _EITHER.split(cell)
        for name, pattern in _HEAD.items():
            if name not in columns and any(map(pattern.fullmatch, parts)):
                columns[name] = at
                break
    who = "delegation" in columns
    return columns if who and len(columns) >= 2 and sum(bool(cell) for cell in cells) <= len(columns) + 2 else None


def _gap(head: str) -> re.Pattern[str]:
    """What parts the cells of a table by its head: single tabs, or runs of them where the head has such.

    Where crosses say who was there, an empty cell says something too.
    """
    return _TABS if _UNEVEN.search(head) and not _CROSSES.search(head) else _CELL


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
    gap = _gap(minutes.text[found[0].body : found[0].end])
    indent = _indent(minutes, found[0], gap)
    rolls: list[Roll] = []
    for block in found[1:]:
        cells = _cells(minutes, block, gap)[indent:]
        name = _cell(cells, columns.get("delegation"))
        if not name or len([c for c in cells if c[1] > c[0]]) + (not _spelled(minutes, name)) < 2:
            continue
        if _spelled(minutes, name):
            _row(minutes, rolls, cells, columns, name)
        elif rolls:
            # A row without a delegation goes on with the one above it.
            rolls[-1].people.extend(_people(minutes, cells, columns))
    return rolls


def _indent(minutes: MinutesText, head: Block, gap: re.Pattern[str]) -> int:
    """The empty cells before the head of a table."""
    cells = _cells(minutes, head, gap)
    return next((at for at, cell in enumerate(cells) if cell[1] > cell[0]), 0)


def _spelled(minutes: MinutesText, cell: tuple[int, int]) -> bool:
    return re.search(r"[^\W\d_]{2}", minutes.text[cell[0] : cell[1]]) is not None


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
    if bracket and (part := party(bracket[1])) and part.kind == "organisation" and fold(shown) in _WHOLES:
        shown, bracket = bracket[1], None  # "UN (UNMAS)" is the part that came
    known = party(shown)
    status = _status(minutes, cells, columns)
    role = _cell(cells, columns.get("role"))
    roll = Roll(
        known.name if known and known.kind == "state" else shown,
        name[0],
        name[1],
        status,
        bracket[1]
        if bracket and not _PART_OF_NAME.search(bracket[1])
        else words(minutes.text[role[0] : role[1]]) or None
        if role
        else None,
        known=known is not None,
    )
    same = next((one for one in rolls if one.name == roll.name and one.status == status), None)
    if same is None:
        rolls.append(roll)
    (same or roll).people.extend(_people(minutes, cells, columns))


def _status(minutes: MinutesText, cells: Sequence[tuple[int, int]], columns: dict[str, int]) -> str:
    """Present, apologies or absent, by the crosses or words of the columns for them."""
    said = {name: cell for name in ("present", "absent", "excused") if (cell := _cell(cells, columns.get(name)))}
    told = {name: minutes.low[start:stop].strip() for name, (start, stop) in said.items()}
    crossed = {name for name, text in told.items() if text and text not in _NO}
    if any(_EXCUSED.search(text) for text in told.values()) or "excused" in crossed:
        return "apologies"
    missing = told.get("present") in _NO - {"-"} or any("absent" in text for text in told.values())
    return "absent" if "absent" in crossed or missing else "present"


def _people(minutes: MinutesText, cells: Sequence[tuple[int, int]], columns: dict[str, int]) -> list[str]:
    """The people that a row names."""
    cell = _cell(cells, columns.get("name")) or _second(cells, columns)
    found = people_in(words(minutes.text[cell[0] : cell[1]])) if cell else []
    return [name for name in found if looks_like_a_name(name) or is_person(name)]


def _cells(minutes: MinutesText, block: Block, between: re.Pattern[str]) -> list[tuple[int, int]]:
    """The cells of a row; empty ones at its beginning, of which only tabs are left, are cells too."""
    start = minutes.text.rfind("\n", 0, block.start) + 1
    if minutes.text[start : block.start].strip(" \t"):
        start = block.start
    if minutes.text[block.start] == "|":
        start = block.start + 1
    cells: list[tuple[int, int]] = []
    line = minutes.text[start : block.end].rstrip("|")
    at = 0
    for gap in [*between.finditer(line), None]:
        stop = gap.start() if gap else len(line)
        lead = len(line[at:stop]) - len(line[at:stop].lstrip())
        cells.append((start + at + lead, start + at + max(lead, len(line[at:stop].rstrip()))))
        at = gap.end() if gap else stop
    return cells


def _cell(cells: Sequence[tuple[int, int]], at: int | None) -> tuple[int, int] | None:
    return cells[at] if at is not None and at < len(cells) else None


def _second(cells: Sequence[tuple[int, int]], columns: dict[str, int]) -> tuple[int, int] | None:
    """The cell behind the delegation where the head leaves the people's column unnamed."""
    at = columns["delegation"] + 1
    return cells[at] if at < len(cells) and at not in columns.values() else None
