"""The CSV files of `register/data/`: read row by row, and refused where a value cannot be.

A refusal names the file, the row as a spreadsheet counts it (the header is row 1), the column, the value and what is
allowed, so that whoever edits a file finds the place.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from corcom.kernel.calendar import earliest, is_iso
from corcom.kernel.errors import CorcomError
from corcom.register.domain.periods import Period

RECALL = "recall"
"""The word in a source by which a value is known to rest on memory and not on a text that was looked up."""


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


def packaged(name: str) -> str:
    """The text of a file of `register/data/`."""
    return files("corcom.register").joinpath("data", *name.split("/")).read_text(encoding="utf-8")


def rows_of(file: str, text: str, columns: Iterable[str]) -> Iterator[Row]:
    """The rows of a file; raises `RowRefused` where its header or the number of cells of a row is another."""
    wanted = list(columns)
    lines = csv.reader(text.splitlines())
    header = next(lines, [])
    if header != wanted:
        raise RowRefused(file, 1, "header", ",".join(header), ",".join(wanted))
    for cells in lines:
        if len(cells) != len(wanted):
            raise RowRefused(file, lines.line_num, "row", ",".join(cells), f"{len(wanted)} cells")
        yield Row(file, lines.line_num, dict(zip(wanted, cells, strict=True)))


def refuse_overlaps(found: Iterable[tuple[Hashable, Row, Period]]) -> None:
    """Raises `RowRefused` where two periods of the same thing cover one day."""
    known: dict[Hashable, list[Period]] = {}
    for key, row, period in found:
        before = known.setdefault(key, [])
        if any(period.overlaps(other) for other in before):
            raise row.refused("since", "a period that shares no day with another row of the same State")
        before.append(period)


def _is_day(value: str) -> bool:
    return is_iso(value) and len(value) == len("2016-04-28")
