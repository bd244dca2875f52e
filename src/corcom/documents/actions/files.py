"""Storing files, and sweeping up what a stopped command left behind."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import transaction

from corcom.documents.domain.keeping import keep, sweep
from corcom.documents.models import StoredFile
from corcom.kernel.errors import CorcomError

LEFT_BEHIND = timedelta(hours=1)
"""What nothing refers to after this long was left behind by a command that was stopped."""


class ContentChanged(CorcomError):
    """The file `name` had other content when it was stored than when it was read."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: it changed while it was being read")
        self.name = name


@transaction.atomic
def store_file(
    *, content: BinaryIO, name: str, media_type: str, at: datetime, by: str = "", sha256: str = ""
) -> StoredFile:
    """Store a file once; the same content again gives the file that is there, under its first name.

    `by` is the account's name, empty for a command. `sha256`, where given, is what the content must be.
    Errors: `ContentChanged`.
    """
    kept = keep(Path(settings.MEDIA_ROOT), content)
    if sha256 and kept.sha256 != sha256:
        raise ContentChanged(name)
    stored, _ = StoredFile.objects.get_or_create(
        sha256=kept.sha256,
        defaults={
            "name": name[:255],
            "media_type": media_type,
            "size": kept.size,
            "content": kept.place,
            "stored_at": at,
            "stored_by": by,
        },
    )
    return stored


def sweep_files(*, at: datetime) -> list[str]:
    """Remove files that a stopped command left behind and nothing refers to; gives their names on disk."""
    wanted = set(StoredFile.objects.values_list("sha256", flat=True))
    before = (at - LEFT_BEHIND).timestamp()
    return [path.name for path in sweep(Path(settings.MEDIA_ROOT), before=before, wanted=wanted)]
