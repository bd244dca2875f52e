"""Files that came in and wait to be read: laid aside under a ticket, taken up again, thrown away.

They lie among what is still coming in, so that what nobody takes up is swept with the rest (see `keeping`).
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from corcom.documents.domain.keeping import CHUNK, INCOMING
from corcom.kernel.errors import CorcomError

_TICKET = re.compile(r"waiting-[A-Za-z0-9_]{4,40}")


class SweptAway(CorcomError):
    """Nothing lies under this ticket any more."""

    def __init__(self, ticket: str) -> None:
        super().__init__(f"nothing lies under {ticket}")
        self.ticket = ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidAside:
    """`ticket` gives the file back; `size` in bytes."""

    ticket: str
    sha256: str
    size: int


def lay_aside(root: Path, stream: BinaryIO) -> LaidAside:
    """Copy a stream to a place below `root` where it waits."""
    incoming = root / INCOMING
    incoming.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=incoming, prefix="waiting-", delete=False) as target:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return LaidAside(ticket=Path(target.name).name, sha256=digest.hexdigest(), size=size)


def taken_up(root: Path, ticket: str) -> bytes:
    """What lies under a ticket; it stays there. Errors: `SweptAway`."""
    try:
        return _place(root, ticket).read_bytes()
    except OSError:
        raise SweptAway(ticket) from None


def throw_away(root: Path, ticket: str) -> None:
    """Remove what lies under a ticket, if it is still there."""
    _place(root, ticket).unlink(missing_ok=True)


def _place(root: Path, ticket: str) -> Path:
    """A ticket is a name and never a path."""
    if not _TICKET.fullmatch(ticket):
        raise SweptAway(ticket)
    return root / INCOMING / ticket
