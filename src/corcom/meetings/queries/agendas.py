"""Draft agendas of planned meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from corcom.kernel.errors import CorcomError
from corcom.meetings.domain.agenda import DraftItem, Origin
from corcom.meetings.models import DraftAgendaItem


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
