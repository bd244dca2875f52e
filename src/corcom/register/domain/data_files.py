"""The CSV files of `register/data/`: their text, the periods in their rows, and what may stand in them once."""

from __future__ import annotations

import csv
import io
from collections.abc import Hashable, Iterable, Mapping, Sequence

from corcom.kernel.calendar import earliest, is_iso
from corcom.kernel.packaged import packaged_text, rows_of, site_folder
from corcom.kernel.rows import TableRow
from corcom.register.domain.periods import Period

RECALL = "recall"
"""The word in a source by which a value is known to rest on memory and not on a text that was looked up."""


KEYS: Mapping[str, tuple[str, ...]] = {
    "states.csv": ("iso3",),
    "state_names.csv": ("iso3", "language"),
    "former_names.csv": ("iso3", "language", "name"),
    "un_membership.csv": ("iso3", "since"),
    "regional_groups.csv": ("iso3", "since"),
    "facts/meetings.csv": ("convention", "code"),
}
"""The files of which a site may keep rows of its own, and the columns by which a row stands for another."""


def released(name: str) -> str:
    """The text of a file of `register/data/`, as it comes with CorCom."""
    return packaged_text("corcom.register", "data", *name.split("/"))


def packaged(name: str) -> str:
    """The text of a file of `register/data/`: as it comes with CorCom, with the rows in it that the site has otherwise.

    Errors: `CellRefused` for a file of the site whose columns are not those of the release.
    """
    own = site_text(name)
    if not own:
        return released(name)
    rows = list(rows_of(name, released(name)))
    columns = tuple(rows[0].cells)
    found = {key_of(name, row.cells): row.cells for row in [*rows, *rows_of(name, own, columns)]}
    return csv_text(columns, (tuple(cells.values()) for cells in found.values()))


def site_text(name: str) -> str:
    """The rows of a file that a site has otherwise than the release, as a CSV file; "" where there are none."""
    folder = site_folder()
    path = folder / name.replace("/", "-") if folder is not None and name in KEYS else None
    return path.read_text(encoding="utf-8") if path is not None and path.is_file() else ""


def key_of(name: str, cells: Mapping[str, str]) -> tuple[str, ...]:
    """By what a row of a file is known."""
    return tuple(cells[column].strip() for column in KEYS[name])


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as the text of a CSV file."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def cells_in(name: str) -> list[Mapping[str, str]]:
    """The rows of a file of `register/data/` by column."""
    return [row.cells for row in rows_of(name, packaged(name))]


def period_of(row: TableRow) -> Period:
    """The columns `since` and `until`. Errors: `CellRefused`.

    A month or a year in `since` counts from its first day; `until` is always a day, as half a year of doubt at an end
    would be a year of wrong answers.
    """
    since = row.maybe("since")
    if since and ("/" in since or not is_iso(since)):
        raise row.refused("since", "a day, month or year after ISO 8601, or nothing")
    period = Period(earliest(since) if since else None, row.day("until"))
    if period.since and period.until and period.until <= period.since:
        raise row.refused("until", f"a day after {since}")
    return period


def refuse_overlaps(found: Iterable[tuple[Hashable, TableRow, Period]]) -> None:
    """Refuse two periods of the same thing that cover one day. Errors: `CellRefused`."""
    known: dict[Hashable, list[Period]] = {}
    for key, row, period in found:
        before = known.setdefault(key, [])
        if any(period.overlaps(other) for other in before):
            raise row.refused("since", "a period that shares no day with another row of the same State")
        before.append(period)
