"""One sheet of a form in the making (SpreadsheetML, ECMA-376 part 1, chapter 18), row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from unicodedata import east_asian_width
from xml.sax.saxutils import escape

from corcom.documents.domain.tables.cells import FIRST_DAY, in_xml
from corcom.documents.domain.tables.spreadsheet import SPREADSHEET

WIDTHS = (44, 24, 20, 20, 20, 20)
"""Of the columns after the hidden first one, in characters."""
_ALLOWED = ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort")


@dataclass(frozen=True, slots=True)
class FormCell:
    """What goes into a cell: its text, its style, and whether it is a number or a day."""

    text: str
    style: int = 0
    kind: str = "text"


@dataclass(slots=True)
class FormSheet:
    """A sheet. `lists`: for the rows and the column of some cells, where the names stand from which one chooses."""

    name: str
    right_to_left: bool
    rows: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    lists: list[tuple[str, str]] = field(default_factory=list)

    def add(self, cells: Sequence[FormCell | None], *, height: int = 0, is_hidden: bool = False) -> int:
        """Add a row; gives its number."""
        number = len(self.rows) + 1
        content = "".join(_cell(f"{column(at)}{number}", each) for at, each in enumerate(cells) if each is not None)
        size = f' ht="{height}" customHeight="1"' if height else ""
        hidden = ' hidden="1"' if is_hidden else ""
        self.rows.append(f'<row r="{number}"{size}{hidden}>{content}</row>')
        return number

    def xml(self) -> str:
        """The sheet as a part of a workbook."""
        side = ' rightToLeft="1"' if self.right_to_left else ""
        allowed = " ".join(f'{each}="0"' for each in _ALLOWED)
        widths = "".join(
            f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(WIDTHS, 2)
        )
        merged = "".join(f'<mergeCell ref="{each}"/>' for each in self.merged)
        return (
            f'<worksheet xmlns="{SPREADSHEET}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'
            f'<sheetView showGridLines="0"{side} workbookViewId="0"/></sheetViews>'
            f'<cols><col min="1" max="1" width="2" hidden="1" customWidth="1"/>{widths}</cols>'
            f"<sheetData>{''.join(self.rows)}</sheetData>"
            f'<sheetProtection sheet="1" {allowed}/>'
            f"{f'<mergeCells count={chr(34)}{len(self.merged)}{chr(34)}>{merged}</mergeCells>' if merged else ''}"
            f"{self._validations()}"
            '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
        )

    def _validations(self) -> str:
        each = "".join(
            f'<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="{cells}">'
            f"<formula1>{names}</formula1></dataValidation>"
            for cells, names in self.lists
        )
        return f'<dataValidations count="{len(self.lists)}">{each}</dataValidations>' if each else ""


def height_of(texts: Sequence[str], widths: Sequence[int], *, least: int = 1) -> int:
    """Points that the texts need, each in its width in characters; an office program does not find it for joined cells.

    A Chinese sign is as wide as two others.

    >>> height_of(["Cleared (km²)"], [15]), height_of(["确认危险区面积（平方公里）"], [15])
    (16, 32)
    """
    lines = [
        sum(1 + _wide(line) // width for line in text.split("\n")) for text, width in zip(texts, widths, strict=False)
    ]
    return min(400, 16 * max(least, *lines))


def _wide(line: str) -> int:
    return len(line) if line.isascii() else sum(2 if east_asian_width(sign) in "FW" else 1 for sign in line)


def column(at: int) -> str:
    """The letter of a column, from 0; of the first 26.

    >>> column(0), column(2)
    ('A', 'C')
    """
    return chr(ord("A") + at)


def _cell(place: str, cell: FormCell) -> str:
    at = f'r="{place}" s="{cell.style}"'
    if not cell.text:
        return f"<c {at}/>"
    if cell.kind == "number":
        return f"<c {at}><v>{cell.text}</v></c>"
    if cell.kind == "day" and (day := date.fromisoformat(cell.text)) >= FIRST_DAY:
        # Spreadsheets count days from 30 December 1899.
        return f"<c {at}><v>{(day - date(1899, 12, 30)).days}</v></c>"
    return f'<c {at} t="inlineStr"><is><t xml:space="preserve">{escape(in_xml(cell.text))}</t></is></c>'
