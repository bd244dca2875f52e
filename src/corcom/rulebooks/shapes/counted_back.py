"""Shapes that count days, or to a day of the week, back from an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from corcom.kernel.calendar import add_months
from corcom.kernel.marked import Filled, gettext_noop
from corcom.rulebooks.events import Events
from corcom.rulebooks.shapes.shape import Shape

WEEKDAYS: dict[str, str] = {
    "monday": gettext_noop("Monday"),
    "tuesday": gettext_noop("Tuesday"),
    "wednesday": gettext_noop("Wednesday"),
    "thursday": gettext_noop("Thursday"),
    "friday": gettext_noop("Friday"),
    "saturday": gettext_noop("Saturday"),
    "sunday": gettext_noop("Sunday"),
}
"""The days of the week in their order, by the word that a rulebook writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysBefore(Shape):
    """A number of days before an event; the day of the event is day 0.

    >>> DaysBefore(event="step:package", days=1).on({"step:package": date(2003, 12, 5)})
    datetime.date(2003, 12, 4)
    """

    name: ClassVar[str] = "days_before"
    numbers: ClassVar[tuple[str, ...]] = ("days",)
    days: int

    @property
    def words(self) -> Filled:
        if self.days == 1:
            return Filled(gettext_noop("the day before"))
        return Filled(gettext_noop("minus %(days)d days"), days=self.days)

    def _counted(self, events: Events) -> date | None:
        start = events.get(self.event)
        return None if start is None else start - timedelta(days=self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayOnOrBefore(Shape):
    """The last such day of the week that is at least a number of months before an event.

    The same day of the month is taken `months` earlier, rounded down in a shorter month, which is the earlier day; then
    the last such weekday on it or before it.

    >>> shape = WeekdayOnOrBefore(event="meeting_start", months=2, weekday="friday")
    >>> shape.on({"meeting_start": date(2004, 2, 9)})
    datetime.date(2003, 12, 5)
    """

    name: ClassVar[str] = "weekday_on_or_before"
    numbers: ClassVar[tuple[str, ...]] = ("months",)
    months: int
    weekday: str

    @property
    def words(self) -> Filled:
        template = gettext_noop("the last %(weekday)s at least %(months)d months before")
        return Filled(template, weekday=WEEKDAYS[self.weekday], months=self.months)

    def _counted(self, events: Events) -> date | None:
        start = events.get(self.event)
        if start is None:
            return None
        latest = add_months(start, -self.months)
        return latest - timedelta(days=(latest.weekday() - list(WEEKDAYS).index(self.weekday)) % 7)
