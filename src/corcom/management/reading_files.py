"""Reading files for a command that keeps nothing: bounded children read, this process only shows.

The reader is loaded in the children alone, which is why it is imported inside the function that they run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corcom.documents.domain.bounded import run_bounded
from corcom.documents.domain.errors import DocumentRefused
from corcom.kernel.errors import CorcomError
from corcom.management.sources import Source

if TYPE_CHECKING:
    from corcom.minutes.domain.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """What one file says: its text, the typed reading, and the same in the published format."""

    path: Path
    text: str
    reading: Reading
    record: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRefused:
    """A file that was not read, and why, in one line."""

    path: Path
    reason: str


def read_file(path: Path) -> FileRead:
    """Read one file. Runs in a child process; raises a `DocumentRefused` for what cannot be read."""
    from corcom.minutes.domain.whole import read_whole  # noqa: PLC0415  loaded in children only

    whole = read_whole(path)
    return FileRead(path=path, text=whole.text.text, reading=whole.reading, record=whole.record)


def read_files(sources: Sequence[Source], *, workers: int) -> Iterator[FileRead | FileRefused]:
    """What became of each file, in the order of `sources`, as soon as it is its turn."""
    done: dict[Path, FileRead | FileRefused] = {
        path: FileRefused(path=path, reason=refused.reason) for path, refused in sources if refused is not None
    }
    turns = iter([path for path, _ in sources])
    turn = next(turns, None)
    unread = [path for path, refused in sources if refused is None]
    for path, outcome in run_bounded(read_file, unread, workers=workers):
        done[path] = _outcome(path, outcome)
        while turn in done:
            yield done.pop(turn)
            turn = next(turns, None)
    while turn in done:
        yield done.pop(turn)
        turn = next(turns, None)


def _outcome(path: Path, outcome: FileRead | CorcomError) -> FileRead | FileRefused:
    if not isinstance(outcome, CorcomError):
        return outcome
    reason = outcome.reason if isinstance(outcome, DocumentRefused) else str(outcome)
    return FileRefused(path=path, reason=" ".join(reason.split()))
