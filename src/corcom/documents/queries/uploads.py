"""Files that are coming in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from corcom.documents.domain import parts_on_disk
from corcom.documents.models import Upload
from corcom.documents.queries.errors import NoSuchUpload

__all__ = ["Arriving", "NoSuchUpload", "upload_of", "upload_row", "uploads_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """A file of which `here` bytes of `size` have arrived; `upload` is its name on disk."""

    upload: str
    name: str
    size: int
    here: int
    sha256: str
    started_at: datetime

    @property
    def is_whole(self) -> bool:
        return self.here >= self.size


def upload_of(*, upload: str, by: str) -> Arriving:
    """One upload of an account. One SQL query. Errors: `NoSuchUpload`."""
    try:
        return _arriving(upload_row(upload=upload, by=by))
    except parts_on_disk.NoUpload:
        raise NoSuchUpload(upload) from None


def uploads_of(*, by: str) -> list[Arriving]:
    """What an account has begun to send, the oldest first. One SQL query."""
    found = []
    for row in Upload.objects.filter(started_by=by):
        try:
            found.append(_arriving(row))
        except parts_on_disk.NoUpload:
            continue  # its bytes were cleared away; the row goes with the next upload
    return found


def upload_row(*, upload: str, by: str) -> Upload:
    """The row of an upload; somebody else's is not there. Errors: `NoSuchUpload`."""
    row = Upload.objects.filter(name_on_disk=upload, started_by=by).first()
    if row is None:
        raise NoSuchUpload(upload)
    return row


def _arriving(row: Upload) -> Arriving:
    here = parts_on_disk.size_of(Path(settings.MEDIA_ROOT), row.name_on_disk)
    return Arriving(
        upload=row.name_on_disk,
        name=row.name,
        size=row.size,
        here=here,
        sha256=row.sha256,
        started_at=row.started_at,
    )
