"""Stored files."""

from __future__ import annotations

from corcom.documents.models import StoredFile
from corcom.kernel.errors import CorcomError


class NoSuchFile(CorcomError):
    """There is no stored file with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no file {number}")
        self.number = number


def stored_file(*, number: int) -> StoredFile:
    """One stored file. Errors: `NoSuchFile`."""
    found = StoredFile.objects.filter(pk=number).first()
    if found is None:
        raise NoSuchFile(number)
    return found


def file_with(*, sha256: str) -> StoredFile | None:
    """The stored file with this content, or None."""
    return StoredFile.objects.filter(sha256=sha256).first()
