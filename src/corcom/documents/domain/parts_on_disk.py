"""Files that come in piece by piece: what has arrived stays on disk, and the next piece goes on where the last one ended.

How far one is, is how long it is on disk: whoever is stopped, sender or server, loses at most what was on its way.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Callable
from pathlib import Path

from corcom.kernel.errors import CorcomError

ARRIVING = "arriving"
"""The folder below the root."""
PIECE = 16_384
"""Bytes read at a time: so many are lost at most where a line breaks."""
_NAME = re.compile(r"[0-9a-f]{32}")


class NoUpload(CorcomError):
    """Nothing arrives under this name, or not any more."""

    def __init__(self, name: str) -> None:
        super().__init__(f"nothing arrives as {name}")
        self.name = name


class PieceNotNext(CorcomError):
    """A piece begins at byte `sent`, and `here` is how much there is."""

    def __init__(self, *, sent: int, here: int) -> None:
        super().__init__(f"a piece from byte {sent}, where {here} are here")
        self.sent = sent
        self.here = here


class UploadHeld(CorcomError):
    """Another request writes to it at this moment."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is being written to")
        self.name = name


def begin(root: Path, name: str) -> None:
    """Make room for a file; `name` is 32 hexadecimal digits."""
    path = place(root, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(exist_ok=False)


def size_of(root: Path, name: str) -> int:
    """How many bytes have arrived. Errors: `NoUpload`."""
    try:
        return place(root, name).stat().st_size
    except FileNotFoundError:
        raise NoUpload(name) from None


def add_piece(root: Path, name: str, read: Callable[[int], bytes], *, offset: int, most: int) -> int:
    """Write what `read` gives behind what is there, up to `most` bytes in all; gives how many there are then.

    Each piece is on disk before the next one is asked for. Where `read` fails, what came before it stays.
    Errors: `NoUpload`, `PieceNotNext`, `UploadHeld`, and what `read` raises.
    """
    path = place(root, name)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND)
    except FileNotFoundError:
        raise NoUpload(name) from None
    try:
        _hold(descriptor, name)
        here = os.fstat(descriptor).st_size
        if here != offset:
            raise PieceNotNext(sent=offset, here=here)
        while here < most and (piece := read(min(PIECE, most - here))):
            _write(descriptor, piece[: most - here])
            here += min(len(piece), most - here)
        return here
    finally:
        # What arrived is kept through a power cut too, whatever broke.
        os.fsync(descriptor)
        os.close(descriptor)


def discard(root: Path, name: str) -> None:
    """Remove what has arrived, if it is still there."""
    place(root, name).unlink(missing_ok=True)


def names_on_disk(root: Path) -> list[str]:
    """Everything that has begun to arrive."""
    return sorted(path.name for path in (root / ARRIVING).glob("*") if _NAME.fullmatch(path.name))


def place(root: Path, name: str) -> Path:
    """Where the bytes lie. Errors: `NoUpload` for what is no name, which is never a path."""
    if not _NAME.fullmatch(name):
        raise NoUpload(name)
    return root / ARRIVING / name


def _hold(descriptor: int, name: str) -> None:
    """Held until it is closed, also by the system where this process is killed."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UploadHeld(name) from None


def _write(descriptor: int, piece: bytes) -> None:
    left = memoryview(piece)
    while left:
        left = left[os.write(descriptor, left) :]
