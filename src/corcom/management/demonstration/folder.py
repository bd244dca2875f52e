"""The folder of a demonstration: made anew each time, and never in the place of a real site."""

from __future__ import annotations

import shutil
from pathlib import Path

from corcom.kernel.errors import CorcomError

MARK = "DEMONSTRATION.txt"
_SAYS = "This folder is a demonstration of CorCom. `corcom demo` deletes it and builds it anew; keep nothing here.\n"


class NotADemonstration(CorcomError):
    """The folder holds something else, which stays untouched."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


def prepare_folder(folder: Path, *, keep: bool) -> None:
    """Make the folder, empty unless `keep` leaves what an earlier demonstration has in it.

    Errors: `NotADemonstration` for a folder that holds anything but a demonstration.
    """
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise NotADemonstration(folder)
    if folder.is_dir() and not keep:
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(_SAYS, encoding="utf-8")
