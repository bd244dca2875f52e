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

# Style 1 is a day (written as 2016-04-28), style 2 the bold head, style 3 a text that takes several lines.
_STYLES = (
    f'<styleSheet xmlns="{SPREADSHEET}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/>'
    '<xf numFmtId="164" xfId="0" applyNumberFormat="1"/><xf fontId="1" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)

_NARROWEST, _WIDEST, _WIDEST_HEAD = 6, 60, 24
"""Widths of columns in characters: a text that is longer takes several lines."""

_LINE = 15
"""Points from line to line."""

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
    every = [tuple(row) for row in rows]
    widths = _widths(columns, every)
    head = f"<row{_height(columns, widths)}>{''.join(_cell(column, 2) for column in columns)}</row>"
    lines = "".join(f"<row{_height(row, widths)}>{''.join(_cell(cell) for cell in row)}</row>" for row in every)
    view = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>'
    listed = "".join(
        f'<col min="{at}" max="{at}" width="{width + 2}" customWidth="1"/>' for at, width in enumerate(widths, 1)
    )
    cols = f"<cols>{listed}</cols>" if listed else ""
    return f'<worksheet xmlns="{SPREADSHEET}">{view}{cols}<sheetData>{head}{lines}</sheetData></worksheet>'


def _widths(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[int]:
    """As wide as the longest line of each column, within bounds."""
    widths = [max(_NARROWEST, min(len(column), _WIDEST_HEAD)) for column in columns]
    for row in rows:
        for at, cell in enumerate(row[: len(widths)]):
            if cell is not None and (longest := _longest(cell)) > widths[at]:
                widths[at] = min(longest, _WIDEST)
    return widths


def _height(row: Sequence[Cell], widths: Sequence[int]) -> str:
    """Room for the lines of its longest text: not every program finds that out by itself."""
    most = 1
    for cell, width in zip(row, widths, strict=False):
        if isinstance(cell, str) and (len(cell) > width or "\n" in cell):
            most = max(most, sum(1 + max(0, len(line) - 1) // width for line in cell.splitlines()))
    return f' ht="{most * _LINE}" customHeight="1"' if most > 1 else ""


def _longest(cell: Cell) -> int:
    text = cell if isinstance(cell, str) else str(cell)
    return len(text) if "\n" not in text else max(map(len, text.splitlines()), default=0)


def _cell(cell: Cell, style: int = 0) -> str:
    if cell is None or cell == "":
        return "<c/>"
    if isinstance(cell, date):
        if cell >= FIRST_DAY:
            # Spreadsheets count days from 30 December 1899.
            return f'<c s="1"><v>{(cell - date(1899, 12, 30)).days}</v></c>'
        cell = cell.isoformat()
    if isinstance(cell, (int, float, Decimal)):
        return f"<c><v>{spoken(cell)}</v></c>"
    if not style and (len(cell) > _WIDEST or "\n" in cell):
        style = 3
    named = f' s="{style}"' if style else ""
    return f'<c t="inlineStr"{named}><is><t xml:space="preserve">{escape(in_xml(cell))}</t></is></c>'
