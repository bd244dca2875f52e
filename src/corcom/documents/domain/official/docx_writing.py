"""An official document as .docx: real headings, real numbered lists, tables that repeat their heads."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache, singledispatchmethod
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from corcom.documents.domain.official import parts, styles
from corcom.documents.domain.official.furniture import (
    align,
    keep_whole,
    mirror_page,
    mirror_paragraph,
    mirror_table,
    repeat_first_row,
    ruled,
    set_running_lines,
)
from corcom.documents.domain.official.safe import by_direction, reads_right_to_left, xml_safe
from corcom.kernel.wording import Wording

_UNNEEDED = frozenset({"thumbnail", "customXml", "webSettings", "stylesWithEffects"})


def written_docx(
    content: Iterable[parts.Part], *, title: str, wording: Wording, running: str, made_at: datetime | None
) -> bytes:
    """The parts as the content of a .docx file."""
    writer = _DocxWriter(title=title, wording=wording, running=running, made_at=made_at)
    for part in content:
        writer.put(part)
    return writer.to_bytes()


@cache
def _blank(language: str) -> bytes:
    """An empty document with the styles of an official one: setting them takes longer than a whole letter."""
    blank = docx.Document()
    styles.set_styles(blank, language=language)
    styles.set_page(blank)
    # What the library's template brings and no reader of ours needs; every file would carry it.
    for part in (blank.part, blank.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype.rpartition("/")[2] in _UNNEEDED:
                del part.rels[key]
    content = io.BytesIO()
    blank.save(content)
    return content.getvalue()


class _DocxWriter:
    def __init__(self, *, title: str, wording: Wording, running: str, made_at: datetime | None) -> None:
        self.wording = wording
        self._docx = docx.Document(io.BytesIO(_blank(wording.language)))
        self._ids = {style.name: style.style_id for style in self._docx.styles}
        self._set_properties(title, made_at)
        set_running_lines(self._docx, xml_safe(running), wording)
        if wording.right_to_left:
            mirror_page(self._docx.sections[0])

    @singledispatchmethod
    def put(self, part: parts.Part) -> None:
        """Set the next part."""
        raise TypeError(part)

    @put.register
    def _(self, part: parts.Masthead) -> None:
        table = self._table([10.5, 5.5])
        for cell, lines in zip(table.rows[0].cells, (part.left, part.right), strict=True):
            for number, line in enumerate(lines):
                self._set(self._line_of(cell, number, styles.HEAD), line, bold=number == 0)
        ruled(table)
        self._paragraph(styles.SMALL)

    @put.register
    def _(self, part: parts.Title) -> None:
        self._add(part.text, "Title")

    @put.register
    def _(self, part: parts.Line) -> None:
        paragraph = self._paragraph(styles.HEAD)
        self._set(paragraph, part.text, bold=part.bold)
        if part.kept:
            paragraph.paragraph_format.keep_with_next = True
            paragraph.paragraph_format.space_after = Pt(6)

    @put.register
    def _(self, part: parts.Heading) -> None:
        self._add(part.text, f"Heading {part.level}")

    @put.register
    def _(self, part: parts.Numbered) -> None:
        self._add(part.text, styles.NUMBERED)

    @put.register
    def _(self, part: parts.Plain) -> None:
        paragraph = self._paragraph("Normal")
        self._set(paragraph, part.text, bold=part.bold)
        if part.bold:
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(12)

    @put.register
    def _(self, part: parts.Closing) -> None:
        lines = [
            (part.courtesies, "Normal"),
            ("", "Normal"),
            ("", "Normal"),
            *((one, styles.HEAD) for one in part.signed),
        ]
        for number, (text, style) in enumerate(lines):
            paragraph = self._paragraph(style)
            self._set(paragraph, text)
            paragraph.paragraph_format.keep_with_next = number < len(lines) - 1

    @put.register
    def _(self, part: parts.Small) -> None:
        self._add(part.text, styles.SMALL, italic=True)

    @put.register
    def _(self, part: parts.Table) -> None:
        table = self._table([column.width for column in part.columns], rows=len(part.rows) + 1)
        for cell, column in zip(table.rows[0].cells, part.columns, strict=True):
            self._set(self._line_of(cell, 0, styles.CELL), column.head, bold=True)
        for row, cells in zip(list(table.rows)[1:], part.rows, strict=True):
            for cell, lines in zip(row.cells, cells, strict=True):
                for number, line in enumerate(lines):
                    self._set(self._line_of(cell, number, styles.CELL), line)
        ruled(table, inside=True)
        repeat_first_row(table)
        self._paragraph(styles.SMALL)

    @put.register
    def _(self, part: parts.Pairs) -> None:
        table = self._table(parts.PAIR_WIDTHS, rows=len(part.rows))
        for row, (name, lines) in zip(table.rows, part.rows, strict=True):
            self._set(self._line_of(row.cells[0], 0, styles.CELL), name, bold=True)
            for number, line in enumerate(lines or ("",)):
                self._set(self._line_of(row.cells[1], number, styles.CELL), line)
            keep_whole(row)
        self._paragraph(styles.SMALL)

    @put.register
    def _(self, part: parts.Signatures) -> None:
        table = self._table([parts.WIDTH / 2] * 2, rows=1)
        for cell, name in zip(table.rows[0].cells, part.names, strict=False):
            self._set(self._line_of(cell, 0, styles.CELL), "\n\n" + "_" * 32)
            self._set(self._line_of(cell, 1, styles.CELL), name)
        keep_whole(table.rows[0])

    def to_bytes(self) -> bytes:
        """The document as the content of a .docx file."""
        content = io.BytesIO()
        self._docx.save(content)
        return content.getvalue()

    def _set_properties(self, title: str, made_at: datetime | None) -> None:
        properties = self._docx.core_properties
        properties.title = xml_safe(title)[:255]
        properties.language = self.wording.language
        properties.author = properties.last_modified_by = "CorCom"
        properties.comments = properties.keywords = ""
        element: Any = properties._element  # noqa: SLF001  a moment can be set, but not taken away
        for name in ("created", "modified"):
            for old in element.findall(qn(f"dcterms:{name}")):
                element.remove(old)
        if made_at is not None:
            properties.created = properties.modified = made_at.replace(tzinfo=None)

    def _add(self, text: str, style: str, *, bold: bool = False, italic: bool = False) -> None:
        self._set(self._paragraph(style), text, bold=bold, italic=italic)

    def _paragraph(self, style: str) -> Paragraph:
        return self._styled(self._docx.add_paragraph(), style)

    def _styled(self, paragraph: Paragraph, style: str) -> Paragraph:
        """Set a style by its number: looking it up by its name takes longer than all the rest."""
        paragraph._p.style = self._ids[style]  # noqa: SLF001  see above
        return paragraph

    def _table(self, widths: Sequence[float], *, rows: int = 1) -> Any:
        table: Any = self._docx.add_table(rows=rows, cols=len(widths))
        table.autofit = False
        align(table)
        if self.wording.right_to_left:
            mirror_table(table)
        for number, width in enumerate(widths):
            table.columns[number].width = Cm(width)
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Cm(width)
        return table

    def _line_of(self, cell: Any, number: int, style: str) -> Paragraph:
        """The line of a cell: its first is there already."""
        paragraph: Paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        return self._styled(paragraph, style)

    def _set(self, paragraph: Paragraph, text: str, *, bold: bool = False, italic: bool = False) -> None:
        """Put a text into a paragraph, each script in its own direction."""
        safe = xml_safe(text)
        right = reads_right_to_left(safe)
        if self.wording.right_to_left if right is None else right:
            mirror_paragraph(paragraph)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT  # which is where reading starts
        elif self.wording.right_to_left and self._in_a_place_of_its_own(paragraph):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT  # Latin words begin where the page does
        for side, part in by_direction(safe):
            run = paragraph.add_run(part)
            # What is not set is not touched: that takes longer than the words.
            if bold:
                run.bold = run.font.cs_bold = True
            if italic:
                run.italic = run.font.cs_italic = True
            if side:
                run.font.rtl = True

    def _in_a_place_of_its_own(self, paragraph: Paragraph) -> bool:
        """Whether it stands in a cell, in the head or in a letter, and not among numbered paragraphs."""
        return paragraph._p.style in {self._ids[name] for name in (styles.CELL, styles.HEAD, "Normal")}  # noqa: SLF001  see `_styled`
