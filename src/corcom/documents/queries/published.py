"""Official documents as somebody may see them. Pages, lists, search and files read them here and nowhere else.

Every answer asks `domain.publication` for whom a version is; a test holds the rest of CorCom to this way.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple, cast

from django.db.models import QuerySet

from corcom.documents.domain.circles import Circle
from corcom.documents.domain.papers import PaperKind, TranslationSaid, file_name, translation_state
from corcom.documents.domain.publication import Standing, may_know, seen, sees_drafts
from corcom.documents.models import DocumentStep, LanguageVersion, RegisteredDocument, StoredFile, Translation
from corcom.documents.queries.errors import NoSuchDocument, NoSuchVersion
from corcom.documents.queries.shown import ForWhom, HistoryStep, OpenedVersion, ShownDocument, ShownVersion, Translated


def documents_for(for_whom: ForWhom, *, convention: str = "", number: int | None = None) -> list[ShownDocument]:
    """The documents that somebody may see, of one convention or of all, the latest meeting first. Three SQL queries.

    What is narrowed further is narrowed in `narrowed.documents_found`.
    """
    rows = RegisteredDocument.objects.order_by("-meeting_on", "symbol", "pk")
    if convention:
        rows = rows.filter(convention=convention)
    if number is not None:
        rows = rows.filter(pk=number)
    known = [row for row in rows if may_know(cast("Circle", row.circle), for_whom.of(row.convention))]
    versions, translations = _versions_of(known), _translations_of(known)
    shown = (_shown(row, versions.get(row.pk, []), translations.get(row.pk, []), for_whom) for row in known)
    return [one for one in shown if one.versions or one.sees_drafts]


def document_for(for_whom: ForWhom, *, number: int) -> ShownDocument:
    """One document. Three SQL queries. Errors: `NoSuchDocument`, also where there is one that is not for the reader."""
    found = documents_for(for_whom, number=number)
    if not found:
        raise NoSuchDocument(number)
    return found[0]


def version_for(for_whom: ForWhom, *, number: int, version: int) -> OpenedVersion:
    """The file of a version, under its name by symbol and language. Four SQL queries.

    Errors: `NoSuchDocument`; `NoSuchVersion`, also where there is one that the reader may not open.
    """
    found = document_for(for_whom, number=number)
    opened = next((one for one in found.versions if one.key == version and one.may_open), None)
    if opened is None:
        raise NoSuchVersion(version)
    name = file_name(symbol=found.symbol, title=found.title, language=opened.language, media_type=opened.media_type)
    return OpenedVersion(name=name, media_type=opened.media_type, file=StoredFile.objects.get(pk=opened.file))


def history_for(for_whom: ForWhom, *, number: int) -> list[HistoryStep]:
    """What was done with a document, the last step first; for those alone who see drafts. Errors: `NoSuchDocument`."""
    if not document_for(for_whom, number=number).sees_drafts:
        return []
    rows = DocumentStep.objects.filter(document=number).select_related("version").order_by("-pk")
    return [
        HistoryStep(
            kind=row.kind,
            language=row.language,
            version=row.version.number if row.version else None,
            at=row.at,
            by=row.by,
            note=row.note,
            before=row.before,
            after=row.after,
        )
        for row in rows
    ]


def is_kept_for_documents(*, file: int) -> bool:
    """Whether a stored file is a version of an official document, so that it goes out through `version_for`."""
    return LanguageVersion.objects.filter(file=file).exists()


class _Row(NamedTuple):
    """A version as it is stored: a list has thousands, and the rows of Django take ten times as long."""

    document: int
    key: int
    language: str
    number: int
    file: int
    sent_as: str
    media_type: str
    size: int
    sha256: str
    note: str
    uploaded_at: datetime
    uploaded_by: str
    released_at: datetime | None
    released_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    reason: str | None


_COLUMNS = (
    *("document", "pk", "language", "number", "file", "file__name", "file__media_type", "file__size", "file__sha256"),
    *("note", "uploaded_at", "uploaded_by", "released_at", "released_by"),
    *("withdrawn__withdrawn_at", "withdrawn__withdrawn_by", "withdrawn__reason"),
)


def _versions_of(documents: list[RegisteredDocument]) -> dict[int, list[_Row]]:
    rows = LanguageVersion.objects.filter(document__in=[row.pk for row in documents])
    found: dict[int, list[_Row]] = {}
    for row in map(_Row._make, rows.order_by("language", "-number").values_list(*_COLUMNS)):
        found.setdefault(row.document, []).append(row)
    return found


def _translations_of(documents: list[RegisteredDocument]) -> dict[int, list[Translation]]:
    found: dict[int, list[Translation]] = {}
    rows: QuerySet[Translation] = Translation.objects.filter(document__in=[row.pk for row in documents])
    for row in rows:
        found.setdefault(row.document_id, []).append(row)
    return found


def _shown(
    row: RegisteredDocument, versions: list[_Row], translations: list[Translation], for_whom: ForWhom
) -> ShownDocument:
    circle, circles, at = cast("Circle", row.circle), for_whom.of(row.convention), for_whom.at
    may_see_drafts = sees_drafts(circles)
    shown = tuple(
        _version(one, how, opens=opens, may_see_hands=may_see_drafts)
        for one, how, opens in seen(circle, versions, circles=circles, at=at)
    )
    out = {one.language for one in shown if one.standing == "released"}
    said = {each.language: each for each in translations}
    return ShownDocument(
        number=row.pk,
        title=row.title,
        symbol=row.symbol,
        convention=row.convention,
        kind=cast("PaperKind", row.kind),
        body=row.body,
        meeting_on=row.meeting_on,
        original_language=row.original_language,
        circle=circle,
        version=row.version,
        registered_at=row.registered_at,
        sees_drafts=may_see_drafts,
        versions=shown,
        translations=_translated(said, out, may_see_drafts=may_see_drafts),
    )


def _version(row: _Row, how: Standing, *, opens: bool, may_see_hands: bool) -> ShownVersion:
    """A version with how it stands; who had a hand in it is for those who see drafts."""
    return ShownVersion(
        key=row.key,
        language=row.language,
        number=row.number,
        file=row.file,
        sent_as=row.sent_as if may_see_hands else "",
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        note=row.note,
        uploaded_at=row.uploaded_at,
        uploaded_by=row.uploaded_by if may_see_hands else "",
        released_at=row.released_at,
        released_by=row.released_by if may_see_hands else "",
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=(row.withdrawn_by or "") if may_see_hands else "",
        reason=row.reason or "",
        standing=how,
        may_open=opens,
    )


def _translated(said: dict[str, Translation], out: set[str], *, may_see_drafts: bool) -> tuple[Translated, ...]:
    """How far each language is; outside the secretariat one that is not released is nothing."""
    if not may_see_drafts:
        return tuple(Translated(language=language, state="released") for language in sorted(out))
    return tuple(
        Translated(
            language=row.language,
            state=translation_state(cast("TranslationSaid", row.said), is_released=row.language in out),
            due_on=row.due_on,
            translator=row.translator,
            version=row.version,
        )
        for row in said.values()
    )
