"""Official documents, and files that can be one, for tests."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any

from tests.factories.rows import AT
from tests.factories.word import paragraph, word_file

from corcom.documents import actions
from corcom.documents.domain.circles import CIRCLES, Circle, up_to
from corcom.documents.queries import ForWhom

DETAILS = actions.Details(
    title="Draft report of the Sixth Meeting of States Parties",
    convention="CCM",
    kind="report",
    original_language="en",
    symbol="CCM/MSP/2016/1",
    body="Meeting of States Parties",
    meeting_on=date(2016, 9, 5),
)
EVERY_CIRCLE: tuple[Circle, ...] = tuple(CIRCLES)


def a_paper(circle: Circle = "public", *, at: datetime = AT, **changes: Any) -> int:
    """The number of a registered document, with other details where they are given."""
    return actions.register_document(details=replace(DETAILS, **changes), circle=circle, by="clerk", at=at)


@cache
def a_file(words: str = "Draft") -> bytes:
    """A .docx with these words."""
    return word_file(paragraph(words))


def a_version(
    number: int, language: str = "en", words: str = "Draft", *, released: bool = True, at: datetime = AT
) -> int:
    """The key of a version of a document, released unless told otherwise."""
    row = actions.add_version(
        number=number, language=language, content=a_file(words), name=f"{words}.docx", by="clerk", at=at
    )
    if released:
        actions.release_version(number=number, version=row.pk, by="clerk", at=at)
    return row.pk


def for_whom(circle: Circle, *, at: datetime = AT, convention: str = "CCM") -> ForWhom:
    """Somebody of a circle of one convention, at a moment."""
    return ForWhom(circles={convention: up_to(circle)}, at=at)


def large_file(size: int) -> bytes:
    """A .docx of a little more than `size` bytes: a picture that cannot be packed, the same each time."""
    noise = b"".join(hashlib.sha256(str(at).encode()).digest() for at in range(-(-size // 32)))[:size]
    packed = io.BytesIO(a_file("Large"))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/media/image1.png", noise)
    return packed.getvalue()
