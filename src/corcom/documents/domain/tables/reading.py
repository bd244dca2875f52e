"""A file of tables as rows of texts: CSV or XLSX by its bytes, within bounds.

CSV is UTF-8 with commas, semicolons or tabs between its cells, whichever its first line has most of. A day comes out in
ISO 8601 and a number as it was typed, so that both formats give the same texts.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from corcom.documents.domain.errors import EmptyDocument, TooLarge
from corcom.documents.domain.limits import MB, Limits
from corcom.documents.domain.package import Package
from corcom.documents.domain.sniff import binary_kind
from corcom.documents.domain.tables.cells import out_of_csv
from corcom.documents.domain.tables.errors import DamagedTable, NotATable
from corcom.documents.domain.tables.sheets import Line, Sheet, sheets
from corcom.kernel.marked import Filled, gettext_noop
from corcom.kernel.rows import TableRow

LIMITS = Limits(file_bytes=20 * MB, part_bytes=64 * MB)
ROWS = 250_000
"""Rows of one file."""


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table with a head. `sheet` is its name in a workbook, "" for CSV; rows that are empty are left out.

    `formulas`: the places of cells that are empty here because nobody stored what their formula gives.
    """

    sheet: str
    head: tuple[str, ...]
    rows: tuple[TableRow, ...]
    formulas: tuple[str, ...] = ()


def read_tables(source: tuple[str, bytes]) -> list[FoundTable]:
    """The tables of a file, given by its name and content; one for each sheet that is not empty.

    Errors: `DocumentRefused` with its reason. A row with more cells than the head has those under the column "".
    """
    name, data = source
    if len(data) > LIMITS.file_bytes:
        raise TooLarge(name, bound=Filled(gettext_noop("%(number)s MB"), number=LIMITS.file_bytes // MB))
    kind = binary_kind(data, name=name)
    if kind == "pdf":
        raise NotATable(name, found=gettext_noop("a PDF (.pdf)"))
    if kind == "zip":
        found = list(sheets(Package(data, name=name, limits=LIMITS), most=ROWS))
    else:
        found = [Sheet("", tuple(_csv_lines(data, name=name)), ())]
    tables = [_table(sheet) for sheet in found if sheet.lines]
    if not tables:
        raise EmptyDocument(name)
    return tables


def _table(sheet: Sheet) -> FoundTable:
    head = tuple(cell.strip() for cell in sheet.lines[0][1])
    while head and not head[-1]:
        head = head[:-1]
    rows = []
    for line, cells in sheet.lines[1:]:
        named = dict(zip(head, cells, strict=False))
        if any(cells[len(head) :]):
            named[""] = " ".join(cell for cell in cells[len(head) :] if cell)
        rows.append(TableRow(line, named))
    return FoundTable(sheet.name, head, tuple(rows), sheet.formulas)


def _csv_lines(data: bytes, *, name: str) -> list[Line]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DamagedTable(name, line=line, found=gettext_noop("it is not in UTF-8")) from error
    if "\0" in text:
        raise NotATable(name, found=gettext_noop("binary data"))
    if text.lstrip().startswith("<"):
        raise NotATable(name, found=gettext_noop("a web page or XML"))
    return [line for line in _cells_of(text, name) if any(line[1])]


def _cells_of(text: str, name: str) -> Iterator[Line]:
    """The cells of each line that is not empty; a line that is cut off is refused."""
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    width, last = 0, 0
    try:
        for cells in reader:
            line, last = last + 1, reader.line_num
            if not any(cells):
                continue
            if line > ROWS:
                raise TooLarge(name, bound=Filled(gettext_noop("%(number)s rows"), number=ROWS))
            width = width or len(cells)
            if len(cells) < width:
                found = Filled(
                    gettext_noop("%(found)s cells where the head has %(wanted)s"), found=len(cells), wanted=width
                )
                raise DamagedTable(name, line=line, found=found)
            yield line, [out_of_csv(cell) for cell in cells]
    except csv.Error as error:
        raise DamagedTable(name, line=last + 1, found=str(error)) from error
