"""Word documents (.docx): paragraphs, tables, automatic numbers and notes, as a reader of the page sees them.

Taken: insertions of tracked changes, text boxes (after the paragraph that holds them), content controls, results of
fields, text of links. Left out: deletions, headers and footers, comments, instructions of fields, hidden text.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Final

from lxml import etree

from corcom.documents.domain import docx_names as w
from corcom.documents.domain.blocks import Block, Cell, Table, flat, paragraph, plain
from corcom.documents.domain.docx_numbering import Numbering
from corcom.documents.domain.docx_styles import CLOSE, Style, Styles
from corcom.documents.domain.docx_symbols import symbol
from corcom.documents.domain.errors import Damaged, NotADocument, TooLarge
from corcom.documents.domain.html import read_html
from corcom.documents.domain.package import Package, parsed
from corcom.documents.domain.plain import decoded
from corcom.documents.domain.sniff import text_kind
from corcom.kernel.marked import Filled, gettext_noop

_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL: Final = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_INSIDE: Final = {"ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"}
_WHOLE_FILES: Final = (b"PK", b"{\\rtf", b"MIME-Version")
_WIDEST: Final = 1000
"""Columns that one cell may span."""
_CHARACTERS: Final = {
    w.TAB: "\t",
    w.POSITION_TAB: "\t",
    w.BREAK: "\n",
    w.LINE_BREAK: "\n",
    w.NO_BREAK_HYPHEN: "-",
}


def read_docx(package: Package) -> list[Block]:
    """The blocks of a .docx in reading order."""
    main = main_part(package)
    related = _related(package, main)
    root = _xml(package, main)
    body = root.find(w.BODY)
    if body is None:
        raise Damaged(package.name, what=gettext_noop("it has no body of text"))
    reader = _Body(
        Styles(_optional(package, related.get("styles"))),
        Numbering(_optional(package, related.get("numbering"))),
        notes={
            tag: _notes(package, related.get(kind))
            for tag, kind in ((w.FOOTNOTE, "footnotes"), (w.ENDNOTE, "endnotes"))
        },
    )
    reader.chunk = lambda key: _chunk(package, related.get(key, ""))
    _settle_changes(root)
    _drop_endless_fields(root)
    reader.lift_text_boxes(root)
    return reader.blocks(body)


def main_part(package: Package) -> str:
    """The name of the part that holds the text."""
    for name, kind, _ in _relations(package, "_rels/.rels", base=""):
        if kind == "officeDocument":
            return name
    return "word/document.xml"


def _related(package: Package, main: str) -> dict[str, str]:
    folder, name = posixpath.split(main)
    found: dict[str, str] = {}
    for target, kind, key in _relations(package, f"{folder}/_rels/{name}.rels", base=folder):
        # Of most kinds there is one; pieces of other documents are known by their own keys.
        found.setdefault(key if kind == "aFChunk" else kind, target)
    return found


def _relations(package: Package, part: str, *, base: str) -> list[tuple[str, str, str]]:
    """Where each relation leads, its kind and its key."""
    if part not in package:
        return []
    return [
        (
            posixpath.normpath(posixpath.join("/" + base, each.get("Target", ""))).lstrip("/"),
            each.get("Type", "").rpartition("/")[2],
            each.get("Id", ""),
        )
        for each in package.xml(part)
        if each.get("TargetMode") != "External"
    ]


def _xml(package: Package, part: str) -> etree._Element:
    data = package.read(part)
    if _STRICT in data[:4096]:
        data = data.replace(_STRICT, _USUAL)
    return parsed(data, name=package.name, part=part)


def _optional(package: Package, part: str | None) -> etree._Element | None:
    return _xml(package, part) if part and part in package else None


def _notes(package: Package, part: str | None) -> dict[str | None, etree._Element]:
    """The notes of a part by their numbers."""
    root = _optional(package, part)
    if root is None:
        return {}
    if len(root) > package.limits.notes:
        raise TooLarge(package.name, bound=Filled(gettext_noop("%(number)s notes"), number=package.limits.notes))
    _settle_changes(root)
    return {each.get(w.ID): each for each in root}


def _chunk(package: Package, part: str) -> list[Block]:
    """A web page or a plain text that a program put into the file whole; Word takes it apart when it saves."""
    data = package.read(part) if part in package else b""
    if data.startswith(_WHOLE_FILES):
        raise NotADocument(
            package.name, found=gettext_noop("a Word document around another file; open it in Word and save it")
        )
    if not data.strip():
        return []
    text, _ = decoded(data, name=package.name)
    if text_kind(text, name=package.name) == "html":
        return read_html(text, name=package.name)
    return [paragraph([(line, False)]) for line in text.splitlines()]


def _settle_changes(root: etree._Element) -> None:
    """Take deletions out, what older programs would show in place of newer drawing, and how words are pronounced."""
    for element in list(root.iter(w.DELETED, w.MOVED_FROM, w.FALLBACK, w.RUBY_TEXT)):
        parent = element.getparent()
        if parent is None:
            continue
        if parent.tag == w.ROW_PROPERTIES:
            row = parent.getparent()
            table = None if row is None else row.getparent()
            if row is not None and table is not None:
                table.remove(row)
        elif parent.tag == w.RUN_PROPERTIES:
            _join_next(parent)
        else:
            parent.remove(element)


def _join_next(mark: etree._Element) -> None:
    """The mark that ends a paragraph was deleted: its words belong to the next one."""
    properties = mark.getparent()
    if properties is None or properties.tag != w.PARAGRAPH_PROPERTIES:
        return
    ended = properties.getparent()
    following = None if ended is None else ended.getnext()
    if ended is None or following is None or following.tag != w.PARAGRAPH:
        return
    at = 1 if following.find(w.PARAGRAPH_PROPERTIES) is not None else 0
    for child in [each for each in ended if each is not properties]:
        following.insert(at, child)
        at += 1
    parent = ended.getparent()
    if parent is not None:
        parent.remove(ended)


def _drop_endless_fields(root: etree._Element) -> None:
    """Forget where a field begins that never ends, as after a careless deletion: it would hide all that follows."""
    begun: list[etree._Element] = []
    for mark in root.iter(w.FIELD):
        kind = mark.get(w.FIELD_TYPE)
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
    for mark in begun:
        mark.set(w.FIELD_TYPE, "")


class _Body:
    """Walks through the body, counting lists, fields and notes as it goes."""

    def __init__(
        self, styles: Styles, numbering: Numbering, notes: dict[str, dict[str | None, etree._Element]]
    ) -> None:
        self.styles = styles
        self.numbering = numbering
        self.chunk: Callable[[str], list[Block]] = lambda _: []
        self.notes = notes
        self._boxes: dict[etree._Element, list[etree._Element]] = {}
        self._fields: list[bool] = []
        self._instructed = False
        self._style: Style | None = None
        self._style_id: str | None = None
        self._bold_styles: dict[str, Style] = {}

    def lift_text_boxes(self, root: etree._Element) -> None:
        """Take text boxes out of the paragraphs that hold them, to be read after those."""
        for box in list(root.iter(w.TEXT_BOX)):
            parent = box.getparent()
            holder = next(box.iterancestors(w.PARAGRAPH), None)
            if parent is not None and holder is not None:
                parent.remove(box)
                self._boxes.setdefault(holder, []).append(box)

    def blocks(self, container: etree._Element) -> list[Block]:
        found: list[Block] = []
        for child in container:
            if child.tag == w.PARAGRAPH:
                found += self.paragraph(child)
            elif child.tag == w.TABLE:
                found.append(self.table(child))
                self._style = None
            elif child.tag == w.SDT:
                content = child.find(w.SDT_CONTENT)
                found += [] if content is None else self.blocks(content)
            elif child.tag == w.CHUNK:
                found += self.chunk(child.get(w.RELATION, ""))
            elif etree.QName(child).localname in _INSIDE:
                found += self.blocks(child)
        return found

    def paragraph(self, element: etree._Element) -> list[Block]:
        """The paragraph, and after it what its text boxes hold."""
        style_id, style = self.styles.of_paragraph(element)
        notes: list[str] = []
        runs = self._runs(element, style, notes)
        label = self._label(style, style_id)
        # An empty paragraph counts in its list, but shows nothing worth reading.
        made = paragraph(runs, label=label if any(text.strip() for text, _ in runs) else "")
        made.notes = notes
        if style.level and made.text:
            made.level, made.text = style.level, made.text.replace("\n", " ")
        made.item = (made.item or bool(label)) and not made.level
        made.tight = self._tight(style, style_id)
        self._style, self._style_id = style, style_id
        boxes = self._boxes.pop(element, ()) if self._boxes else ()
        return [made, *(block for box in boxes for block in self.blocks(box))]

    def _tight(self, style: Style, style_id: str) -> bool:
        before = self._style
        if before is None:
            return False
        same = style_id == self._style_id
        after = 0 if before.contextual and same else before.after
        return max(after, 0 if style.contextual and same else style.before) < CLOSE

    def _label(self, style: Style, style_id: str) -> str:
        if style.list_id is None:
            return ""
        level = style.list_level
        if level is None:
            level = self.numbering.level_of_style(style.list_id, style_id)
        return self.numbering.label(style.list_id, level)

    def _runs(self, element: etree._Element, style: Style, notes: list[str]) -> list[tuple[str, bool]]:
        runs: list[tuple[str, bool]] = []
        text, properties = w.TEXT, w.RUN_PROPERTIES
        for run in element.iter(w.RUN, w.FORMULA_RUN):
            pieces: list[str] = []
            bold, hidden = style.bold, style.hidden
            for child in run:
                tag = child.tag
                if tag == properties:
                    bold, hidden = self._look(child, bold=bold, hidden=hidden)
                elif tag == w.FIELD:
                    self._field(child.get(w.FIELD_TYPE, ""))
                elif self._instructed:
                    continue
                elif tag == text:
                    pieces.append(child.text or "")
                elif tag in self.notes:
                    notes.append(self._note(self.notes[tag].pop(child.get(w.ID), None)))
                else:
                    pieces.append(_letters(child, tag))
            if pieces and not hidden:
                runs.append(("".join(pieces), bold))
        return runs

    def _look(self, properties: etree._Element, *, bold: bool, hidden: bool) -> tuple[bool, bool]:
        own = gone = None
        for each in properties:
            tag = each.tag
            if tag == w.BOLD:
                own = w.on(each)
            elif tag == w.VANISH:
                gone = w.on(each)
            elif tag == w.RUN_STYLE:
                style = self.styles.style(each.get(w.VALUE))
                bold, hidden = bold or style.bold, hidden or style.hidden
        return bold if own is None else own, hidden if gone is None else gone

    def _field(self, kind: str) -> None:
        """A field runs from begin over separate to end; its text before `separate` is an instruction."""
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()
        self._instructed = not all(self._fields)

    def _note(self, element: etree._Element | None) -> str:
        if element is None:
            return ""
        lines = [self._runs(each, Style(), []) for each in element.iter(w.PARAGRAPH)]
        return plain(" ".join("".join(text for text, _ in runs).strip() for runs in lines)).strip()

    def table(self, element: etree._Element) -> Table:
        table = Table()
        for row in _children(element, w.ROW):
            cells: list[Cell] = []
            properties = row.find(w.ROW_PROPERTIES)
            column = min(max(0, w.number(w.value(properties, w.GRID_BEFORE))), _WIDEST)
            for each in _children(row, w.CELL):
                shape = each.find(w.CELL_PROPERTIES)
                said = {} if shape is None else {child.tag: child.get(w.VALUE) for child in shape}
                self._style = None
                if said.get(w.CELL_MERGE, "restart") == "restart":
                    cells.append(Cell(column, flat(self.blocks(each))))
                column += min(max(1, w.number(said.get(w.GRID_SPAN), 1)), _WIDEST)
            table.rows.append(cells)
        return table


def _letters(element: etree._Element, tag: str) -> str:
    """What other elements of a run show as letters."""
    if tag == w.SYMBOL:
        return symbol(element.get(w.SYMBOL_FONT, ""), element.get(w.SYMBOL_CODE, ""))
    return (element.text or "") if tag == w.FORMULA_TEXT else _CHARACTERS.get(tag, "")


def _children(parent: etree._Element, tag: str) -> list[etree._Element]:
    """Rows or cells, also those inside content controls and tracked insertions."""
    found: list[etree._Element] = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag == w.SDT or etree.QName(child).localname in {"sdtContent", *_INSIDE}:
            found += _children(child, tag)
    return found
