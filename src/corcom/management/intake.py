"""Taking many files in: which of them are new, reading them in bounded children, and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from corcom.documents.domain import LIMITS
from corcom.documents.domain.bounded import run_bounded
from corcom.documents.domain.errors import DocumentRefused
from corcom.documents.domain.keeping import sha256_of
from corcom.kernel.errors import CorcomError
from corcom.minutes import READER
from corcom.minutes.domain.changes import ReadingChanges
from corcom.minutes.domain.whole import Whole, read_whole
from corcom.minutes.queries import findings_of, readers_of
from corcom.oversight.actions import take_in_document


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file. `news`: `first`, `better` (a newer reader read it again), `same`, or `refused`."""

    path: str
    news: str
    reason: str = ""
    reading: int | None = None
    found: dict[str, int] = field(default_factory=dict)
    changes: ReadingChanges = field(default_factory=ReadingChanges)

    def as_json(self) -> dict[str, Any]:
        """The outcome as plain values."""
        return asdict(self)


def take_in_files(
    sources: Iterable[tuple[Path, DocumentRefused | None]], *, workers: int, now: Callable[[], datetime]
) -> Iterator[Outcome]:
    """Take each file in: first those that are known already, then the others as they are read.

    Reading happens in children; only this process writes. Each document is kept whole in one transaction before the
    next, so that whoever stops this loses nothing: the same call passes over what is there.
    """
    unread: dict[Path, str] = {}
    for path, refused in sources:
        digest = _sha256(path) if refused is None else ""
        if refused is not None:
            yield Outcome(path=str(path), news="refused", reason=refused.reason)
        elif digest and READER in readers_of(sha256=digest):
            yield Outcome(path=str(path), news="same")
        else:
            unread[path] = digest
    for path, read in run_bounded(read_whole, unread, workers=workers):
        yield _kept(path, read, unread[path], now())


def _sha256(path: Path) -> str:
    """The SHA-256 of a file that may be read; empty for what the reader will refuse, with its reason."""
    try:
        if not path.is_file() or path.stat().st_size > LIMITS.file_bytes:
            return ""
        with path.open("rb") as content:
            return sha256_of(content)
    except OSError:
        return ""


def _kept(path: Path, read: Whole | CorcomError, sha256: str, at: datetime) -> Outcome:
    if isinstance(read, CorcomError):
        reason = read.reason if isinstance(read, DocumentRefused) else " ".join(str(read).split())
        return Outcome(path=str(path), news="refused", reason=reason)
    try:
        with path.open("rb") as content:
            recorded = take_in_document(content=content, name=path.name, whole=read, at=at, sha256=sha256)
    except FileNotFoundError:
        return Outcome(path=str(path), news="refused", reason="it went away while it was being read")
    except CorcomError as refused:
        return Outcome(path=str(path), news="refused", reason=str(refused).removeprefix(f"{path.name}: "))
    return Outcome(
        path=str(path),
        news=recorded.news,
        reading=recorded.reading.pk,
        found=dict(Counter(finding.kind for finding in findings_of(reading=recorded.reading.pk))),
        changes=recorded.changes,
    )
