"""Lines of a .pdf joined to the paragraphs they were before the page was set."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from corcom.documents.domain.blocks import Paragraph
from corcom.documents.domain.pdf_lines import STARTS, Line, Segment, joined

_SPACED: Final = 1.3
"""Times the usual distance of lines: a space between paragraphs."""
_FARTHEST: Final = 2.5
"""Sizes of letters: lines farther apart are never lines of one paragraph."""
_NEARLY: Final = 5.0
"""Sizes of letters that a full line may leave empty."""
_LARGER: Final = 1.08
"""Times the size of the body's letters: a heading."""
_HEADING: Final = 160
"""Characters that a heading may have."""
_NUMBERED: Final = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}[.)]|[A-Z][.)]|Annex|Agenda item)\s", re.IGNORECASE
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INDENT: Final = 8.0
"""Sizes of letters: no first line of a paragraph is set in farther."""
_TAB: Final = 1.5
"""Sizes of letters: a gap in a line that was a tab."""


@dataclass(slots=True)
class Setting:
    """How the document is set: size of its letters, right edge, distance of lines, the words it uses."""

    size: float
    right: float
    spacing: float
    words: Counter[str] = field(default_factory=Counter)
    hyphenates: bool = False
    """Whether words are divided at line ends as a matter of course."""


def setting(lines: list[Line], *, size: float) -> Setting:
    """Measured on all lines of the document."""
    long = sorted(line.x1 for line in lines if len(line.text) > 50) or [line.x1 for line in lines] or [0.0]
    right = long[int(len(long) * 0.95)] if len(long) > 1 else long[0]
    # The distance within paragraphs shows below lines that are full, not between paragraphs of one line.
    gaps = Counter(
        round(line.gap, 1)
        for above, line in pairwise(lines)
        if line.gap and line.gap < _FARTHEST and above.x1 > right - _NEARLY * line.size
    )
    spacing = min(gap for gap, count in gaps.items() if count * 2 >= max(gaps.values())) if gaps else 1.2
    words = Counter(word for line in lines for word in _WORD.findall(line.text.lower()))
    divided = sum(1 for line in lines if line.text.endswith("-") and line.text[-2:-1].isalpha())
    return Setting(size, right, spacing, words, hyphenates=divided > max(3, len(lines) * 0.02))


def paragraphs(lines: list[Line], how: Setting, notes: dict[tuple[int, str], str]) -> list[tuple[Paragraph, float]]:
    """The paragraphs of `lines`, which stand one below the other, with the sizes of their letters.

    `notes`, by page and number, go with the paragraph that refers to them.
    """
    found: list[tuple[Paragraph, float]] = []
    last: Line | None = None
    count = 0
    for at, line in enumerate(lines):
        words = _one(line)
        below = lines[at + 1] if at + 1 < len(lines) else None
        if last is not None and line.gap is None and _alone(last, line, below, how, count):
            joins = False
        else:
            joins = last is not None and _continues(last, line, how, found[-1][0], count)
        if joins:
            _append(found[-1][0], words, how)
            count += 1
        else:
            found.append((_begun(words, line, last, how), line.size))
            count = 1
        for number in line.refers:
            note = notes.pop((line.page, number), None)
            if note is not None:
                found[-1][0].notes.append(note)
        last = line
    return found


def _one(line: Line) -> Segment:
    """The words of a line, with a tab where a wide gap was."""
    words = line.segments[0]
    for segment in line.segments[1:]:
        words = joined(words, segment, "\t" if segment.x0 - words.x1 > _TAB * line.size else " ")
    return words


def _begun(words: Segment, line: Line, last: Line | None, how: Setting) -> Paragraph:
    spaced = last is None or line.gap is None or line.gap > _SPACED * how.spacing
    item = bool(STARTS.match(words.text))
    return Paragraph(words.text, bold=list(words.bold), item=item, tight=not spaced, level=0)


def _continues(last: Line, line: Line, how: Setting, so_far: Paragraph, count: int) -> bool:
    """Whether `line` goes on with the paragraph that `last` belongs to."""
    if line.gap is not None and line.gap > _SPACED * max(how.spacing, 0.9):
        return False
    if abs(last.size - line.size) > 0.08 * max(last.size, line.size) or last.is_bold != line.is_bold:
        return False
    if STARTS.match(line.text) and (line.text[:2] == "- " or so_far.item or not _full(last, line, how)):
        return False
    if count == 1 and last.x0 > line.x0 + _INDENT * line.size and not _centred(last, line, how):
        return False  # a date at the right, say
    indented = line.x0 > last.x0 + 0.8 * line.size
    if indented and not (so_far.item and count == 1):
        return _centred(last, line, how) and _full(last, line, how)
    return _full(last, line, how)


def _alone(last: Line, line: Line, below: Line | None, how: Setting, count: int) -> bool:
    """Whether a line at the top of a page, or the one before it, stands alone: programs leave no single lines behind."""
    if line.text[:1].islower():
        return False
    spaced = _SPACED * how.spacing
    first = count == 1 and last.gap is not None and last.gap > spaced
    return first or (below is not None and below.gap is not None and below.gap > spaced)


def _full(last: Line, line: Line, how: Setting) -> bool:
    """Whether the first word of `line` would not have fitted on the line before: the break was not meant."""
    return last.x1 + line.segments[0].first + 0.25 * line.size > how.right - 0.2 * line.size


def _centred(last: Line, line: Line, how: Setting) -> bool:
    return abs((last.x0 + last.x1) - (line.x0 + line.x1)) < 2 * line.size and last.x0 + last.x1 < 2 * how.right


def _append(paragraph: Paragraph, words: Segment, how: Setting) -> None:
    """Add a line; a word that was hyphenated at the line's end is made whole where that is sure."""
    text, between = paragraph.text, " "
    if text.endswith("-") and len(text) > 2 and text[-2].isalnum():
        between = ""
        if words.text[:1].islower() and _is_hyphenated(text, words.text, how):
            text = text[:-1]
    shift = len(text) + len(between)
    bold = [(low, min(high, len(text))) for low, high in paragraph.bold]
    for low, high in words.bold:
        if bold and bold[-1][1] == len(text) and low == 0:
            bold[-1] = bold[-1][0], high + shift
        else:
            bold.append((low + shift, high + shift))
    paragraph.text, paragraph.bold = text + between + words.text, bold


def _is_hyphenated(before: str, after: str, how: Setting) -> bool:
    """Whether the hyphen came with the line's end: the word stands without it elsewhere, or its parts are no words."""
    left = re.split(r"[\s-]", before[:-1])[-1].lower()
    found = _WORD.match(after)
    right = found[0].lower() if found else ""
    whole = left + right
    if how.words[whole] or how.words[f"{left}-{right}"]:
        return how.words[whole] > how.words[f"{left}-{right}"]
    # Each part was counted once where the line broke.
    return how.hyphenates and (how.words[left] <= 1 or how.words[right] <= 1)


def mark_headings(blocks: list[tuple[Paragraph, float]], how: Setting) -> None:
    """Set the level of paragraphs that are headings: larger letters than the body's, or bold with a number.

    `blocks`: the paragraphs and the sizes of their letters. The largest letters among the first lines are the
    document's title, which is no heading.
    """
    candidates = [(each, size) for each, size in blocks if _is_heading(each, size, how)]
    if not candidates:
        return
    largest = max(size for _, size in candidates)
    title = [id(each) for each, size in candidates if size > 0.99 * largest and not _NUMBERED.match(each.text)]
    first = {id(each) for each, _ in blocks[:6]}
    if len(title) < len(candidates) and len(title) <= 3 and first.issuperset(title):
        candidates = [each for each in candidates if id(each[0]) not in title]
    ranks = sorted({round(size) for _, size in candidates}, reverse=True)
    for each, size in candidates:
        each.level = ranks.index(round(size)) + 1
        each.item = False


def _is_heading(paragraph: Paragraph, size: float, how: Setting) -> bool:
    if not 0 < len(paragraph.text) <= _HEADING:
        return False
    return size > _LARGER * how.size or (paragraph.is_bold and bool(_NUMBERED.match(paragraph.text)))
