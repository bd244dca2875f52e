"""Keeping a reading of a file, and passing verdicts on from the reading before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from corcom.documents.domain.text import DocumentText
from corcom.documents.models import StoredFile
from corcom.followup.actions import move_source
from corcom.minutes.actions.commitments import ref_of
from corcom.minutes.domain.changes import Found, ReadingChanges, compare
from corcom.minutes.domain.concerned import actors_of
from corcom.minutes.domain.findings import proposals
from corcom.minutes.domain.into_record import convention_code
from corcom.minutes.domain.reading import Reading as TypedReading
from corcom.minutes.models import Finding, FindingActor, Reading, Verdict
from corcom.minutes.queries.items import evidence_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedReading:
    """What became of a reading. `news` is `first` for a file's first, `better` for a later reader's, else `same`."""

    reading: Reading
    news: str
    changes: ReadingChanges


@transaction.atomic
def record_reading(
    *,
    file: StoredFile,
    reader: str,
    text: DocumentText,
    found: TypedReading,
    record: dict[str, object],
    at: datetime,
) -> RecordedReading:
    """Keep what version `reader` found in a file; the same version again changes nothing.

    `record` is the reading in the published format. Where another version read the file before, its verdicts pass on
    to the findings that are the same, and the differences come back; what a person accepted and this reading did not
    find again stays in the record of the meeting.
    """
    StoredFile.objects.select_for_update().get(pk=file.pk)
    known = file.readings.filter(reader=reader).first()
    if known is not None:
        return RecordedReading(reading=known, news="same", changes=ReadingChanges())
    before = file.readings.filter(superseded=False).first()
    file.readings.filter(superseded=False).update(superseded=True)
    reading = Reading.objects.create(
        file=file,
        reader=reader,
        text=text.text,
        marks=[asdict(mark) for mark in text.marks],
        record=record,
        read_at=at,
    )
    findings = _propose(reading, found)
    if before is None:
        return RecordedReading(reading=reading, news="first", changes=ReadingChanges())
    changes = pass_on(before, reading, findings)
    return RecordedReading(reading=reading, news="better", changes=changes)


def _propose(reading: Reading, found: TypedReading) -> list[Finding]:
    rows = [
        Finding(
            reading=reading,
            kind=proposal.kind,
            position=position,
            payload=proposal.payload,
            start=proposal.evidence.start,
            end=proposal.evidence.end,
            quote=proposal.evidence.quote,
            certainty=proposal.certainty,
            fingerprint=proposal.fingerprint,
        )
        for position, proposal in enumerate(proposals(found))
    ]
    rows = Finding.objects.bulk_create(rows, batch_size=500)
    convention = convention_code(found.convention)
    actors = [
        FindingActor(finding=row, code=actor.code, name=actor.name)
        for row in rows
        for actor in actors_of(row.kind, row.payload, convention)
    ]
    FindingActor.objects.bulk_create(actors, batch_size=500)
    return rows


def pass_on(before: Reading, reading: Reading, findings: Sequence[Finding]) -> ReadingChanges:
    """Pass verdicts on from one reading to the findings of another that are the same; gives what differs."""
    old = {row.pk: row for row in before.findings.filter(carried_to=None).prefetch_related("verdicts")}
    new = {row.pk: row for row in findings}
    comparison = compare([_found(row) for row in old.values()], [_found(row) for row in new.values()], reading.text)
    for a, b in comparison.same:
        if old[a].verdicts.all():
            _carry(old[a], new[b])
            if old[a].kind == "meeting" and old[a].state == "accepted":
                reading.meeting = before.meeting
    for a, b in comparison.replaced:
        if old[a].state == "accepted":
            new[b].replaces = old[a]
            new[b].save(update_fields=["replaces"])
    reading.save(update_fields=["meeting"])
    return comparison.changes


def _found(row: Finding) -> Found:
    return Found(
        key=row.pk,
        kind=row.kind,
        payload=row.payload,
        start=row.start,
        end=row.end,
        quote=row.quote,
        fingerprint=row.fingerprint,
    )


def _carry(old: Finding, new: Finding) -> None:
    """Pass the verdicts on an old finding, and what they put into the record, to the same finding read anew."""
    Verdict.objects.bulk_create(
        Verdict(finding=new, verdict=row.verdict, payload=row.payload, by_id=row.by_id, at=row.at)
        for row in old.verdicts.all()
    )
    new.state, new.confirmed = old.state, old.confirmed
    new.action_point_id, new.decision_id, new.question_id = old.action_point_id, old.decision_id, old.question_id
    new.replaces_id = old.replaces_id
    new.save()
    old.carried_to = new
    old.save(update_fields=["carried_to"])
    ref = ref_of(new)
    moved = (old.reading.file_id, evidence_of(old)) != (new.reading.file_id, evidence_of(new))
    if ref is not None and moved:
        move_source(commitment=ref, evidence=evidence_of(new), file=new.reading.file_id)
