"""The cell styles of a form as a workbook: what is asked is shaded and locked, what is answered is white and open."""

from __future__ import annotations

from corcom.documents.domain.tables.spreadsheet import SPREADSHEET
from corcom.reporting.domain.offline.docx_xml import SHADE
from corcom.reporting.domain.offline.laid_out import OfflineQuestion
from corcom.rulebooks.form_fields import FieldKind

PLAIN, TITLE, SMALL, LABEL, HEAD, TEXT, WHOLE, DAY, OTHER = range(9)
_OPEN: dict[FieldKind, int] = {"text": TEXT, "day": DAY}

_FONT = '<name val="Calibri"/>'
_RULE = '<color rgb="FF8A939C"/>'
_SIDES = "".join(f'<{side} style="thin">{_RULE}</{side}>' for side in ("left", "right", "top", "bottom"))
_WRAP = '<alignment vertical="top" wrapText="1"/>'
_FROM_RIGHT = '<alignment vertical="top" wrapText="1" readingOrder="2"/>'
_UNLOCKED = '<protection locked="0"/>'


def _style(*, font: int = 0, fill: int = 0, border: int = 0, form: int = 0, is_open: bool = False) -> str:
    applied = 'applyFont="1" applyFill="1" applyBorder="1" applyNumberFormat="1" applyAlignment="1" applyProtection="1"'
    inner = f"{_WRAP}{_UNLOCKED if is_open else ''}"
    return f'<xf numFmtId="{form}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" {applied}>{inner}</xf>'


_ASKED = (
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    _style(font=2),
    _style(font=3),
    _style(font=1, fill=2, border=1),
    _style(font=1, fill=2, border=1),
)
_ANSWERED = (
    _style(border=1, form=49, is_open=True),
    _style(border=1, form=3, is_open=True),
    _style(border=1, form=164, is_open=True),
    _style(border=1, is_open=True),
)


def styles(*, right_to_left: bool) -> str:
    """The part of a workbook that holds its styles. What is asked runs as the language does; an answer as it is typed."""
    asked = "".join(_ASKED).replace(_WRAP, _FROM_RIGHT) if right_to_left else "".join(_ASKED)
    cells = f'<cellXfs count="{len(_ASKED) + len(_ANSWERED)}">{asked}{"".join(_ANSWERED)}</cellXfs>'
    return _STYLES.replace("<cellXfs/>", cells)


_STYLES = (
    f'<styleSheet xmlns="{SPREADSHEET}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    f'<fonts count="4"><font><sz val="11"/>{_FONT}</font><font><b/><sz val="11"/>{_FONT}</font>'
    f'<font><b/><sz val="14"/>{_FONT}</font><font><sz val="10"/><color rgb="FF5A6570"/>{_FONT}</font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    f'<fill><patternFill patternType="solid"><fgColor rgb="FF{SHADE}"/></patternFill></fill></fills>'
    f'<borders count="2"><border/><border>{_SIDES}</border></borders>'
    f'<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs/>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def style_of(question: OfflineQuestion, *, with_fractions: bool) -> int:
    """The style of the cell in which a question is answered."""
    if question.kind == "number" and not with_fractions:
        return WHOLE
    return _OPEN.get(question.kind, OTHER)
