"""The CSV files of `register/data/`: their text, the periods in their rows, and what may stand in them once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from corcom.kernel.calendar import earliest, is_iso
from corcom.kernel.packaged import packaged_text, rows_of
from corcom.kernel.rows import TableRow
from corcom.register.domain.periods import Period

RECALL = "recall"
"""The word in a source by which a value is known to rest on memory and not on a text that was looked up."""


def packaged(name: str) -> str:
    """The text of a file of `register/data/`."""
    return packaged_text("corcom.register", "data", *name.split("/"))


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
