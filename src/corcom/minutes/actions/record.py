"""The record of a meeting, while findings enter it, are corrected in it and leave it."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from corcom.meetings.actions import (
    correct_meeting,
    record_meeting,
    set_next_meeting,
    withdraw_meeting,
    write_agenda,
    write_attendance,
)
from corcom.meetings.domain.meeting import Heading
from corcom.meetings.models import Meeting
from corcom.meetings.queries import heading_of
from corcom.minutes.actions.commitments import correct_to, enter_commitment, leave_commitment, terms_of_finding
from corcom.minutes.actions.errors import MeetingInUse
from corcom.minutes.actions.hand import Hand
from corcom.minutes.actions.questions import question_worded
from corcom.minutes.domain import into_record as into
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.heading import MeetingHeading
from corcom.minutes.models import Finding, Reading
from corcom.minutes.queries.items import agenda_of, in_record, typed_item

T = TypeVar("T", bound=typed.Item)

COMMITMENTS = frozenset({"action_point", "decision", "reported_decision"})
ATTENDANCE = frozenset({"attendance", "absence"})


class Record:
    """What one reading gives to the record of its meeting. `finish` writes the lists that were touched, once."""

    def __init__(self, reading: Reading, hand: Hand) -> None:
        self.reading = reading
        self.hand = hand
        self.touched: set[str] = set()

    @property
    def meeting(self) -> Meeting:
        """The meeting of the reading; its heading is accepted before anything else is."""
        if self.reading.meeting is None:
            raise LookupError(self.reading.pk)
        return self.reading.meeting

    @cached_property
    def setting(self) -> into.Setting:
        """The meeting's heading and agenda, as commitments need them."""
        return into.Setting(heading=heading_of(self.meeting), agenda=agenda_of(self.reading))

    def enter(self, row: Finding) -> None:
        """Put an accepted finding into the record."""
        if row.kind == "meeting":
            self.reading.meeting = record_meeting(heading=self._heading(row))
            self.reading.save(update_fields=["meeting"])
        elif row.kind in COMMITMENTS:
            enter_commitment(row, self.setting, self.hand)
        elif row.kind == "position":
            self._ask(row)
        self._take_over(row)
        self.touched.add(row.kind)

    def correct(self, row: Finding) -> None:
        """Make the record follow a finding that was confirmed with other values."""
        if row.kind == "meeting":
            correct_meeting(meeting=self.meeting, heading=self._heading(row))
            self._correct_commitments()
        elif row.kind in COMMITMENTS:
            correct_to(row, terms_of_finding(row, self.setting), self.hand)
        elif row.kind == "position":
            self._ask(row)
        self.touched.add(row.kind)

    def leave(self, row: Finding) -> None:
        """Take a finding out of the record."""
        earlier = row.replaces if row.replaces and row.replaces.carried_to_id == row.pk else None
        if row.kind == "meeting":
            self._leave_meeting(row)
        elif row.kind in COMMITMENTS and earlier is not None:
            correct_to(row, terms_of_finding(earlier, self.setting), self.hand)
        elif row.kind in COMMITMENTS:
            leave_commitment(row, self.hand)
        elif row.kind == "position":
            row.question = None
            row.save(update_fields=["question"])
        if earlier is not None:
            earlier.carried_to = None
            earlier.save(update_fields=["carried_to"])
        self.touched.add(row.kind)

    def finish(self) -> None:
        """Write agenda, attendance and next meeting anew where findings of theirs came or went."""
        meeting = self.reading.meeting
        if meeting is None:
            return
        if "agenda_item" in self.touched:
            found = _of_type(_items(meeting, {"agenda_item"}), typed.AgendaItem)
            write_agenda(meeting=meeting, entries=list(dict.fromkeys(into.agenda_entry(item) for item in found)))
        if self.touched & ATTENDANCE:
            entries = [
                into.attendance_entry(item, meeting.convention)
                for item in _items(meeting, ATTENDANCE)
                if isinstance(item, typed.Attendance | typed.Absence)
            ]
            write_attendance(meeting=meeting, entries=list(dict.fromkeys(entries)))
        if "next_meeting" in self.touched:
            said = _of_type(_items(meeting, {"next_meeting"}), typed.NextMeeting)
            set_next_meeting(meeting=meeting, following=into.next_meeting(said[-1]) if said else None)

    def _heading(self, row: Finding) -> Heading:
        item = typed_item(row)
        if not isinstance(item, MeetingHeading):
            raise TypeError(row.kind)
        return into.heading_for(item)

    def _correct_commitments(self) -> None:
        """A corrected body or day of the meeting is one of everything that was promised there."""
        self.__dict__.pop("setting", None)
        for row in in_record(self.meeting.pk).filter(kind__in=COMMITMENTS).select_related("reading"):
            correct_to(row, terms_of_finding(row, self.setting), self.hand)

    def _leave_meeting(self, row: Finding) -> None:
        resting = self.reading.findings.filter(state="accepted").exclude(pk=row.pk).count()
        if resting:
            raise MeetingInUse(count=resting)
        meeting = self.meeting
        self.reading.meeting = None
        self.reading.save(update_fields=["meeting"])
        if not meeting.readings.exists():
            withdraw_meeting(meeting=meeting)

    def _ask(self, row: Finding) -> None:
        item = typed_item(row)
        if isinstance(item, typed.Position):
            row.question = question_worded(convention=self.meeting.convention, wording=item.question)
            row.save(update_fields=["question"])

    def _take_over(self, row: Finding) -> None:
        """What an earlier reading said here leaves the record for what is accepted now."""
        if row.replaces is not None:
            row.replaces.carried_to = row
            row.replaces.save(update_fields=["carried_to"])


def _items(meeting: Meeting, kinds: set[str] | frozenset[str]) -> list[typed.Item]:
    rows = in_record(meeting.pk).filter(kind__in=kinds).order_by("reading__read_at", "reading", "position")
    return [typed_item(row) for row in rows]


def _of_type(items: list[typed.Item], kind: type[T]) -> list[T]:
    return [item for item in items if isinstance(item, kind)]
