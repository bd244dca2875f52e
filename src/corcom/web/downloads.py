"""What a table shows, as a file: CSV for programs, XLSX for people."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from xml.sax.saxutils import escape

from django.http import HttpRequest, HttpResponse

from corcom.web.pieces.table import Download

Cell = str | int | float | date | None

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so would be run as a formula by a spreadsheet; in CSV an apostrophe keeps it a text."""


def downloads(request: HttpRequest) -> tuple[Download, ...]:
    """The links to what this page shows, under the same filters."""
    return tuple(Download(name, f"?{_with_format(request, name.lower())}") for name in ("XLSX", "CSV"))


def _with_format(request: HttpRequest, form: str) -> str:
    query = request.GET.copy()
    query["format"] = form
    return query.urlencode()


def wants_sheet(request: HttpRequest) -> bool:
    """Whether the address asks for a file that `sheet` makes, and so for every row and not for a page of them."""
    return request.GET.get("format", "") in {"csv", "xlsx"}


def sheet(
    request: HttpRequest, name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> HttpResponse | None:
    """The file that `?format=csv` or `?format=xlsx` asks for, or None where a page is asked for."""
    form = request.GET.get("format", "")
    if form == "csv":
        content, media_type = csv_file(columns, rows), "text/csv; charset=utf-8"
    elif form == "xlsx":
        content = xlsx_file(columns, rows)
        media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    else:
        return None
    return HttpResponse(
        content, content_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    )


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with a byte-order mark, without which Excel takes it for another encoding."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA) else cell
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml"

PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/workbook.xml" ContentType="{MEDIA}.sheet.main+xml"/>'
    f'<Override PartName="/styles.xml" ContentType="{MEDIA}.styles+xml"/>'
    f'<Override PartName="/sheet.xml" ContentType="{MEDIA}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="workbook.xml"/></Relationships>',
    "workbook.xml": f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{RELATIONS}">'
    '<sheets><sheet name="CorCom" sheetId="1" r:id="r1"/></sheets></workbook>',
    "_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="sheet.xml"/>'
    f'<Relationship Id="r2" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
    # Style 1 is a day (written as 2016-04-28), style 2 the bold head.
    "styles.xml": f'<styleSheet xmlns="{SPREADSHEET}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/>'
    '<xf fontId="1" applyFont="1"/></cellXfs></styleSheet>',
}


def xlsx_file(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet, its head frozen; days are days and numbers numbers. The same rows give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in {**PARTS, "sheet.xml": _sheet(columns, rows)}.items():
            text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{part}'
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _sheet(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    head = "".join(_xlsx_cell(column, ' s="2"') for column in columns)
    lines = "".join(f"<row>{''.join(_xlsx_cell(cell) for cell in row)}</row>" for row in rows)
    view = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>'
    return f'<worksheet xmlns="{SPREADSHEET}">{view}<sheetData><row>{head}</row>{lines}</sheetData></worksheet>'


def _xlsx_cell(cell: Cell, style: str = "") -> str:
    if cell is None:
        return "<c/>"
    if isinstance(cell, date):
        # Spreadsheets count days from 30 December 1899.
        return f'<c s="1"><v>{(cell - date(1899, 12, 30)).days}</v></c>'
    if isinstance(cell, (int, float)):
        return f"<c><v>{cell}</v></c>"
    # Control characters cannot stand in XML.
    clean = "".join(letter for letter in cell if letter >= " " or letter in "\t\n")
    return f'<c t="inlineStr"{style}><is><t xml:space="preserve">{escape(clean)}</t></is></c>'
