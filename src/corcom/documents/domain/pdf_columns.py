"""Tables and lists set in columns in a .pdf, found by the gaps that run down between their columns.

A region is a run of lines through which at least one gap runs without being crossed, and in which what stands right of
the gap begins at the same place. It is a list in columns (read down each column), a table of records (read row by row),
or running text in columns.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

from corcom.documents.domain.blocks import Cell, Paragraph, Table
from corcom.documents.domain.compose import is_list, is_person
from corcom.documents.domain.pdf_lines import STARTS, Line, Segment

_ALIGNED: Final = 4.0
"""Points by which the starts of one column may differ."""
_MOST: Final = 0.4
"""Of the lines of right columns, those that begin at one place: tabs do not always fall where they were meant to."""
_SPACED: Final = 1.35
"""Times the usual distance of lines: a space between groups."""
_NUMBERED: Final = re.compile(r"(?:\d{1,2}\.|[IVX]{1,5}\.|\d{1,2}(?:\.\d{1,2})+)\s")
_LONGEST: Final = 600
"""Lines of one region."""


Span: TypeAlias = tuple[float, float]
"""From left to right, in points."""


@dataclass(slots=True)
class Region:
    """Lines `start` to `end` (exclusive) and where their columns begin."""

    start: int
    end: int
    columns: list[float]

    def column(self, segment: Segment) -> int:
        return max(0, bisect_right(self.columns, segment.x0 + _ALIGNED) - 1)


def regions(lines: list[Line]) -> list[Region]:
    """The regions among `lines`, from top to bottom."""
    found: list[Region] = []
    at = 0
    while at < len(lines):
        region = _region(lines, at) if len(lines[at].segments) > 1 else None
        if region is None:
            at += 1
        else:
            found.append(region)
            at = region.end
    return found


def _region(lines: list[Line], start: int) -> Region | None:
    """The region that begins with a line in several segments, if it is one."""
    union = _merged([], lines[start].segments)
    several = [lines[start]]
    end = start + 1
    last = start
    while end < len(lines) and end - start < _LONGEST:
        line = lines[end]
        wider = _merged(union, line.segments)
        more = [*several, line] if len(line.segments) > 1 else several
        columns = _starts(wider, more)
        if len(columns) < 2:
            break
        right = line.segments[-1].x1 > columns[1]
        if not right and _NUMBERED.match(line.text):
            break
        union, several = wider, more
        end += 1
        last = end - 1 if right else last
    region = Region(start, last + 1, _starts(_union(lines[start : last + 1]), several))
    if len(region.columns) < 2 or not _holds(lines, region):
        return None
    region.end = _trailing(lines, region, end)
    return region


def _union(lines: list[Line]) -> list[Span]:
    union: list[Span] = []
    for line in lines:
        union = _merged(union, line.segments)
    return union


def _merged(union: list[Span], segments: list[Segment]) -> list[Span]:
    merged: list[Span] = []
    for low, high in sorted([*union, *((each.x0, each.x1) for each in segments)]):
        if merged and low <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], high)
        else:
            merged.append((low, high))
    return merged


def _starts(union: list[Span], several: list[Line]) -> list[float]:
    """Where columns begin: at a gap in the union of all lines on both sides of which one line has words."""
    found = [union[0][0]]
    group = union[0]
    for span in union[1:]:
        if any(_has(line, group) and _has(line, span) for line in several):
            found.append(span[0])
            group = span
        else:
            group = group[0], span[1]
    return found


def _has(line: Line, span: Span) -> bool:
    return any(span[0] <= each.x0 and each.x1 <= span[1] for each in line.segments)


def _holds(lines: list[Line], region: Region) -> bool:
    """Two lines at least in several columns, and right columns most of whose lines begin (or end) at one place."""
    inside = lines[region.start : region.end]
    if sum(1 for line in inside if len({region.column(each) for each in line.segments}) > 1) < 2:
        return False
    right = [each for line in inside for each in line.segments if region.column(each) > 0]
    for places in (Counter(_place(each.x0) for each in right), Counter(_place(each.x1) for each in right)):
        if sum(count for _, count in places.most_common(len(region.columns) - 1)) >= _MOST * len(right):
            return True
    return False


def _place(x: float) -> int:
    return round(x / _ALIGNED)


def _trailing(lines: list[Line], region: Region, end: int) -> int:
    """Where the region ends, when its first column is longer than the others.

    Lines that were drawn before the end of the right column belong to the table for sure; of those that follow, groups
    that name people do.
    """
    page = lines[region.end - 1].page
    drawn = max(each.last for line in lines[region.start : region.end] if line.page == page for each in line.segments)
    while region.end < end and lines[region.end].page == page and lines[region.end].segments[0].order < drawn:
        region.end += 1
    if not is_list(visual(lines, region)):
        return region.end
    usual = _usual([line.gap for line in lines[region.start : region.end]])
    at = kept = region.end
    while at < end:
        stop = at + 1
        while stop < end and (lines[stop].gap or usual) < _SPACED * usual:
            stop += 1
        if any(is_person(line.text) for line in lines[at:stop]):
            kept = stop
        elif stop - at > 2:
            break
        at = stop
    return kept


def _usual(gaps: list[float | None]) -> float:
    """The distance that most lines have; the smaller one where two are as frequent."""
    known = [round(gap, 1) for gap in gaps if gap is not None and gap > 0]
    if not known:
        return 1.2
    counts = Counter(known)
    most = max(counts.values())
    return min(gap for gap, count in counts.items() if count * 2 >= most)


def visual(lines: list[Line], region: Region) -> Table:
    """The region as it looks: one row a line."""
    table = Table()
    for line in lines[region.start : region.end]:
        cells: dict[int, Cell] = {}
        for segment in line.segments:
            column = region.column(segment)
            cell = cells.setdefault(column, Cell(column))
            cell.paragraphs.append(Paragraph(segment.text, bold=list(segment.bold)))
        table.rows.append(list(cells.values()))
    return table


def as_list(lines: list[Line], region: Region) -> Table:
    """A list in columns: in each column a cell for each line, an empty one where a space sets groups apart."""
    columns: list[list[Paragraph]] = []
    for column in range(len(region.columns)):
        own = [
            (line, segment)
            for line in lines[region.start : region.end]
            for segment in line.segments
            if region.column(segment) == column
        ]
        gaps = [_distance(above[0], below[0]) for above, below in pairwise(own)]
        usual = _usual(gaps)
        entries: list[Paragraph] = []
        for number, (_, segment) in enumerate(own):
            gap = gaps[number - 1] if number else None
            if gap is not None and gap > _SPACED * usual:
                entries.append(Paragraph(""))
            entries.append(Paragraph(segment.text, bold=list(segment.bold)))
        columns.append(entries)
    table = Table()
    for row in range(max(len(entries) for entries in columns)):
        table.rows.append(
            [Cell(column, [entries[row]]) for column, entries in enumerate(columns) if row < len(entries)]
        )
    return table


def _distance(above: Line, below: Line) -> float | None:
    """From line to line in sizes of letters; None across pages."""
    return (above.y - below.y) / max(below.size, 1.0) if above.page == below.page else None


def as_records(lines: list[Line], region: Region) -> Table:
    """A table of records: lines that belong to one row are put together, wrapped lines joined."""
    table = Table()
    edges = _edges(lines, region)
    for row in _row_lines(lines[region.start : region.end], region, edges):
        cells: dict[int, Cell] = {}
        ends: dict[int, float] = {}
        for line in row:
            for segment in line.segments:
                column = region.column(segment)
                cell = cells.setdefault(column, Cell(column))
                wraps = _wraps(segment, room=edges[column] - ends.get(column, 0.0), size=line.size)
                if cell.paragraphs and wraps and not STARTS.match(segment.text):
                    _continue(cell.paragraphs[-1], segment)
                else:
                    cell.paragraphs.append(Paragraph(segment.text, bold=list(segment.bold)))
                ends[column] = segment.x1
        table.rows.append([cells[column] for column in sorted(cells)])
    return table


def _edges(lines: list[Line], region: Region) -> dict[int, float]:
    """How far to the right the words of each column reach."""
    edges: dict[int, float] = {}
    for line in lines[region.start : region.end]:
        for segment in line.segments:
            column = region.column(segment)
            edges[column] = max(edges.get(column, 0.0), segment.x1)
    return edges


def _wraps(segment: Segment, *, room: float, size: float) -> bool:
    """Whether its first word would not have fitted into the room that the line above leaves."""
    return room < segment.first + size * 0.3


def _continue(paragraph: Paragraph, segment: Segment) -> None:
    shift = len(paragraph.text) + 1
    paragraph.text += " " + segment.text
    paragraph.bold += [(low + shift, high + shift) for low, high in segment.bold]


def _row_lines(lines: list[Line], region: Region, edges: dict[int, float]) -> list[list[Line]]:
    """The lines of each row.

    Programs draw a table cell by cell, so that a later line of the first cell comes before the second cell: a row ends
    where all that is drawn above comes before all below. A line without a first cell, or with nothing but the rest of
    a cell that was full, continues the row above, unless a space sets it apart.
    """
    usual = _usual([line.gap for line in lines[1:]])
    lowest = _lowest(lines)
    rows: list[list[Line]] = []
    highest = -1
    ends: dict[int, float] = {}
    for at, line in enumerate(lines):
        same_page = at > 0 and lines[at - 1].page == line.page
        highest = highest if same_page else -1
        first = region.column(line.segments[0])
        apart = same_page and (line.gap or 0) > _SPACED * usual
        room = edges[first] - ends.get(first, 0.0)
        rest = first > 0 or (len(line.segments) == 1 and _wraps(line.segments[0], room=room, size=line.size))
        if not rows or (lowest[at] > highest and (apart or not rest)):
            rows.append([])
            ends = {}
        rows[-1].append(line)
        ends |= {region.column(each): each.x1 for each in line.segments}
        highest = max(highest, *(each.last for each in line.segments))
    return rows


def _lowest(lines: list[Line]) -> list[int]:
    """For each line the first piece that was drawn on it or below it on its page."""
    lowest = [min(each.order for each in line.segments) for line in lines]
    for at in range(len(lines) - 2, -1, -1):
        if lines[at + 1].page == lines[at].page:
            lowest[at] = min(lowest[at], lowest[at + 1])
    return lowest


def is_running_text(lines: list[Line], region: Region) -> bool:
    """Whether the columns hold running text: many lines, nearly all of them full."""
    inside = lines[region.start : region.end]
    if len(inside) < 8 or len(region.columns) > 3:
        return False
    edges = _edges(lines, region)
    segments = [(region.column(each), each, line.size) for line in inside for each in line.segments]
    full = sum(1 for column, each, size in segments if each.x1 > edges[column] - 4 * size)
    return full >= 0.7 * len(segments) and sum(len(each.text) for _, each, _ in segments) > 30 * len(segments)
