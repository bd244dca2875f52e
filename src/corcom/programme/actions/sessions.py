"""Sessions of a programme: add, change, move, withdraw. Each leaves a step that says who and when, and can be undone."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from corcom.access.models import User
from corcom.meetings.queries.plans import plan_of
from corcom.programme.actions.writing import new_session, programme_row, record_step, session_row, write_state
from corcom.programme.domain.moves import Direction, moved_by_step, moved_to
from corcom.programme.domain.programme_json import session_values
from corcom.programme.domain.session import Session, check_session
from corcom.programme.models import Programme, ProgrammeSession
from corcom.programme.queries.drafts import programme_of, session_of


@transaction.atomic
def add_session(*, meeting: int, session: Session, by: User, at: datetime) -> int:
    """Add a session; answers its number. What conflicts is shown and not refused.

    Errors: `NotPlanned`, `AlreadyHeld`, `SessionRefused`.
    """
    programme = programme_row(meeting, by=by, at=at)
    check_session(session, programme.plan.meeting.convention)
    change = new_session(programme, session, by=by, at=at)
    record_step(programme, "added", [change], by=by, at=at)
    return int(change["session"])


@transaction.atomic
def change_session(*, meeting: int, number: int, version: int, session: Session, by: User, at: datetime) -> None:
    """Give a session other values, as somebody read it at `version`.

    Errors: those of `add_session`, `NoSuchSession`, `SessionChanged`.
    """
    programme = programme_row(meeting, by=by, at=at)
    check_session(session, programme.plan.meeting.convention)
    row = session_row(programme, number, version)
    _write(programme, row, session, "changed", by=by, at=at)


@transaction.atomic
def move_session(
    *,
    meeting: int,
    number: int,
    version: int,
    by: User,
    at: datetime,
    step: Direction | None = None,
    day: date | None = None,
    start: str = "",
) -> Session:
    """Move a session by a `step`, or to a `day` and `start` (`HH:MM`), as long as before; answers where it stands now.

    Errors: `NotPlanned`, `AlreadyHeld`, `NoSuchSession`, `SessionChanged`, `NoNextSlot`, `SessionRefused`.
    """
    programme = programme_row(meeting, by=by, at=at)
    row = session_row(programme, number, version)
    session = session_of(row)
    if step is not None:
        moved = moved_by_step(session, step, programme_of(plan_of(programme.plan), programme, ()))
    else:
        moved = moved_to(session, day=day or session.day, start=start or session.start)
    check_session(moved, programme.plan.meeting.convention)
    _write(programme, row, moved, "moved", by=by, at=at)
    return moved


@transaction.atomic
def withdraw_session(*, meeting: int, number: int, version: int, by: User, at: datetime) -> None:
    """Take a session off the programme. Undone, it comes back as it was; who took it off stays in the history.

    Errors: `NotPlanned`, `AlreadyHeld`, `NoSuchSession`, `SessionChanged`.
    """
    programme = programme_row(meeting, by=by, at=at)
    row = session_row(programme, number, version)
    change = write_state(row, {"withdrawn": True}, by=by, at=at)
    record_step(programme, "withdrawn", [change] if change else [], by=by, at=at)


def _write(programme: Programme, row: ProgrammeSession, session: Session, kind: str, *, by: User, at: datetime) -> None:
    change = write_state(row, session_values(session), by=by, at=at)
    if change is not None:
        record_step(programme, kind, [change], by=by, at=at)
