"""Who confirmed what, when, and in which document it stands: what every "Why?" opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from corcom.followup.domain.commitment import Kind
from corcom.kernel.source import Evidence
from corcom.minutes.domain.changes import label
from corcom.minutes.models import Finding, Verdict
from corcom.minutes.queries.items import evidence_of, on_record

COLUMNS = (
    "pk",
    "kind",
    "payload",
    "confirmed",
    "start",
    "end",
    "quote",
    "action_point_id",
    "decision_id",
    "reading_id",
    "reading__meeting_id",
    "reading__file_id",
    "reading__file__name",
)
"""What a confirmation needs of a finding, of its reading and of its file."""
VERDICT_COLUMNS = ("finding_id", "verdict", "at", "by__name", "by__username")


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
    return {row.pk: found for row, found in _confirmed(Finding.objects.filter(pk__in=findings))}


def confirmations_behind(*, kind: Kind, numbers: Sequence[int]) -> dict[int, Confirmation]:
    """By the number of an action point or decision: the finding that it was recorded from. Two SQL queries."""
    rows = Finding.objects.filter(on_record(), **{f"{kind}__in": numbers})
    found: dict[int, Confirmation] = {}
    for row, confirmation in _confirmed(rows):
        found.setdefault(getattr(row, f"{kind}_id"), confirmation)
    return found


def _confirmed(rows: QuerySet[Finding]) -> Iterator[tuple[Any, Confirmation]]:
    """Each of the findings with its confirmation, in the order in which they were read."""
    # Plain values: a list of a hundred has a hundred sources, and rows of five tables stand behind each.
    plain: list[Any] = list(rows.order_by("reading", "position").values_list(*COLUMNS, named=True))
    verdicts: dict[int, list[Any]] = {row.pk: [] for row in plain}
    given = Verdict.objects.filter(finding__in=rows.order_by().values("pk")).order_by("id")
    for verdict in given.values_list(*VERDICT_COLUMNS, named=True):
        verdicts[verdict.finding_id].append(verdict)
    for row in plain:
        yield row, _confirmation(row, _standing_verdict(verdicts[row.pk]))


def _confirmation(row: Any, verdict: Any) -> Confirmation:
    edited = row.confirmed is not None and row.confirmed != row.payload
    return Confirmation(
        finding_id=row.pk,
        reading_id=row.reading_id,
        meeting_id=row.reading__meeting_id,
        file_id=row.reading__file_id,
        file_name=row.reading__file__name,
        evidence=evidence_of(row),
        by=(verdict.by__name or verdict.by__username) if verdict else "",
        at=verdict.at if verdict else None,
        replaced=label(row.kind, row.payload, row.quote) if edited else "",
    )


def _standing_verdict(verdicts: Iterable[Any]) -> Any:
    """The last verdict that was not undone, or None."""
    standing: list[Any] = []
    for verdict in verdicts:
        if verdict.verdict != "undone":
            standing.append(verdict)
        elif standing:
            standing.pop()
    return standing[-1] if standing else None
