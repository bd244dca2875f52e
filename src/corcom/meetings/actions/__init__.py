from corcom.meetings.actions.record import (
    MeetingExists,
    MeetingIncomplete,
    correct_meeting,
    record_meeting,
    set_next_meeting,
    withdraw_meeting,
    write_agenda,
    write_attendance,
)
from corcom.meetings.actions.timelines import RecordedSteps, TimelineExists, record_timeline

__all__ = [
    "MeetingExists",
    "MeetingIncomplete",
    "RecordedSteps",
    "TimelineExists",
    "correct_meeting",
    "record_meeting",
    "record_timeline",
    "set_next_meeting",
    "withdraw_meeting",
    "write_agenda",
    "write_attendance",
]
