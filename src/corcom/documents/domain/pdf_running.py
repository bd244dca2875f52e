"""What stands on pages of a .pdf but not in its text: running headers and footers, page numbers; and its footnotes."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from corcom.documents.domain.pdf_lines import Line

_EDGE: Final = 4
"""Lines at the top and at the bottom of a page among which running ones are looked for."""
_WIDE: Final = 1.6
"""Sizes of letters: the space that sets a running line apart from the text."""
_NUMBER: Final = re.compile(
    r"(?:[-–—|] ?)?(?:(?:page|p\.|seite|página|page n°) ?)?\d{1,4}(?: ?(?:/|of|de|sur|von) ?\d{1,4})?(?: ?[-–—|])?$",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d+")
_NOTE: Final = re.compile(r"(\d{1,3})[.)]?\s+(?=\S)")
_NOTE_LINES: Final = 15
"""Lines at the foot of a page among which notes in the body's size are looked for."""
_SMALLER: Final = 0.93
"""Of the size of the body's letters: a note is set smaller than this."""


def body_size(lines: list[Line]) -> float:
    """The size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def without_running(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without lines that come again at the same place of other pages, and without page numbers."""
    seen: Counter[tuple[str, int]] = Counter()
    for lines in pages:
        seen.update({_place(line) for line in _edges(lines)})
    kept: list[list[Line]] = []
    for lines in pages:
        apart = {id(line) for line in _set_apart(lines)}
        outermost = {id(line) for line in (*lines[:1], *lines[-1:])}
        gone: set[int] = set()
        for line in _edges(lines):
            count = _count(seen, line)
            again = id(line) in apart and count >= max(2, len(pages) // 4)
            nearly_always = id(line) in outermost and count >= max(3, len(pages) * 0.6)
            if again or nearly_always or _is_page_number(line, lines):
                gone.add(id(line))
        kept.append([line for line in lines if id(line) not in gone])
    return kept


def _edges(lines: list[Line]) -> list[Line]:
    return lines if len(lines) <= 2 * _EDGE else lines[:_EDGE] + lines[-_EDGE:]


def _set_apart(lines: list[Line]) -> list[Line]:
    """The lines above the first wide space of a page and those below the last, where these stand near its edges."""
    wide = [at for at, line in enumerate(lines) if (line.gap or 0) > _WIDE]
    top = next((at for at in wide if at <= _EDGE), 0)
    foot = next((at for at in reversed(wide) if at >= len(lines) - _EDGE), len(lines))
    return lines[:top] + lines[foot:]


def _place(line: Line) -> tuple[str, int]:
    """Its words with numbers left open, and its height on the page."""
    return _DIGITS.sub("#", line.text.lower()), round(line.y / 4)


def _count(seen: Counter[tuple[str, int]], line: Line) -> int:
    words, place = _place(line)
    return max(seen[words, place], seen[words, place - 1], seen[words, place + 1])


def _is_page_number(line: Line, lines: list[Line]) -> bool:
    """A number alone on the last line of a page, or on the first, set apart from the text."""
    if not _NUMBER.match(line.text):
        return False
    if line is lines[-1]:
        return len(lines) > 1 and (line.gap or 0) > 1.5
    return line is lines[0] and len(lines) > 1 and (lines[1].gap or 0) > 1.5


def take_notes(lines: list[Line], *, size: float) -> dict[str, str]:
    """Remove the footnotes from the end of a page; their words by number.

    They are set smaller than the body, or begin with the numbers that stand raised in the page's text.
    """
    first = _first_note(lines, size=size)
    if first is None:
        return {}
    notes: dict[str, str] = {}
    number = ""
    for line in lines[first:]:
        found = _NOTE.match(line.text)
        if found and (not number or int(found[1]) == int(number) + 1):
            number = found[1]
            notes[number] = line.text[found.end() :]
        else:
            before = notes[number]
            notes[number] = before[:-1] + line.text if _broken(before, line.text) else f"{before} {line.text}"
    del lines[first:]
    return notes


def _first_note(lines: list[Line], *, size: float) -> int | None:
    start = len(lines)
    while start and lines[start - 1].size < _SMALLER * size:
        start -= 1
    small = next((at for at in range(start, len(lines)) if _NOTE.match(lines[at].text)), None)
    referred = [number for line in lines for number in line.refers]
    if small is not None or not referred:
        return small
    last = max(0, len(lines) - _NOTE_LINES)
    return next((at for at in range(last, len(lines)) if lines[at].text.startswith(f"{referred[0]} ")), None)


def _broken(before: str, after: str) -> bool:
    """Whether a word was hyphenated between two lines of a note."""
    return len(before) > 2 and before.endswith("-") and before[-2].isalpha() and after[:1].islower()
