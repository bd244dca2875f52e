"""Names of elements and attributes in the parts of a .docx (ECMA-376), and how on/off values are written."""

from __future__ import annotations

from typing import Final

from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

ABSTRACT: Final = _W + "abstractNum"
ABSTRACT_ID: Final = _W + "abstractNumId"
AFTER: Final = _W + "after"
BASED_ON: Final = _W + "basedOn"
BEFORE: Final = _W + "before"
BODY: Final = _W + "body"
BOLD: Final = _W + "b"
BREAK: Final = _W + "br"
CELL: Final = _W + "tc"
CELL_MERGE: Final = _W + "vMerge"
CELL_PROPERTIES: Final = _W + "tcPr"
CHUNK: Final = _W + "altChunk"
CONTEXTUAL: Final = _W + "contextualSpacing"
DEFAULT: Final = _W + "default"
DEFAULTS: Final = _W + "docDefaults"
DELETED: Final = _W + "del"
ENDNOTE: Final = _W + "endnoteReference"
FALLBACK: Final = _MC + "Fallback"
FIELD: Final = _W + "fldChar"
FIELD_TYPE: Final = _W + "fldCharType"
FOOTNOTE: Final = _W + "footnoteReference"
FORMAT: Final = _W + "numFmt"
FORMULA_RUN: Final = _M + "r"
FORMULA_TEXT: Final = _M + "t"
GRID_BEFORE: Final = _W + "gridBefore"
GRID_SPAN: Final = _W + "gridSpan"
ID: Final = _W + "id"
LEGAL: Final = _W + "isLgl"
LEVEL: Final = _W + "ilvl"
LEVEL_DEFINITION: Final = _W + "lvl"
LEVEL_RESTART: Final = _W + "lvlRestart"
LEVEL_STYLE: Final = _W + "pStyle"
LEVEL_TEXT: Final = _W + "lvlText"
LINE_BREAK: Final = _W + "cr"
MOVED_FROM: Final = _W + "moveFrom"
NAME: Final = _W + "name"
NO_BREAK_HYPHEN: Final = _W + "noBreakHyphen"
NUMBER: Final = _W + "num"
NUMBERING: Final = _W + "numPr"
NUMBER_ID: Final = _W + "numId"
NUMBER_STYLE: Final = _W + "numStyleLink"
OUTLINE: Final = _W + "outlineLvl"
OVERRIDE: Final = _W + "lvlOverride"
PARAGRAPH: Final = _W + "p"
PARAGRAPH_PROPERTIES: Final = _W + "pPr"
PARAGRAPH_STYLE: Final = _W + "pStyle"
RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ROW: Final = _W + "tr"
ROW_PROPERTIES: Final = _W + "trPr"
RUBY_TEXT: Final = _W + "rt"
RUN: Final = _W + "r"
RUN_PROPERTIES: Final = _W + "rPr"
RUN_STYLE: Final = _W + "rStyle"
SDT: Final = _W + "sdt"
SDT_CONTENT: Final = _W + "sdtContent"
SECTION: Final = _W + "sectPr"
SPACING: Final = _W + "spacing"
START: Final = _W + "start"
START_OVERRIDE: Final = _W + "startOverride"
STYLE: Final = _W + "style"
STYLE_ID: Final = _W + "styleId"
STYLE_LINK: Final = _W + "styleLink"
SYMBOL: Final = _W + "sym"
SYMBOL_CODE: Final = _W + "char"
SYMBOL_FONT: Final = _W + "font"
TAB: Final = _W + "tab"
TABLE: Final = _W + "tbl"
TEXT: Final = _W + "t"
TEXT_BOX: Final = _W + "txbxContent"
TYPE: Final = _W + "type"
VALUE: Final = _W + "val"
VANISH: Final = _W + "vanish"
HYPHEN: Final = _W + "softHyphen"
POSITION_TAB: Final = _W + "ptab"


def on(element: etree._Element | None) -> bool | None:
    """An on/off property: None where it is not given."""
    if element is None:
        return None
    return element.get(VALUE, "true") not in {"0", "false", "off"}


def value(parent: etree._Element | None, tag: str) -> str | None:
    """The value of a child such as `<w:ilvl w:val="1"/>`."""
    child = None if parent is None else parent.find(tag)
    return None if child is None else child.get(VALUE)


def number(text: str | None, otherwise: int = 0) -> int:
    """A whole number as a document writes it; `otherwise` where it is none."""
    try:
        return int(float(text)) if text else otherwise
    except (ValueError, OverflowError):
        return otherwise
