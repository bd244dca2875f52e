"""Agendas of planned meetings: the draft, what it fills itself from, and what was released."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from corcom.followup.domain.arising import MattersArising
from corcom.followup.queries import matters_arising
from corcom.kernel.errors import CorcomError
from corcom.meetings.domain.agenda import Before, DraftItem, Origin
from corcom.meetings.models import AgendaItem, AgendaRelease, DraftAgendaItem, Meeting
from corcom.meetings.queries.held import USUAL_INTERVAL, meeting_days


class NoSuchItem(CorcomError):
    """There is no such item on this agenda, or not any more."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no agenda item {number}")
        self.number = number


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A stored document that belongs to an item."""

    file_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """An item of a draft agenda: `id` is its row, `place` its number from 1 on, `version` what somebody read."""

    id: int
    place: int
    item: DraftItem
    papers: tuple[Paper, ...]
    unfinished: bool
    version: int
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """An agenda as it went out. `content` is what `agenda_json` made of it that day."""

    version: int
    content: dict[str, object]
    at: datetime
    by: str


def draft_agenda(*, meeting: int) -> list[AgendaLine]:
    """The draft agenda of a planned meeting, in its order. Two SQL queries."""
    rows = DraftAgendaItem.objects.filter(plan__meeting=meeting).select_related("changed_by")
    return [_line(row, place) for place, row in enumerate(rows.prefetch_related("papers"), start=1)]


def agenda_item(*, meeting: int, number: int) -> AgendaLine:
    """One item of a draft agenda. Two SQL queries. Errors: `NoSuchItem`."""
    for line in draft_agenda(meeting=meeting):
        if line.id == number:
            return line
    raise NoSuchItem(number)


def releases_of(*, meeting: int) -> list[Release]:
    """The agendas that were released for a meeting, the latest first. One SQL query."""
    rows = AgendaRelease.objects.filter(plan__meeting=meeting).select_related("released_by")
    return [_release(row) for row in rows]


def latest_release(*, meeting: int) -> Release | None:
    """The agenda that holds; None where none was released. One SQL query."""
    return next(iter(releases_of(meeting=meeting)), None)


def release_of(*, meeting: int, version: int) -> Release | None:
    """One release of an agenda. One SQL query."""
    return next((one for one in releases_of(meeting=meeting) if one.version == version), None)


def what_arises(*, convention: str, body: str, on: date) -> MattersArising | None:
    """The matters arising for the meeting of a body on a day; None where it never met before. Five SQL queries at most."""
    days = meeting_days(convention=convention, body=body, day=on, next_on=on, following_on=on + USUAL_INTERVAL)
    if days is None:
        return None
    return matters_arising(
        convention=convention, body=body, since=days.since, next_on=on, following_on=days.following_on
    )


def before_agenda(*, convention: str, body: str, on: date) -> Before:
    """What the agenda of a meeting fills itself from. Eight SQL queries at most."""
    arising = what_arises(convention=convention, body=body, on=on)
    if arising is None:
        return Before()
    last = Meeting.objects.get(convention=convention, body=body, starts_on=arising.since)
    drafted = list(DraftAgendaItem.objects.filter(plan__meeting=last))
    pending = (*arising.overdue, *arising.fell_due, *arising.falls_due, *arising.open, *arising.decisions)
    return Before(
        last_on=arising.since,
        usual=[_again(row) for row in drafted if not row.unfinished] if drafted else _recorded(last),
        unfinished=[_again(row) for row in drafted if row.unfinished],
        open=len(pending),
        due=len(arising.overdue) + len(arising.fell_due),
    )


def _again(row: DraftAgendaItem) -> DraftItem:
    return DraftItem(title=row.title, introduced_by=row.introduced_by, minutes=row.minutes)


def _recorded(meeting: Meeting) -> list[DraftItem]:
    """The agenda as the record has it, without what is an item of an item."""
    rows = AgendaItem.objects.filter(meeting=meeting)
    return [DraftItem(title=row.title) for row in rows if "." not in row.number.strip(".")]


def item_of(row: DraftAgendaItem) -> DraftItem:
    """A row as a value."""
    return DraftItem(
        title=row.title,
        origin=cast("Origin", row.origin),
        key=row.key,
        introduced_by=row.introduced_by,
        minutes=row.minutes,
        text=row.text,
        came_on=row.came_on,
        open=row.open,
        due=row.due,
    )


def _line(row: DraftAgendaItem, place: int) -> AgendaLine:
    return AgendaLine(
        id=row.pk,
        place=place,
        item=item_of(row),
        papers=tuple(Paper(file_id=paper.pk, name=paper.name) for paper in row.papers.all()),
        unfinished=row.unfinished,
        version=row.version,
        changed_at=row.changed_at,
        changed_by=row.changed_by.get_full_name(),
    )


def _release(row: AgendaRelease) -> Release:
    return Release(version=row.version, content=row.content, at=row.released_at, by=row.released_by.get_full_name())
