"""The host's checklist of a meeting, and what was changed on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from corcom.kernel.errors import CorcomError
from corcom.participation.domain.checklist import Entry, State
from corcom.participation.models import ChecklistEntry, ChecklistStep


class NoSuchEntry(CorcomError):
    """The checklist of the meeting has no entry with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no entry {number}")
        self.number = number


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """An entry as it stands, with its version and who changed it last."""

    number: int
    entry: Entry
    version: int
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """One change of an entry: the values before and after."""

    title: str
    before: dict[str, Any]
    after: dict[str, Any]
    at: datetime
    by: str


def checklist_of(*, meeting: int) -> list[EntryLine]:
    """The entries in their order. One SQL query."""
    rows = ChecklistEntry.objects.filter(plan__meeting=meeting).select_related("changed_by")
    return [entry_line(row) for row in rows]


def checklist_entry(*, meeting: int, number: int) -> EntryLine:
    """One entry. One SQL query. Errors: `NoSuchEntry`."""
    row = ChecklistEntry.objects.filter(plan__meeting=meeting, pk=number).select_related("changed_by").first()
    if row is None:
        raise NoSuchEntry(number)
    return entry_line(row)


def checklist_changes(*, meeting: int, number: int | None = None) -> list[EntryChange]:
    """What was changed on a checklist, or on one entry, the latest first. One SQL query."""
    rows = ChecklistStep.objects.filter(entry__plan__meeting=meeting).select_related("by", "entry").order_by("-id")
    if number is not None:
        rows = rows.filter(entry=number)
    return [
        EntryChange(title=row.entry.title, before=row.before, after=row.after, at=row.at, by=row.by.get_full_name())
        for row in rows
    ]


def entry_of(row: ChecklistEntry) -> Entry:
    """A row as a value."""
    return Entry(
        title=row.title,
        state=cast("State", row.state),
        note=row.note,
        owner=row.owner,
        due_on=row.due_on,
        code=row.code,
    )


def entry_line(row: ChecklistEntry) -> EntryLine:
    """A row as a line of a list."""
    return EntryLine(
        number=row.pk,
        entry=entry_of(row),
        version=row.version,
        changed_at=row.changed_at,
        changed_by=row.changed_by.get_full_name(),
    )
