"""OpenDocument texts (.odt): paragraphs, tables, automatic numbers and notes, as a reader of the page sees them.

Taken: insertions of tracked changes, text frames (after the paragraph that holds them), text of links and fields.
Left out: deletions, headers and footers, comments, hidden text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from lxml import etree

from corcom.documents.domain.blocks import Block, Cell, Table, flat, paragraph, plain
from corcom.documents.domain.errors import Damaged, TooLarge
from corcom.documents.domain.odt_styles import TEXT, Level, Style, Styles, label, whole
from corcom.documents.domain.package import Package
from corcom.kernel.marked import Filled, gettext_noop

_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_CLOSE: Final = 2.0
"""Points: less space between two paragraphs than this is none."""
_WIDEST: Final = 1000
"""Columns and blanks that may be repeated."""
_SKIPPED: Final = frozenset(
    TEXT + name
    for name in (
        "tracked-changes",
        "sequence-decls",
        "variable-decls",
        "user-field-decls",
        "alphabetical-index-auto-mark",
    )
) | {_OFFICE + "forms", _OFFICE + "annotation", TEXT + "ruby-text", _DRAW + "title", _DRAW + "desc"}
_ROWS: Final = frozenset(_TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group"))


def read_odt(package: Package) -> list[Block]:
    """The blocks of an .odt in reading order."""
    content = package.xml("content.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise Damaged(package.name, what=gettext_noop("it has no body of text"))
    if len(list(islice(body.iter(TEXT + "note"), package.limits.notes + 1))) > package.limits.notes:
        raise TooLarge(package.name, bound=Filled(gettext_noop("%(number)s notes"), number=package.limits.notes))
    styles = Styles()
    if "styles.xml" in package:
        styles.add(package.xml("styles.xml"))
    styles.add(content)
    return _Body(styles).blocks(body)


@dataclass(slots=True)
class _List:
    """A list that is open: its levels, how far each has counted, and how deep we are in it."""

    levels: dict[int, Level]
    counts: dict[int, int]
    name: str
    depth: int = 1

    def count(self, start: int | None) -> str:
        """Count one item; its label."""
        first = self.levels.get(self.depth, Level()).start if start is None else start
        if start is None and self.depth in self.counts:
            self.counts[self.depth] += 1
        else:
            self.counts[self.depth] = first
        for deeper in [each for each in self.counts if each > self.depth]:
            del self.counts[deeper]
        return label(self.levels, self.depth, self.counts)


@dataclass(slots=True)
class _Text:
    """The words of one paragraph as they are gathered."""

    runs: list[tuple[str, bool]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    frames: list[etree._Element] = field(default_factory=list)
    hidden: bool = False


class _Body:
    """Walks through the body, counting lists as it goes."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self._outline: dict[int, int] = {}
        self._by_id: dict[str, dict[int, int]] = {}
        self._by_style: dict[str, dict[int, int]] = {}
        self._before: Style | None = None

    def blocks(self, container: etree._Element, within: _List | None = None, mark: str = "") -> list[Block]:
        """The blocks in `container`; `mark` is the label that its first paragraph takes."""
        found: list[Block] = []
        for child in container:
            tag = child.tag
            if tag in {TEXT + "p", TEXT + "h"}:
                found += self.paragraph(child, mark=mark, item=within is not None)
                mark = ""
            elif tag == TEXT + "list":
                found += self.items(child, within)
            elif tag == _TABLE + "table":
                found.append(self.table(child))
                self._before = None
            elif tag == _DRAW + "frame":
                found += self.blocks(child)
            elif tag not in _SKIPPED and not _is_hidden(child):
                found += self.blocks(child, within, mark)
        return found

    def items(self, element: etree._Element, within: _List | None) -> list[Block]:
        if within is None:
            opened = self._open(element)
        else:
            name = element.get(TEXT + "style-name") or within.name
            levels = self.styles.lists.get(name, within.levels)
            opened = _List(levels, within.counts, name, within.depth + 1)
        found: list[Block] = []
        for item in element:
            if item.tag == TEXT + "list-item":
                start = item.get(TEXT + "start-value")
                first = next((each.tag for each in item), "")
                counted = first in {TEXT + "p", TEXT + "h"}
                mark = opened.count(None if start is None else whole(start)) if counted else ""
                found += self.blocks(item, opened, mark)
            elif item.tag == TEXT + "list-header":
                found += self.blocks(item, opened)
        return found

    def _open(self, element: etree._Element) -> _List:
        name = element.get(TEXT + "style-name", "")
        levels = self.styles.lists.get(name, {})
        before = element.get(TEXT + "continue-list")
        continued = self._by_id.get(before) if before else None
        if continued is None and element.get(TEXT + "continue-numbering") == "true":
            continued = self._by_style.get(name)
        counts: dict[int, int] = {} if continued is None else continued
        self._by_style[name] = counts
        if element.get(_ID):
            self._by_id[element.get(_ID, "")] = counts
        return _List(levels, counts, name)

    def paragraph(self, element: etree._Element, *, mark: str, item: bool) -> list[Block]:
        """The paragraph, and after it what its frames hold."""
        style = self.styles.style("paragraph", element.get(TEXT + "style-name", ""))
        text = _Text()
        self._gather(element, text, bold=style.bold)
        level = whole(element.get(TEXT + "outline-level")) if element.tag == TEXT + "h" else 0
        if level and not item:
            mark = self._heading(element, level)
        words = [] if style.hidden or text.hidden else text.runs
        made = paragraph(words, label=mark if any(run.strip() for run, _ in words) else "")
        made.notes = text.notes
        if level and made.text:
            made.level, made.text = level, made.text.replace("\n", " ")
        made.item = (made.item or (item and bool(mark))) and not level
        before, self._before = self._before, style
        made.tight = before is not None and max(before.after, style.before) < _CLOSE
        return [made, *(block for frame in text.frames for block in self.blocks(frame))]

    def _heading(self, element: etree._Element, level: int) -> str:
        """The number of a heading outside any list: that of the document's outline."""
        if element.get(TEXT + "is-list-header") == "true" or not self.styles.outline.get(level, Level()).format:
            return ""
        start = element.get(TEXT + "start-value") if element.get(TEXT + "restart-numbering") == "true" else None
        return _List(self.styles.outline, self._outline, "", level).count(None if start is None else whole(start))

    def _gather(self, element: etree._Element, text: _Text, *, bold: bool) -> None:
        if element.text:
            text.runs.append((_BLANKS.sub(" ", element.text), bold))
        for child in element:
            self._child(child, text, bold=bold)
            if child.tail:
                text.runs.append((_BLANKS.sub(" ", child.tail), bold))

    def _child(self, child: etree._Element, text: _Text, *, bold: bool) -> None:
        tag = child.tag
        if tag == TEXT + "span":
            style = self.styles.style("text", child.get(TEXT + "style-name", ""))
            if not style.hidden:
                self._gather(child, text, bold=bold or style.bold)
        elif tag == TEXT + "s":
            text.runs.append((" " * min(whole(child.get(TEXT + "c")), _WIDEST), bold))
        elif tag == TEXT + "tab":
            text.runs.append(("\t", bold))
        elif tag == TEXT + "line-break":
            text.runs.append(("\n", bold))
        elif tag == TEXT + "note":
            body = child.find(TEXT + "note-body")
            text.notes += [] if body is None else [self._note(body)]
        elif tag in {_DRAW + "frame", _DRAW + "g"}:
            text.frames.append(child)
        elif tag == TEXT + "hidden-paragraph":
            text.hidden = text.hidden or _is_hidden(child)
        elif tag not in _SKIPPED and not _is_hidden(child):
            self._gather(child, text, bold=bold)

    def _note(self, body: etree._Element) -> str:
        lines: list[str] = []
        for each in body.iter(TEXT + "p", TEXT + "h"):
            text = _Text()
            self._gather(each, text, bold=False)
            lines.append("".join(run for run, _ in text.runs).strip())
        return plain(" ".join(lines)).strip()

    def table(self, element: etree._Element) -> Table:
        table = Table()
        for row in _rows(element):
            cells: list[Cell] = []
            column = 0
            for each in row:
                self._before = None
                if each.tag == _TABLE + "table-cell":
                    cells.append(Cell(column, flat(self.blocks(each))))
                column += min(whole(each.get(_TABLE + "number-columns-repeated")), _WIDEST)
            table.rows.append(cells)
        return table


def _is_hidden(element: etree._Element) -> bool:
    """A section that is not shown, or whose condition for being hidden holds; a field likewise."""
    return element.get(TEXT + "display") == "none" or element.get(TEXT + "is-hidden") == "true"


def _rows(table: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in table:
        if child.tag == _TABLE + "table-row":
            found.append(child)
        elif child.tag in _ROWS:
            found += _rows(child)
    return found
