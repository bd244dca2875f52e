"""What every rich format is turned into before it becomes text: paragraphs and tables in reading order.

`text` of a paragraph already holds its label ("1.", "a)", "-"). Spans in `bold` are offsets into that text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

# What a page shows alike: no-break blanks are blanks, hyphens that may not or need not break are as they look.
_PLAIN = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2007": " ",
        "\u2011": "-",
        "\u00ad": None,
        "\u200b": None,
        "\u2060": None,
        "\ufeff": None,
        "\u2028": "\n",
        "\u2029": "\n",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
    }
)
_BULLET = re.compile(r"(?:[•▪‣●○◦·∙■□▫➢➤✓\uf0b7\uf0a7\uf0d8\uf02d\uf0fc–—*]|-)(?=\s|$)\s*")


@dataclass(slots=True)
class Paragraph:
    """One paragraph. `level` > 0: a heading; `item`: an item of a list; `tight`: no space above it."""

    text: str
    bold: list[Span] = field(default_factory=list)
    level: int = 0
    item: bool = False
    tight: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are bold."""
        return bool(self.bold) and sum(end - start for start, end in self.bold) >= len(self.text.strip())


@dataclass(slots=True)
class Cell:
    """One cell at its `column` of the table's grid; merged columns count."""

    column: int
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """Rows of cells; a cell that another one covers is left out."""

    rows: list[list[Cell]] = field(default_factory=list)


Block: TypeAlias = Paragraph | Table


def plain(text: str) -> str:
    """The characters a page shows: no soft hyphens, no-break blanks as blanks, joined letters as letters.

    >>> plain("co\u00adoperation 10\u00a0000")
    'cooperation 10 000'
    """
    return text if text.isascii() else text.translate(_PLAIN)


def paragraph(runs: list[tuple[str, bool]], *, label: str = "") -> Paragraph:
    """A paragraph of runs (text, bold) with its label before it.

    Blanks around it are dropped, leading tabs kept; a bullet that was typed becomes a hyphen.

    >>> paragraph([("Norway", True), (" asked ", False)], label="1.")
    Paragraph(text='1. Norway asked', bold=[(3, 9)], level=0, item=False, tight=False, notes=[])
    """
    body = plain("".join([text for text, _ in runs]))
    left = body.lstrip(" \n\r") if not label else body.lstrip()
    text = f"{label} {left}".rstrip() if label else left.rstrip()
    words = after_bullet(text)
    if words is not None and text[words:]:
        # One shape of bullet, as automatic lists have it.
        text = f"- {text[words:]}"
    made = Paragraph(text, item=words is not None)
    if any(bold for _, bold in runs):
        made.bold = _bold(runs, shift=len(text) - len(body.rstrip()), text=text, label=label)
    return made


def _bold(runs: list[tuple[str, bool]], *, shift: int, text: str, label: str) -> list[Span]:
    """The bold spans of `text`, neighbours joined, blanks at their ends left out."""
    spans: list[Span] = []
    at = shift
    for piece, bold in runs:
        start, at = at, at + len(plain(piece))
        if not bold:
            continue
        low, high = max(start, 0), min(at, len(text))
        if spans and not text[spans[-1][1] : low].strip():
            low = spans.pop()[0]
        spans.append((low, high))
    whole = label and spans and not text[len(label) : spans[0][0]].strip() and spans[0][1] >= len(text)
    if whole:  # a line that is bold from end to end is so with its number
        spans = [(0, len(text))]
    return [span for span in (_trimmed(text, *each) for each in spans) if span[0] < span[1]]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def after_bullet(text: str) -> int | None:
    """Where the words begin after a bullet of any shape; None where there is none.

    >>> after_bullet("•  Norway"), after_bullet("Norway")
    (3, None)
    """
    found = _BULLET.match(text)
    return found.end() if found else None


def flat(blocks: list[Block]) -> list[Paragraph]:
    """The paragraphs of a cell, one for each line; those of a table inside it in their order."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found += lines(block)
        else:
            found += [each for row in block.rows for cell in row for each in cell.paragraphs if each.text]
    return found


def lines(whole: Paragraph) -> list[Paragraph]:
    """A paragraph with line ends in it as one paragraph a line; its notes go with the last."""
    if "\n" not in whole.text:
        return [whole]
    found: list[Paragraph] = []
    at = 0
    for text in whole.text.split("\n"):
        left = len(text) - len(text.lstrip())
        start, end = at + left, at + len(text.rstrip())
        bold = [
            (max(low, start) - start, min(high, end) - start) for low, high in whole.bold if low < end > start < high
        ]
        found.append(Paragraph(text.strip(), bold=bold, level=whole.level, item=whole.item and not at, tight=True))
        at += len(text) + 1
    found[-1].notes = whole.notes
    return found
