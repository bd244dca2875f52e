"""Documents as they stand after they were taken in, for the tests of pages."""

from __future__ import annotations

from typing import Any

from tests.factories.minutes import TEXT, a_reading, document
from tests.factories.rows import AT, new_file

from corcom.minutes.actions import record_reading
from corcom.minutes.models import Finding, Reading


def a_document(name: str = "minutes.txt", *, reader: str = "1", **changes: Any) -> Reading:
    """The record of tests/factories/minutes.py under this name, read and not yet reviewed."""
    file = changes.pop("file", None) or new_file(name=name)
    text = changes.pop("text", TEXT)
    return record_reading(
        file=file, reader=reader, text=document(text), found=a_reading(**changes), record={}, at=AT
    ).reading


def the(reading: Reading, kind: str, **values: Any) -> Finding:
    """The finding of a kind: the first, or the one whose payload has these values."""
    rows = reading.findings.filter(kind=kind).order_by("position")
    return next(row for row in rows if values.items() <= row.payload.items())
