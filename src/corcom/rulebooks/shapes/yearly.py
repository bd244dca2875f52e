"""What falls due every year on the same day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date
from typing import ClassVar, Literal

from corcom.kernel.calendar import days_in_month
from corcom.kernel.marked import Filled, gettext_noop
from corcom.rulebooks.events import Events
from corcom.rulebooks.shapes.way import Step, event_step

Covers = Literal["calendar_year_before", "calendar_year"]
COVERS: tuple[Covers, ...] = ("calendar_year_before", "calendar_year")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar year that a report covers, and the day on which it falls due."""

    year: int
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyOn:
    """A day of each year, the first time strictly after an event.

    On 29 February it falls on 28 February in years that have none. `covers` says which calendar year each time is about.

    >>> rule = YearlyOn(month=4, day=30, after="due:initial-report", covers="calendar_year_before")
    >>> rule.first({"due:initial-report": date(2011, 4, 30)})
    Period(year=2011, due_on=datetime.date(2012, 4, 30))
    """

    name: ClassVar[str] = "yearly_on"

    month: int
    day: int
    after: str
    covers: Covers

    @property
    def needs(self) -> tuple[str, ...]:
        """The event that must be known before there is a first time."""
        return (self.after,)

    def first(self, events: Events) -> Period | None:
        """The first time; None where the event is not known."""
        start = events.get(self.after)
        if start is None:
            return None
        this_year = self._on(start.year)
        return self.of_due_year(start.year if this_year > start else start.year + 1)

    def until(self, events: Events, last: date) -> Iterator[Period]:
        """Every time up to and including the first that is later than `last`: what fell due, and what comes next."""
        first = self.first(events)
        if first is None:
            return
        year = first.due_on.year
        while True:
            found = self.of_due_year(year)
            yield found
            if found.due_on > last or year == MAXYEAR:
                return
            year += 1

    def of_due_year(self, year: int) -> Period:
        """The time that falls due in a calendar year; that of the last year of the calendar for any after it."""
        year = min(year, MAXYEAR)
        return Period(year - 1 if self.covers == "calendar_year_before" else year, self._on(year))

    def way(self, events: Events, period: Period) -> tuple[Step, ...]:
        """The steps to one time."""
        start = events.get(self.after)
        if start is None:
            return ()
        words = Filled(
            gettext_noop("each year on this day, the first time after that; covers %(year)d"), year=period.year
        )
        return (event_step(self.after, start), Step(words=words, on=period.due_on))

    def _on(self, year: int) -> date:
        return date(year, self.month, min(self.day, days_in_month(year, self.month)))
