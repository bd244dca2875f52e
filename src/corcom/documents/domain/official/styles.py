"""Styles of an official document: one serif in every script, black, real headings and real numbered lists."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

SERIF = "Times New Roman"
"""Every office program has it or one of the same widths; it holds Latin, Greek, Cyrillic, Arabic and Hebrew."""
CHINESE = "SimSun"
NUMBERED = "Numbered Paragraph"
LETTERED = "Lettered Paragraph"
HEAD = "Document Head"
SMALL = "Small Print"
CELL = "Table Text"

_INDENT = 567
"""Twentieths of a point: one centimetre."""

_NUMBERING = """
<w:abstractNum {ns} w:abstractNumId="{number}">
  <w:multiLevelType w:val="multilevel"/>
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{first}"/><w:pStyle w:val="{style}"/>
    <w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
    <w:pPr><w:tabs><w:tab w:val="num" w:pos="{indent}"/></w:tabs><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>
  </w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>{second}
    <w:lvlText w:val="(%2)"/><w:lvlJc w:val="left"/>
    <w:pPr><w:ind w:left="{deeper}" w:hanging="{indent}"/></w:pPr>
  </w:lvl>
</w:abstractNum>
"""


def set_styles(document: Document, *, language: str) -> None:
    """Make the styles of a new document those of an official one."""
    _set_defaults(document, language)
    _text(document, "Normal", size=11, after=6)
    _text(document, "Title", size=15, bold=True, before=6, after=10)
    _text(document, "Heading 1", size=12, bold=True, before=14, after=6)
    _text(document, "Heading 2", size=11, bold=True, before=10, after=4)
    _text(document, "Header", size=9, after=0)
    _text(document, "Footer", size=9, after=0)
    for name, size, after in ((HEAD, 11, 2), (SMALL, 9, 4), (CELL, 10, 2)):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
        _text(document, name, size=size, after=after)
    for name in (NUMBERED, LETTERED):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
        document.styles[name].quick_style = True
    _number(document)
    _drop_table_styles(document)


def set_page(document: Document) -> None:
    """A4 upright, with room for a binding on either side."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.2)
    section.different_first_page_header_footer = True


def _drop_table_styles(document: Document) -> None:
    """The library's template brings a hundred styles of tables; ours have rules of their own, and every file would carry them."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.element.getparent().remove(style.element)


def _set_defaults(document: Document, language: str) -> None:
    properties: Any = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in list(properties):
        properties.remove(old)
    fonts = f'w:ascii="{SERIF}" w:hAnsi="{SERIF}" w:cs="{SERIF}" w:eastAsia="{CHINESE}"'
    properties.append(parse_xml(f"<w:rFonts {nsdecls('w')} {fonts}/>"))
    properties.append(parse_xml(f'<w:sz {nsdecls("w")} w:val="22"/>'))
    properties.append(parse_xml(f'<w:szCs {nsdecls("w")} w:val="22"/>'))
    latin = {"en": "en-GB", "fr": "fr-CH", "es": "es-ES", "ru": "ru-RU"}.get(language.partition("-")[0], "en-GB")
    tongues = f'w:val="{latin}" w:eastAsia="zh-CN" w:bidi="ar-SA"'
    properties.append(parse_xml(f"<w:lang {nsdecls('w')} {tongues}/>"))


def _text(document: Document, name: str, *, size: int, bold: bool = False, before: int = 0, after: int = 0) -> None:
    style: Any = document.styles[name]
    properties = style.element.get_or_add_rPr()
    for old in list(properties):
        properties.remove(old)
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)
    style.font.name = SERIF
    fonts = properties.find(qn("w:rFonts"))
    fonts.set(qn("w:cs"), SERIF)
    fonts.set(qn("w:eastAsia"), CHINESE)
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.cs_bold = bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    properties.append(parse_xml(f'<w:szCs {nsdecls("w")} w:val="{size * 2}"/>'))
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Pt(before), Pt(after)
    spacing.line_spacing_rule = WD_LINE_SPACING.SINGLE
    spacing.keep_with_next = name.startswith(("Heading", "Title"))
    spacing.widow_control = True


def _number(document: Document) -> None:
    """Two lists that run through the whole document: Roman numerals for headings, numbers and letters for text."""
    numbering: Any = document.part.numbering_part.element
    lists = (
        (90, "Heading 1", "upperRoman", "", _INDENT, _INDENT),
        (91, NUMBERED, "decimal", LETTERED, 0, 0),
    )
    for number, style, first, second, left, hanging in lists:
        below = f'<w:pStyle w:val="{document.styles[second].style_id}"/>' if second else ""
        definition = _NUMBERING.format(
            ns=nsdecls("w"),
            number=number,
            style=document.styles[style].style_id,
            first=first,
            second=below,
            indent=_INDENT,
            left=left,
            hanging=hanging,
            deeper=2 * _INDENT,
        )
        numbering.insert(0, parse_xml(definition))
        link = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        numbering.append(parse_xml(link))
        _list_of(document, style, number, 0)
        if second:
            _list_of(document, second, number, 1)


def _list_of(document: Document, style: str, number: int, level: int) -> None:
    properties: Any = document.styles[style].element.get_or_add_pPr()
    item = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    properties._insert_numPr(parse_xml(item))  # noqa: SLF001  the library's own way to keep the order of the schema
