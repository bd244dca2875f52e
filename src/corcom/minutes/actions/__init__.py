from corcom.minutes.actions.errors import (
    AlreadyGiven,
    FindingMovedOn,
    HeadingRejected,
    MeetingInUse,
    NothingToUndo,
    VerdictRefused,
    VerdictSince,
)
from corcom.minutes.actions.importing import Imported, ImportRefused, import_meetings
from corcom.minutes.actions.questions import MergedIntoItself, WithoutTitle, merge_questions, rename_question
from corcom.minutes.actions.readings import RecordedReading, record_reading
from corcom.minutes.actions.succeeding import NotWithdrawn, move_sources, succeed_reading, withdraw_gone
from corcom.minutes.actions.taking_in import take_in
from corcom.minutes.actions.verdicts import (
    accept_certain,
    accept_finding,
    accept_findings,
    edit_finding,
    reject_finding,
    undo_verdict,
)

__all__ = [
    "AlreadyGiven",
    "FindingMovedOn",
    "HeadingRejected",
    "ImportRefused",
    "Imported",
    "MeetingInUse",
    "MergedIntoItself",
    "NotWithdrawn",
    "NothingToUndo",
    "RecordedReading",
    "VerdictRefused",
    "VerdictSince",
    "WithoutTitle",
    "accept_certain",
    "accept_finding",
    "accept_findings",
    "edit_finding",
    "import_meetings",
    "merge_questions",
    "move_sources",
    "record_reading",
    "reject_finding",
    "rename_question",
    "succeed_reading",
    "take_in",
    "undo_verdict",
    "withdraw_gone",
]
