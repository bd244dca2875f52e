from corcom.programme.actions.errors import (
    EmptyProgramme,
    NoSuchTemplate,
    NothingToUndo,
    ProgrammeChanged,
    ProgrammeReleased,
    SessionChanged,
    Unsettled,
)
from corcom.programme.actions.filling import fill_from_template
from corcom.programme.actions.following import follow_meeting
from corcom.programme.actions.releasing import release_programme
from corcom.programme.actions.sessions import add_session, change_session, move_session, withdraw_session
from corcom.programme.actions.timing import change_hours
from corcom.programme.actions.undoing import undo_step

__all__ = [
    "EmptyProgramme",
    "NoSuchTemplate",
    "NothingToUndo",
    "ProgrammeChanged",
    "ProgrammeReleased",
    "SessionChanged",
    "Unsettled",
    "add_session",
    "change_hours",
    "change_session",
    "fill_from_template",
    "follow_meeting",
    "move_session",
    "release_programme",
    "undo_step",
    "withdraw_session",
]
