"""Putting bytes where they stay: under their own SHA-256, whole or not at all.

A file is written beside its place, flushed to the disk, and renamed into it. Whoever is stopped on the way leaves at
most a file in `incoming/`, or a whole file that nothing refers to yet; both do no harm and are swept later.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

CHUNK = 1 << 20
"""Bytes read at a time."""
INCOMING = "incoming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What was kept: its SHA-256 in hex, its size in bytes, and its place below the root."""

    sha256: str
    size: int
    place: str


def place_of(sha256: str) -> str:
    """Where the content with this SHA-256 stands, below the root.

    >>> place_of("abcdef01")
    'ab/cd/abcdef01'
    """
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def sha256_of(stream: BinaryIO) -> str:
    """The SHA-256 of what is left in a stream, in hex."""
    digest = hashlib.sha256()
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def keep(root: Path, stream: BinaryIO) -> Kept:
    """Copy a stream to its place below `root`; what is there already is left as it is."""
    incoming = root / INCOMING
    incoming.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=incoming)
    temporary = Path(name)
    try:
        kept = _copy(stream, descriptor)
        target = root / kept.place
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary.replace(target)
            for folder in (target.parent, target.parent.parent, root):
                _flush_folder(folder)
        return kept
    finally:
        temporary.unlink(missing_ok=True)


def sweep(root: Path, *, before: float, wanted: Container[str]) -> Iterator[Path]:
    """Remove what was left behind before the moment `before` (seconds since 1970) and is not `wanted` (by SHA-256).

    Gives each file that was removed. Younger ones stay: another command may be about to refer to them.
    """
    for path in _files(root):
        if path.parent.name != INCOMING and path.name in wanted:
            continue
        try:
            if path.stat().st_mtime < before:
                path.unlink()
                yield path
        except FileNotFoundError:
            continue  # somebody else swept it


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.glob(f"{INCOMING}/*")):
        yield path
    for path in sorted(root.glob("??/??/*")):
        if len(path.name) == 64:
            yield path


def _copy(stream: BinaryIO, descriptor: int) -> Kept:
    digest, size = hashlib.sha256(), 0
    with os.fdopen(descriptor, "wb") as target:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
        target.flush()
        os.fsync(target.fileno())
    return Kept(sha256=digest.hexdigest(), size=size, place=place_of(digest.hexdigest()))


def _flush_folder(folder: Path) -> None:
    """Make a rename last through a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
