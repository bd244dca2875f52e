from corcom.participation.queries.attendance import (
    attendance_line,
    attendance_lines,
    attendance_of,
    attendance_steps,
    is_closed,
)
from corcom.participation.queries.checklists import (
    EntryLine,
    NoSuchEntry,
    checklist_changes,
    checklist_entry,
    checklist_of,
)
from corcom.participation.queries.invitations import (
    AnswerVersion,
    InvitedDelegation,
    NoSuchInvitation,
    answer_at,
    answers,
    invitation,
    invitation_by_link,
    invitations,
    next_reminder,
)
from corcom.participation.queries.participants import (
    ReleasedList,
    participants_of,
    released_lists,
    statistics_of,
)

__all__ = [
    "AnswerVersion",
    "EntryLine",
    "InvitedDelegation",
    "NoSuchEntry",
    "NoSuchInvitation",
    "ReleasedList",
    "answer_at",
    "answers",
    "attendance_line",
    "attendance_lines",
    "attendance_of",
    "attendance_steps",
    "checklist_changes",
    "checklist_entry",
    "checklist_of",
    "invitation",
    "invitation_by_link",
    "invitations",
    "is_closed",
    "next_reminder",
    "participants_of",
    "released_lists",
    "statistics_of",
]
