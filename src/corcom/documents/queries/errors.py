"""What a question about documents is refused with."""

from __future__ import annotations

from corcom.kernel.errors import CorcomError


class NoSuchDocument(CorcomError):
    """There is no official document with this number, or none of which the reader may know."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no document {number}")
        self.number = number


class NoSuchVersion(CorcomError):
    """A document has no version with this number, or none that the reader may open."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no version {number}")
        self.number = number


class NoSuchUpload(CorcomError):
    """The account sends no file under this name, or not any more."""

    def __init__(self, upload: str) -> None:
        super().__init__(f"no upload {upload}")
        self.upload = upload
