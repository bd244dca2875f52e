"""Tables that come with the package, and the folder in which a site keeps rows of its own beside them.

The pure parts read their data when they first need it. Whoever starts a process names the folder before that; a process that
nobody told of one works with what comes with the package.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from corcom.kernel.rows import CellRefused, TableRow

_site: list[Path] = []


def use_site_folder(folder: Path | None) -> None:
    """Name the folder of the site's own rows; None, and a folder that is not there, for none."""
    _site[:] = [folder.resolve()] if folder is not None and folder.is_dir() else []


def site_folder() -> Path | None:
    """The folder of the site's own rows, where there is one."""
    return _site[0] if _site else None


def packaged_text(package: str, *path: str) -> str:
    """The text of a file of a package."""
    return files(package).joinpath(*path).read_text(encoding="utf-8")


def packaged_rows(package: str, *path: str) -> Iterator[TableRow]:
    """The rows of a CSV file of a package."""
    return rows_of(path[-1], packaged_text(package, *path))


def rows_of(file: str, text: str, columns: Sequence[str] = ()) -> Iterator[TableRow]:
    """The rows of a CSV file, given its name and text, each with the number of its line.

    Errors: `CellRefused` where a row has more or fewer cells than the head, or the head is not that of `columns`.
    """
    lines = csv.reader(text.splitlines(keepends=True))
    head = next(lines, [])
    if columns and head != list(columns):
        raise CellRefused(file=file, line=1, column="head", found=",".join(head), allowed=",".join(columns))
    for cells in lines:
        if len(cells) != len(head):
            allowed = f"{len(head)} cells"
            raise CellRefused(file=file, line=lines.line_num, column="row", found=",".join(cells), allowed=allowed)
        yield TableRow(lines.line_num, dict(zip(head, cells, strict=True)), file)
