from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.factories.minutes import TEXT, a_reading, document
from tests.factories.rows import AT, new_file, new_user

from corcom.access.models import User
from corcom.documents.models import StoredFile
from corcom.minutes.actions import RecordedReading, record_reading
from corcom.minutes.domain.reading import Reading as TypedReading
from corcom.minutes.models import Finding

Read = Callable[..., RecordedReading]
Find = Callable[..., Finding]


@pytest.fixture
def officer() -> User:
    return new_user()


@pytest.fixture
def file() -> StoredFile:
    return new_file()


@pytest.fixture
def read(file: StoredFile) -> Read:
    """Record a reading of the file by a version of the reader."""

    def record(reader: str = "1", found: TypedReading | None = None, **changes: Any) -> RecordedReading:
        return record_reading(
            file=changes.get("file", file),
            reader=reader,
            text=document(changes.get("text", TEXT)),
            found=found or a_reading(),
            record={},
            at=AT,
        )

    return record


@pytest.fixture
def find(db: None) -> Find:
    """The finding of a kind in the current readings: the first, or the one whose payload has these values."""

    def one(kind: str, **values: Any) -> Finding:
        rows = Finding.objects.filter(kind=kind, reading__superseded=False).order_by("reading", "position")
        return next(row for row in rows if values.items() <= row.payload.items())

    return one
