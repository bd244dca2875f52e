"""Web pages (.html): headings, paragraphs, lists and tables; no scripts, styles, forms or menus of a page's head."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree, html

from corcom.documents.domain.blocks import Block, Cell, Table, flat, paragraph
from corcom.documents.domain.errors import NoText
from corcom.documents.domain.numerals import numeral

_SKIPPED: Final = frozenset(
    (
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "svg",
        "math",
        "select",
        "textarea",
        "button",
        "title",
        "del",
        "canvas",
        "audio",
        "video",
    )
)
_BLOCKS: Final = frozenset(
    (
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "blockquote",
        "address",
        "figure",
        "figcaption",
        "center",
        "dl",
        "dt",
        "dd",
        "ul",
        "ol",
        "li",
        "pre",
        "hr",
        "form",
        "fieldset",
        "body",
        "html",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "summary",
        "details",
    )
)
_BOLD: Final = frozenset(("b", "strong", "th"))
_HEADING: Final = re.compile(r"h([1-6])$")
_KINDS: Final = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEAVY: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT: Final = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_NOTE_NUMBER: Final = re.compile(r"sdfootnote|sdendnote|MsoFootnoteReference|MsoEndnoteReference")
_GLUED: Final = re.compile(r"((?:\d{1,2}\.)+|\d{1,2}(?:\.\d{1,2})+)(?=[^\W\d])")
_WIDEST: Final = 1000


def read_html(text: str, *, name: str) -> list[Block]:
    """The blocks of a web page that was decoded already."""
    # What a page says of its own encoding is settled by now; lxml refuses text with such a declaration.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text[:500]) + text[500:]
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.replace("\0", ""), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NoText(name) from error
    page = _Page()
    page.walk(root, _State())
    page.close()
    return page.blocks


@dataclass(frozen=True, slots=True)
class _State:
    """What holds at one place of the page."""

    bold: bool = False
    level: int = 0
    item: bool = False
    kept: bool = False


@dataclass(slots=True)
class _Page:
    """Gathers words into paragraphs; a block element closes the paragraph before it."""

    blocks: list[Block] = field(default_factory=list)
    runs: list[tuple[str, bool]] = field(default_factory=list)
    label: str = ""
    state: _State = field(default_factory=_State)

    def walk(self, element: etree._Element, state: _State) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        style = element.get("style", "")
        if not tag or tag in _SKIPPED or _is_hidden(element, style):
            return
        if tag == "br":
            self.runs.append(("\n", state.bold))
            return
        if tag == "table":
            self.close()
            self.table(element, state)
            return
        block = tag in _BLOCKS
        if block:
            self.close()
        inner = _inner(tag, style, state)
        if tag in {"ol", "ul"}:
            self._items(element, inner)
        else:
            self._children(element, inner)
        if block:
            self.close()

    def _children(self, element: etree._Element, state: _State) -> None:
        self._words(element.text, state)
        for child in element:
            self.walk(child, state)
            self._words(child.tail, state)

    def _words(self, text: str | None, state: _State) -> None:
        if text:
            self.runs.append((text if state.kept else _BLANKS.sub(" ", text), state.bold))
            self.state = state

    def _items(self, element: etree._Element, state: _State) -> None:
        kind = _KINDS.get(element.get("type", ""), "decimal")
        number = _whole(element.get("start"), 1)
        for child in element:
            if child.tag == "li":
                number = _whole(child.get("value"), number)
                self.close()
                self.label = "-" if element.tag == "ul" else f"{numeral(number, kind)}."
                number += 1
            self.walk(child, state)
        self.label = ""

    def close(self) -> None:
        """End the paragraph that is open."""
        runs, self.runs = _settled(self.runs), []
        if not any(text.strip() for text, _ in runs):
            return
        label, self.label = self.label, ""
        made = paragraph(runs, label=label)
        if self.state.level:
            made.level, made.text = self.state.level, made.text.replace("\n", " ")
            glued = _GLUED.match(made.text)
            if glued and not label:  # office programs write a heading's number so
                runs = [(f"{glued[0]} {made.text[glued.end() :]}", made.is_bold)]
                made = replace(paragraph(runs), level=made.level)
        made.item = (made.item or bool(label)) and not made.level
        self.blocks.append(made)

    def table(self, element: etree._Element, state: _State) -> None:
        table = Table()
        taken: dict[int, int] = {}
        for row in _rows(element):
            cells: list[Cell] = []
            column = 0
            for each in (child for child in row if child.tag in {"td", "th"}):
                while taken.get(column, 0) > 0:
                    column += 1
                page = _Page()
                page.walk(each, state)
                page.close()
                cells.append(Cell(column, flat(page.blocks)))
                width = min(max(_whole(each.get("colspan"), 1), 1), _WIDEST)
                for covered in range(column, column + width):
                    taken[covered] = min(_whole(each.get("rowspan"), 1), _WIDEST)
                column += width
            taken = {covered: rows - 1 for covered, rows in taken.items() if rows > 1}
            table.rows.append(cells)
        self.blocks.append(table)


def _is_hidden(element: etree._Element, style: str) -> bool:
    """What a page does not show, and what office programs save of headers, footers and the numbers of notes."""
    if element.get("hidden") is not None or _HIDDEN.search(style):
        return True
    return element.get("title") in {"header", "footer"} or bool(_NOTE_NUMBER.search(element.get("class", "")))


def _inner(tag: str, style: str, state: _State) -> _State:
    """What holds inside an element."""
    heading = _HEADING.match(tag)
    bold = state.bold or tag in _BOLD or bool(_HEAVY.search(style))
    if _LIGHT.search(style):
        bold = False
    return _State(
        bold=bold,
        level=int(heading[1]) if heading else state.level,
        item=state.item or tag == "li",
        kept=state.kept or tag == "pre",
    )


def _settled(runs: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The runs without a blank at the start of a line or after another blank."""
    found: list[tuple[str, bool]] = []
    last = "\n"
    for text, bold in runs:
        if text == "\n" and found:
            found[-1] = (found[-1][0].rstrip(" "), found[-1][1])
        words = text.lstrip(" ") if last in {" ", "\n"} else text
        if words:
            found.append((words, bold))
            last = words[-1]
    return found


def _rows(table: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in table:
        if child.tag == "tr":
            found.append(child)
        elif child.tag in {"thead", "tbody", "tfoot"}:
            found += [each for each in child if each.tag == "tr"]
    return found


def _whole(text: str | None, otherwise: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise
