"""Pieces of text on a page of a .pdf put together as lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from corcom.documents.domain.blocks import Span, after_bullet, plain
from corcom.documents.domain.pdf_glyphs import Piece
from corcom.documents.domain.right_to_left import as_read, runs_from_right

_SAME: Final = 0.45
"""Of the size of the letters: base lines nearer than this are one line."""
_APART: Final = 0.9
"""Of the size of the letters: a gap that may be the one between two columns."""
_SAME_SMALL: Final = 0.62
"""Likewise where one is set much smaller: a raised number."""
_RAISED: Final = 0.1
_SMALL: Final = 0.8
_LABEL: Final = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})[.)]|\d{1,2}(?:\.\d{1,2}){1,4}[.)]?(?:[a-z][.)]?)?|-|[A-Z]\.|\d{1,2})$"
)
STARTS: Final = re.compile(
    r"(?:- |\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})[.)]\s|\d{1,2}(?:\.\d{1,2}){1,4}[.)]?(?:[a-z][.)]?)?\s)\s*\S"
)
"""A line that begins with the label of an item or a heading."""


@dataclass(slots=True)
class Segment:
    """Words of one line without a wide gap. `order`: as drawn on its page, the first and the last."""

    x0: float
    x1: float
    text: str
    bold: list[Span] = field(default_factory=list)
    order: int = 0
    last: int = 0
    first: float = 0.0
    """The width of its first word."""


@dataclass(slots=True)
class Line:
    """One line. `gap`: from the line above, in sizes of its letters; None at the top of a page."""

    y: float
    size: float
    segments: list[Segment]
    page: int = 0
    gap: float | None = None
    refers: list[str] = field(default_factory=list)
    """Numbers of notes that stand raised in it."""

    @property
    def x0(self) -> float:
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        return self.segments[-1].x1

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)

    @property
    def is_bold(self) -> bool:
        return all(_all_bold(segment) for segment in self.segments)


def _all_bold(segment: Segment) -> bool:
    return sum(end - start for start, end in segment.bold) >= len(segment.text)


def page_lines(pieces: list[Piece], *, page: int) -> list[Line]:
    """The lines of a page from top to bottom."""
    lines = [line for line in (_line(each, page=page) for each in _rows(pieces)) if line.segments]
    for above, line in pairwise(lines):
        line.gap = (above.y - line.y) / max(line.size, 1.0)
    return lines


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    y, size = 0.0, 0.0
    for piece in sorted((each for each in pieces if each.text.strip()), key=lambda each: -each.y):
        small = min(size, piece.size) < _SMALL * max(size, piece.size)
        if rows and y - piece.y < (_SAME_SMALL if small else _SAME) * max(size, piece.size):
            rows[-1].append(piece)
            if piece.size > size:
                y, size = piece.y, piece.size
        else:
            rows.append([piece])
            y, size = piece.y, piece.size
    return rows


def _line(pieces: list[Piece], *, page: int) -> Line:
    largest = max(pieces, key=lambda each: (each.size, len(each.text)))
    line = Line(largest.y, largest.size, [], page)
    last: Piece | None = None
    for piece in sorted(pieces, key=lambda each: each.x0):
        if _is_reference(piece, line) and line.segments:
            line.refers.append(piece.text.strip())
            last = piece
            continue
        if last is not None and last.text == piece.text and abs(last.x0 - piece.x0) < 0.2 * piece.size:
            continue  # drawn twice, to look bold or to throw a shadow
        _add(line, piece, last)
        last = piece
    for segment in line.segments:
        _settle(segment)
    line.segments = [segment for segment in line.segments if segment.text]
    _join_label(line)
    return line


def _is_reference(piece: Piece, line: Line) -> bool:
    number = piece.text.strip()
    raised = piece.y > line.y + _RAISED * line.size
    return raised and piece.size <= _SMALL * line.size and number.isdigit() and len(number) <= 3


def _add(line: Line, piece: Piece, last: Piece | None) -> None:
    text = plain(piece.text).replace("\t", " ").replace("\n", " ")
    left, right = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    x0, x1 = piece.x0 + left * piece.blank, max(piece.x1 - right * piece.blank, piece.x0)
    before = line.segments[-1] if line.segments else None
    if before is None or x0 - before.x1 > _APART * line.size:
        before = Segment(x0, x1, "", order=piece.order, last=piece.order, first=piece.first)
        line.segments.append(before)
    gap = piece.x0 - (last.x1 if last else piece.x0)
    blank = left or gap > 0.5 * piece.blank or (last is not None and last.text.endswith(" "))
    if before.text and blank and not before.text.endswith(" "):
        before.text += " "
    elif before.text and " " not in before.text:
        before.first = x0 - before.x0 + piece.first  # the word goes on in another font
    start = len(before.text)
    before.text += text.strip(" ")
    if piece.bold:
        before.bold.append((start, len(before.text)))
    before.x1 = max(before.x1, x1)
    before.order, before.last = min(before.order, piece.order), max(before.last, piece.order)


def _settle(segment: Segment) -> None:
    """One blank between words, a bullet as a hyphen, neighbouring bold runs joined."""
    if "  " in segment.text:
        whole = _all_bold(segment)
        segment.text = re.sub(r" {2,}", " ", segment.text)
        segment.bold = [(0, len(segment.text))] if whole else []
    words = after_bullet(segment.text)
    if words is not None:
        rest = segment.text[words:]
        shift = words - (2 if rest else 1)
        segment.bold = [(max(0, low - shift), high - shift) for low, high in segment.bold if high > shift]
        segment.text = f"- {rest}" if rest else "-"
    segment.bold = _together(segment.bold, segment.text)


def _together(spans: list[Span], text: str) -> list[Span]:
    """Spans with nothing but blanks between them as one."""
    found: list[Span] = []
    for low, high in spans:
        if found and not text[found[-1][1] : low].strip():
            found[-1] = found[-1][0], high
        else:
            found.append((low, high))
    return found


def _join_label(line: Line) -> None:
    """The label of an item and its words are one thing, however wide the gap between them."""
    if len(line.segments) > 1 and _LABEL.match(line.segments[0].text):
        label, words = line.segments[:2]
        if words.x0 - label.x1 < 6 * line.size:
            line.segments[:2] = [joined(label, words)]


def joined(one: Segment, two: Segment, between: str = " ") -> Segment:
    """Two segments as one."""
    shift = len(one.text) + len(between)
    text = one.text + between + two.text
    return Segment(
        one.x0,
        max(one.x1, two.x1),
        text,
        _together(one.bold + [(low + shift, high + shift) for low, high in two.bold], text),
        min(one.order, two.order),
        max(one.last, two.last),
        one.first,
    )


def turned(lines: list[Line], *, whole: bool) -> list[Line]:
    """Put the words of a page's lines in the order in which they are read; `whole`: turn the page around as well."""
    for line in lines:
        for segment in line.segments:
            _turn(segment, whole=whole)
            _settle(segment)
        if whole:
            line.segments.reverse()
            _join_label(line)
    return lines


def _turn(segment: Segment, *, whole: bool) -> None:
    shown = segment.text
    segment.text = as_read(shown, right=whole or runs_from_right(shown, share=0.8))
    if segment.text != shown:
        # Where in a line the bold words went is not followed: it is bold from end to end, or not at all.
        bold = sum(high - low for low, high in segment.bold) * 2 > len(shown)
        segment.bold = [(0, len(segment.text))] if bold else []
    if whole:
        segment.x0, segment.x1 = -segment.x1, -segment.x0
        first = len(segment.text.split(" ", 1)[0])
        segment.first = (segment.x1 - segment.x0) * first / max(1, len(segment.text))
