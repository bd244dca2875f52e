"""Taking back the last step of a programme. Nothing is deleted: the way back is a step of its own."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from corcom.access.models import User
from corcom.programme.actions.errors import NothingToUndo, ProgrammeChanged
from corcom.programme.actions.timing import write_hours
from corcom.programme.actions.writing import ITSELF, programme_row, record_step, write_state
from corcom.programme.models import Programme, ProgrammeSession
from corcom.programme.queries.history import NOT_UNDONE


@transaction.atomic
def undo_step(*, meeting: int, number: int, by: User, at: datetime) -> str:
    """Take back the step with this number, which has to be the last that was not taken back; answers its kind.

    A released version stays as it went out. Errors: `NotPlanned`, `AlreadyHeld`; `NothingToUndo`; `ProgrammeChanged`
    where another step came after the one that is meant.
    """
    programme = programme_row(meeting, by=by, at=at)
    steps = programme.steps.exclude(kind__in=NOT_UNDONE).filter(undone_by=None).select_related("by")
    last = steps.last()
    if last is None:
        raise NothingToUndo
    if last.pk != number:
        raise ProgrammeChanged(by=last.by.get_full_name())
    changes = [made for one in last.changes for made in _put_back(programme, one, by=by, at=at)]
    record_step(programme, "undone", changes, by=by, at=at, undoes=last)
    return last.kind


def _put_back(programme: Programme, change: dict[str, Any], *, by: User, at: datetime) -> list[dict[str, Any]]:
    before = change["before"]
    if change["session"] == ITSELF:
        return write_hours(programme, by=by, at=at, **before)
    row = ProgrammeSession.objects.get(programme=programme, pk=change["session"])
    # What was not there before is not there again.
    made = write_state(row, before or {"withdrawn": True}, by=by, at=at)
    return [made] if made else []
