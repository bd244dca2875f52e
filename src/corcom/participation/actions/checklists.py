"""Keeping the host's checklist of a meeting."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from corcom.access.models import User
from corcom.kernel.errors import ChangedMeanwhile, CorcomError
from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.models import MeetingPlan
from corcom.meetings.queries import planned_meeting
from corcom.participation.actions.steps import locked_plan
from corcom.participation.domain.checklist import Entry, check_entry, entries_of
from corcom.participation.models import ChecklistEntry, ChecklistStep
from corcom.participation.queries.checklists import NoSuchEntry, entry_of
from corcom.rulebooks.checklists import host_checklist

_KEPT = ("title", "state", "note", "owner", "due_on")
"""What people write into an entry."""


class NoChecklist(CorcomError):
    """The rulebook of the convention has no checklist for meetings of this kind."""

    def __init__(self, convention: str) -> None:
        super().__init__(f"no checklist of {convention}")
        self.convention = convention


@transaction.atomic
def start_checklist(*, meeting: int, by: User, at: datetime, wording: Wording = ENGLISH) -> int:
    """Add the entries of the rulebook's template that are not there, with days counted from the meeting; answers how many.

    Errors: `NotPlanned`, `NoChecklist`.
    """
    row = locked_plan(meeting)
    plan = planned_meeting(number=meeting).plan
    template = host_checklist(plan.convention)
    if template is None or plan.kind.replace("_", "-") not in template.bodies:
        raise NoChecklist(plan.convention)
    known = set(ChecklistEntry.objects.filter(plan__meeting=meeting).values_list("code", flat=True))
    found = entries_of(template, starts_on=plan.starts_on, ends_on=plan.ends_on)
    new = [one for one in found if one.code not in known]
    for one in new:
        title, owner = wording.gettext(one.title), wording.gettext(one.owner) if one.owner else ""
        _write(row, Entry(title=title, owner=owner, due_on=one.due_on, code=one.code), by=by, at=at)
    return len(new)


@transaction.atomic
def add_entry(*, meeting: int, entry: Entry, by: User, at: datetime) -> int:
    """Add an entry at the end; answers its number. Errors: `NotPlanned`, `EntryRefused`."""
    check_entry(entry)
    return _write(locked_plan(meeting), entry, by=by, at=at)


@transaction.atomic
def change_entry(*, meeting: int, number: int, version: int, entry: Entry, by: User, at: datetime) -> None:
    """Change an entry as somebody read it at `version`; its code stays. The same values again change nothing.

    Errors: `NoSuchEntry`, `EntryRefused`; `ChangedMeanwhile` where it is not at that version any more.
    """
    check_entry(entry)
    rows = ChecklistEntry.objects.select_for_update(of=("self",)).select_related("changed_by")
    row = rows.filter(plan__meeting=meeting, pk=number).first()
    if row is None:
        raise NoSuchEntry(number)
    old, new = _values(entry_of(row)), _values(entry)
    changed = [key for key in _KEPT if old[key] != new[key]]
    if not changed:
        return
    if row.version != version:
        raise ChangedMeanwhile(version=row.version, by=row.changed_by.get_full_name())
    for key in changed:
        setattr(row, key, getattr(entry, key))
    row.version += 1
    row.changed_by, row.changed_at = by, at
    row.save()
    _step(row, {key: old[key] for key in changed}, {key: new[key] for key in changed}, by=by, at=at)


def _write(plan: MeetingPlan, entry: Entry, *, by: User, at: datetime) -> int:
    last = ChecklistEntry.objects.filter(plan=plan).aggregate(last=Max("position"))["last"] or 0
    row = ChecklistEntry.objects.create(
        plan=plan,
        code=entry.code,
        title=entry.title.strip()[:300],
        state=entry.state,
        note=entry.note.strip(),
        owner=entry.owner.strip()[:200],
        due_on=entry.due_on,
        position=last + 1,
        changed_at=at,
        changed_by=by,
    )
    _step(row, {}, {key: value for key, value in _values(entry_of(row)).items() if value}, by=by, at=at)
    return row.pk


def _values(entry: Entry) -> dict[str, Any]:
    values = {key: getattr(entry, key) for key in _KEPT}
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}


def _step(row: ChecklistEntry, before: dict[str, Any], after: dict[str, Any], *, by: User, at: datetime) -> None:
    ChecklistStep.objects.create(entry=row, before=before, after=after, at=at, by=by)
