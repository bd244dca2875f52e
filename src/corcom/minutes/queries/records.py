"""The records of meetings: the list of meetings, and all that was confirmed of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Count, Q, QuerySet

from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.competence import competence_of
from corcom.followup.queries import action_points, decisions
from corcom.kernel.actor import Actor
from corcom.meetings.domain.meeting import Heading, NextMeeting
from corcom.meetings.models import Meeting
from corcom.meetings.queries import NoSuchMeeting, heading_of, meetings
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.record import MeetingRecord, Promised, Sourced, SourceFile, by_agenda
from corcom.minutes.models import Finding, FindingActor, Reading
from corcom.minutes.queries.items import in_record, on_record, typed_item

T = TypeVar("T", bound=typed.Item)
COLUMNS = (
    *("pk", "kind", "payload", "confirmed", "certainty", "start", "end", "quote", "fingerprint"),
    *("action_point_id", "decision_id", "reading_id", "reading__file_id", "reading__superseded"),
)
"""What a record needs of a finding and of its reading. Rows of two tables for each of hundreds of lines take twice as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """One meeting in a list: its heading, and how much its record holds and waits for."""

    id: int
    heading: Heading
    action_points: int
    decisions: int
    waiting: int


def meetings_list(
    *, convention: str = "", body: str = "", year: int | None = None, until: date | None = None
) -> list[MeetingLine]:
    """Meetings with a record up to `until`, the latest first; an empty value does not narrow. One SQL query."""
    kept = on_record("readings__findings__")

    def distinct(link: str) -> Count:
        return Count(f"readings__findings__{link}", filter=kept, distinct=True)

    rows: list[Any] = list(
        meetings(convention=convention, body=body, year=year, until=until).annotate(
            points=distinct("action_point"),
            decided=distinct("decision"),
            waiting=Count(
                "readings__findings",
                filter=Q(readings__superseded=False, readings__findings__state="proposed"),
                distinct=True,
            ),
        )
    )
    return [
        MeetingLine(
            id=row.pk,
            heading=heading_of(row),
            action_points=row.points,
            decisions=row.decided,
            waiting=row.waiting,
        )
        for row in rows
    ]


def meeting_record(*, meeting: int, day: date) -> MeetingRecord:
    """Everything that was confirmed of a meeting, with its commitments as they stand on `day`. Nine SQL queries.

    Errors: `NoSuchMeeting`.
    """
    row = Meeting.objects.filter(pk=meeting).first()
    if row is None:
        raise NoSuchMeeting(meeting)
    found = _found(in_record(meeting).order_by("reading__read_at", "reading", "position"))
    current = Reading.objects.filter(meeting=meeting, superseded=False).select_related("file")
    files = current.defer("text", "marks", "record").order_by("read_at", "id")
    promised = _promised(found.rows, day)
    return MeetingRecord(
        meeting_id=row.pk,
        heading=heading_of(row),
        next_meeting=_next(row),
        competence=competence_of(row.convention, row.body),
        files=tuple(SourceFile(file_id=f.file_id, reading_id=f.pk, name=f.file.name) for f in files),
        attendance=_all(found, "attendance", typed.Attendance),
        absences=_all(found, "absence", typed.Absence),
        speakers=_all(found, "speaker", typed.Speaker),
        agenda=by_agenda(_all(found, "agenda_item", typed.AgendaItem), _all(found, "intervention", typed.Intervention)),
        action_points=promised["action_point"],
        decisions=promised["decision"],
        reported_decisions=promised["reported_decision"],
        mandates=_all(found, "mandate", typed.Mandate),
        positions=_all(found, "position", typed.Position),
        progress=_all(found, "progress", typed.Progress),
        dates=_all(found, "date", typed.MentionedDate),
        figures=_all(found, "figure", typed.Figure),
        references=_all(found, "reference", typed.Reference),
        waiting=Finding.objects.filter(reading__meeting=meeting, reading__superseded=False, state="proposed").count(),
    )


def remarks(*, meeting: int) -> tuple[Sourced[typed.Caution], ...]:
    """What cannot be right in the documents of a meeting, as far as nobody said that it can. Two SQL queries."""
    rows = Finding.objects.filter(reading__meeting=meeting, reading__superseded=False, kind="warning")
    return _all(_found(rows.exclude(state="rejected").order_by("reading", "position")), "warning", typed.Caution)


def sourced(row: Finding, item: T) -> Sourced[T]:
    """A confirmed item with where it was found; `reading` and `actors` of the row must be at hand."""
    return Sourced(
        item=item,
        finding_id=row.pk,
        reading_id=row.reading_id,
        file_id=row.reading.file_id,
        gone=row.reading.superseded,
        actors=tuple(Actor(actor.code, actor.name) for actor in row.actors.all()),
    )


@dataclass(frozen=True, slots=True)
class _Findings:
    """The findings of a record as plain rows, each once where several documents have it, and whom they concern."""

    rows: list[Any]
    actors: dict[int, list[Actor]]


def _found(rows: QuerySet[Finding]) -> _Findings:
    """Two SQL queries."""
    plain: list[Any] = list(rows.values_list(*COLUMNS, named=True))
    once = list({row.fingerprint: row for row in reversed(plain)}.values())[::-1]
    actors: dict[int, list[Actor]] = {}
    if not plain:
        return _Findings([], actors)
    concerned = FindingActor.objects.filter(finding__in=rows.order_by().values("pk")).order_by("id")
    for finding, code, name in concerned.values_list("finding_id", "code", "name"):
        actors.setdefault(finding, []).append(Actor(code, name))
    return _Findings(once, actors)


def _all(found: _Findings, kind: str, of: type[T]) -> tuple[Sourced[T], ...]:
    items = ((row, typed_item(row)) for row in found.rows if row.kind == kind)
    return tuple(
        Sourced(
            item=item,
            finding_id=row.pk,
            reading_id=row.reading_id,
            file_id=row.reading__file_id,
            gone=row.reading__superseded,
            actors=tuple(found.actors.get(row.pk, ())),
        )
        for row, item in items
        if isinstance(item, of)
    )


def _promised(rows: list[Any], day: date) -> dict[str, tuple[Promised, ...]]:
    points = _by_number(action_points(day=day, numbers=[r.action_point_id for r in rows if r.action_point_id]))
    decided = _by_number(decisions(day=day, numbers=[r.decision_id for r in rows if r.decision_id]))
    kinds = {"action_point": points, "decision": decided, "reported_decision": decided}
    return {kind: _of_kind(rows, kind, known) for kind, known in kinds.items()}


def _of_kind(rows: list[Any], kind: str, known: dict[int, Followed]) -> tuple[Promised, ...]:
    found: dict[int, Promised] = {}
    for row in rows:
        number = row.action_point_id or row.decision_id
        if row.kind == kind and number in known:
            found.setdefault(
                number,
                Promised(
                    followed=known[number],
                    finding_id=row.pk,
                    reading_id=row.reading_id,
                    gone=row.reading__superseded,
                ),
            )
    return tuple(found.values())


def _by_number(found: list[Followed]) -> dict[int, Followed]:
    return {one.ref.number: one for one in found}


def _next(row: Meeting) -> NextMeeting | None:
    if not (row.next_date or row.next_time or row.next_place):
        return None
    return NextMeeting(date=row.next_date, time=row.next_time, place=row.next_place, tentative=row.next_tentative)
