"""One row of a file of `register/data/`: its cells read one by one, and refused where a value cannot be.

A refusal names the file, the row as a spreadsheet counts it (the header is row 1), the column, the value and what is
allowed, so that whoever edits a file finds the place.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from corcom.kernel.calendar import earliest, is_iso
from corcom.kernel.errors import CorcomError
from corcom.register.domain.periods import Period


class RowRefused(CorcomError):
    """A row of a data file that cannot be taken."""

    def __init__(self, file: str, row: int, column: str, value: str, allowed: str) -> None:
        super().__init__(file, row, column, value, allowed)
        self.file, self.row, self.column, self.value, self.allowed = file, row, column, value, allowed

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}, {self.column}: {self.value!r} is not allowed; allowed: {self.allowed}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a data file; `number` as a spreadsheet counts."""

    file: str
    number: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """The cell without blanks around it; may be empty."""
        return self.cells[column].strip()

    def filled(self, column: str) -> str:
        """The cell, which may not be empty."""
        if not self.text(column):
            raise self.refused(column, "something")
        return self.text(column)

    def one_of(self, column: str, allowed: Collection[str], called: str = "") -> str:
        """The cell, which is one of the values allowed; `called` stands for them where they are many."""
        if self.text(column) not in allowed:
            raise self.refused(column, called or ", ".join(allowed))
        return self.text(column)

    def period(self) -> Period:
        """The columns `since` and `until`.

        A month or a year in `since` counts from its first day; `until` is always a day, as half a year of doubt at an
        end would be a year of wrong answers.
        """
        since, until = self.text("since"), self.text("until")
        if since and ("/" in since or not is_iso(since)):
            raise self.refused("since", "a day, month or year after ISO 8601, or nothing")
        if until and not _is_day(until):
            raise self.refused("until", "a day after ISO 8601, or nothing")
        period = Period(earliest(since) if since else None, date.fromisoformat(until) if until else None)
        if period.since and period.until and period.until <= period.since:
            raise self.refused("until", f"a day after {since}")
        return period

    def refused(self, column: str, allowed: str) -> RowRefused:
        """Why this row cannot be taken."""
        return RowRefused(self.file, self.number, column, self.cells.get(column, ""), allowed)


def _is_day(value: str) -> bool:
    return is_iso(value) and len(value) == len("2016-04-28")
