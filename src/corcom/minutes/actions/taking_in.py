"""Taking a document in: the original, its reading and its findings, all of it or nothing."""

from __future__ import annotations

from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from corcom.documents.actions import store_file
from corcom.minutes.actions.readings import RecordedReading, record_reading
from corcom.minutes.domain.whole import Whole


@transaction.atomic
def take_in(
    *, content: BinaryIO, name: str, whole: Whole, at: datetime, by: str = "", sha256: str = ""
) -> RecordedReading:
    """Store a document that was read, with its reading and its proposals.

    The same document read by the same version of the reader changes nothing. `sha256`, where given, is what the
    content was when it was read; `by` is the account's name, empty for a command. Errors: `ContentChanged`.
    """
    file = store_file(content=content, name=name, media_type=whole.text.media_type, at=at, by=by, sha256=sha256)
    return record_reading(
        file=file, reader=whole.reader, text=whole.text, found=whole.reading, record=whole.record, at=at
    )
