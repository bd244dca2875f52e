"""The days from which a time-line is counted: the meeting, and the committee meetings that prepare it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from corcom.kernel.errors import CorcomError
from corcom.rulebooks.timeline_events import COMMITTEE_MEETING, MEETING_END, MEETING_START

FIRST, LAST = date(1946, 1, 1), date(2999, 12, 31)
"""Days of meetings that a time-line takes; arithmetic around them never leaves the calendar."""


class EventsRefused(CorcomError):
    """Days that cannot be those of a meeting."""


class MeetingEndingBefore(EventsRefused):
    """The meeting would end on `end`, before its first day `start`."""

    def __init__(self, *, start: date, end: date) -> None:
        super().__init__(f"the meeting would end on {end}, before it begins on {start}")
        self.start = start
        self.end = end


class MeetingNotAfter(EventsRefused):
    """A committee meeting on `on` is named after one on `before`, which is later or the same day."""

    def __init__(self, *, before: date, on: date) -> None:
        super().__init__(f"the committee meeting on {on} is named after the one on {before}; name them in their order")
        self.before = before
        self.on = on


class DayPastLimit(EventsRefused):
    """A day `on` before the United Nations, or further ahead than anybody plans."""

    def __init__(self, on: date) -> None:
        super().__init__(f"{on} is no day of a meeting; allowed: {FIRST} to {LAST}")
        self.on = on


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEvents:
    """First and last day of the meeting (both belong to it), and the committee meetings before it, in their order.

    Errors: `MeetingEndingBefore`, `MeetingNotAfter`, `DayPastLimit`.
    """

    meeting_start: date
    meeting_end: date
    committee_meetings: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        for day in (self.meeting_start, self.meeting_end, *self.committee_meetings):
            if not FIRST <= day <= LAST:
                raise DayPastLimit(day)
        if self.meeting_end < self.meeting_start:
            raise MeetingEndingBefore(start=self.meeting_start, end=self.meeting_end)
        for before, on in pairwise(self.committee_meetings):
            if on <= before:
                raise MeetingNotAfter(before=before, on=on)

    @property
    def by_name(self) -> Mapping[str, date]:
        """The days by the names that a rulebook gives the events.

        >>> day = date(2004, 2, 9)
        >>> sorted(TimelineEvents(meeting_start=day, meeting_end=day, committee_meetings=(day,)).by_name)
        ['committee_meeting:1', 'meeting_end', 'meeting_start']
        """
        committee = {f"{COMMITTEE_MEETING}{at}": on for at, on in enumerate(self.committee_meetings, 1)}
        return {MEETING_START: self.meeting_start, MEETING_END: self.meeting_end, **committee}
