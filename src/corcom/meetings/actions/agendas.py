"""Agendas of planned meetings: they fill themselves, are edited by hand, and are released."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from corcom.access.models import User
from corcom.documents.models import StoredFile
from corcom.kernel.errors import ChangedMeanwhile, CorcomError
from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.domain.agenda import DraftItem, filled_agenda
from corcom.meetings.domain.agenda_json import agenda_json
from corcom.meetings.models import AgendaRelease, DraftAgendaItem, MeetingPlan, PlanEvent
from corcom.meetings.queries.agenda_sources import before_agenda
from corcom.meetings.queries.agendas import NoSuchItem, draft_agenda
from corcom.meetings.queries.plans import NotPlanned, plan_of

LONGEST = 24 * 60
"""Minutes of one item."""


class ItemRefused(CorcomError):
    """What is said of an item cannot be; `wrong` is title (there is none), minutes (too many) or file (not there)."""

    def __init__(self, wrong: str) -> None:
        super().__init__(f"agenda item: {wrong}")
        self.wrong = wrong


class EmptyAgenda(CorcomError):
    """Nothing stands on the agenda, so there is nothing to release."""

    def __init__(self) -> None:
        super().__init__("an empty agenda")


class AlreadyReleased(CorcomError):
    """The agenda was released as it stands, as `version`."""

    def __init__(self, version: int) -> None:
        super().__init__(f"released as version {version}")
        self.version = version


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemText:
    """What a person writes into an item."""

    title: str
    introduced_by: str = ""
    minutes: int = 0
    text: str = ""


@transaction.atomic
def fill_agenda(*, meeting: int, by: User, at: datetime, wording: Wording = ENGLISH) -> int:
    """Add the items that come by themselves and are not there; answers how many. Errors: `NotPlanned`.

    What was written by hand or changed stays. On an agenda that has items already the new ones come last.
    """
    plan = _plan(meeting)
    planned = plan_of(plan)
    before = before_agenda(convention=planned.convention, body=planned.body, on=planned.starts_on)
    known = set(plan.items.values_list("key", flat=True))
    new = [item for item in filled_agenda(before, wording) if item.key not in known]
    first = _last_position(plan) + 1
    for position, item in enumerate(new, start=first):
        _write(plan, item, position, by=by, at=at)
    return len(new)


@transaction.atomic
def add_item(*, meeting: int, item: ItemText, by: User, at: datetime) -> int:
    """Add an item at the end; answers its number. Errors: `NotPlanned`, `ItemRefused`."""
    _check(item)
    plan = _plan(meeting)
    made = DraftItem(
        title=item.title.strip(), introduced_by=item.introduced_by.strip(), minutes=item.minutes, text=item.text.strip()
    )
    row = _write(plan, made, _last_position(plan) + 1, by=by, at=at)
    _step(plan, "item_added", {}, {"title": row.title}, by=by, at=at)
    return row.pk


@transaction.atomic
def change_item(*, meeting: int, number: int, version: int, item: ItemText, by: User, at: datetime) -> None:
    """Change an item as somebody read it at `version`.

    Errors: `NoSuchItem`, `ItemRefused`; `ChangedMeanwhile` where it is not at that version any more.
    """
    _check(item)
    row = _item(meeting, number)
    if row.version != version:
        raise ChangedMeanwhile(version=row.version, by=row.changed_by.get_full_name())
    new = {
        "title": item.title.strip()[:500],
        "introduced_by": item.introduced_by.strip()[:200],
        "minutes": item.minutes,
        "text": item.text.strip(),
    }
    before = {key: getattr(row, key) for key, value in new.items() if getattr(row, key) != value}
    if not before:
        return
    for key, value in new.items():
        setattr(row, key, value)
    _save(row, by=by, at=at)
    _step(row.plan, "item_changed", before, {key: new[key] for key in before}, by=by, at=at)


@transaction.atomic
def put_papers(*, meeting: int, number: int, files: Sequence[int], by: User, at: datetime) -> None:
    """Make these stored files the papers of an item. Errors: `NoSuchItem`, `ItemRefused`."""
    row = _item(meeting, number)
    found = StoredFile.objects.filter(pk__in=files)
    if len(found) != len(set(files)):
        raise ItemRefused("file")
    row.papers.set(found)
    _save(row, by=by, at=at)


@transaction.atomic
def move_item(*, meeting: int, number: int, to: int) -> None:
    """Put an item at a place from 1 on; the others make room. Errors: `NoSuchItem`."""
    plan = _plan(meeting)
    rows = list(plan.items.all())
    row = next((one for one in rows if one.pk == number), None)
    if row is None:
        raise NoSuchItem(number)
    rows.remove(row)
    rows.insert(min(max(to, 1), len(rows) + 1) - 1, row)
    for position, one in enumerate(rows, start=1):
        if one.position != position:
            DraftAgendaItem.objects.filter(pk=one.pk).update(position=position)


@transaction.atomic
def mark_unfinished(*, meeting: int, number: int, unfinished: bool, by: User, at: datetime) -> None:
    """Say that an item was not dealt with, so that the next agenda takes it up; or that it was. Errors: `NoSuchItem`."""
    row = _item(meeting, number)
    row.unfinished = unfinished
    _save(row, by=by, at=at)


@transaction.atomic
def withdraw_item(*, meeting: int, number: int, by: User, at: datetime) -> None:
    """Take an item off a draft agenda; its words stay in the history of the meeting. Errors: `NoSuchItem`."""
    row = _item(meeting, number)
    said = {"title": row.title, "introduced_by": row.introduced_by, "minutes": row.minutes, "text": row.text}
    _step(row.plan, "item_withdrawn", {key: value for key, value in said.items() if value}, {}, by=by, at=at)
    row.delete()


@transaction.atomic
def release_agenda(*, meeting: int, by: User, at: datetime) -> int:
    """Release the agenda as it stands; answers its version. What was released never changes; a later version replaces it.

    Errors: `NotPlanned`, `EmptyAgenda`, `AlreadyReleased`.
    """
    plan = _plan(meeting)
    lines = [(line.item, [paper.name for paper in line.papers]) for line in draft_agenda(meeting=meeting)]
    if not lines:
        raise EmptyAgenda
    last = plan.releases.first()
    version = last.version + 1 if last else 1
    content = agenda_json(plan_of(plan), lines, version=version)
    if last and {**last.content, "version": version} == content:
        raise AlreadyReleased(last.version)
    AgendaRelease.objects.create(plan=plan, version=version, content=content, released_at=at, released_by=by)
    _step(plan, "released", {}, {"version": version}, by=by, at=at)
    return version


def _plan(meeting: int) -> MeetingPlan:
    """The plan, locked: whoever else writes to its agenda waits."""
    rows = MeetingPlan.objects.select_for_update(of=("self",)).select_related("meeting")
    plan = rows.filter(meeting=meeting).first()
    if plan is None:
        raise NotPlanned(meeting)
    return plan


def _item(meeting: int, number: int) -> DraftAgendaItem:
    rows = DraftAgendaItem.objects.select_for_update(of=("self",)).select_related("plan", "changed_by")
    row = rows.filter(plan__meeting=meeting, pk=number).first()
    if row is None:
        raise NoSuchItem(number)
    return row


def _check(item: ItemText) -> None:
    if not item.title.strip():
        raise ItemRefused("title")
    if not 0 <= item.minutes <= LONGEST:
        raise ItemRefused("minutes")


def _last_position(plan: MeetingPlan) -> int:
    return plan.items.aggregate(last=Max("position"))["last"] or 0


def _write(plan: MeetingPlan, item: DraftItem, position: int, *, by: User, at: datetime) -> DraftAgendaItem:
    return DraftAgendaItem.objects.create(
        plan=plan,
        position=position,
        title=item.title[:500],
        introduced_by=item.introduced_by[:200],
        minutes=item.minutes,
        text=item.text,
        origin=item.origin,
        key=item.key,
        came_on=item.came_on,
        open=item.open,
        due=item.due,
        changed_at=at,
        changed_by=by,
    )


def _save(row: DraftAgendaItem, *, by: User, at: datetime) -> None:
    row.version += 1
    row.changed_by, row.changed_at = by, at
    row.save()


def _step(
    plan: MeetingPlan, kind: str, before: dict[str, object], after: dict[str, object], *, by: User, at: datetime
) -> None:
    PlanEvent.objects.create(plan=plan, kind=kind, at=at, by=by, before=before, after=after)
