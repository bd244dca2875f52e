"""A text cut into passages: paragraphs, items of lists, rows; what search finds and shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

ENOUGH = 600
"""Characters. A passage of lines that has grown so long ends with its line."""
LONGEST = 1500
"""Characters. A longer line is cut where its sentences end."""
WRAPPED = 120
"""Characters. Where every line of a block is shorter, its lines may be those of one paragraph."""
LIST = 60
"""Characters. Where every line of a block is shorter, it is a list of names that belong together."""
_GAP = re.compile(r"\n[ \t\r\f\v]*(?:\n[ \t\r\f\v]*)+")
_NEW = re.compile(r"\s*(?:\d{1,3}(?:\.\d+)*[.)]|[a-zA-Z][.)]|[-–—•*▪◦●]|#{1,6})\s")
_SENTENCE_ENDS = re.compile(r"[.!?؟]\s+|。\s*")
_ENDS = (".", ":", ";", "!", "?", "。", "؟", "؛")

Span = tuple[int, int]


def passages(text: str) -> list[Span]:
    r"""Where each passage starts and ends; together they have every word of the text.

    >>> text = "1. Opening\n2. Reports\n\nZambia would\nwrite."
    >>> [text[start:end] for start, end in passages(text)]
    ['1. Opening', '2. Reports', 'Zambia would\nwrite.']
    """
    spans: list[Span] = []
    at = 0
    for start, end in [*((gap.start(), gap.end()) for gap in _GAP.finditer(text)), (len(text), len(text))]:
        for line in _paragraphs(text, at, start):
            spans += [found for piece in _cut(text, line) if (found := _trimmed(text, piece))]
        at = end
    return spans


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of a block, those joined that one paragraph was wrapped into."""
    lines = _lines(text, start, end)
    width = max((stop - at for at, stop in lines), default=0)
    first = lines[0][0] if lines else start
    for (at, stop), (following, following_stop) in pairwise(lines):
        line = text[at:stop].rstrip()
        # Of a wrapped paragraph every line but the last is nearly full; in a list of names each is as long as it is.
        ended = width > LIST and (line.endswith(_ENDS) or len(line) < width * 0.75)
        if width > WRAPPED or ended or stop - first > ENOUGH or _NEW.match(text, following, following_stop):
            yield first, stop
            first = following
    if lines:
        yield first, lines[-1][1]


def _lines(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if text[at:stop].strip():
            found.append((at, stop))
        at = stop + 1
    return found


def _cut(text: str, span: Span) -> Iterator[Span]:
    """A line that is too long for a passage, cut where sentences end; a sentence without end, at its length."""
    start, end = span
    if end - start <= LONGEST:
        yield span
        return
    first = start
    for stop in [*(found.end() for found in _SENTENCE_ENDS.finditer(text, start, end)), end]:
        if stop - first > ENOUGH or stop == end:
            while stop - first > LONGEST:
                yield first, first + LONGEST
                first += LONGEST
            yield first, stop
            first = stop
        if first >= end:
            return


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
