"""The folder of a demonstration: made anew each time, and never in the place of a real site."""

from __future__ import annotations

import shutil
from pathlib import Path

from corcom.kernel.errors import CorcomError
from corcom.management.demonstration.holding import LOCK, hold

MARK = "DEMONSTRATION.txt"
_SAYS = "This folder is a demonstration of CorCom. `corcom demo` deletes it and builds it anew; keep nothing here.\n"


class NotADemonstration(CorcomError):
    """The folder holds something else, which stays untouched."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


def prepare_folder(folder: Path, *, keep: bool, port: int | None) -> int:
    """Make the folder, empty unless `keep` leaves what an earlier demonstration has in it, and hold it.

    `port` is where it will be served. Gives the file by which it is held. Errors: `NotADemonstration` for a folder
    that holds anything but a demonstration, `InUse` for one that another process has.
    """
    if folder.exists() and not folder.is_dir():
        raise NotADemonstration(folder)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise NotADemonstration(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(_SAYS, encoding="utf-8")
    held = hold(folder, port=port)
    if not keep:
        _empty(folder)
    return held


def _empty(folder: Path) -> None:
    """All but the mark and the lock, so that at no moment anybody else may take the folder for theirs."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name not in {MARK, LOCK}:
            path.unlink()
