"""Rows of a table on their way in: cells read one by one, and what is wrong named by line, column and what is allowed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from corcom.kernel.calendar import exact_day, is_iso
from corcom.kernel.errors import CorcomError


class CellRefused(CorcomError):
    """A cell that cannot be read: the number of its line, its `column`, what was `found` and what is `allowed`.

    `file` is its name where the row knows it, as those that come with CorCom do.
    """

    def __init__(self, *, line: int, column: str, found: str, allowed: str, file: str = "") -> None:
        place = f"{file}: line {line}" if file else f"line {line}"
        super().__init__(f"{place}: {column}: {found!r} cannot be read; allowed: {allowed}")
        self.file = file
        self.line = line
        self.column = column
        self.found = found
        self.allowed = allowed


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row by column. `line` is its number in the file, the head being line 1; `file` its name, "" where nobody says it."""

    line: int
    cells: Mapping[str, str]
    file: str = ""

    def text(self, column: str) -> str:
        """A text that must be there."""
        value = self.maybe(column)
        if not value:
            raise self.refused(column, "a text that is not empty")
        return value

    def maybe(self, column: str) -> str:
        """A text, or "" where the cell is empty."""
        return self.cells.get(column, "").strip()

    def short(self, column: str, most: int) -> str:
        """A text of at most so many letters, or "" where the cell is empty."""
        value = self.maybe(column)
        if len(value) > most:
            raise self.refused(column, f"a text of at most {most} letters")
        return value

    def choice(self, column: str, allowed: Collection[str], called: str = "") -> str:
        """One of a closed list of words; `called` stands for them in a refusal where they are many."""
        value = self.maybe(column)
        if value not in allowed:
            many = called or f"one of {len(allowed)} codes"
            raise self.refused(column, ", ".join(allowed) if len(allowed) < 20 and not called else many)
        return value

    def period(self, column: str, *, may_be_empty: bool = False) -> str:
        """A day, a month, a year or a period in ISO 8601."""
        value = self.maybe(column)
        if (value or not may_be_empty) and not is_iso(value):
            raise self.refused(column, "a day that exists, such as 2016-04-28, or a month or a year")
        return value

    def day(self, column: str) -> date | None:
        """A day, or None where the cell is empty."""
        value = self.maybe(column)
        if not value:
            return None
        try:
            return exact_day(value)
        except ValueError:
            raise self.refused(column, "a day that exists, such as 2016-04-28") from None

    def year(self, column: str) -> int | None:
        """A year, or None where the cell is empty."""
        value = self.maybe(column)
        if not value:
            return None
        if not (value.isascii() and value.isdecimal() and 1900 <= int(value) <= 2200):
            raise self.refused(column, "a year, such as 2016")
        return int(value)

    def refused(self, column: str, allowed: str) -> CellRefused:
        """The refusal of a cell."""
        return CellRefused(line=self.line, column=column, found=self.maybe(column), allowed=allowed, file=self.file)
