from corcom.programme.queries.drafts import (
    DraftProgramme,
    DraftSession,
    NoSuchSession,
    chairs_by_roster,
    draft_programme,
    draft_session,
    in_office,
)
from corcom.programme.queries.history import ProgrammeChange, SessionChange, last_to_undo, programme_history
from corcom.programme.queries.releases import ReleasedProgramme, released_programme, released_programmes

__all__ = [
    "DraftProgramme",
    "DraftSession",
    "NoSuchSession",
    "ProgrammeChange",
    "ReleasedProgramme",
    "SessionChange",
    "chairs_by_roster",
    "draft_programme",
    "draft_session",
    "in_office",
    "last_to_undo",
    "programme_history",
    "released_programme",
    "released_programmes",
]
