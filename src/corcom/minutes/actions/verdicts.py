"""What a person says of findings: accepted, edited, rejected, undone. Every verdict is kept.

`seen` is the number of the last verdict that the person saw, 0 for none: what somebody else said since is not passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from django.db import transaction

from corcom.access.models import User
from corcom.minutes.actions.errors import AlreadyGiven, FindingMovedOn, HeadingRejected, NothingToUndo, VerdictSince
from corcom.minutes.actions.hand import Hand
from corcom.minutes.actions.record import Record
from corcom.minutes.domain.concerned import actors_of
from corcom.minutes.domain.findings import ONLY_NOTED, Kind, Payload, checked
from corcom.minutes.domain.into_record import convention_code
from corcom.minutes.domain.verdicts import Standing, State, standing
from corcom.minutes.models import Finding, FindingActor, Reading, Verdict
from corcom.minutes.queries.errors import NoSuchFinding, NoSuchReading
from corcom.minutes.queries.items import evidence_of


@transaction.atomic
def accept_finding(*, finding: int, by: User, at: datetime, seen: int | None = None) -> None:
    """Confirm a finding as proposed, and put it into the record. The meeting's heading is confirmed before anything.

    Errors: `NoSuchFinding`, `VerdictSince`, `AlreadyGiven`, `FindingMovedOn`, `HeadingRejected`, `MeetingIncomplete`.
    """
    row = _locked(finding, seen)
    if row.state == "accepted":
        raise AlreadyGiven(state="accepted")
    record = Record(row.reading, Hand(by, at))
    _with_heading(row, record)
    _give(row, "accepted", row.payload, record)
    record.finish()


@transaction.atomic
def accept_certain(*, reading: int, by: User, at: datetime) -> int:
    """Confirm everything that the reader is certain of and nobody has looked at yet; gives how many there were.

    Errors: `NoSuchReading`, `HeadingRejected`, `MeetingIncomplete`.
    """
    rows = _locked_reading(reading).findings.filter(state="proposed", certainty="certain")
    # A slip and a passage that was not understood are for a person to look at.
    wanted = rows.exclude(kind__in=ONLY_NOTED).values_list("pk", flat=True)
    return _accept_all(_locked_all(list(wanted)), Hand(by, at))


@transaction.atomic
def accept_findings(*, findings: Sequence[int], by: User, at: datetime) -> int:
    """Confirm these findings of one reading as proposed; those that are accepted already stay as they are.

    Errors: `NoSuchFinding`, `HeadingRejected`, `MeetingIncomplete`.
    """
    rows = _locked_all(findings)
    return _accept_all([row for row in rows if row.state != "accepted"], Hand(by, at))


@transaction.atomic
def edit_finding(*, finding: int, payload: Payload, by: User, at: datetime, seen: int | None = None) -> None:
    """Confirm a finding with other values. `payload` holds the keys that differ; the others stay as they are.

    Errors: `NoSuchFinding`, `VerdictSince`, `PayloadRefused`, `FindingMovedOn`, `HeadingRejected`,
    `MeetingIncomplete`, `MeetingExists`, and what follow-up refuses in the terms of a commitment.
    """
    row = _locked(finding, seen)
    current = row.confirmed if row.confirmed is not None else row.payload
    whole = checked(cast("Kind", row.kind), {**current, **payload}, evidence_of(row))
    record = Record(row.reading, Hand(by, at))
    _with_heading(row, record)
    _give(row, "edited", whole, record)
    record.finish()


@transaction.atomic
def reject_finding(*, finding: int, by: User, at: datetime, seen: int | None = None) -> None:
    """Say that a finding is wrong; what it put into the record leaves it.

    Errors: `NoSuchFinding`, `VerdictSince`, `AlreadyGiven`, `FindingMovedOn`, `MeetingInUse`, `AlreadyFollowedUp`.
    """
    row = _locked(finding, seen)
    if row.state == "rejected":
        raise AlreadyGiven(state="rejected")
    record = Record(row.reading, Hand(by, at))
    _give(row, "rejected", None, record)
    record.finish()


@transaction.atomic
def undo_verdict(*, finding: int, by: User, at: datetime, seen: int | None = None) -> None:
    """Take back the last verdict on a finding; it stands again as before, and so does the record.

    Errors: `NoSuchFinding`, `VerdictSince`, `NothingToUndo`, `FindingMovedOn`, `MeetingInUse`, `AlreadyFollowedUp`.
    """
    row = _locked(finding, seen)
    if row.state == "proposed":
        raise NothingToUndo
    record = Record(row.reading, Hand(by, at))
    _give(row, "undone", None, record)
    record.finish()


@transaction.atomic
def undo_findings(*, findings: Sequence[int], by: User, at: datetime) -> int:
    """Take back the last verdict on each of these findings of one reading; gives how many there were.

    The meeting's heading stays accepted while anything else of its reading is. Findings on which nothing was said
    stay as they are. Errors: `NoSuchFinding`, `FindingMovedOn`, `AlreadyFollowedUp`.
    """
    rows = [row for row in (_locked(number) for number in findings) if row.state != "proposed"]
    records: dict[int, Record] = {}
    undone = 0
    for row in sorted(rows, key=lambda row: (row.kind == "meeting", -row.position)):
        record = records.setdefault(row.reading_id, Record(row.reading, Hand(by, at)))
        row.reading = record.reading
        if row.kind == "meeting" and row.reading.findings.filter(state="accepted").exclude(pk=row.pk).exists():
            continue
        _give(row, "undone", None, record)
        undone += 1
    for record in records.values():
        record.finish()
    return undone


def _accept_all(rows: list[Finding], hand: Hand) -> int:
    records: dict[int, Record] = {}
    given = 0
    # The agenda first: commitments take their theme from it.
    for row in sorted(rows, key=lambda row: (row.kind != "meeting", row.kind != "agenda_item", row.position)):
        record = records.setdefault(row.reading_id, Record(row.reading, hand))
        row.reading = record.reading
        # The heading stands before the others, so that it is accepted once.
        given += 1 + _with_heading(row, record)
        _give(row, "accepted", row.payload, record)
    for record in records.values():
        record.finish()
    return given


def _with_heading(row: Finding, record: Record) -> int:
    """Accept the meeting's heading before anything else of its reading; gives how many were accepted."""
    if row.kind == "meeting" or record.reading.meeting_id is not None:
        return 0
    heading = record.reading.findings.select_for_update().get(kind="meeting")
    if heading.state == "rejected":
        raise HeadingRejected(heading=heading.pk)
    _give(heading, "accepted", heading.payload, record)
    return 1


def _give(row: Finding, verdict: str, payload: Payload | None, record: Record) -> None:
    """Write a verdict down and let the record follow."""
    before = Standing(cast("State", row.state), row.confirmed)
    Verdict.objects.create(finding=row, verdict=verdict, payload=payload, by=record.hand.by, at=record.hand.at)
    after = standing(row.verdicts.order_by("id").values_list("verdict", "payload"))
    if before.state == "accepted" and after.state != "accepted":
        record.leave(row)
    row.state, row.confirmed = after.state, after.confirmed
    row.save(update_fields=["state", "confirmed"])
    if (before.confirmed or row.payload) != (after.confirmed or row.payload):
        _name_actors(row)
    if after.state == "accepted":
        if before.state != "accepted":
            record.enter(row)
        elif before.confirmed != after.confirmed:
            record.correct(row)


def _name_actors(row: Finding) -> None:
    meeting = row.reading.meeting
    payload = row.confirmed if row.confirmed is not None else row.payload
    convention = meeting.convention if meeting else convention_code(payload.get("convention"))
    row.actors.all().delete()
    FindingActor.objects.bulk_create(
        FindingActor(finding=row, code=actor.code, name=actor.name)
        for actor in actors_of(row.kind, payload, convention)
    )


def _locked(number: int, seen: int | None = None) -> Finding:
    row = _locked_all([number])[0]
    last = row.verdicts.select_related("by").last() if seen is not None else None
    if last is not None and last.pk != seen:
        raise VerdictSince(verdict=last.verdict, by=last.by.get_full_name(), at=last.at)
    return row


def _locked_all(numbers: Sequence[int]) -> list[Finding]:
    """The rows themselves, each once, held until the end of the transaction."""
    rows = Finding.objects.select_for_update(of=("self",)).select_related("reading__meeting", "replaces")
    rows = rows.defer("reading__text", "reading__marks", "reading__record")
    found = {row.pk: row for row in rows.filter(pk__in=numbers).order_by("pk")}
    for number in numbers:
        if number not in found:
            raise NoSuchFinding(number)
        if (moved := found[number].carried_to_id) is not None:
            raise FindingMovedOn(to=moved)
    return list(found.values())


def _locked_reading(number: int) -> Reading:
    row = Reading.objects.select_for_update().filter(pk=number).first()
    if row is None:
        raise NoSuchReading(number)
    return row
