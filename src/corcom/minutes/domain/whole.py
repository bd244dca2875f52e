"""A file read whole: its text and what the minutes in it say, as one value that crosses from process to process."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corcom.documents.domain import DocumentText, extract
from corcom.minutes.domain.format import to_json
from corcom.minutes.domain.reader import READER, read_text
from corcom.minutes.domain.reading import Reading

# No database keeps these in a text. Each becomes one replacement character, so that every offset stays what it is.
_CANNOT_BE_KEPT = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What a file says. `record` is the reading in the published format."""

    reader: str
    text: DocumentText
    reading: Reading
    record: dict[str, Any]


def read_whole(source: Path) -> Whole:
    """Read one file. Runs in a child process; raises a `DocumentRefused` for what cannot be read."""
    return whole(extract(source))


def read_upload(source: tuple[str, bytes]) -> Whole:
    """Read a file from its name and its bytes. Runs in a child process; raises like `read_whole`."""
    name, content = source
    return whole(extract(content, name=name))


def whole(document: DocumentText) -> Whole:
    """What a document says, with its text as it can be kept."""
    text = replace(document, text=_CANNOT_BE_KEPT.sub("\N{REPLACEMENT CHARACTER}", document.text))
    reading = read_text(text)
    return Whole(reader=READER, text=text, reading=reading, record=to_json(reading))
