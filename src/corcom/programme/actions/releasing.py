"""Releasing a programme: a copy that never changes and that a later version replaces."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.meetings.queries.plans import plan_of
from corcom.programme.actions.errors import EmptyProgramme, ProgrammeReleased, Unsettled
from corcom.programme.actions.writing import programme_row, record_step
from corcom.programme.domain.programme_json import programme_json
from corcom.programme.models import ProgrammeRelease
from corcom.programme.queries.drafts import checked, programme_of, session_of


@transaction.atomic
def release_programme(*, meeting: int, by: User, at: datetime, anyway: bool = False) -> int:
    """Release the programme as it stands; answers its version. `anyway`: with the conflicts that it has.

    Errors: `NotPlanned`, `AlreadyHeld`, `EmptyProgramme`, `ProgrammeReleased`, `Unsettled`.
    """
    row = programme_row(meeting, by=by, at=at)
    plan = plan_of(row.plan)
    programme = programme_of(plan, row, [session_of(one) for one in row.sessions.filter(withdrawn=False)])
    if not programme.sessions:
        raise EmptyProgramme
    last = row.releases.first()
    version = last.version + 1 if last else 1
    content = programme_json(plan, programme, version=version)
    if last and {**last.content, "version": version} == content:
        raise ProgrammeReleased(last.version)
    conflicts = [one for one in checked(programme) if one.must]
    if conflicts and not anyway:
        raise Unsettled(len(conflicts))
    ProgrammeRelease.objects.create(programme=row, version=version, content=content, released_at=at, released_by=by)
    released = {"session": 0, "before": {}, "after": {"version": version, "conflicts": len(conflicts)}}
    record_step(row, "released", [released], by=by, at=at)
    return version
