"""Makes the packaged sample minutes that are a Word document.

`python -m tests.factories.sample_docx` writes it anew: automatic heading numbers, attendance in a table of two columns, a
table of mandates, a table of action points, header and footer.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from tests.factories.sample_docx_words import ACTIONS, FOOTER, HEADER, MANDATES, NOTES, PRESENT, TITLE, WORDS

if TYPE_CHECKING:
    from docx.document import Document as Doc
    from docx.table import _Cell

SAMPLE = Path(__file__).parents[2] / "src" / "corcom" / "minutes" / "samples" / "2019-07-11-coordination-committee.docx"
INK = RGBColor(0x1B, 0x2A, 0x41)
NUMBERS = (
    '<w:abstractNum {ns} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    "</w:abstractNum>"
)


def _styles(document: Doc) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for name, size in (("Heading 1", 13), ("Heading 2", 11)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), INK
        for place in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{place}"), None)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(12), Pt(4)


def _number_headings(document: Doc) -> None:
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERS.format(ns=nsdecls("w"))))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level, name in enumerate(("Heading 1", "Heading 2")):
        properties = document.styles[name].element.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
        )


def _furniture(document: Doc) -> None:
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(2.3)
    section.header.paragraphs[0].text = HEADER
    section.footer.paragraphs[0].text = FOOTER
    section.footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _title(document: Doc) -> None:
    for line, size, bold in zip(TITLE, (15, 13, 11, 11), (True, True, False, False), strict=True):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(line)
        run.bold, run.font.size, run.font.color.rgb = bold, Pt(size), INK


def _delegation(cell: _Cell, name: str, people: tuple[str, ...]) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.add_run(name).bold = True
    for person in people:
        line = cell.add_paragraph(person)
        line.paragraph_format.space_after = Pt(0)
        line.paragraph_format.left_indent = Cm(0.5)


def _present(document: Doc) -> None:
    half = (len(PRESENT) + 1) // 2
    table = document.add_table(rows=half, cols=2)
    for number, (name, people) in enumerate(PRESENT):
        _delegation(table.cell(number % half, number // half), name, people)
    document.add_paragraph()


def _grid(document: Doc, rows: tuple[tuple[str, ...], ...], widths: tuple[float, ...]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for number, words_of_row in enumerate(rows):
        row = table.add_row()
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for cell, words, width in zip(row.cells, words_of_row, widths, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)
            cell.paragraphs[0].add_run(words).bold = number == 0
    document.add_paragraph()


def make(path: Path) -> Path:
    """Write the document to `path`."""
    document = Document()
    _styles(document)
    _number_headings(document)
    _furniture(document)
    _title(document)
    for level, heading, paragraphs in WORDS:
        document.add_heading(heading, level)
        if heading == "Attendance":
            _present(document)
        for words in paragraphs:
            document.add_paragraph(words)
        if heading == "Coordinators until the 9MSP":
            _grid(document, MANDATES, (7.5, 9.0))
        if heading == "Summary of action points":
            _grid(document, ACTIONS, (1.0, 8.5, 4.0, 3.0))
    for words in NOTES:
        document.add_paragraph(words).runs[0].italic = True
    made = document.core_properties
    made.author, made.title = "Implementation Support Unit", " ".join(TITLE[:2])
    made.created = made.modified = dt.datetime(2019, 7, 15, 9, 0)
    document.save(str(path))
    return path


if __name__ == "__main__":
    make(SAMPLE)
