"""Planning meetings: schedule, change, confirm, move, cancel, and make the next one after the last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction

from corcom.access.models import User
from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.actions.agendas import fill_agenda
from corcom.meetings.actions.recording import MeetingExists
from corcom.meetings.actions.writing import columns_of, write_columns
from corcom.meetings.domain.plan import Plan, PlanRefused, as_json, changed, check, next_number
from corcom.meetings.models import Meeting, MeetingPlan, PlanEvent
from corcom.meetings.queries.plans import NotPlanned, plan_of


class AlreadySaid(PlanRefused):
    """The meeting is `said` already: confirmed or cancelled."""

    def __init__(self, said: str) -> None:
        super().__init__(f"it is {said} already")
        self.said = said


class AlreadyHeld(PlanRefused):
    """The meeting has a record, of `held_on`; its plan changes no more."""

    def __init__(self, held_on: date) -> None:
        super().__init__(f"it was held on {held_on}")
        self.held_on = held_on


class NothingToChange(PlanRefused):
    """The plan says all of this already."""

    def __init__(self) -> None:
        super().__init__("nothing is changed")


@transaction.atomic
def schedule_meeting(
    *, plan: Plan, by: User, at: datetime, wording: Wording = ENGLISH, cloned_from: int | None = None
) -> Meeting:
    """Plan a meeting; it is tentative until it is confirmed, and its agenda fills itself, in the words of `wording`.

    Errors: a kind of `PlanRefused`; `MeetingExists` where this body has a meeting on that first day.
    """
    check(plan)
    _check_free(plan, None)
    meeting = Meeting.objects.create(
        convention=plan.convention, body=plan.body, on_record=False, **columns_of(plan.heading)
    )
    row = MeetingPlan.objects.create(
        meeting=meeting, uid=uuid4(), cloned_from_id=cloned_from, changed_at=at, **_columns(plan)
    )
    PlanEvent.objects.create(plan=row, kind="scheduled", at=at, by=by, after=as_json(plan))
    fill_agenda(meeting=meeting.pk, by=by, at=at, wording=wording)
    return meeting


@transaction.atomic
def clone_meeting(*, meeting: int, starts_on: date, by: User, at: datetime, wording: Wording = ENGLISH) -> Meeting:
    """Plan the meeting after this one: next number, same time, place, zone, link and languages, usual agenda.

    A meeting of several days keeps their number. Errors: `NotPlanned`, and those of `schedule_meeting`.
    """
    plan = plan_of(_row(meeting))
    number, scope = next_number(plan.number, plan.number_scope, last_on=plan.starts_on, on=starts_on)
    ends_on = starts_on + (plan.ends_on - plan.starts_on)
    following = replace(plan, starts_on=starts_on, ends_on=ends_on, number=number, number_scope=scope)
    return schedule_meeting(plan=following, by=by, at=at, wording=wording, cloned_from=meeting)


@transaction.atomic
def change_meeting(*, meeting: int, plan: Plan, by: User, at: datetime, note: str = "") -> None:
    """Change anything that is planned but its days, which `move_meeting` changes.

    Errors: `NotPlanned`, `AlreadyHeld`, `NothingToChange`, `MeetingExists`, a kind of `PlanRefused`.
    """
    row = _open(meeting)
    _rewrite(row, plan, "changed", by=by, at=at, note=note)


@transaction.atomic
def move_meeting(
    *, meeting: int, starts_on: date, by: User, at: datetime, ends_on: date | None = None, note: str = ""
) -> None:
    """Give a meeting another first day, and another last one; otherwise it lasts as long as before.

    The days before stay in its history. Errors: as `change_meeting`.
    """
    row = _open(meeting)
    plan = plan_of(row)
    last = ends_on or starts_on + (plan.ends_on - plan.starts_on)
    _rewrite(row, replace(plan, starts_on=starts_on, ends_on=last), "moved", by=by, at=at, note=note)


@transaction.atomic
def confirm_meeting(*, meeting: int, by: User, at: datetime, note: str = "") -> None:
    """Say that a meeting will be held; one that was cancelled will be after all.

    Errors: `NotPlanned`, `AlreadyHeld`, `AlreadySaid`.
    """
    _say(_open(meeting), "confirmed", by=by, at=at, note=note)


@transaction.atomic
def cancel_meeting(*, meeting: int, by: User, at: datetime, note: str = "") -> None:
    """Say that a meeting will not be held; it stays in the list and in calendars as cancelled.

    Errors: `NotPlanned`, `AlreadyHeld`, `AlreadySaid`.
    """
    _say(_open(meeting), "cancelled", by=by, at=at, note=note)


def _row(meeting: int) -> MeetingPlan:
    row = MeetingPlan.objects.select_for_update(of=("self",)).select_related("meeting").filter(meeting=meeting).first()
    if row is None:
        raise NotPlanned(meeting)
    return row


def _open(meeting: int) -> MeetingPlan:
    row = _row(meeting)
    if row.meeting.on_record:
        raise AlreadyHeld(row.meeting.starts_on)
    return row


def _say(row: MeetingPlan, said: str, *, by: User, at: datetime, note: str) -> None:
    if row.said == said:
        raise AlreadySaid(said)
    before, row.said = row.said, said
    _step(row, said, {"said": before}, {"said": said}, by=by, at=at, note=note)


def _rewrite(row: MeetingPlan, plan: Plan, kind: str, *, by: User, at: datetime, note: str) -> None:
    check(plan)
    before, after = changed(plan_of(row), plan)
    if not after:
        raise NothingToChange
    _check_free(plan, row.meeting_id)
    write_columns(row.meeting, {**columns_of(plan.heading), "convention": plan.convention, "body": plan.body})
    for key, value in _columns(plan).items():
        setattr(row, key, value)
    _step(row, kind, before, after, by=by, at=at, note=note)


def _step(
    row: MeetingPlan,
    kind: str,
    before: dict[str, object],
    after: dict[str, object],
    *,
    by: User,
    at: datetime,
    note: str,
) -> None:
    row.revision += 1
    row.changed_at = at
    row.save()
    PlanEvent.objects.create(plan=row, kind=kind, at=at, by=by, note=note.strip(), before=before, after=after)


def _check_free(plan: Plan, meeting: int | None) -> None:
    same = Meeting.objects.filter(convention=plan.convention, body=plan.body, starts_on=plan.starts_on)
    if other := same.exclude(pk=meeting or 0).first():
        raise MeetingExists(other=other.pk)


def _columns(plan: Plan) -> dict[str, object]:
    return {
        "kind": plan.kind,
        "starts_on": plan.starts_on,
        "ends_on": plan.ends_on,
        "start_time": plan.start_time,
        "end_time": plan.end_time,
        "zone": plan.zone,
        "place": plan.place[:300],
        "joining_link": plan.joining_link[:500],
        "languages": list(plan.languages),
        "number": plan.number,
        "number_scope": plan.number_scope[:100],
    }
