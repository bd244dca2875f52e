"""Web pages (.html): headings, paragraphs, lists and tables; no scripts, styles, forms or menus of a page's head."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree, html

from corcom.documents.domain.blocks import Block, Cell, Table, flat, paragraph
from corcom.documents.domain.errors import Damaged, NoText
from corcom.documents.domain.numerals import numeral
from corcom.kernel.marked import gettext_noop

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
        "caption",
        "tr",
        "td",
        "th",
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
_RAISED: Final = re.compile(r"\s*[\[(]?\d{1,3}[\])]?\s*$")
_GLUED: Final = re.compile(r"((?:\d{1,2}\.)+|\d{1,2}(?:\.\d{1,2})+)(?=[^\W\d])")
_WIDEST: Final = 1000
_AROUND: Final = frozenset(("thead", "tbody", "tfoot", "form"))
_TABLES_DEEP: Final = 20
"""Tables in tables; deeper ones are read as the paragraphs in them."""


def read_html(text: str, *, name: str) -> list[Block]:
    """The blocks of a web page that was decoded already."""
    # What a page says of its own encoding is settled by now; lxml refuses text with such a declaration.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text[:500]) + text[500:]
    # Tags that are never closed lie one in another: the parser's usual bound of 256 would drop the rest of such a page.
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.replace("\0", ""), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NoText(name) from error
    if any(each.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for each in parser.error_log):
        raise Damaged(name, what=gettext_noop("its tags lie one in another without end"))
    page = _Page()
    page.walk(root, _State())
    return page.blocks


@dataclass(frozen=True, slots=True)
class _State:
    """What holds at one place of the page."""

    bold: bool = False
    level: int = 0
    item: bool = False
    kept: bool = False


@dataclass(slots=True)
class _List:
    """A list that is open. `kind` is empty for one with bullets; `number` is the next item's."""

    element: etree._Element
    kind: str
    number: int

    def count(self, item: etree._Element) -> str:
        """Count one item; its label."""
        number = _whole(item.get("value"), self.number)
        self.number = number + 1
        return f"{numeral(number, self.kind)}." if self.kind else "-"


@dataclass(slots=True)
class _Page:
    """Gathers words into paragraphs; a block element closes the paragraph before it."""

    blocks: list[Block] = field(default_factory=list)
    runs: list[tuple[str, bool]] = field(default_factory=list)
    label: str = ""
    state: _State = field(default_factory=_State)
    deep: int = 0
    """The tables around it."""
    lists: list[_List] = field(default_factory=list)
    """The lists that are open, the innermost last."""

    def walk(self, root: etree._Element, state: _State) -> None:
        """All that is in `root`. A loop and no recursion: a page nests as deeply as it has unclosed tags."""
        states = [state]
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            if event == "start":
                inner = self._enter(element, states[-1])
                states.append(inner or states[-1])
                if inner is None:
                    events.skip_subtree()
            else:
                states.pop()
                self._leave(element)
                if element is not root:
                    self._words(element.tail, states[-1])
        self.close()

    def _enter(self, element: etree._Element, state: _State) -> _State | None:
        """What holds inside an element; None where that is not to be read, or was read."""
        tag = _tag(element)
        style = element.get("style", "")
        if not tag or tag in _SKIPPED or _is_hidden(element, style):
            return None
        if tag == "br":
            self.runs.append(("\n", state.bold))
            return None
        if tag in _BLOCKS:
            self.close()
        if tag == "table" and self.deep < _TABLES_DEEP:
            self.table(element, state)
            return None
        inner = _inner(tag, style, state)
        if tag in {"ol", "ul"}:
            kind = "" if tag == "ul" else _KINDS.get(element.get("type", ""), "decimal")
            self.lists.append(_List(element, kind, _whole(element.get("start"), 1)))
        elif tag == "li" and self.lists and self.lists[-1].element is element.getparent():
            self.label = self.lists[-1].count(element)
        self._words(element.text, inner)
        return inner

    def _leave(self, element: etree._Element) -> None:
        if _tag(element) in _BLOCKS:
            self.close()
        if self.lists and self.lists[-1].element is element:
            self.lists.pop()
            self.label = ""

    def _words(self, text: str | None, state: _State) -> None:
        if text:
            self.runs.append((text if state.kept else _BLANKS.sub(" ", text), state.bold))
            self.state = state

    def close(self) -> None:
        """End the paragraph that is open."""
        if not self.runs:
            return
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
        self.blocks += [block for each in element.iterchildren("caption") for block in self._inside(each, state)]
        for row in _parts(element, "tr"):
            cells: list[Cell] = []
            column = 0
            for each in _parts(row, "td", "th"):
                while taken.get(column, 0) > 0:
                    column += 1
                cells.append(Cell(column, flat(self._inside(each, state))))
                width = min(max(_whole(each.get("colspan"), 1), 1), _WIDEST)
                for covered in range(column, column + width):
                    taken[covered] = min(_whole(each.get("rowspan"), 1), _WIDEST)
                column += width
            taken = {covered: rows - 1 for covered, rows in taken.items() if rows > 1}
            table.rows.append(cells)
        self.blocks.append(table)

    def _inside(self, element: etree._Element, state: _State) -> list[Block]:
        """The blocks of a cell or a caption."""
        page = _Page(deep=self.deep + 1)
        page.walk(element, state)
        return page.blocks


def _tag(element: etree._Element) -> str:
    return element.tag if isinstance(element.tag, str) else ""


def _is_hidden(element: etree._Element, style: str) -> bool:
    """What a page does not show, raised numbers of notes, and what office programs save of headers and footers."""
    if element.get("hidden") is not None or _HIDDEN.search(style):
        return True
    if element.tag == "sup" and element.find(".//a[@href]") is not None:  # other raised numbers are m² or an address
        return bool(_RAISED.match("".join(map(str, element.itertext()))))
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


def _parts(parent: etree._Element, *tags: str) -> list[etree._Element]:
    """The rows of a table or the cells of a row, also where a group of rows or a form lies around them."""
    found: list[etree._Element] = []
    waiting = list(reversed(parent))
    while waiting:
        child = waiting.pop()
        if child.tag in tags:
            found.append(child)
        elif child.tag in _AROUND:
            waiting += reversed(child)
    return found


def _whole(text: str | None, otherwise: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise
