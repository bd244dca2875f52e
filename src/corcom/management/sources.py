"""The files that a command is given, and those below the folders that it is given."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from corcom.documents.domain.errors import DocumentRefused, Unreadable

Source = tuple[Path, DocumentRefused | None]
"""A file, or a place that cannot be opened and why."""


def files_below(paths: Iterable[Path]) -> Iterator[Source]:
    """Each file once, folders in the order of names; what is hidden in a folder is left out."""
    seen: set[Path] = set()
    for path in paths:
        for file, refused in _below(path):
            if file not in seen:
                seen.add(file)
                yield file, refused


def _below(path: Path) -> Iterator[Source]:
    if not path.is_dir():
        yield path, None
        return
    refused: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder) / name, None
        while refused:
            yield _closed(refused.pop(), path)
    while refused:
        yield _closed(refused.pop(), path)


def _closed(error: OSError, path: Path) -> Source:
    where = Path(error.filename) if error.filename else path
    return where, Unreadable(where.name, why=error.strerror or "the system refuses")
