"""Dates of other forums, as people recorded them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corcom.meetings.domain.clash import Taken
from corcom.meetings.models import ForumDates


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum:
    """When another forum meets, both ends among the days, with the source of that and who recorded it."""

    number: int
    name: str
    starts_on: date
    ends_on: date
    place: str
    source: str
    by: str


def forum_dates(*, since: date | None = None) -> list[Forum]:
    """Dates of other forums that end on `since` or later, soonest first. One SQL query."""
    rows = ForumDates.objects.filter(withdrawn_at=None).select_related("recorded_by")
    if since:
        rows = rows.filter(ends_on__gte=since)
    return [
        Forum(
            number=row.pk,
            name=row.name,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            place=row.place,
            source=row.source,
            by=row.recorded_by.get_full_name(),
        )
        for row in rows
    ]


def forums_taken(starts_on: date, ends_on: date) -> list[Taken]:
    """Those that meet between two days, both among them. One SQL query."""
    rows = ForumDates.objects.filter(withdrawn_at=None, starts_on__lte=ends_on, ends_on__gte=starts_on)
    return [Taken(name=row.name, starts_on=row.starts_on, ends_on=row.ends_on, place=row.place) for row in rows]
