"""Registering official documents, and changing what is said of them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from corcom.documents.actions.steps import locked_document, write_step
from corcom.documents.domain.circles import CIRCLES, Circle
from corcom.documents.domain.papers import KINDS, PaperKind
from corcom.documents.domain.symbols import symbol_of
from corcom.documents.models import DocumentStep, RegisteredDocument, Translation
from corcom.kernel.errors import ChangedMeanwhile, CorcomError
from corcom.kernel.languages import LANGUAGES
from corcom.rulebooks.reading import conventions


class DetailsRefused(CorcomError):
    """What is said of a document cannot be; `wrong` is title, convention, kind, original_language, circle or meeting_on."""

    def __init__(self, wrong: str) -> None:
        super().__init__(f"document: {wrong}")
        self.wrong = wrong


class SymbolTaken(CorcomError):
    """Another document has this symbol: `document` is its number."""

    def __init__(self, symbol: str, document: int | None) -> None:
        super().__init__(f"{symbol} is taken")
        self.symbol = symbol
        self.document = document


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is said of a document. `body` and `meeting_on`, its first day, name the meeting; both may be left open."""

    title: str
    convention: str
    kind: PaperKind
    original_language: str
    symbol: str = ""
    body: str = ""
    meeting_on: date | None = None


@transaction.atomic
def register_document(*, details: Details, circle: Circle, by: str, at: datetime) -> int:
    """Register a document, with a translation not begun for each language; answers its number.

    `by` is the account's name. Errors: `DetailsRefused`, `NotASymbol`, `SymbolTaken`.
    """
    values = _checked(details)
    if circle not in CIRCLES:
        raise DetailsRefused("circle")
    row = RegisteredDocument(**values, circle=circle, registered_at=at, registered_by=by)
    _save_with_symbol(row)
    languages = (Translation(document=row, language=language, said="not_begun") for language in LANGUAGES)
    Translation.objects.bulk_create(languages)
    write_step(row, "registered", by=by, at=at, change=({}, {**values, "circle": circle}))
    return row.pk


@transaction.atomic
def change_document(*, number: int, version: int, details: Details, by: str, at: datetime) -> bool:
    """Change what is said of a document as somebody read it at `version`; False where nothing differs.

    Its class is changed by `change_circle`. Errors: `NoSuchDocument`, `DetailsRefused`, `NotASymbol`, `SymbolTaken`;
    `ChangedMeanwhile` where it is not at that version any more.
    """
    values = _checked(details)
    row = locked_document(number)
    if row.version != version:
        raise ChangedMeanwhile(version=row.version, by=last_hand(row))
    before = {key: getattr(row, key) for key, value in values.items() if getattr(row, key) != value}
    if not before:
        return False
    for key in before:
        setattr(row, key, values[key])
    row.version += 1
    _save_with_symbol(row)
    write_step(row, "changed", by=by, at=at, change=(before, {key: values[key] for key in before}))
    return True


def last_hand(row: RegisteredDocument) -> str:
    """The account that took the last step with a document."""
    last = DocumentStep.objects.filter(document=row).order_by("-pk").first()
    return last.by if last else row.registered_by


def _checked(details: Details) -> dict[str, object]:
    """What is written. Errors: `DetailsRefused`, `NotASymbol`."""
    values = {key: value.strip() if isinstance(value, str) else value for key, value in asdict(details).items()}
    known = {"convention": conventions(), "kind": KINDS, "original_language": LANGUAGES}
    for key, allowed in known.items():
        if values[key] not in allowed:
            raise DetailsRefused(key)
    if not values["title"] or len(details.title) > 500:
        raise DetailsRefused("title")
    if details.meeting_on and not values["body"]:
        raise DetailsRefused("meeting_on")
    values["symbol"] = str(symbol_of(details.symbol)) if details.symbol.strip() else ""
    return values


def _save_with_symbol(row: RegisteredDocument) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        other = RegisteredDocument.objects.filter(symbol=row.symbol).exclude(pk=row.pk).first()
        if other is None:
            raise
        raise SymbolTaken(row.symbol, other.pk) from None
