"""Readings and their findings, as the review of a document needs them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery

from corcom.documents.domain.text import Mark
from corcom.kernel.actor import Actor
from corcom.kernel.source import Evidence
from corcom.minutes.domain.changes import label
from corcom.minutes.models import Finding, Reading, Verdict
from corcom.minutes.queries.errors import NoSuchFinding, NoSuchReading
from corcom.minutes.queries.items import evidence_of, on_record


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingShown:
    """A reading and how far its review has come. `newer_id`: the reading that took its place, if any."""

    id: int
    file_id: int
    file_name: str
    reader: str
    read_at: datetime
    meeting_id: int | None
    newer_id: int | None
    proposed: int
    accepted: int
    rejected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingShown:
    """A finding as it stands: `payload` as proposed, `confirmed` as a person has it (None unless accepted)."""

    id: int
    kind: str
    words: str
    payload: dict[str, Any]
    confirmed: dict[str, Any] | None
    evidence: Evidence
    certainty: str
    state: str
    actors: tuple[Actor, ...]
    action_point_id: int | None
    decision_id: int | None
    question_id: int | None
    replaces: dict[str, Any] | None
    """What an earlier reading had here and a person confirmed."""
    last_verdict: int = 0
    """The number of the last verdict, an undoing too; 0 for none."""

    @property
    def edited(self) -> bool:
        """Whether a person confirmed something else than was proposed."""
        return self.confirmed is not None and self.confirmed != self.payload


def reading(*, number: int) -> ReadingShown:
    """One reading. Two SQL queries. Errors: `NoSuchReading`."""
    for found in _shown(Q(pk=number)):
        return found
    raise NoSuchReading(number)


def readings() -> list[ReadingShown]:
    """The current readings of all files, the latest first. Two SQL queries."""
    return _shown(Q(superseded=False))


def readers_of(*, sha256: str) -> set[str]:
    """The versions of the reader that have read the file with this content. One SQL query."""
    return set(Reading.objects.filter(file__sha256=sha256).values_list("reader", flat=True))


def text_of(*, reading: int) -> tuple[str, tuple[Mark, ...]]:
    """The text that a reading's offsets refer to, and the marks over it. One SQL query. Errors: `NoSuchReading`."""
    row = Reading.objects.filter(pk=reading).values_list("text", "marks").first()
    if row is None:
        raise NoSuchReading(reading)
    return row[0], tuple(Mark(**mark) for mark in row[1])


def record_of(*, reading: int) -> dict[str, Any]:
    """What a reading found, unreviewed, in the published format. One SQL query. Errors: `NoSuchReading`."""
    row = Reading.objects.filter(pk=reading).values_list("record", flat=True).first()
    if row is None:
        raise NoSuchReading(reading)
    return dict(row)


def findings_of(*, reading: int) -> list[FindingShown]:
    """The findings of a reading, the head of the record first, then in the order of the text. Two SQL queries."""
    return shown_findings(Q(reading=reading))


def finding(*, number: int) -> FindingShown:
    """One finding. Two SQL queries. Errors: `NoSuchFinding`."""
    for found in shown_findings(Q(pk=number)):
        return found
    raise NoSuchFinding(number)


def reading_with(*, finding: int) -> int:
    """The reading to which a finding belongs. One SQL query. Errors: `NoSuchFinding`."""
    number = Finding.objects.filter(pk=finding).values_list("reading", flat=True).first()
    if number is None:
        raise NoSuchFinding(finding)
    return number


def gone_findings(*, reading: int) -> list[FindingShown]:
    """What was accepted in an earlier reading of the same file and not found again in this one. Three SQL queries."""
    file = Reading.objects.filter(pk=reading).values_list("file", flat=True).first()
    return shown_findings(on_record() & Q(reading__file=file, reading__superseded=True))


def _shown(condition: Q) -> list[ReadingShown]:
    def counted(state: str) -> Count:
        # The head of a record is not a finding that anybody looks for; it counts like the rest.
        return Count("findings", filter=Q(findings__state=state))

    rows = (
        Reading.objects.filter(condition)
        .select_related("file")
        .defer("text", "marks", "record")
        .annotate(proposed=counted("proposed"), accepted=counted("accepted"), rejected=counted("rejected"))
        .order_by("-read_at", "-id")
    )
    found: list[Any] = list(rows)
    current = dict(
        Reading.objects.filter(superseded=False, file__in={row.file_id for row in found}).values_list("file", "pk")
    )
    return [
        ReadingShown(
            id=row.pk,
            file_id=row.file_id,
            file_name=row.file.name,
            reader=row.reader,
            read_at=row.read_at,
            meeting_id=row.meeting_id,
            newer_id=current.get(row.file_id) if row.superseded else None,
            proposed=row.proposed,
            accepted=row.accepted,
            rejected=row.rejected,
        )
        for row in found
    ]


def shown_findings(condition: Q) -> list[FindingShown]:
    """The findings that fit a condition, in their order. Two SQL queries."""
    last = Verdict.objects.filter(finding=OuterRef("pk")).order_by("-pk").values("pk")[:1]
    rows: Any = Finding.objects.filter(condition).annotate(last_verdict=Subquery(last))
    rows = rows.select_related("replaces").prefetch_related("actors")
    return [_finding(row) for row in rows.order_by("reading", "position")]


def _finding(row: Any) -> FindingShown:
    return FindingShown(
        id=row.pk,
        kind=row.kind,
        words=label(row.kind, row.confirmed or row.payload, row.quote),
        payload=row.payload,
        confirmed=row.confirmed,
        evidence=evidence_of(row),
        certainty=row.certainty,
        state=row.state,
        actors=tuple(Actor(actor.code, actor.name) for actor in row.actors.all()),
        action_point_id=row.action_point_id,
        decision_id=row.decision_id,
        question_id=row.question_id,
        replaces=row.replaces.confirmed if row.replaces else None,
        last_verdict=row.last_verdict or 0,
    )
