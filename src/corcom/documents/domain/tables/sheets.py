"""The sheets of a workbook (.xlsx, ECMA-376 part 1, chapter 18) as lines of texts.

A cell's value is what was stored, not what is shown: a number is written with as few digits as it needs, and becomes a
day where its style shows days. Formulas give the value that was computed last; an error gives its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from posixpath import dirname, join, normpath
from typing import Final

from lxml import etree

from corcom.documents.domain.errors import Damaged, MacroLaden, TooLarge
from corcom.documents.domain.package import Package
from corcom.documents.domain.tables.cells import out_of_xml, spoken, tidy
from corcom.documents.domain.tables.errors import NotATable
from corcom.kernel.marked import Filled, gettext_noop

Line = tuple[int, list[str]]
"""The number of a row and its cells from the first column on."""

_TYPES: Final = "[Content_Types].xml"
_DAYS: Final = frozenset((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)))
"""Number formats that come with the format and show a day."""
_OF_A_DAY: Final = re.compile(r"[dy]", re.IGNORECASE)
_NOT_SHOWN: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_PLACE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_NUMBER: Final = re.compile(r"[+-]?(?:\d{1,20}\.?\d{0,30}|\.\d{1,30})(?:[eE][+-]?\d{1,2})?", re.ASCII)
_COLUMNS: Final = 200
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, the lines that are not empty, and the places ("B7") of formulas whose value was not stored.

    `numbers`: the row and the column, from 0, of each cell that holds a number and no day.
    """

    name: str
    lines: tuple[Line, ...]
    formulas: tuple[str, ...]
    numbers: frozenset[tuple[int, int]] = frozenset()


def sheets(package: Package, *, most: int) -> Iterator[Sheet]:
    """The sheets that are not hidden; `most` rows of one sheet."""
    main = _main_part(package)
    book = package.xml(main)
    related = _related(package, main)
    shared = _shared_texts(package, related)
    days = _day_styles(package, related)
    from_1904 = any(each.get("date1904") in {"1", "true"} for each in book.iter("{*}workbookPr"))
    for sheet in book.iter("{*}sheet"):
        part = related.get(sheet.get(_ID, sheet.get("id", "")), ("", ""))[1]
        if sheet.get("state", "visible") == "visible" and "/chartsheets/" not in part:
            values = _Values(shared, days, date(1904, 1, 1) if from_1904 else date(1899, 12, 30))
            lines = tuple(_lines(package.xml(part), values, package.name, most))
            yield Sheet(sheet.get("name", ""), lines, tuple(values.formulas), frozenset(values.numbers))


def _main_part(package: Package) -> str:
    """The part that lists the sheets; refuses what is no workbook, and one with macros."""
    if "mimetype" in package:
        raise NotATable(package.name, found=gettext_noop("an OpenDocument file; save it as .xlsx"))
    if _TYPES not in package:
        raise NotATable(package.name, found=gettext_noop("a ZIP archive"))
    for each in package.xml(_TYPES):
        kind = each.get("ContentType", "")
        if kind.endswith("sheet.macroEnabled.main+xml"):
            raise MacroLaden(package.name, ending=".xlsx")
        if kind.endswith("spreadsheetml.sheet.main+xml"):
            return each.get("PartName", "").lstrip("/")
    raise NotATable(package.name, found=gettext_noop("an Office file without sheets"))


def _related(package: Package, main: str) -> dict[str, tuple[str, str]]:
    """The parts that a workbook is made of: (kind, part) by the name it gives them."""
    listed = package.xml(join(dirname(main), "_rels", f"{main.rpartition('/')[2]}.rels"))
    found = {}
    for each in listed:
        target = each.get("Target", "")
        part = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(main), target))
        found[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], part)
    return found


def _part_of(kind: str, package: Package, related: dict[str, tuple[str, str]]) -> etree._Element | None:
    parts = [part for found, part in related.values() if found == kind and part in package]
    return package.xml(parts[0]) if parts else None


def _shared_texts(package: Package, related: dict[str, tuple[str, str]]) -> list[str]:
    root = _part_of("sharedStrings", package, related)
    return [_text(each) for each in root.iterfind("{*}si")] if root is not None else []


def _text(node: etree._Element) -> str:
    """The text of an `si` or `is`, all its runs, without what only says how Japanese is read aloud."""
    runs = [*node.iterfind("{*}t"), *node.iterfind("{*}r/{*}t")]
    return "".join(out_of_xml(run.text or "") for run in runs)


def _day_styles(package: Package, related: dict[str, tuple[str, str]]) -> frozenset[int]:
    """The numbers of the cell styles that show a day."""
    root = _part_of("styles", package, related)
    if root is None:
        return frozenset()
    own = {each.get("numFmtId"): each.get("formatCode", "") for each in root.iter("{*}numFmt")}
    days = {number for number, code in own.items() if _OF_A_DAY.search(_NOT_SHOWN.sub("", code))}
    styles = root.find("{*}cellXfs")
    found = [each.get("numFmtId", "0") for each in styles] if styles is not None else []
    return frozenset(
        place
        for place, number in enumerate(found)
        if number in days or (number not in own and number.isdecimal() and int(number) in _DAYS)
    )


def _lines(root: etree._Element, values: _Values, name: str, most: int) -> Iterator[Line]:
    number = 0
    for row in root.iter("{*}row"):
        stated = row.get("r", "")
        number = int(stated) if stated.isdecimal() and int(stated) > number else number + 1
        if number > most:
            raise TooLarge(name, bound=Filled(gettext_noop("%(number)s rows"), number=most))
        cells: list[str] = []
        for cell in row.iterfind("{*}c"):
            place = _PLACE.fullmatch(cell.get("r", ""))
            column = _column(place[1]) if place else len(cells)
            if column >= _COLUMNS:
                continue
            cells.extend([""] * (column - len(cells)))
            cells.append(values.of(cell, name))
            if cells[-1] and values.is_number(cell):
                values.numbers.add((number, column))
            if not cells[-1] and values.is_unknown(cell):
                values.formulas.append(cell.get("r", "") or f"{number}")
        if any(cells):
            yield number, cells


def _column(letters: str) -> int:
    """The place of a column, from 0.

    >>> _column("A"), _column("AB")
    (0, 27)
    """
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


class _Values:
    """What cells hold, given the texts that they share, the styles that show days, and the day that counts as 0."""

    def __init__(self, shared: list[str], days: frozenset[int], first: date) -> None:
        self.shared = shared
        self.days = days
        self.first = first
        self.formulas: list[str] = []
        self.numbers: set[tuple[int, int]] = set()

    def is_number(self, cell: etree._Element) -> bool:
        """Whether a cell is stored as a number, and not shown as a day."""
        style = cell.get("s", "0")
        return cell.get("t", "n") == "n" and not (style.isdecimal() and int(style) in self.days)

    def is_unknown(self, cell: etree._Element) -> bool:
        """Whether a cell without a value holds a formula; one that gave an empty text says so by its type."""
        return cell.find("{*}f") is not None and cell.get("t", "n") != "str"

    def of(self, cell: etree._Element, name: str) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            node = cell.find("{*}is")
            return _text(node) if node is not None else ""
        value = cell.findtext("{*}v") or ""
        if kind == "s":
            if not (value.isdecimal() and int(value) < len(self.shared)):
                raise Damaged(name, what=gettext_noop("a cell points to a text that is not there"))
            return self.shared[int(value)]
        if kind == "d":
            return value.removesuffix("T00:00:00")
        if kind != "n":
            return out_of_xml(value)
        return self._number(value.strip(), cell.get("s", "0"))

    def _number(self, value: str, style: str) -> str:
        if not _NUMBER.fullmatch(value):
            return tidy(value)
        number = float(value)
        if style.isdecimal() and int(style) in self.days:
            try:
                moment = datetime.combine(self.first, time()) + timedelta(seconds=round(number * 86_400))
            except OverflowError:
                return value
            return moment.isoformat().removesuffix("T00:00:00")
        # Spreadsheets keep a number as the nearest one that a processor has: 0.35 comes as 0.34999999999999998.
        return spoken(Decimal(repr(number)))
