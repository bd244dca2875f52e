from corcom.participation.actions.answering import AnswerTooLate, MeetingOff, answer_invitation
from corcom.participation.actions.checklists import (
    NoChecklist,
    add_entry,
    change_entry,
    start_checklist,
)
from corcom.participation.actions.inviting import change_invitation, invite, renew_link, withdraw_invitation
from corcom.participation.actions.letters import PreparedLetters, prepare_letters
from corcom.participation.actions.opening import open_attendance
from corcom.participation.actions.releasing import (
    ListUnchanged,
    NobodyListed,
    release_participants,
    reopen_attendance,
)
from corcom.participation.actions.taking import (
    AttendanceChanged,
    NotOnTheList,
    add_delegation,
    add_person,
    mark_delegation,
    mark_person,
    mark_rest_absent,
    take_off,
)

__all__ = [
    "AnswerTooLate",
    "AttendanceChanged",
    "ListUnchanged",
    "MeetingOff",
    "NoChecklist",
    "NobodyListed",
    "NotOnTheList",
    "PreparedLetters",
    "add_delegation",
    "add_entry",
    "add_person",
    "answer_invitation",
    "change_entry",
    "change_invitation",
    "invite",
    "mark_delegation",
    "mark_person",
    "mark_rest_absent",
    "open_attendance",
    "prepare_letters",
    "release_participants",
    "renew_link",
    "reopen_attendance",
    "start_checklist",
    "take_off",
    "withdraw_invitation",
]
