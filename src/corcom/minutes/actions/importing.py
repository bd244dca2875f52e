"""Taking the records of meetings over from another site: all that was confirmed there, or nothing."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.documents.actions import store_file
from corcom.documents.models import StoredFile
from corcom.documents.queries import file_with
from corcom.followup.actions import FollowUpRefused
from corcom.kernel.errors import CorcomError
from corcom.meetings.actions import MeetingIncomplete, record_meeting
from corcom.meetings.models import Meeting
from corcom.minutes.actions.hand import Hand
from corcom.minutes.actions.importing_commitments import record_commitments, take_steps
from corcom.minutes.actions.importing_findings import record_entries
from corcom.minutes.actions.record import ATTENDANCE, Record
from corcom.minutes.domain.format import to_json
from corcom.minutes.domain.written.differences import differences
from corcom.minutes.domain.written.meeting_file import Document, MeetingFile, ReadingOf
from corcom.minutes.domain.written.meeting_json import to_meeting_json, without_originals
from corcom.minutes.domain.written.meeting_reading import reading_of
from corcom.minutes.models import Finding, Reading
from corcom.minutes.queries.meeting_files import record_json


class ImportRefused(CorcomError):
    """A meeting's file that cannot be taken over: `problems` name each place and why.

    `file` is its number among those that were to be taken over together.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)
        self.file = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a meeting's file: its meeting here, and whether it was there already."""

    meeting_id: int
    new: bool


@transaction.atomic
def import_meetings(*, files: Sequence[MeetingFile], by: User, at: datetime) -> list[Imported]:
    """Take meetings over, all of them or none; one that is here already and says the same changes nothing.

    What comes of it is exported again and compared, so that nothing is lost on the way. Errors: `ImportRefused`.
    """
    made: dict[int, Imported] = {}
    # The latest first: what superseded a decision is there before the decision is.
    order = sorted(range(len(files)), key=lambda place: files[place].heading.starts_on, reverse=True)
    for place in order:
        known = _same_meeting(files[place])
        try:
            made[place] = _unchanged(known, files[place], at) if known else _import(files[place], Hand(by, at))
        except ImportRefused as refused:
            refused.file = place
            raise
    return [made[place] for place in range(len(files))]


def _same_meeting(file: MeetingFile) -> Meeting | None:
    heading = file.heading
    same = {"convention": heading.convention, "body": heading.body, "starts_on": heading.starts_on}
    return Meeting.objects.filter(**same, on_record=True).first()


def _unchanged(meeting: Meeting, file: MeetingFile, at: datetime) -> Imported:
    found = _differences(meeting, file, at)
    if found:
        refused = [f"meeting: it is here already as number {meeting.pk}, and differs"]
        raise ImportRefused([*refused, *found])
    return Imported(meeting_id=meeting.pk, new=False)


def _import(file: MeetingFile, hand: Hand) -> Imported:
    problems = list(_cannot_be_stored(file))
    if problems:
        raise ImportRefused(problems)
    stored = [_stored(document, hand) for document in file.documents]
    try:
        meeting = record_meeting(heading=file.heading)
    except MeetingIncomplete as error:
        raise ImportRefused([f"meeting: {error}"]) from error
    readings = [_recorded(place, reading, stored, file, meeting) for place, reading in enumerate(file.readings)]
    rows = record_entries(file=file, readings=readings, hand=hand)
    try:
        refs = record_commitments(file=file, rows=rows, documents=stored, hand=hand)
        take_steps(file=file, refs=refs, documents=stored, hand=hand)
    except FollowUpRefused as error:
        raise ImportRefused([str(error)]) from error
    _write_lists(readings, hand)
    if lost := _differences(meeting, file, hand.at):
        raise ImportRefused(["what was made of it does not say the same", *lost])
    return Imported(meeting_id=meeting.pk, new=True)


def _cannot_be_stored(file: MeetingFile) -> list[str]:
    """What stands in the way, before anything is written."""
    problems = []
    for place, document in enumerate(file.documents):
        known = file_with(sha256=document.sha256)
        if known is None and document.content is None:
            problems.append(f"documents.{place}.content: it was left out, and {document.name} is not here")
    for place, reading in enumerate(file.readings):
        known = file_with(sha256=file.documents[reading.document].sha256)
        if known is not None and (why := _taken(known, reading)):
            problems.append(f"readings.{place}: {file.documents[reading.document].name} {why}")
    return problems


def _taken(known: StoredFile, reading: ReadingOf) -> str:
    """Why a reading cannot be put beside those that are here; "" where it can."""
    if known.readings.filter(meeting__isnull=False).exists():
        return "belongs to the record of another meeting here"
    if Finding.objects.filter(reading__file=known, verdicts__isnull=False).exists():
        return "is being reviewed here"
    for row in known.readings.all():
        if row.reader != reading.reader:
            return f"was read here by version {row.reader} of the reader, there by {reading.reader}"
        if row.text != reading.text:
            return "was read here with another text"
    return ""


def _stored(document: Document, hand: Hand) -> StoredFile:
    known = file_with(sha256=document.sha256)
    if known is not None or document.content is None:
        assert known is not None  # noqa: S101  what is missing was refused before
        return known
    return store_file(
        content=io.BytesIO(document.content),
        name=document.name,
        media_type=document.media_type,
        at=hand.at,
        by=hand.by.get_username(),
        sha256=document.sha256,
    )


def _recorded(
    place: int, reading: ReadingOf, stored: Sequence[StoredFile], file: MeetingFile, meeting: Meeting
) -> Reading:
    """The reading, as a new row or as the one that is here and that nobody has looked at yet."""
    document = stored[reading.document]
    known = document.readings.filter(reader=reading.reader).first()
    if known is None:
        known = Reading(file=document, reader=reading.reader, text=reading.text, marks=list(reading.marks))
        known.record = to_json(reading_of(file, place))
        known.superseded = reading.superseded
    known.read_at = reading.read_at
    known.meeting = meeting
    known.save()
    return known


def _write_lists(readings: Sequence[Reading], hand: Hand) -> None:
    """Agenda, attendance and next meeting follow from what was confirmed."""
    for reading in readings[:1]:
        record = Record(reading, hand)
        record.touched |= {"agenda_item", "next_meeting", *ATTENDANCE}
        record.finish()


def _differences(meeting: Meeting, file: MeetingFile, at: datetime) -> list[str]:
    """Where the record that is here and the one that came differ; originals are compared by their sums."""
    here = record_json(meeting=meeting.pk, day=at.date(), originals=False)
    return differences(here, without_originals(to_meeting_json(file)))
