"""The history of official documents: a step for everything that is done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from corcom.documents.models import DocumentStep, LanguageVersion, RegisteredDocument
from corcom.documents.queries.errors import NoSuchDocument


def write_step(
    document: RegisteredDocument,
    kind: str,
    *,
    by: str,
    at: datetime,
    version: LanguageVersion | None = None,
    language: str = "",
    note: str = "",
    change: tuple[Mapping[str, object], Mapping[str, object]] = ({}, {}),
) -> None:
    """Add a step; `change` is what differed before and after. A step never changes."""
    before, after = change
    DocumentStep.objects.create(
        document=document,
        version=version,
        kind=kind,
        language=language or (version.language if version else ""),
        at=at,
        by=by,
        note=note,
        before=plain(before),
        after=plain(after),
    )


def plain(values: Mapping[str, object]) -> dict[str, object]:
    """Values as JSON takes them: days as ISO text."""
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}


def locked_document(number: int) -> RegisteredDocument:
    """The row of a document, held until the transaction ends. Errors: `NoSuchDocument`."""
    found = RegisteredDocument.objects.select_for_update().filter(pk=number).first()
    if found is None:
        raise NoSuchDocument(number)
    return found
