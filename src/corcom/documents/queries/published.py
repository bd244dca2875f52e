"""Official documents as somebody may see them. Pages, lists, search and files read them here and nowhere else.

Every answer asks `domain.publication` for whom a version is; a test holds the rest of CorCom to this way.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from django.db.models import QuerySet

from corcom.documents.domain.circles import Circle
from corcom.documents.domain.papers import PaperKind, TranslationSaid, file_name, translation_state
from corcom.documents.domain.publication import may_know, may_open, sees_drafts, standing, visible
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


def _versions_of(documents: list[RegisteredDocument]) -> dict[int, list[ShownVersion]]:
    rows = LanguageVersion.objects.filter(document__in=[row.pk for row in documents])
    found: dict[int, list[ShownVersion]] = {}
    for row in rows.select_related("file", "withdrawn").order_by("language", "-number"):
        found.setdefault(row.document_id, []).append(_version(row))
    return found


def _version(row: LanguageVersion) -> ShownVersion:
    withdrawn = getattr(row, "withdrawn", None)
    return ShownVersion(
        key=row.pk,
        language=row.language,
        number=row.number,
        file=row.file_id,
        sent_as=row.file.name,
        media_type=row.file.media_type,
        size=row.file.size,
        sha256=row.file.sha256,
        note=row.note,
        uploaded_at=row.uploaded_at,
        uploaded_by=row.uploaded_by,
        released_at=row.released_at,
        released_by=row.released_by,
        withdrawn_at=withdrawn.withdrawn_at if withdrawn else None,
        withdrawn_by=withdrawn.withdrawn_by if withdrawn else "",
        reason=withdrawn.reason if withdrawn else "",
    )


def _translations_of(documents: list[RegisteredDocument]) -> dict[int, list[Translation]]:
    found: dict[int, list[Translation]] = {}
    rows: QuerySet[Translation] = Translation.objects.filter(document__in=[row.pk for row in documents])
    for row in rows:
        found.setdefault(row.document_id, []).append(row)
    return found


def _shown(
    row: RegisteredDocument, versions: list[ShownVersion], translations: list[Translation], for_whom: ForWhom
) -> ShownDocument:
    circle, circles, at = cast("Circle", row.circle), for_whom.of(row.convention), for_whom.at
    may_see_drafts = sees_drafts(circles)
    seen = tuple(
        _as_seen(each, circle, versions, circles, at) for each in visible(circle, versions, circles=circles, at=at)
    )
    out = {one.language for one in seen if one.standing == "released"}
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
        versions=seen,
        translations=_translated(said, out, may_see_drafts=may_see_drafts),
    )


def _as_seen(
    version: ShownVersion,
    circle: Circle,
    versions: list[ShownVersion],
    circles: frozenset[Circle],
    at: datetime,
) -> ShownVersion:
    """A version with how it stands; who had a hand in it is for those who see drafts."""
    hands: dict[str, Any] = (
        {} if sees_drafts(circles) else {"uploaded_by": "", "released_by": "", "withdrawn_by": "", "sent_as": ""}
    )
    return replace(
        version,
        standing=standing(version, versions, at=at),
        may_open=may_open(version, circle, versions, circles=circles, at=at),
        **hands,
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
