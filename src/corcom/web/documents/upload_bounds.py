"""What one upload may bring. A file past the bound is passed over while it comes in, so that it fills no disk."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from corcom.documents.domain import LIMITS
from corcom.documents.domain.limits import MB

FILE_BYTES = LIMITS.file_bytes
ALL_BYTES = 250 * MB
"""Bytes of all files of one upload together."""
PASSED_OVER = "corcom.passed_over"


class BoundedUpload(FileUploadHandler):
    """Stands before the handlers that keep what comes in, and lets through what is within the bounds."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.all_bytes = 0
        self.file_bytes = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.file_bytes = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002  Django passes it
        self.file_bytes += len(raw_data)
        self.all_bytes += len(raw_data)
        if self.file_bytes > FILE_BYTES or self.all_bytes > ALL_BYTES:
            self.all_bytes -= self.file_bytes
            bound = FILE_BYTES if self.file_bytes > FILE_BYTES else ALL_BYTES
            if self.request is not None:
                self.request.META.setdefault(PASSED_OVER, []).append((self.file_name or "", bound))
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile[Any] | None:  # noqa: ARG002  likewise
        """The handler after this one makes the file."""
        return None


def passed_over(request: HttpRequest) -> list[tuple[str, int]]:
    """The names of the files that were passed over, each with the bound in bytes that it went past."""
    found: list[tuple[str, int]] = request.META.get(PASSED_OVER, [])
    return found
