"""Sessions follow their meeting when it is moved to other days."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.programme.actions.timing import write_hours
from corcom.programme.actions.writing import programme_row, record_step, write_state
from corcom.programme.domain.programme_json import session_values
from corcom.programme.queries.drafts import session_of


@transaction.atomic
def follow_meeting(*, meeting: int, by: User, at: datetime, leave: bool = False) -> int:
    """Move all sessions by as many days as the meeting was moved since they were put there, or `leave` them where they are.

    Answers how many were moved. Errors: `NotPlanned`, `AlreadyHeld`.
    """
    programme = programme_row(meeting, by=by, at=at)
    moved_by = programme.plan.starts_on - programme.starts_on
    changes = []
    for row in programme.sessions.filter(withdrawn=False) if moved_by and not leave else ():
        session = session_of(row)
        change = write_state(row, session_values(replace(session, day=session.day + moved_by)), by=by, at=at)
        changes += [change] if change else []
    moved = len(changes)
    changes += write_hours(programme, by=by, at=at, starts_on=programme.plan.starts_on.isoformat())
    if changes:
        record_step(programme, "followed", changes, by=by, at=at)
    return moved
