"""What a page has around its text: the running head, the page number, the rules of tables."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from corcom.documents.domain.official.foot import foot
from corcom.documents.domain.official.safe import by_direction
from corcom.kernel.wording import Wording

_AFTER_BIDI_VISUAL = (
    "w:tblStyleRowBandSize",
    "w:tblStyleColBandSize",
    "w:tblW",
    "w:jc",
    "w:tblCellSpacing",
    "w:tblInd",
)
_AFTER_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def place(parent: Any, name: str, content: str = "", *, before: tuple[str, ...] = ()) -> None:
    """Put an element where the format wants it: ahead of those named in `before`, else last."""
    element = parse_xml(f"<{name} {nsdecls('w')}>{content}</{name}>")
    later = {qn(one) for one in before}
    successor = next((child for child in parent if child.tag in later), None)
    if successor is None:
        parent.append(element)
    else:
        successor.addprevious(element)


def mirror_page(section: Any) -> None:
    """Turn the sides of a page round."""
    place(section._sectPr, "w:bidi", before=("w:rtlGutter", "w:docGrid"))  # noqa: SLF001  no other way


def mirror_table(table: Any) -> None:
    """Put the first column of a table on the right."""
    place(table._tblPr, "w:bidiVisual", before=(*_AFTER_BIDI_VISUAL, "w:tblBorders", *_AFTER_BORDERS))  # noqa: SLF001  no other way


def mirror_paragraph(paragraph: Paragraph) -> None:
    """Let a paragraph start on the right."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  no other way
    place(properties, "w:bidi", before=("w:spacing", "w:ind", "w:jc", "w:rPr"))


def align(table: Any) -> None:
    """Let the words of a table begin where those of the text around it do."""
    sides = '<w:left w:w="0" w:type="dxa"/><w:right w:w="142" w:type="dxa"/>'
    place(table._tblPr, "w:tblCellMar", sides, before=("w:tblLook",))  # noqa: SLF001  no other way


def keep_whole(row: Any) -> None:
    """Never break a row at the foot of a page."""
    place(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001  no other way


def set_running_lines(document: Document, running: str, wording: Wording) -> None:
    """The running head from the second page on, and on every page its number and how many there are."""
    section = document.sections[0]
    head = section.header.paragraphs[0]
    if wording.right_to_left:
        mirror_paragraph(head)
    head.alignment = WD_ALIGN_PARAGRAPH.RIGHT  # where reading ends
    for side, part in by_direction(running):
        head.add_run(part).font.rtl = side or None
    for footer in (section.footer, section.first_page_footer):
        _number_pages(footer.paragraphs[0], wording)


def _number_pages(paragraph: Paragraph, wording: Wording) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if wording.right_to_left:
        mirror_paragraph(paragraph)
    before, between, after = foot(wording)
    for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        if text:
            paragraph.add_run(text).font.rtl = wording.right_to_left or None
        if field:
            _add_field(paragraph, field)


def _add_field(paragraph: Paragraph, name: str) -> None:
    """A number that the office program fills in."""
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))  # noqa: SLF001  no other way


def ruled(table: Any, *, inside: bool = False) -> None:
    """Rules below a table, or above, below and between its rows; none upright."""
    sides = ("top", "bottom", "insideH") if inside else ("bottom",)
    kinds = {"insideH": 'w:sz="4" w:color="A6A6A6"'}
    strong = 'w:sz="8" w:color="000000"'
    lines = "".join(f'<w:{side} w:val="single" {kinds.get(side, strong)}/>' for side in sides)
    place(table._tblPr, "w:tblBorders", lines, before=_AFTER_BORDERS)  # noqa: SLF001  no other way


def repeat_first_row(table: Any) -> None:
    """Set the heads of a table again on every page, and keep each row whole."""
    for row in table.rows:
        keep_whole(row)
    place(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001  no other way
