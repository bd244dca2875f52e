"""Writing programmes, sessions and steps; each is locked before it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from corcom.access.models import User
from corcom.meetings.actions import AlreadyHeld
from corcom.meetings.models import MeetingPlan
from corcom.meetings.queries import NotPlanned
from corcom.programme.actions.errors import SessionChanged
from corcom.programme.domain.programme_json import SESSION_KEYS, session_values
from corcom.programme.domain.session import Session
from corcom.programme.models import Programme, ProgrammeSession, ProgrammeStep
from corcom.programme.queries.drafts import NoSuchSession, session_of
from corcom.rulebooks.programme_reading import programme_rules

ITSELF = 0
"""Stands for the hours and shares of a programme where a change is that of a session."""


def programme_row(meeting: int, *, by: User, at: datetime) -> Programme:
    """The programme of a planned meeting, made if it is not there; the plan is locked, so that whoever else writes waits.

    Errors: `NotPlanned`; `AlreadyHeld` where the meeting has a record.
    """
    rows = MeetingPlan.objects.select_for_update(of=("self",)).select_related("meeting")
    plan = rows.filter(meeting=meeting).first()
    if plan is None:
        raise NotPlanned(meeting)
    if plan.meeting.on_record:
        raise AlreadyHeld(plan.meeting.starts_on)
    slots = [asdict(slot) for slot in programme_rules(plan.meeting.convention).slots]
    row, _made = Programme.objects.get_or_create(
        plan=plan,
        defaults={"slots": slots, "starts_on": plan.starts_on, "version": 1, "changed_at": at, "changed_by": by},
    )
    return row


def session_row(programme: Programme, number: int, version: int) -> ProgrammeSession:
    """A session as somebody read it at `version`. Errors: `NoSuchSession`, `SessionChanged`."""
    rows = ProgrammeSession.objects.select_for_update(of=("self",)).select_related("changed_by")
    row = rows.filter(programme=programme, pk=number, withdrawn=False).first()
    if row is None:
        raise NoSuchSession(number)
    if row.version != version:
        raise SessionChanged(version=row.version, by=row.changed_by.get_full_name())
    return row


def new_session(programme: Programme, session: Session, *, by: User, at: datetime) -> dict[str, Any]:
    """Store a session; answers the change."""
    row = ProgrammeSession.objects.create(
        programme=programme, uid=uuid4(), changed_at=at, changed_by=by, **_columns(session_values(session))
    )
    return {"session": row.pk, "before": {}, "after": state_of(row)}


def write_state(row: ProgrammeSession, state: Mapping[str, Any], *, by: User, at: datetime) -> dict[str, Any] | None:
    """Give a session these values; answers the change, None where there was none."""
    before = state_of(row)
    after = {**before, **state}
    if after == before:
        return None
    for key, value in {**_columns(after), "withdrawn": after["withdrawn"]}.items():
        setattr(row, key, value)
    row.version += 1
    row.changed_at, row.changed_by = at, by
    row.save()
    return {"session": row.pk, "before": before, "after": after}


def state_of(row: ProgrammeSession) -> dict[str, Any]:
    """All that is said of a session, and whether it was withdrawn, as plain values."""
    return {**session_values(session_of(row)), "withdrawn": row.withdrawn}


def record_step(
    programme: Programme,
    kind: str,
    changes: Sequence[Mapping[str, Any]],
    *,
    by: User,
    at: datetime,
    undoes: ProgrammeStep | None = None,
) -> None:
    """Add a step to the history of a programme."""
    ProgrammeStep.objects.create(programme=programme, kind=kind, at=at, by=by, changes=list(changes), undoes=undoes)


def _columns(values: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: values[key] for key in SESSION_KEYS}
    return {
        **kept,
        "day": date.fromisoformat(kept["day"]),
        "title": kept["title"].strip()[:300],
        "room": kept["room"].strip()[:200],
        "note": kept["note"].strip(),
    }
