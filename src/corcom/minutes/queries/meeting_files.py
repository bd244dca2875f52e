"""A meeting's record with everything that it rests on, as it goes to another site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from django.db.models import Q

from corcom.documents.models import StoredFile
from corcom.followup.domain.commitment import Ref
from corcom.followup.models import Decision, FollowUpEvent
from corcom.kernel.actor import Actor
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.record import MeetingRecord, Promised, Sourced
from corcom.minutes.domain.written.meeting_file import (
    STEPS,
    DecisionName,
    Document,
    Entry,
    FollowedUp,
    MeetingFile,
    ReadingOf,
    StepKind,
    StepOf,
    Words,
)
from corcom.minutes.domain.written.meeting_json import to_meeting_json
from corcom.minutes.models import Finding, Reading
from corcom.minutes.queries.items import in_record, typed_item
from corcom.minutes.queries.records import meeting_record


def record_json(*, meeting: int, day: date, originals: bool = True) -> dict[str, Any]:
    """The record of a meeting in the published format, with commitments as they stand on `day`.

    `originals`: with the content of the documents that it rests on. Errors: `NoSuchMeeting`.
    """
    return to_meeting_json(meeting_file(meeting=meeting, day=day, originals=originals))


def meeting_file(*, meeting: int, day: date, originals: bool = True) -> MeetingFile:
    """The record of a meeting as a value that stands alone. A constant number of SQL queries.

    Errors: `NoSuchMeeting`.
    """
    return _Packing(meeting, meeting_record(meeting=meeting, day=day), day).packed(originals=originals)


@dataclass(slots=True)
class _Packing:
    """Gives every row that is named its place in the file."""

    meeting: int
    record: MeetingRecord
    day: date
    rows: dict[int, Finding] = field(init=False)
    readings: dict[int, Reading] = field(init=False)
    places: dict[int, int] = field(init=False)
    """The place of each reading, by the number of its row."""
    files: dict[int, int] = field(init=False)
    """The place of each document, by the number of its row."""
    events: dict[Ref, list[FollowUpEvent]] = field(init=False)
    decisions: dict[int, DecisionName] = field(init=False)

    def __post_init__(self) -> None:
        found = in_record(self.meeting).select_related("reading").prefetch_related("actors")
        found = found.defer("reading__record").order_by("reading__read_at", "reading", "position")
        self.rows = {row.pk: row for row in found}
        current = Reading.objects.filter(meeting=self.meeting, superseded=False).defer("record")
        known = {row.reading_id: row.reading for row in self.rows.values()} | {row.pk: row for row in current}
        self.readings = {row.pk: row for row in sorted(known.values(), key=lambda row: (row.read_at, row.pk))}
        self.places = {number: place for place, number in enumerate(self.readings)}
        self.events = self._events(
            [*self.record.action_points, *self.record.decisions, *self.record.reported_decisions]
        )
        self.decisions = self._later_decisions()
        self.files = {}

    def packed(self, *, originals: bool) -> MeetingFile:
        documents = self._documents(originals=originals)
        return MeetingFile(
            heading=self.record.heading,
            next_meeting=self.record.next_meeting,
            documents=documents,
            readings=tuple(self._reading(row) for row in self.readings.values()),
            entries={section: _in_order(found) for section, found in self._sections().items()},
        )

    def _sections(self) -> dict[str, Iterable[Entry]]:
        record = self.record
        lists: dict[str, Sequence[Sourced[Any]]] = {
            "attendance": record.attendance,
            "absences": record.absences,
            "speakers": record.speakers,
            "agenda": [part.item for part in record.agenda if part.item is not None],
            "interventions": [said for part in record.agenda for said in part.interventions],
            "mandates": record.mandates,
            "positions": record.positions,
            "progress": record.progress,
            "mentioned_dates": record.dates,
            "figures": record.figures,
            "references": record.references,
        }
        promised = {
            "action_points": record.action_points,
            "decisions": record.decisions,
            "reported_decisions": record.reported_decisions,
        }
        of_kind: dict[str, list[Entry]] = defaultdict(list)
        for row in self.rows.values():
            of_kind[row.kind].append(self._entry(row, typed_item(row)))
        return {
            "headings": of_kind["meeting"],
            "next_meetings": of_kind["next_meeting"],
            **{
                name: [self._entry(self.rows[one.finding_id], one.item) for one in found]
                for name, found in lists.items()
            },
            **{name: [self._promised(one) for one in found] for name, found in promised.items()},
        }

    def _entry(self, row: Finding, item: typed.Item, followed_up: FollowedUp | None = None) -> Entry:
        return Entry(
            item=item,
            reading=self.places[row.reading_id],
            fingerprint=row.fingerprint,
            actors=tuple(Actor(actor.code, actor.name) for actor in row.actors.all()),
            followed_up=followed_up,
        )

    def _promised(self, promised: Promised) -> Entry:
        row = self.rows[promised.finding_id]
        followed = promised.followed
        words = followed.evidence
        followed_up = FollowedUp(
            terms=followed.terms,
            words=Words(document=self.files[followed.file_id], start=words.start, end=words.end, quote=words.quote),
            steps=tuple(self._step(event) for event in self.events[followed.ref]),
        )
        return self._entry(row, typed_item(row), followed_up)

    def _step(self, event: FollowUpEvent) -> StepOf:
        shown = None
        if event.file_id is not None and event.start is not None and event.end is not None:
            shown = Words(document=self.files[event.file_id], start=event.start, end=event.end, quote=event.quote)
        return StepOf(
            kind=cast("StepKind", event.kind),
            on=event.on,
            note=event.note,
            shown=shown,
            superseded_by=self.decisions.get(_later(event)),
        )

    def _events(self, promised: Sequence[Promised]) -> dict[Ref, list[FollowUpEvent]]:
        """The steps up to the day, of what was recorded last: what was withdrawn before is not part of it."""
        numbers: dict[str, list[int]] = defaultdict(list)
        for one in promised:
            numbers[one.followed.ref.kind].append(one.followed.ref.number)
        about = Q(action_point__in=numbers["action_point"]) | Q(decision__in=numbers["decision"])
        found: dict[Ref, list[FollowUpEvent]] = defaultdict(list)
        for event in FollowUpEvent.objects.filter(about, on__lte=self.day).order_by("id"):
            number = event.action_point_id or event.decision_id or 0
            ref = Ref("action_point" if event.action_point_id else "decision", number)
            if event.kind == "recorded":
                found[ref].clear()
            elif event.kind in STEPS:
                found[ref].append(event)
        return found

    def _later_decisions(self) -> dict[int, DecisionName]:
        numbers = {_later(event) for events in self.events.values() for event in events}
        return {
            row.pk: DecisionName(convention=row.convention, body=row.body, raised_on=row.raised_on, text=row.text)
            for row in Decision.objects.filter(pk__in=numbers)
        }

    def _documents(self, *, originals: bool) -> tuple[Document, ...]:
        """Every file that is named: those that were read in the order of their reading, then what shows a step."""
        read = list(dict.fromkeys(row.file_id for row in self.readings.values()))
        promised = (*self.record.action_points, *self.record.decisions, *self.record.reported_decisions)
        named = {one.followed.file_id for one in promised}
        named |= {event.file_id for events in self.events.values() for event in events if event.file_id}
        rows = StoredFile.objects.in_bulk([*read, *named])
        others = sorted((rows[number].name, rows[number].sha256, number) for number in named - set(read))
        order = [*read, *(number for _, _, number in others)]
        self.files = {number: place for place, number in enumerate(order)}
        return tuple(_document(rows[number], original=originals) for number in order)

    def _reading(self, row: Reading) -> ReadingOf:
        return ReadingOf(
            document=self.files[row.file_id],
            reader=row.reader,
            read_at=row.read_at,
            superseded=row.superseded,
            text=row.text,
            marks=tuple(row.marks),
        )


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of a list in the order of the readings and of their texts."""
    return tuple(sorted(entries, key=lambda one: (one.reading, one.item.evidence.start, one.item.evidence.end)))


def _later(event: FollowUpEvent) -> int:
    """The number of the decision that superseded one in this step; 0 for none."""
    return int((event.after or {}).get("superseded_by") or 0) if event.kind == "superseded" else 0


def _document(row: StoredFile, *, original: bool) -> Document:
    content = None
    if original and row.content.name and row.content.storage.exists(row.content.name):
        with row.content.open("rb") as file:
            content = file.read()
    return Document(name=row.name, media_type=row.media_type, sha256=row.sha256, content=content)
