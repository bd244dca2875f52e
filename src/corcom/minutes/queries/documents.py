"""The documents that were taken in: what each is, of which meeting, and how far its review has come."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from corcom.meetings.domain.meeting import Heading
from corcom.meetings.queries import heading_of
from corcom.minutes.models import Finding, Reading

Review = Literal["waiting", "done"]
SORTS = ("taken_in", "name", "meeting")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One document, by its file; `reading_id` is its current reading. The counts are of findings."""

    file_id: int
    reading_id: int
    name: str
    media_type: str
    size: int
    stored_at: datetime
    stored_by: str
    meeting_id: int | None
    heading: Heading | None
    waiting: int = 0
    confirmed: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """Some of the documents that are wanted, how many there are, and how many each filter would leave."""

    lines: tuple[DocumentLine, ...]
    total: int
    by_review: dict[Review, int]
    by_media_type: dict[str, int]
    later: int = 0
    """How many were left out because their meeting is after the day that was wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsWanted:
    """An empty value does not narrow. `until`: leave out the records of meetings after this day."""

    review: Review | None = None
    media_type: str = ""
    convention: str = ""
    until: date | None = None


def documents(
    *, wanted: DocumentsWanted, sort: str = "-taken_in", size: int | None = 50, number: int = 1
) -> DocumentPage:
    """Page `number` of the documents, `size` on each (None: all on one). Four SQL queries, five up to a day.

    `sort` is one of `SORTS`, with a "-" before it to turn it round.
    """
    rows = _wanted(wanted)
    by_review = rows.aggregate(all=Count("pk"), waiting=Count("pk", filter=Q(is_waiting=True)))
    counts: dict[Review, int] = {"waiting": by_review["waiting"], "done": by_review["all"] - by_review["waiting"]}
    if wanted.review:
        rows = rows.filter(is_waiting=wanted.review == "waiting")
    kinds = dict(rows.order_by("file__media_type").values_list("file__media_type").annotate(n=Count("pk")))
    total = sum(kinds.values())
    if wanted.media_type:
        rows = rows.filter(file__media_type=wanted.media_type)
        total = kinds.get(wanted.media_type, 0)
    ordered = _ordered(rows, sort)
    shown = list(ordered if size is None else ordered[(number - 1) * size : number * size])
    return DocumentPage(lines=_lines(shown), total=total, by_review=counts, by_media_type=kinds, later=_later(wanted))


def findings_waiting() -> int:
    """How many findings of current readings wait for a person. One SQL query."""
    return Finding.objects.filter(reading__superseded=False, state="proposed").count()


def document(*, file: int) -> DocumentLine | None:
    """The document of one file, or None where there is none that was read. Two SQL queries."""
    return documents_of(files=[file]).get(file)


def documents_of(*, files: Collection[int]) -> dict[int, DocumentLine]:
    """The documents of these files, by file, as far as they were read. Two SQL queries, none for no file."""
    if not files:
        return {}
    rows = Reading.objects.filter(superseded=False, file__in=files).select_related("file", "meeting")
    return {line.file_id: line for line in _lines(list(rows.defer("text", "marks", "record")))}


def _later(wanted: DocumentsWanted) -> int:
    if wanted.until is None:
        return 0
    rows = Reading.objects.filter(superseded=False, meeting__starts_on__gt=wanted.until)
    return (rows.filter(meeting__convention=wanted.convention) if wanted.convention else rows).count()


def _wanted(wanted: DocumentsWanted) -> QuerySet[Any]:
    waiting = Finding.objects.filter(reading=OuterRef("pk"), state="proposed")
    rows: QuerySet[Any] = Reading.objects.filter(superseded=False).annotate(is_waiting=Exists(waiting))
    if wanted.convention:
        rows = rows.filter(Q(meeting=None) | Q(meeting__convention=wanted.convention))
    if wanted.until:
        rows = rows.filter(Q(meeting=None) | Q(meeting__starts_on__lte=wanted.until))
    return rows


def _ordered(rows: QuerySet[Any], sort: str) -> QuerySet[Any]:
    columns = {"taken_in": "file__stored_at", "name": "file__name", "meeting": "meeting__starts_on"}
    column = F(columns.get(sort.removeprefix("-"), "file__stored_at"))
    turned = column.desc(nulls_last=True) if sort.startswith("-") else column.asc(nulls_last=True)
    return rows.select_related("file", "meeting").defer("text", "marks", "record").order_by(turned, "-file_id")


def _lines(rows: Sequence[Reading]) -> tuple[DocumentLine, ...]:
    counted = (
        Finding.objects.filter(reading__in=[row.pk for row in rows])
        .order_by("reading")
        .values_list("reading", "state")
        .annotate(n=Count("pk"))
    )
    counts = {(reading, state): n for reading, state, n in counted}
    return tuple(
        DocumentLine(
            file_id=row.file_id,
            reading_id=row.pk,
            name=row.file.name,
            media_type=row.file.media_type,
            size=row.file.size,
            stored_at=row.file.stored_at,
            stored_by=row.file.stored_by,
            meeting_id=row.meeting_id,
            heading=heading_of(row.meeting) if row.meeting else None,
            waiting=counts.get((row.pk, "proposed"), 0),
            confirmed=counts.get((row.pk, "accepted"), 0),
            rejected=counts.get((row.pk, "rejected"), 0),
        )
        for row in rows
    )
