"""Uploads that wait to be read, in the session of the person who sent them, so that they survive a reload.

What was sent lies beside the stored files under a ticket. Each step reads as many as fit into its seconds; a stopped or
forgotten batch leaves nothing but what is swept with the other leavings.
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from corcom.documents.domain.bounded import Bounds, run_bounded
from corcom.documents.domain.errors import DocumentRefused
from corcom.documents.domain.laying_aside import SweptAway, lay_aside, taken_up, throw_away
from corcom.documents.queries import file_with
from corcom.kernel import clock
from corcom.kernel.errors import CorcomError
from corcom.minutes import READER
from corcom.minutes.domain.changes import ReadingChanges
from corcom.minutes.domain.whole import Whole, read_upload
from corcom.minutes.queries import readers_of, reading
from corcom.oversight.actions import take_in_document
from corcom.web.filled import filled_template

KEY = "uploads"
KEPT = 10
"""Batches that a session remembers."""
BOUNDS = Bounds(seconds=20, processor_seconds=20)
"""Less than the 30 seconds that a web server waits for a page; what takes longer is for `corcom ingest`."""


@dataclass(slots=True, kw_only=True)
class Sent:
    """One file of a batch. `news`: empty while it waits; then `first`, `better`, `same`, `refused` or `stopped`."""

    name: str
    ticket: str = ""
    sha256: str = ""
    news: str = ""
    reason: str = ""
    file: int | None = None
    found: int = 0
    new: int = 0
    gone: int = 0
    changed: int = 0


@dataclass(slots=True, kw_only=True)
class Batch:
    """The files of one upload, in their order."""

    id: str
    files: list[Sent]

    @property
    def waiting(self) -> list[Sent]:
        return [sent for sent in self.files if not sent.news]

    @property
    def done(self) -> int:
        return len(self.files) - len(self.waiting)


def open_batch(request: HttpRequest, files: Sequence[tuple[str, IO[Any]]], refused: list[Sent]) -> Batch:
    """Lay the files aside and remember them; those that are known already need no reading."""
    batch = Batch(id=get_random_string(12), files=[])
    for name, content in files:
        aside = lay_aside(_root(), cast("BinaryIO", content))
        batch.files.append(Sent(name=name[:255], ticket=aside.ticket, sha256=aside.sha256))
    batch.files += refused
    for sent in batch.waiting:
        _known(sent)
    keep_batch(request, batch)
    return batch


def batch_of(request: HttpRequest, number: str) -> Batch | None:
    """A batch of this person, if there is one."""
    kept = request.session.get(KEY, {}).get(number)
    return Batch(id=number, files=[Sent(**one) for one in kept]) if kept is not None else None


def keep_batch(request: HttpRequest, batch: Batch) -> None:
    """Remember how far a batch is; the oldest is forgotten."""
    batches = {**request.session.get(KEY, {}), batch.id: [asdict(sent) for sent in batch.files]}
    request.session[KEY] = dict(list(batches.items())[-KEPT:])


def read_on(request: HttpRequest, batch: Batch, *, seconds: float) -> None:
    """Read the files of a batch that wait, until so many seconds are over; at least one is read."""
    end = time.monotonic() + seconds
    given: list[Sent] = []
    for (name, content), read in run_bounded(read_upload, _contents(batch, given), workers=1, limits=BOUNDS):
        _keep(request, given[-1], name, content, read)
        if time.monotonic() >= end:
            break
    keep_batch(request, batch)


def stop(request: HttpRequest, batch: Batch) -> None:
    """Read no more of this batch. What was read stays; what waited is thrown away."""
    for sent in batch.waiting:
        throw_away(_root(), sent.ticket)
        sent.news = "stopped"
    keep_batch(request, batch)


def _contents(batch: Batch, given: list[Sent]) -> Iterator[tuple[str, bytes]]:
    """The files that wait, each loaded when its turn comes and noted in `given`; the same content is read once."""
    for sent in batch.waiting:
        if _known(sent):
            continue
        try:
            content = taken_up(_root(), sent.ticket)
        except SweptAway:
            sent.news = "refused"
            sent.reason = _("it lay unread for too long and was swept away; send it again")
            continue
        given.append(sent)
        yield sent.name, content


def _known(sent: Sent) -> bool:
    """Whether this reader has read the same content before; then there is nothing to do."""
    if READER not in readers_of(sha256=sent.sha256):
        return False
    file = file_with(sha256=sent.sha256)
    sent.news, sent.file = "same", file.pk if file else None
    throw_away(_root(), sent.ticket)
    return True


def _keep(request: HttpRequest, sent: Sent, name: str, content: bytes, read: Whole | CorcomError) -> None:
    throw_away(_root(), sent.ticket)
    if isinstance(read, CorcomError):
        sent.news, sent.reason = "refused", refusal(read)
        return
    recorded = take_in_document(
        content=io.BytesIO(content), name=name, whole=read, at=clock.now(), by=request.user.get_username()
    )
    sent.news, sent.file = recorded.news, recorded.reading.file_id
    shown = reading(number=recorded.reading.pk)
    sent.found = shown.proposed + shown.accepted + shown.rejected
    _count(sent, recorded.changes)


def _count(sent: Sent, changes: ReadingChanges) -> None:
    sent.new, sent.gone, sent.changed = len(changes.new), len(changes.gone), len(changes.changed)


def refusal(error: CorcomError) -> str:
    """Why a file was not taken in, in one line."""
    if isinstance(error, DocumentRefused):
        return filled_template(error.template, error.values)
    return " ".join(str(error).split())


def _root() -> Path:
    return Path(settings.MEDIA_ROOT)
