from __future__ import annotations

import hashlib
import io
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from tests.factories.papers import a_file, a_paper
from tests.factories.rows import AT
from tests.factories.word import paragraph, word_file

from corcom.documents import actions
from corcom.documents.domain import LIMITS
from corcom.documents.domain.errors import MacroFound
from corcom.documents.domain.parts_on_disk import ARRIVING, PieceNotNext
from corcom.documents.models import LanguageVersion, StoredFile, Upload
from corcom.documents.queries import NoSuchUpload, upload_of, uploads_of

FILE = a_file("Thirty pages")


def on_disk() -> list[str]:
    return sorted(path.name for path in (Path(settings.MEDIA_ROOT) / ARRIVING).glob("*"))


def send(upload: str, data: bytes, *, offset: int = 0, by: str = "clerk") -> int:
    return actions.receive_piece(upload=upload, by=by, offset=offset, read=io.BytesIO(data).read, at=AT)


def test_a_file_that_came_in_two_pieces_becomes_a_version_and_leaves_no_pieces() -> None:
    number = a_paper()
    upload = actions.begin_upload(
        name="a.docx", size=len(FILE), by="clerk", at=AT, sha256=hashlib.sha256(FILE).hexdigest()
    )
    assert send(upload, FILE[:700]) == 700
    with pytest.raises(actions.NotWhole) as early:
        actions.add_uploaded_version(number=number, language="en", upload=upload, by="clerk", at=AT)
    assert (early.value.here, early.value.size) == (700, len(FILE))
    with pytest.raises(PieceNotNext):
        send(upload, FILE[:700])
    assert send(upload, FILE[700:], offset=700) == len(FILE)
    row = actions.add_uploaded_version(number=number, language="en", upload=upload, by="clerk", at=AT)
    with row.file.content.open("rb") as content:
        assert content.read() == FILE
    assert (on_disk(), Upload.objects.count(), uploads_of(by="clerk")) == ([], 0, [])


def test_a_file_with_another_checksum_is_thrown_away() -> None:
    upload = actions.begin_upload(name="a.docx", size=3, by="clerk", at=AT, sha256="0" * 64)
    with pytest.raises(actions.SumDiffers) as refused:
        send(upload, b"abc")
    assert (refused.value.name, on_disk(), Upload.objects.count()) == ("a.docx", [], 0)


def test_a_file_with_macros_is_thrown_away() -> None:
    data = word_file(paragraph("x"), extra={"word/vbaProject.bin": b"\x01"})
    upload = actions.begin_upload(name="a.docx", size=len(data), by="clerk", at=AT)
    send(upload, data)
    with pytest.raises(MacroFound):
        actions.add_uploaded_version(number=a_paper(), language="en", upload=upload, by="clerk", at=AT)
    assert (on_disk(), Upload.objects.count()) == ([], 0)
    assert (StoredFile.objects.count(), LanguageVersion.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("name", "size", "wrong", "bound"),
    [("", 1, "name", 0), ("a.docx", 0, "empty", 0), ("a.docx", LIMITS.file_bytes + 1, "size", LIMITS.file_bytes)],
)
def test_what_is_not_taken_in_is_refused_before_it_is_sent(name: str, size: int, wrong: str, bound: int) -> None:
    with pytest.raises(actions.UploadRefused) as refused:
        actions.begin_upload(name=name, size=size, by="clerk", at=AT)
    assert (refused.value.wrong, refused.value.bound, on_disk()) == (wrong, bound, [])


def test_an_account_sends_ten_files_at_a_time() -> None:
    for _ in range(10):
        actions.begin_upload(name="a.docx", size=1, by="clerk", at=AT)
    with pytest.raises(actions.UploadRefused) as refused:
        actions.begin_upload(name="a.docx", size=1, by="clerk", at=AT)
    assert (refused.value.wrong, refused.value.bound) == ("many", 10)
    assert actions.begin_upload(name="a.docx", size=1, by="anna", at=AT) in on_disk()


def test_nobody_else_goes_on_with_an_upload() -> None:
    upload = actions.begin_upload(name="a.docx", size=3, by="clerk", at=AT)
    for refused in (
        lambda: send(upload, b"abc", by="anna"),
        lambda: upload_of(upload=upload, by="anna"),
        lambda: actions.discard_upload(upload=upload, by="anna"),
    ):
        with pytest.raises(NoSuchUpload):
            refused()
    assert upload_of(upload=upload, by="clerk").here == 0


def test_what_nobody_goes_on_with_is_cleared_away_after_a_week() -> None:
    old = actions.begin_upload(name="old.docx", size=3, by="clerk", at=AT)
    send(old, b"ab")
    orphan = Path(settings.MEDIA_ROOT) / ARRIVING / ("f" * 32)
    orphan.touch()
    os.utime(orphan, (AT.timestamp(), AT.timestamp()))
    assert actions.clear_uploads(at=AT + timedelta(days=7)) == []
    assert on_disk() == sorted([old, orphan.name])
    later = actions.begin_upload(name="new.docx", size=3, by="clerk", at=AT + timedelta(days=7, minutes=1))
    assert (on_disk(), list(Upload.objects.values_list("name", flat=True))) == ([later], ["new.docx"])
