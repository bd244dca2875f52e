"""Uploads: files that come in piece by piece, on a line that may break."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from corcom.documents.actions.versions import add_version
from corcom.documents.domain import parts_on_disk
from corcom.documents.domain.errors import DocumentRefused
from corcom.documents.domain.keeping import sha256_of
from corcom.documents.domain.limits import LIMITS
from corcom.documents.models import LanguageVersion, Upload
from corcom.documents.queries.uploads import NoSuchUpload, upload_of, upload_row
from corcom.kernel.errors import CorcomError

ABANDONED = timedelta(days=7)
"""What got no piece for so long is cleared away."""
MOST = 10
"""Uploads of one account at a time."""


class UploadRefused(CorcomError):
    """A file is not taken in; `wrong` is empty, size (over `bound` bytes), name, or many (`bound` at a time)."""

    def __init__(self, wrong: str, *, bound: int = 0) -> None:
        super().__init__(f"upload: {wrong} {bound or ''}".strip())
        self.wrong = wrong
        self.bound = bound


class SumDiffers(CorcomError):
    """What arrived as `name` is not what was sent: its checksum differs. Nothing of it is kept."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: another checksum")
        self.name = name


class NotWhole(CorcomError):
    """Of `name`, `here` bytes of `size` have arrived."""

    def __init__(self, name: str, *, here: int, size: int) -> None:
        super().__init__(f"{name}: {here} of {size} bytes")
        self.name = name
        self.here = here
        self.size = size


def begin_upload(*, name: str, size: int, by: str, at: datetime, sha256: str = "") -> str:
    """Make room for a file of `size` bytes that will come in pieces; answers the name under which they are sent.

    Uploads that nobody goes on with are cleared away first. Errors: `UploadRefused`.
    """
    clear_uploads(at=at)
    name = name.replace("\0", "").strip()[:255]
    if not name:
        raise UploadRefused("name")
    if size <= 0:
        raise UploadRefused("empty")
    if size > LIMITS.file_bytes:
        raise UploadRefused("size", bound=LIMITS.file_bytes)
    if Upload.objects.filter(started_by=by).count() >= MOST:
        raise UploadRefused("many", bound=MOST)
    on_disk = uuid.uuid4().hex
    parts_on_disk.begin(_root(), on_disk)
    Upload.objects.create(
        name_on_disk=on_disk,
        name=name,
        size=size,
        sha256=sha256.lower(),
        started_at=at,
        started_by=by,
        last_at=at,
    )
    return on_disk


def receive_piece(*, upload: str, by: str, offset: int, read: Callable[[int], bytes], at: datetime) -> int:
    """Take in what `read` gives, from byte `offset` on; answers how many bytes are there then.

    What arrived before the line broke stays. With the last byte the checksum is compared, where the sender gave one.
    Errors: `NoSuchUpload`, `PieceNotNext`, `UploadHeld`, `SumDiffers`, and what `read` raises.
    """
    row = upload_row(upload=upload, by=by)
    try:
        here = parts_on_disk.add_piece(_root(), upload, read, offset=offset, most=row.size)
    except parts_on_disk.NoUpload:
        raise NoSuchUpload(upload) from None
    finally:
        Upload.objects.filter(pk=row.pk).update(last_at=at)
    if here == row.size and row.sha256:
        with parts_on_disk.place(_root(), upload).open("rb") as content:
            found = sha256_of(content)
        if found != row.sha256:
            discard_upload(upload=upload, by=by)
            raise SumDiffers(row.name)
    return here


def discard_upload(*, upload: str, by: str) -> None:
    """Throw away what has arrived of a file. Errors: `NoSuchUpload`."""
    row = upload_row(upload=upload, by=by)
    row.delete()
    parts_on_disk.discard(_root(), upload)


def add_uploaded_version(
    *, number: int, language: str, upload: str, by: str, at: datetime, note: str = ""
) -> LanguageVersion:
    """Make a file that arrived whole the next version of a language, as `add_version` does.

    Whether it is taken or can be no document, its pieces are thrown away; other errors leave them. Errors: those of
    `add_version`, `NoSuchUpload`, `NotWhole`.
    """
    found = upload_of(upload=upload, by=by)
    if found.here < found.size:
        raise NotWhole(found.name, here=found.here, size=found.size)
    content = parts_on_disk.place(_root(), upload).read_bytes()
    try:
        made = add_version(number=number, language=language, content=content, name=found.name, by=by, at=at, note=note)
    except DocumentRefused:
        discard_upload(upload=upload, by=by)
        raise
    discard_upload(upload=upload, by=by)
    return made


def clear_uploads(*, at: datetime) -> list[str]:
    """Clear away what got no piece for a week, and bytes of which nobody knows; gives their names on disk."""
    old = list(Upload.objects.filter(last_at__lt=at - ABANDONED).values_list("name_on_disk", flat=True))
    Upload.objects.filter(name_on_disk__in=old).delete()
    known = set(Upload.objects.values_list("name_on_disk", flat=True))
    before = (at - ABANDONED).timestamp()
    for name in parts_on_disk.names_on_disk(_root()):
        if name in known:
            continue
        if name in old or parts_on_disk.place(_root(), name).stat().st_mtime < before:
            parts_on_disk.discard(_root(), name)
    return old


def _root() -> Path:
    return Path(settings.MEDIA_ROOT)
