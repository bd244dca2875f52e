"""A table as a file: CSV for programs, XLSX for people. The same rows give the same bytes."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

from corcom.documents.domain.tables.cells import FIRST_DAY, in_csv, in_xml, spoken
from corcom.kernel.tables import Cell

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml"

# Style 1 is a day (written as 2016-04-28), style 2 the bold head.
_STYLES = (
    f'<styleSheet xmlns="{SPREADSHEET}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/>'
    '<xf fontId="1" applyFont="1"/></cellXfs></styleSheet>'
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
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in _parts(sheets).items():
            text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{part}'
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _parts(sheets: Sequence[Sheet]) -> dict[str, str]:
    names = [f"sheet{number}.xml" if number > 1 else "sheet.xml" for number in range(1, len(sheets) + 1)]
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{MEDIA}.worksheet+xml"/>' for name in names)
    listed = "".join(
        f'<sheet name="{escape(sheet[0], {chr(34): "&quot;"})}" sheetId="{number}" r:id="r{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONS}/worksheet" Target="{name}"/>'
        for number, name in enumerate(names, 1)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/workbook.xml" ContentType="{MEDIA}.sheet.main+xml"/>'
        f'<Override PartName="/styles.xml" ContentType="{MEDIA}.styles+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="workbook.xml"/></Relationships>',
        "workbook.xml": f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>',
        "_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}'
        f'<Relationship Id="r{len(sheets) + 1}" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
        "styles.xml": _STYLES,
        **{name: _sheet(columns, rows) for name, (_, columns, rows) in zip(names, sheets, strict=True)},
    }


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
