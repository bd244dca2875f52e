"""The CSV files of `register/data/`, row by row."""

from __future__ import annotations

import csv
from collections.abc import Hashable, Iterable, Iterator
from importlib.resources import files

from corcom.register.domain.data_rows import Row, RowRefused
from corcom.register.domain.periods import Period

RECALL = "recall"
"""The word in a source by which a value is known to rest on memory and not on a text that was looked up."""


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
