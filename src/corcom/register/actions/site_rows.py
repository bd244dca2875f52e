"""The rows of States and meetings that a site has otherwise than the release, kept as files that take effect whole.

Each import makes a folder of its own; `current` names the one that holds, and is replaced in one step. The earlier ones stay
readable. A process that runs goes on with those that it began with.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from corcom.kernel.errors import ChangedMeanwhile, CorcomError
from corcom.kernel.packaged import site_folder
from corcom.kernel.tables import Differences
from corcom.register.domain.data_files import site_text
from corcom.register.domain.release_tables import RELEASE_TABLES, merged

CURRENT = "current"


class SiteRowsChanged(ChangedMeanwhile):
    """Somebody else took States or meetings over in between; nothing was written."""

    def __init__(self) -> None:
        super().__init__("States or meetings were taken over by somebody else meanwhile; try again")


class SiteRowsNotWritten(CorcomError):
    """The folder of the site's own rows cannot be written: `why`."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(f"{folder}: {why}")
        self.folder, self.why = folder, why


def keep_site_rows(*, found: Sequence[Differences[Any]], folder: Path, at: datetime) -> None:
    """Keep what differs, which must have been checked, in `folder`, beside what the site had so far.

    Errors: `SiteRowsChanged`, `SiteRowsNotWritten`.
    """
    texts = {table.file: site_text(table.file) for table in RELEASE_TABLES.values()}
    for each in found:
        table = RELEASE_TABLES[each.kind.code]
        texts[table.file] = table.own_text(merged(each, table.rows()))
    try:
        _replace(folder, texts, at)
    except OSError as error:
        raise SiteRowsNotWritten(folder, error.strerror or str(error)) from error


def _replace(folder: Path, texts: dict[str, str], at: datetime) -> None:
    made = folder / at.strftime("%Y-%m-%dT%H%M%S.%f")
    made.mkdir(parents=True)
    for name, text in texts.items():
        if text:
            (made / name.replace("/", "-")).write_text(text, encoding="utf-8")
    current, beside = folder / CURRENT, folder / f".{made.name}"
    if (current.resolve() if current.exists() else None) != site_folder():
        raise SiteRowsChanged
    beside.symlink_to(made.name, target_is_directory=True)
    beside.replace(current)
