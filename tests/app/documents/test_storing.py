from __future__ import annotations

import os
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from tests.factories.rows import AT

from corcom.documents.actions import ContentChanged, store_file, sweep_files
from corcom.documents.models import StoredFile
from corcom.documents.queries import NoSuchFile, file_with, stored_file


def _store(content: bytes, name: str = "minutes.txt") -> StoredFile:
    return store_file(content=BytesIO(content), name=name, media_type="text/plain", at=AT, by="anna")


def test_a_file_is_stored_under_its_own_sum_with_who_and_when() -> None:
    row = _store(b"minutes")
    assert (row.name, row.media_type, row.size, row.stored_at, row.stored_by) == (
        "minutes.txt",
        "text/plain",
        7,
        AT,
        "anna",
    )
    assert row.content.name == f"{row.sha256[:2]}/{row.sha256[2:4]}/{row.sha256}"
    with row.content.open("rb") as content:
        assert content.read() == b"minutes"
    assert (stored_file(number=row.pk), file_with(sha256=row.sha256)) == (row, row)


def test_the_same_content_is_stored_once_under_its_first_name() -> None:
    first, again = _store(b"minutes"), _store(b"minutes", "copy.txt")
    assert (first, again.name, StoredFile.objects.count()) == (again, "minutes.txt", 1)


def test_content_that_changed_since_it_was_read_is_refused() -> None:
    with pytest.raises(ContentChanged) as refused:
        store_file(content=BytesIO(b"b"), name="b.txt", media_type="text/plain", at=AT, sha256="0" * 64)
    assert (refused.value.name, StoredFile.objects.count()) == ("b.txt", 0)


def test_what_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(NoSuchFile):
        stored_file(number=1)
    assert file_with(sha256="0" * 64) is None


def test_what_nothing_refers_to_is_swept_after_an_hour() -> None:
    kept, forgotten = _store(b"kept"), _store(b"forgotten")
    name = forgotten.sha256
    forgotten.delete()
    root = Path(settings.MEDIA_ROOT)
    moment = (AT - timedelta(minutes=59)).timestamp()
    for path in root.rglob("*/*/*"):
        os.utime(path, (moment, moment))
    assert sweep_files(at=AT) == []
    assert sweep_files(at=AT + timedelta(minutes=2)) == [name]
    assert (root / str(kept.content.name)).exists()
