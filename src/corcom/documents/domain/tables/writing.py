"""A table as a file: CSV for programs, XLSX for people. The same rows give the same bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

from corcom.documents.domain.tables.cells import FIRST_DAY, in_csv, in_xml, spoken
from corcom.documents.domain.tables.spreadsheet import SPREADSHEET, WrittenSheet, spreadsheet
from corcom.kernel.tables import Cell

# Style 1 is a day (written as 2016-04-28), style 2 the bold head.
_STYLES = (
    f'<styleSheet xmlns="{SPREADSHEET}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/>'
    '<xf numFmtId="164" xfId="0" applyNumberFormat="1"/><xf fontId="1" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)

Sheet = tuple[str, Sequence[str], Iterable[Sequence[Cell]]]
"""The name of a sheet, its columns and its rows."""


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with a byte-order mark, without which Excel takes it for another encoding."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([in_csv(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_file(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet, its head frozen; days are days and numbers numbers."""
    return workbook([("CorCom", columns, rows)])


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Sheets in a workbook, the head of each frozen."""
    written = [WrittenSheet(name, _sheet(columns, rows)) for name, columns, rows in sheets]
    return spreadsheet(written, styles=_STYLES)


def _sheet(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    head = "".join(_cell(column, ' s="2"') for column in columns)
    lines = "".join(f"<row>{''.join(_cell(cell) for cell in row)}</row>" for row in rows)
    view = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>'
    return f'<worksheet xmlns="{SPREADSHEET}">{view}<sheetData><row>{head}</row>{lines}</sheetData></worksheet>'


def _cell(cell: Cell, style: str = "") -> str:
    if cell is None or cell == "":
        return "<c/>"
    if isinstance(cell, date):
        if cell >= FIRST_DAY:
            # Spreadsheets count days from 30 December 1899.
            return f'<c s="1"><v>{(cell - date(1899, 12, 30)).days}</v></c>'
        cell = cell.isoformat()
    if isinstance(cell, (int, float, Decimal)):
        return f"<c><v>{spoken(cell)}</v></c>"
    return f'<c t="inlineStr"{style}><is><t xml:space="preserve">{escape(in_xml(cell))}</t></is></c>'
