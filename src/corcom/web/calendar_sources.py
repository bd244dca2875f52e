"""What stands in the calendar, from every domain that has dates. A new one adds a line to `SOURCES`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from corcom.meetings.domain.calendar_entries import CalendarEntry, in_order
from corcom.meetings.queries import CalendarWanted, calendar_entries


class Source(Protocol):
    """Entries between two days, both among them, as they stand on `day`."""

    def __call__(self, *, first: date, last: date, day: date, wanted: CalendarWanted) -> list[CalendarEntry]: ...


# Deadlines of obligations are to come here, as entries of the kind "obligation".
SOURCES: tuple[Source, ...] = (calendar_entries,)


def every_entry(*, first: date, last: date, day: date, wanted: CalendarWanted) -> list[CalendarEntry]:
    """The entries of all sources, in order."""
    return in_order(one for source in SOURCES for one in source(first=first, last=last, day=day, wanted=wanted))


def matches(one: CalendarEntry, wanted: CalendarWanted) -> bool:
    """Whether an entry is wanted. A theme and a State narrow deadlines and leave meetings as they are."""
    asked: tuple[tuple[str, Callable[[], bool]], ...] = (
        (wanted.convention, lambda: one.convention == wanted.convention),
        (wanted.body, lambda: one.body == wanted.body),
        (wanted.theme, lambda: one.kind == "meeting" or one.theme == wanted.theme),
        (wanted.state, lambda: one.kind == "meeting" or wanted.state in {actor.code for actor in one.owners}),
    )
    return all(holds() for value, holds in asked if value)
