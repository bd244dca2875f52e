"""Taking documents in so that they are found."""

from __future__ import annotations

from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from corcom.minutes.actions import RecordedReading, take_in
from corcom.minutes.domain.whole import Whole
from corcom.oversight.actions.indexing import index_reading
from corcom.oversight.models import Passage


@transaction.atomic
def take_in_document(
    *, content: BinaryIO, name: str, whole: Whole, at: datetime, by: str = "", sha256: str = ""
) -> RecordedReading:
    """Store a document that was read, with its reading and its proposals, and let search find it.

    Errors: `ContentChanged`.
    """
    recorded = take_in(content=content, name=name, whole=whole, at=at, by=by, sha256=sha256)
    if recorded.news != "same" or not Passage.objects.filter(reading=recorded.reading).exists():
        index_reading(reading=recorded.reading.pk)
    return recorded
