"""Versions of official documents: uploaded as drafts, released once and for all, withdrawn with a reason."""

from __future__ import annotations

import io
from datetime import datetime

from django.db import transaction

from corcom.documents.actions.files import store_file
from corcom.documents.actions.steps import locked_document, write_step
from corcom.documents.actions.translating import TranslationRefused, translation_of, write_translation
from corcom.documents.domain.paper_files import checked_paper
from corcom.documents.models import LanguageVersion, RegisteredDocument, WithdrawnVersion
from corcom.documents.queries.errors import NoSuchVersion
from corcom.kernel.errors import CorcomError
from corcom.kernel.languages import LANGUAGES


class SameFile(CorcomError):
    """The last version of this language, `number`, is the same file."""

    def __init__(self, number: int) -> None:
        super().__init__(f"the same file as version {number}")
        self.number = number


class AlreadyReleased(CorcomError):
    """Version `number` is released, and does not change any more."""

    def __init__(self, number: int) -> None:
        super().__init__(f"version {number} is released")
        self.number = number


class AlreadyWithdrawn(CorcomError):
    """Version `number` was withdrawn already."""

    def __init__(self, number: int) -> None:
        super().__init__(f"version {number} was withdrawn")
        self.number = number


class NotTheLatest(CorcomError):
    """A later version of the same language, `later`, is there; that one is to be released."""

    def __init__(self, *, number: int, later: int) -> None:
        super().__init__(f"version {later} is later than version {number}")
        self.number = number
        self.later = later


class ReasonMissing(CorcomError):
    """A version is withdrawn with a reason."""

    def __init__(self) -> None:
        super().__init__("a reason is needed")


@transaction.atomic
def add_version(
    *, number: int, language: str, content: bytes, name: str, by: str, at: datetime, note: str = ""
) -> LanguageVersion:
    """Store a file as the next version of a language, a draft until it is released.

    Its translation is ready then. `name` is the file's own. Errors: `NoSuchDocument`, `TranslationRefused` for a language
    that is none, `SameFile`; `DocumentRefused` for a file that can be no document, of which nothing is kept.
    """
    if language not in LANGUAGES:
        raise TranslationRefused("language")
    document = locked_document(number)
    media_type = checked_paper(content, name=name)
    last = document.versions.filter(language=language).select_related("file").order_by("-number").first()
    stored = store_file(content=io.BytesIO(content), name=name, media_type=media_type, at=at, by=by)
    if last and last.file == stored and not WithdrawnVersion.objects.filter(version=last).exists():
        raise SameFile(last.number)
    row = LanguageVersion.objects.create(
        document=document,
        language=language,
        number=last.number + 1 if last else 1,
        file=stored,
        note=note.strip(),
        uploaded_at=at,
        uploaded_by=by,
    )
    write_step(document, "uploaded", by=by, at=at, version=row, note=row.note)
    write_translation(document, translation_of(document, language), {"said": "ready"}, by=by, at=at)
    return row


@transaction.atomic
def release_version(*, number: int, version: int, by: str, at: datetime, note: str = "") -> LanguageVersion:
    """Release a version to the circle of its document; the one before it is superseded. It never changes again.

    Errors: `NoSuchDocument`, `NoSuchVersion`, `AlreadyReleased`, `AlreadyWithdrawn`, `NotTheLatest`.
    """
    document = locked_document(number)
    row = _version(document, version)
    if row.released_at is not None:
        raise AlreadyReleased(row.number)
    if WithdrawnVersion.objects.filter(version=row).exists():
        raise AlreadyWithdrawn(row.number)
    later = document.versions.filter(language=row.language, number__gt=row.number, withdrawn=None).first()
    if later is not None:
        raise NotTheLatest(number=row.number, later=later.number)
    row.released_at, row.released_by = at, by
    row.save(update_fields=["released_at", "released_by"])
    write_step(document, "released", by=by, at=at, version=row, note=note.strip())
    return row


@transaction.atomic
def withdraw_version(*, number: int, version: int, reason: str, by: str, at: datetime) -> None:
    """Say that a version, released or a draft, does not stand. Readers see the reason; the file stays for the secretariat.

    Errors: `NoSuchDocument`, `NoSuchVersion`, `ReasonMissing`, `AlreadyWithdrawn`.
    """
    if not reason.strip():
        raise ReasonMissing
    document = locked_document(number)
    row = _version(document, version)
    if WithdrawnVersion.objects.filter(version=row).exists():
        raise AlreadyWithdrawn(row.number)
    WithdrawnVersion.objects.create(version=row, reason=reason.strip(), withdrawn_at=at, withdrawn_by=by)
    write_step(document, "withdrawn", by=by, at=at, version=row, note=reason.strip())


def _version(document: RegisteredDocument, number: int) -> LanguageVersion:
    found = document.versions.select_for_update().filter(pk=number).first()
    if found is None:
        raise NoSuchVersion(number)
    return found
