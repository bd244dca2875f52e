"""Tables that come with the package."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files

from corcom.kernel.rows import TableRow


def packaged_rows(package: str, *path: str) -> Iterator[TableRow]:
    """The rows of a CSV file of a package, each with the number of its line."""
    text = files(package).joinpath(*path).read_text(encoding="utf-8")
    reader = csv.DictReader(text.splitlines(keepends=True))
    for row in reader:
        yield TableRow(reader.line_num, row)
