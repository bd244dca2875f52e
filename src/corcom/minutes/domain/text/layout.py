"""From lines to blocks: paragraphs, list items, table rows, whatever the file's line breaks did to them.

A block is a span of the text. Paragraphs that were wrapped at a fixed width, or torn apart by a page break, are one
block again; a list item and a row of a table each are one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from corcom.documents.domain.text import Mark

BlockKind = Literal["paragraph", "bullet", "row"]

_Label = tuple[str, str, int, int, bool]
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BULLET = re.compile(r"(?:[-*+oØ•·▪▫◦‣⁃●○■□◆◇►▶➢➤✓✔❖»\uf0b7\uf0a7\uf0d8\uf0fc–—]|\u2192)\s+(?=\S)")
_NUMBER = re.compile(
    r"(?:agenda\s+item|item|agenda\s+point|point)\s+(?P<item>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})\s*[-.:–—]?\s*(?=\S)"
    r"|(?:agenda\s+)?item\s+\(?(?P<lettered>[a-z])(?:\)[-.:–—]?|[.:])\s+(?=\S)"
    r"|(?P<annex>annex(?:\s+[IVX\d]{1,4}|\s+[A-H]\b)?)\s*[-.:–—]\s*(?=\S)"
    r"|\(?(?P<arabic>\d{1,2}(?:\.\d{1,2}){0,3})(?P<dot>[.)]?)(?P<gap>\s+(?:[-–—]\s+)?)(?=[^\W\d]|\d+[A-Za-z]|[\"“'‘(\[<*])"
    r"|\(?(?P<roman>[IVX]{1,5})(?:[.)]|\s+[-–—](?=\s)|:(?=\s))\s*(?=\S)"
    r"|\(?(?P<letter>[A-Za-z])[.)]\s+(?=\S)"
    r"|\(?(?P<lowroman>[ivx]{1,4})[.)]\s+(?=\S)",
    re.IGNORECASE,
)
_PAGE_MARK = re.compile(r"\d{1,3}\s*\|\s*(?:p\s*a\s*g\s*e)?|page\s+\d+(?:\s+of\s+\d+)?|-\s*\d{1,3}\s*-", re.IGNORECASE)
_LONE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?")
_HEADING_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\s+(?=[^\W\d])")
_SHOUTED_LABEL = re.compile(r"[A-Z][A-Z ]{3,30}:(?=\s)")
_BARE_TITLE = re.compile(
    r"(?!January|February|March|April|May|June|July|August|September|October|November|December|States|Part(?:y|ies)|Signator)[A-Z][^.;:\n]{3,70}\Z"
)
_UNDERLINE = re.compile(r"([=~_-])\1{2,}")
_BOLD_NUMBER = re.compile(r"(?:\*\*|__)(?=\d{1,2}[.)]\s)")
_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_HANGING = re.compile(
    r"\b(?:of|the|and|or|a|an|in|on|at|by|for|from|to|between|with|that|which|its|their)\Z", re.IGNORECASE
)
_LONGEST_HANGING = len("between")
_SPLIT_DATE = re.compile(
    r"\D?\s?\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_ENDS = ".:;!?"
_CLOSERS = "\"'”’)]*_ "


class Line(NamedTuple):
    """One line without its line end: `start:end` cover its words, `indent` the columns before them."""

    start: int
    end: int
    indent: int
    tabs: bool


class Block(NamedTuple):
    """One paragraph, list item or table row, `start:end` without the white space around it.

    `label` is the number or bullet it opens with ("5.1", "-", "III"), `body` where the words after it begin;
    `scheme` says which kind of label; `level` the Markdown or format level of a heading (0: none); `bold`: all of it.
    """

    start: int
    end: int
    kind: BlockKind
    indent: int = 0
    label: str = ""
    scheme: str = ""
    body: int = 0
    level: int = 0
    bold: bool = False
    gap: bool = False
    """A blank line stands before it."""


def lines(text: str) -> list[Line | None]:
    """The lines of a text in order; None for a blank one."""
    found: list[Line | None] = []
    at = 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip("\ufeff \t\r\n\f\v\u00a0\u2028")
        if stripped:
            lead = raw.index(stripped[0])
            start = at + lead
            indent = lead + 7 * raw.count("\t", 0, lead) if lead else 0
            found.append(Line(start, start + len(stripped), indent, "\t" in stripped))
        else:
            found.append(None)
        at += len(raw)
    return found


def _wrap_width(text: str, rows: Sequence[Line | None]) -> int:
    """The width at which the text was wrapped by hand, or 0 where each line is a paragraph."""
    full = low = pairs = 0
    lengths = sorted(row.end - row.start for row in rows if row)
    if not lengths:
        return 0
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    if width > 130 or width < 40:
        return 0
    for one, two in pairwise(rows):
        if one and two:
            pairs += 1
            full += one.end - one.start > width * 0.7
            low += text[two.start].islower()
    return width if pairs >= 4 and low >= pairs * 0.2 and full >= pairs * 0.4 else 0


def _labelled(text: str, row: Line, *, gap: bool) -> _Label:
    """(label, scheme, body, level, bold) of a line; `gap`: a blank line stands before it."""
    start, level = row.start, 0
    if hashes := _HASHES.match(text, start, row.end):
        level, start = len(hashes[1]), hashes.end()
    bold = text.startswith(("**", "__"), start) and text[start : row.end].rstrip(": ").endswith(("**", "__"))
    if bold and text[start + 2 : row.end].count(text[start : start + 2]) > 1:
        bold = False
    if bold or _BOLD_NUMBER.match(text, start, row.end):
        start += 2
    bullet = _BULLET.match(text, start, row.end)
    if bullet and not level:
        # "- 2. Budget" is item 2, and "- 61 States have registered" an item without a number.
        label, scheme, body = _number(text, bullet.end(), row.end, alone=False)
        if scheme == "arabic":
            return label, scheme, body, level, bold
        return text[start], "bullet", bullet.end(), level, bold
    label, scheme, body = _number(text, start, row.end, alone=gap)
    if not bold and text.startswith("**", body) and text[body + 2 : row.end].rstrip(": ").endswith("**"):
        bold = text[body + 2 : row.end].count("**") == 1
    return label, scheme, body, level, bold


def _number(text: str, start: int, end: int, *, alone: bool) -> tuple[str, str, int]:
    found = _NUMBER.match(text, start, end)
    if not found:
        return "", "", start
    scheme = found.lastgroup or ""
    if found["arabic"]:
        tabbed = "\t" in found["gap"] or len(found["gap"]) > 1
        bare = not found["dot"] and "." not in found["arabic"] and not tabbed
        if bare and not (alone and _BARE_TITLE.match(text[found.end() : end])):
            return "", "", start
        return found["arabic"], "arabic", found.end()
    if found["item"]:
        return found["item"], "item", found.end()
    if found["annex"]:
        return " ".join(found["annex"].split()), "annex", found.end()
    for scheme in ("roman", "letter", "lowroman", "lettered"):
        if label := found[scheme]:
            return label, _case(scheme, label), found.end()
    return "", "", start


def _case(scheme: str, label: str) -> str:
    if scheme == "roman" and label.islower():
        return "lowroman" if len(label) > 1 or label in "iv" else "lowletter"
    if scheme in {"letter", "lettered"}:
        return "lowletter" if label.islower() else "letter"
    return scheme


def _open(text: str, end: int) -> bool:
    """Whether the words before `end` stop in the middle of a sentence."""
    at = end
    while at > 0 and text[at - 1] in _CLOSERS:
        at -= 1
    return at > 0 and text[at - 1] not in _ENDS


def _in_bracket(text: str, last: Line) -> bool:
    """Whether a line of some length ends within brackets, as no entry of a list does."""
    opened = text.rfind("(", last.start, last.end)
    return opened > text.rfind(")", last.start, last.end) and last.end - last.start > 40 and last.end - opened < 120


def _continues(text: str, block: Block, last: Line, row: Line, labelled: _Label, width: int, *, gap: bool) -> bool:
    """Whether `row`, `labelled` as it is, goes on where `block` (whose last line is `last`) stopped."""
    label, scheme, body, level, bold = labelled
    first = text[row.start]
    if scheme in {"bullet", "item", "annex", "arabic"} or level or bold or block.level:
        return False
    shouted = text[last.start : last.end].isupper() and not text[row.start : row.end].isupper()
    if _SHOUTED_LABEL.match(text, row.start, row.end) or (shouted and last.end - last.start > 20):
        return False
    initial = scheme == "letter" and not gap and (_open(text, block.end) or text[block.end - 1] in ";,")
    if label and not initial and not (first.islower() and text[body].islower()):
        return False  # "d) Side events" is an item; "e) the others" may be within a sentence
    if row.tabs and block.kind == "row":
        return False
    still_open = _open(text, block.end)
    if gap:
        return still_open and first.islower() and last.end - last.start > 40 and not label
    long = last.end - last.start > 40
    split_date = long and _SPLIT_DATE.match(text, block.end - 3) is not None
    hangs = (
        _in_bracket(text, last)
        or _HANGING.search(text, max(last.start, block.end - _LONGEST_HANGING), block.end) is not None
    )
    if not width:
        open_end = hangs or (first.islower() and still_open)
        return split_date or (long and open_end and not row.tabs)
    if split_date or hangs:
        return True
    word = re.match(r"\S+", text[row.start : row.end])
    full = last.indent + (last.end - last.start) + 1 + (word.end() if word else 0) > width * 0.93
    return (full or initial or (first.islower() and still_open)) and not (label and not initial and not still_open)


def _underlines(text: str, block: Block, last: Line, row: Line) -> bool:
    """Whether a line of dashes makes the one above it a heading."""
    title = last.end - last.start
    return (
        block.start == last.start
        and block.kind == "paragraph"
        and "\t" not in text[block.start : block.end]
        and title < 120
        and _UNDERLINE.fullmatch(text, row.start, row.end) is not None
        and (row.end - row.start) * 2 >= title
    )


def blocks(text: str, marks: Sequence[Mark] = ()) -> list[Block]:
    """The blocks of a text in order, with what its format said of headings and bold lines."""
    rows = lines(text)
    width = _wrap_width(text, rows)
    found: list[Block] = []
    last: Line | None = None
    gap = True
    for row in rows:
        if row is None or _PAGE_MARK.fullmatch(text, row.start, row.end):
            gap = gap or row is None
            continue
        if found and last and not gap and _underlines(text, found[-1], last, row):
            found[-1] = found[-1]._replace(level=found[-1].level or (1 if text[row.start] == "=" else 2))
            continue
        if (
            found
            and _LONE_NUMBER.fullmatch(text, found[-1].start, found[-1].end)
            and not row.tabs
            and text[row.start].isupper()
        ):
            # A number on a line of its own belongs to the title on the next.
            number = text[found[-1].start : found[-1].end].rstrip(".)")
            found[-1] = Block(
                found[-1].start, row.end, "paragraph", row.indent, number, "arabic", row.start, bold=True, gap=True
            )
            last, gap = row, False
            continue
        labelled = _labelled(text, row, gap=gap)
        if found and last and _continues(text, found[-1], last, row, labelled, width, gap=gap):
            found[-1] = found[-1]._replace(end=row.end)
        else:
            label, scheme, body, level, bold = labelled
            kind: BlockKind = "bullet" if scheme == "bullet" else "paragraph"
            if row.tabs and "\t" in text[body : row.end].strip():
                kind = "row"
            found.append(Block(row.start, row.end, kind, row.indent, label, scheme, body, level, bold, gap))
        last, gap = row, False
    return _with_marks(text, found, marks) if marks else found


def _with_marks(text: str, found: list[Block], marks: Sequence[Mark]) -> list[Block]:
    """Blocks that the format calls headings or sets in bold throughout."""
    heads = {mark.start: mark for mark in marks if mark.kind == "heading"}
    bolds = {mark.start: mark.end for mark in marks if mark.kind == "bold"}
    cells = sorted((mark.start, mark.end) for mark in marks if mark.kind == "cell")
    marked: list[Block] = []
    at = 0
    for block in found:
        while at < len(cells) and cells[at][1] < block.start:
            at += 1
        level = heads[block.start].level if block.start in heads else block.level
        bold = block.bold or max(bolds.get(block.start, 0), bolds.get(block.body, 0)) >= block.end
        numbered = block
        if level and not block.label and (number := _HEADING_NUMBER.match(text, block.start, block.end)):
            numbered = block._replace(label=number[1], scheme="arabic", body=number.end())
        in_cell = at < len(cells) and cells[at][0] <= block.start < cells[at][1] and not level
        marked.append(numbered._replace(level=level, bold=bold, kind="row" if in_cell else block.kind))
    return marked
