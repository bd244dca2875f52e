"""The text of a file, whatever kind of document it is."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

from corcom.documents.domain import sniff
from corcom.documents.domain.blocks import Block
from corcom.documents.domain.compose import compose
from corcom.documents.domain.docx import read_docx
from corcom.documents.domain.errors import NoText, TooLarge, Unreadable
from corcom.documents.domain.limits import LIMITS, MB, Limits
from corcom.documents.domain.office import office_kind
from corcom.documents.domain.package import Package
from corcom.documents.domain.plain import decoded
from corcom.documents.domain.text import DocumentText


def extract(source: Path | bytes, *, name: str = "", limits: Limits = LIMITS) -> DocumentText:
    """The text of a file or of its bytes, with the marks its format gives.

    What the file is shows in its bytes; a name whose ending says otherwise is refused. Raises a `DocumentRefused` that
    names the file and the reason, and nothing else, for anything that cannot be read.
    """
    name = name or (source.name if isinstance(source, Path) else "document")
    data = _bytes(source, name=name, limits=limits) if isinstance(source, Path) else source
    if len(data) > limits.file_bytes:
        raise TooLarge(name, bound=f"{limits.file_bytes // MB} MB")
    found = _read(data, name=name, limits=limits)
    if len(found.text) > limits.text_characters:
        raise TooLarge(name, bound=f"{limits.text_characters // MB} million characters of text")
    return found


def _bytes(path: Path, *, name: str, limits: Limits) -> bytes:
    """The bytes of a regular file. One that is too large is refused unread."""
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise Unreadable(name, why="a folder, not a file")
        if not stat.S_ISREG(state.st_mode):
            raise Unreadable(name, why="not a file")
        if state.st_size > limits.file_bytes:
            raise TooLarge(name, bound=f"{limits.file_bytes // MB} MB")
        with path.open("rb") as file:
            return file.read(limits.file_bytes + 1)
    except OSError as error:
        raise Unreadable(name, why=error.strerror or "the system refuses") from error


def _read(data: bytes, *, name: str, limits: Limits) -> DocumentText:
    kind = sniff.binary_kind(data, name=name)
    if kind == "zip":
        return _packed(data, name=name, limits=limits)
    text, _ = decoded(data, name=name)
    kind = sniff.text_kind(text, name=name)
    sniff.check_ending(kind, name=name)
    media = "markdown" if sniff.ending_of(name) in {".md", ".markdown"} else "text"
    return DocumentText(text=text, media_type=sniff.MEDIA_TYPES[media])


_PACKED: dict[str, Callable[[Package], list[Block]]] = {"docx": read_docx}


def _packed(data: bytes, *, name: str, limits: Limits) -> DocumentText:
    package = Package(data, name=name, limits=limits)
    kind = office_kind(package)
    sniff.check_ending(kind, name=name)
    text, marks = compose(_PACKED[kind](package))
    if not text.strip():
        raise NoText(name)
    return DocumentText(text=text, media_type=sniff.MEDIA_TYPES[kind], marks=marks)
