"""What stands in the calendar, from every domain that has dates. A new one adds a line to `SOURCES`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from corcom.meetings.domain.calendar_entries import CalendarEntry, in_order
from corcom.meetings.queries import CalendarWanted, calendar_entries
from corcom.web.addresses import page_of
from corcom.web.calendar.obligations import obligation_entries
from corcom.web.calendar.obligations import together as obligations_together
from corcom.web.places import meeting_address


class Source(Protocol):
    """Entries between two days, both among them, as they stand on `day`."""

    def __call__(self, *, first: date, last: date, day: date, wanted: CalendarWanted) -> Sequence[CalendarEntry]: ...


SOURCES: tuple[Source, ...] = (calendar_entries, obligation_entries)


def every_entry(*, first: date, last: date, day: date, wanted: CalendarWanted) -> list[CalendarEntry]:
    """The entries of all sources, in order."""
    return in_order(one for source in SOURCES for one in source(first=first, last=last, day=day, wanted=wanted))


def together(entries: Sequence[CalendarEntry], wanted: CalendarWanted) -> list[CalendarEntry]:
    """The entries as they are shown, in order: what many States owe on one day as one, unless one State is asked for."""
    return in_order(entries if wanted.state else obligations_together(entries))


def entry_address(one: CalendarEntry) -> str:
    """The page of an entry."""
    if one.address:
        return one.address
    return meeting_address(one.number) if one.kind == "meeting" else page_of(one.kind, one.number)


def matches(one: CalendarEntry, wanted: CalendarWanted) -> bool:
    """Whether an entry is wanted. A theme and a State narrow deadlines and leave meetings as they are."""
    asked: tuple[tuple[str, Callable[[], bool]], ...] = (
        (wanted.convention, lambda: one.convention == wanted.convention),
        (wanted.body, lambda: one.body == wanted.body),
        (wanted.theme, lambda: one.kind == "meeting" or one.theme == wanted.theme),
        (wanted.state, lambda: one.kind == "meeting" or wanted.state in {actor.code for actor in one.owners}),
    )
    return all(holds() for value, holds in asked if value)
