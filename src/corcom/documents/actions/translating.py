"""How far the translation of a document is: said by the secretariat, language by language."""

from __future__ import annotations

from datetime import date, datetime
from typing import get_args

from django.db import transaction

from corcom.documents.actions.registering import last_hand
from corcom.documents.actions.steps import locked_document, write_step
from corcom.documents.domain.papers import TranslationSaid
from corcom.documents.models import RegisteredDocument, Translation
from corcom.kernel.errors import ChangedMeanwhile, CorcomError
from corcom.kernel.languages import LANGUAGES


class TranslationRefused(CorcomError):
    """What is said of a translation cannot be; `wrong` is language, said, due_on or translator."""

    def __init__(self, wrong: str) -> None:
        super().__init__(f"translation: {wrong}")
        self.wrong = wrong


class TranslationChanged(ChangedMeanwhile):
    """Somebody else, the account `by`, said something of the translation meanwhile; it is at `version` now."""


@transaction.atomic
def say_translation(
    *,
    number: int,
    language: str,
    version: int,
    said: TranslationSaid,
    by: str,
    at: datetime,
    due_on: date | None = None,
    translator: str = "",
) -> bool:
    """Say how far a translation is, as somebody read it at `version`; False where nothing differs.

    One in translation has a day on which it is due and somebody who does it. Errors: `NoSuchDocument`,
    `TranslationRefused`, `TranslationChanged`.
    """
    if language not in LANGUAGES:
        raise TranslationRefused("language")
    if said not in get_args(TranslationSaid):
        raise TranslationRefused("said")
    if said == "in_translation":
        if due_on is None:
            raise TranslationRefused("due_on")
        if not translator.strip():
            raise TranslationRefused("translator")
    document = locked_document(number)
    row = translation_of(document, language)
    if row.version != version:
        raise TranslationChanged(version=row.version, by=last_hand(document))
    return write_translation(
        document, row, {"said": said, "due_on": due_on, "translator": translator.strip()}, by=by, at=at
    )


def translation_of(document: RegisteredDocument, language: str) -> Translation:
    """The row of a language, made where there is none."""
    row, _ = Translation.objects.get_or_create(document=document, language=language, defaults={"said": "not_begun"})
    return row


def write_translation(
    document: RegisteredDocument, row: Translation, values: dict[str, object], *, by: str, at: datetime
) -> bool:
    """Write what differs, with its step in the history; False where nothing does."""
    before = {key: getattr(row, key) for key, value in values.items() if getattr(row, key) != value}
    if not before:
        return False
    for key in before:
        setattr(row, key, values[key])
    row.version += 1
    row.save()
    change = (before, {key: values[key] for key in before})
    write_step(document, "translation", by=by, at=at, language=row.language, change=change)
    return True
