"""Whose a demonstration's folder is: the process that builds or serves it holds a lock on a file in it, as long as it lives."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from corcom.kernel.errors import CorcomError

LOCK = "in-use.txt"


class InUse(CorcomError):
    """Process `pid` builds or serves the demonstration in `folder`, on `port`; 0 and "" where that is not known yet."""

    def __init__(self, folder: Path, *, pid: int, port: str) -> None:
        super().__init__(f"{folder} is in use by process {pid}")
        self.folder = folder
        self.pid = pid
        self.port = port


def check_unused(folder: Path) -> None:
    """See, before anything is touched, that nobody has the folder. Errors: `InUse`."""
    try:
        held = os.open(folder / LOCK, os.O_RDWR)
    except (FileNotFoundError, NotADirectoryError):
        return
    try:
        _lock(held, folder)
    finally:
        os.close(held)


def hold(folder: Path, *, port: int | None) -> int:
    """Take the folder until this process ends; gives the open file, to be passed on. Errors: `InUse`."""
    held = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    _lock(held, folder)
    os.ftruncate(held, 0)
    os.pwrite(held, f"{os.getpid()} {port or ''}\n".encode(), 0)
    return held


def _lock(held: int, folder: Path) -> None:
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        pid, _, port = os.pread(held, 100, 0).decode(errors="replace").strip().partition(" ")
        raise InUse(folder, pid=int(pid) if pid.isdecimal() else 0, port=port) from error
