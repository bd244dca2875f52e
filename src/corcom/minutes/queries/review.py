"""What the review of a document shows beside its findings: where all of them stand, and what an earlier reading had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, Subquery

from corcom.minutes.domain.changes import Found, ReadingChanges, compare
from corcom.minutes.models import Finding, Reading, Verdict
from corcom.minutes.queries.errors import NoSuchReading
from corcom.minutes.queries.readings import FindingShown, shown_findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a finding stands in the text and how it stands: as much as a long document can show of all of them."""

    id: int
    kind: str
    start: int
    end: int
    certainty: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierReading:
    """A reading of the same file by an earlier version of the reader."""

    id: int
    reader: str
    read_at: datetime


def places_of(*, reading: int) -> list[Place]:
    """All findings of a reading, the head of the record first, then in the order of the text. One SQL query."""
    rows = Finding.objects.filter(reading=reading).order_by("position")
    return [
        Place(id=pk, kind=kind, start=start, end=end, certainty=certainty, state=state)
        for pk, kind, start, end, certainty, state in rows.values_list(
            "pk", "kind", "start", "end", "certainty", "state"
        )
    ]


def findings_numbered(*, numbers: Sequence[int]) -> dict[int, FindingShown]:
    """Findings by their numbers. Two SQL queries."""
    return {found.id: found for found in shown_findings(Q(pk__in=numbers))}


def earlier_readings(*, reading: int) -> list[EarlierReading]:
    """The superseded readings of the same file, the latest first. One SQL query."""
    file = Reading.objects.filter(pk=reading).values("file")
    rows = Reading.objects.filter(file__in=file, superseded=True).order_by("-read_at", "-pk")
    return [
        EarlierReading(id=pk, reader=reader, read_at=read_at)
        for pk, reader, read_at in rows.values_list("pk", "reader", "read_at")
    ]


def changes_between(*, earlier: int, later: int) -> ReadingChanges:
    """What the later of two readings of a file brought. Three SQL queries. Errors: `NoSuchReading`."""
    text = Reading.objects.filter(pk=later).values_list("text", flat=True).first()
    if text is None:
        raise NoSuchReading(later)
    return compare(_found(earlier), _found(later), text).changes


def accepted_together(*, reading: int, at: datetime) -> list[int]:
    """The findings of a reading that were accepted at one moment and have had no verdict since. One SQL query."""
    last = Verdict.objects.filter(finding=OuterRef("pk")).order_by("-pk")
    rows: Any = Finding.objects.filter(reading=reading, state="accepted").annotate(
        last=Subquery(last.values("verdict")[:1]), last_at=Subquery(last.values("at")[:1])
    )
    return list(rows.filter(last="accepted", last_at=at).order_by("position").values_list("pk", flat=True))


def _found(reading: int) -> list[Found]:
    keys = ("pk", "kind", "payload", "start", "end", "quote", "fingerprint")
    rows = Finding.objects.filter(reading=reading).order_by("position").values_list(*keys)
    return [
        Found(key=pk, kind=kind, payload=payload, start=start, end=end, quote=quote, fingerprint=fingerprint)
        for pk, kind, payload, start, end, quote, fingerprint in rows
    ]
