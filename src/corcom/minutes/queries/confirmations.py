"""Who confirmed what, when, and in which document it stands: what every "Why?" opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet

from corcom.followup.domain.commitment import Kind
from corcom.kernel.source import Evidence
from corcom.minutes.domain.changes import label
from corcom.minutes.models import Finding, Verdict
from corcom.minutes.queries.items import evidence_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Where a confirmed finding stands, and who confirmed it; `replaced` is what the reader had proposed instead."""

    finding_id: int
    reading_id: int
    meeting_id: int | None
    file_id: int
    file_name: str
    evidence: Evidence
    by: str
    at: datetime | None
    replaced: str


def confirmations(*, findings: Sequence[int]) -> dict[int, Confirmation]:
    """By the number of a finding: where it stands and who confirmed it. Two SQL queries."""
    return {row.pk: _confirmation(row) for row in _with_verdicts(Finding.objects.filter(pk__in=findings))}


def confirmations_behind(*, kind: Kind, numbers: Sequence[int]) -> dict[int, Confirmation]:
    """By the number of an action point or decision: the finding that it was recorded from. Two SQL queries."""
    rows = Finding.objects.filter(**{f"{kind}__in": numbers}, state="accepted", carried_to=None)
    found: dict[int, Confirmation] = {}
    for row in _with_verdicts(rows):
        found.setdefault(getattr(row, f"{kind}_id"), _confirmation(row))
    return found


def _with_verdicts(rows: QuerySet[Finding]) -> Iterable[Any]:
    verdicts = Verdict.objects.select_related("by").order_by("id")
    return (
        rows.select_related("reading__file")
        .defer("reading__text", "reading__marks", "reading__record")
        # As a list: otherwise Django makes a queryset for each row, which takes longer than reading them.
        .prefetch_related(Prefetch("verdicts", queryset=verdicts, to_attr="verdicts_given"))
        .order_by("reading", "position")
    )


def _confirmation(row: Any) -> Confirmation:
    verdict = _standing_verdict(row.verdicts_given)
    edited = row.confirmed is not None and row.confirmed != row.payload
    return Confirmation(
        finding_id=row.pk,
        reading_id=row.reading_id,
        meeting_id=row.reading.meeting_id,
        file_id=row.reading.file_id,
        file_name=row.reading.file.name,
        evidence=evidence_of(row),
        by=verdict.by.get_full_name() if verdict else "",
        at=verdict.at if verdict else None,
        replaced=label(row.kind, row.payload, row.quote) if edited else "",
    )


def _standing_verdict(verdicts: Iterable[Verdict]) -> Verdict | None:
    """The last verdict that was not undone."""
    standing: list[Verdict] = []
    for verdict in verdicts:
        if verdict.verdict != "undone":
            standing.append(verdict)
        elif standing:
            standing.pop()
    return standing[-1] if standing else None
