"""The lines of an attendance list, put back in order.

A list in two columns that was flattened into tabs or spaces, or whose rows were interleaved, is read column by column;
a table with a delegation and its people on each row is read row by row. Every entry keeps its place in the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from corcom.documents.domain.text import Mark
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.gazetteer import party

_GAP = re.compile(r"[ \u00a0]*\t[\s\u00a0]*|(?<=\S)[ \u00a0]{3,}|\s*\|\s*")
_HONORIFIC = (
    r"(?:H\.?\s?E\.?|Mr\.?|Ms\.?|Mrs\.?|Miss|Mme\.?|Mlle\.?|Dr\.?|Prof\.?|Professor|Amb\.?|Ambassador|Commander|Cdr\.?|Col\.?|Colonel|Lt\.?"
    r"|Lieutenant|Major|Maj\.?|Capt\.?|Captain|General|Gen\.?|Brig\.?|Brigadier|Sir|(?:Counsellor|Minister)(?=\s+[A-Z])(?!\s+(?:Counsel|Plenip))|Sra?\.?|M\.|Msgr\.?|Monsignor|Rev\.?)"
)
PERSON = re.compile(rf"\s*{_HONORIFIC}(?=[\s.])\s*(?=[^\W\d_])")
HONORIFIC = re.compile(_HONORIFIC + r"(?=[\s.])")


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell or line of an attendance list; `row` tells which entries shared a line."""

    start: int
    end: int
    row: int
    column: int


def is_person(text: str) -> bool:
    """Whether a cell names a person by an honorific."""
    return bool(PERSON.match(text))


def is_delegation(text: str) -> bool:
    """Whether a cell opens with a State or organisation that the gazetteer knows."""
    head = re.split(r"\s[-:]\s|\s{0,9}[(:,;/]|\s-|\bin (?:its|their)? ?capacity\b", text.strip(" *-."), maxsplit=1)[0]
    return party(head) is not None or party(text) is not None


def entries(minutes: MinutesText, found: Sequence[Block]) -> list[Entry]:
    """The entries of an attendance list, in the order in which they are to be read."""
    cells = _marked(minutes, found) or _flattened(minutes, found)
    by_row: dict[int, list[Entry]] = defaultdict(list)
    for cell in cells:
        by_row[cell.row].append(cell)
    if _by_row(minutes, list(by_row.values())):
        return [cell for row in by_row.values() for cell in sorted(row, key=lambda cell: cell.column)]
    return sorted(cells, key=lambda cell: (cell.column, cell.row, cell.start))


def _marked(minutes: MinutesText, found: Sequence[Block]) -> list[Entry]:
    """Entries from the cells that the document's format names: each line of a cell is an entry."""
    if not found:
        return []
    marks = [m for m in minutes.marks if m.kind == "cell" and found[0].start <= m.start and m.end <= found[-1].end]
    if not marks:
        return []
    entries = [entry for mark in marks for entry in _lines_of(minutes, mark)]
    inside = {(m.start, m.end) for m in marks}
    below = max(mark.row for mark in marks) + 1
    for at, block in enumerate(found):
        if not any(start <= block.start and block.end <= end for start, end in inside) and not any(
            block.start <= start and end <= block.end for start, end in inside
        ):
            # Text between or after tables stands below them, in no column of theirs.
            entries.append(Entry(block.start, block.end, below + at, 99))
    return entries


def _lines_of(minutes: MinutesText, mark: Mark) -> list[Entry]:
    found: list[Entry] = []
    at = mark.start
    for line in minutes.text[mark.start : mark.end].split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped[0])
            found.append(
                Entry(start, start + len(stripped), mark.table * 1000 + mark.row, mark.table * 100 + mark.column)
            )
        at += len(line) + 1
    return found


def _flattened(minutes: MinutesText, found: Sequence[Block]) -> list[Entry]:
    """Entries from lines whose columns were flattened: the left column first, then what stood to its right."""
    rows = [_cells(minutes, block.start, block.end, block.indent) for block in found]
    split = _split(rows)
    cells: list[Entry] = []
    for number, row in enumerate(rows):
        for place, (start, end, column) in enumerate(row):
            right = split is not None and (column >= split or place > 0)
            side = 0 if not right else 1
            cells.append(Entry(start, end, number, side if split is not None else place))
    return cells


def _cells(minutes: MinutesText, start: int, end: int, indent: int) -> list[tuple[int, int, int]]:
    """(start, end, visual column) of each cell on a line."""
    line = minutes.text[start:end]
    cells: list[tuple[int, int, int]] = []
    at = 0
    column = indent
    for gap in [*_GAP.finditer(line), None]:
        stop = gap.start() if gap else len(line)
        if line[at:stop].strip():
            lead = len(line[at:stop]) - len(line[at:stop].lstrip())
            cells.append((start + at + lead, start + at + len(line[at:stop].rstrip()), column))
        if gap:
            for letter in line[at : gap.end()]:
                column = (column // 8 + 1) * 8 if letter == "\t" else column + 1
            at = gap.end()
    return cells


def _split(rows: Sequence[Sequence[tuple[int, int, int]]]) -> int | None:
    """The visual column at which a second column of the list begins, or None where there is one column only."""
    seconds = sorted(row[1][2] for row in rows if len(row) > 1)
    if not seconds:
        return None
    return max(20, int(seconds[len(seconds) // 4] * 0.6))


def _by_row(minutes: MinutesText, rows: Sequence[Sequence[Entry]]) -> bool:
    """Whether a table has a delegation and its people on each row."""
    pairs = [row for row in rows if len(row) > 1]
    if not pairs:
        return True
    fitting = 0
    for row in pairs:
        cells = [minutes.shadow[cell.start : cell.end] for cell in sorted(row, key=lambda cell: cell.start)]
        kinds = ["p" if is_person(cell) else "d" if is_delegation(cell) else "?" for cell in cells]
        if kinds[0] == "d" and kinds.count("d") == 1:
            fitting += 1
        elif "d" in kinds[1:] or (kinds[0] == "p" and kinds[1] == "p"):
            fitting -= 1
    return fitting > len(pairs) * 0.5
