"""Under which names readings are written, so that no file takes the place of another."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from corcom.kernel.errors import CorcomError


class WouldOverwriteInput(CorcomError):
    """Writing to `path` would destroy a file that is to be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is to be read and would be overwritten; choose another folder with --output")
        self.path = path


def names_for(paths: Iterable[Path]) -> dict[Path, str]:
    """The name, without ending, under which each file's reading is written.

    It is the file's own without its ending; of two that share it, the first has it and the later ones keep their
    ending (`may.docx`), with a number where even that is taken.

    >>> list(names_for([Path("may.txt"), Path("may.docx"), Path("old/may.docx")]).values())
    ['may', 'may.docx', 'may.docx-2']
    """
    names: dict[Path, str] = {}
    taken: set[str] = set()
    for path in paths:
        name, count = path.stem, 1
        while name.casefold() in taken:
            name = path.name if count == 1 and path.suffix else f"{path.name}-{count}"
            count += 1
        taken.add(name.casefold())
        names[path] = name
    return names


def check_targets(names: dict[Path, str], folder: Path, endings: Iterable[str]) -> None:
    """Refuse to write over what is to be read. Errors: `WouldOverwriteInput`."""
    inputs = {path.resolve() for path in names}
    for name in names.values():
        for ending in endings:
            target = folder / f"{name}{ending}"
            if target.resolve() in inputs:
                raise WouldOverwriteInput(target)
