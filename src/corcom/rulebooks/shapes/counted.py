"""Shapes that count days, months or years from an event.

Months and years keep the day of the month; where a month is too short for it, its last day is taken, never a day of the
month after (29 February and 8 years is 29 February, 29 February and 1 year is 28 February).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from corcom.kernel.calendar import add_months, first_of_nth_month_after
from corcom.kernel.marked import Filled, gettext_noop
from corcom.rulebooks.events import Events
from corcom.rulebooks.shapes.shape import Shape
from corcom.rulebooks.shapes.way import Step, event_step

YEAR = 12
"""Months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysAfter(Shape):
    """A number of days after an event; the day of the event is day 0.

    >>> DaysAfter(event="entry_into_force", days=180).on({"entry_into_force": date(2015, 11, 1)})
    datetime.date(2016, 4, 29)
    """

    name: ClassVar[str] = "days_after"
    numbers: ClassVar[tuple[str, ...]] = ("days",)
    days: int

    @property
    def words(self) -> Filled:
        return Filled(gettext_noop("plus %(days)d days"), days=self.days)

    def _counted(self, events: Events) -> date | None:
        start = events.get(self.event)
        return None if start is None else start + timedelta(days=self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsAfter(Shape):
    """The same day of the month, a number of months after an event; rounded down in a shorter month.

    >>> MonthsAfter(event="withdrawal_notice", months=6).on({"withdrawal_notice": date(2024, 8, 31)})
    datetime.date(2025, 2, 28)
    """

    name: ClassVar[str] = "months_after"
    numbers: ClassVar[tuple[str, ...]] = ("months",)
    months: int

    @property
    def words(self) -> Filled:
        return Filled(gettext_noop("plus %(months)d months"), months=self.months)

    def _counted(self, events: Events) -> date | None:
        start = events.get(self.event)
        return None if start is None else add_months(start, self.months)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsAfterOutsideConflict(MonthsAfter):
    """Months after an event, and not before an armed conflict in which the State then was has ended.

    Source: CCM and APMBC, Article 20(3). Where no armed conflict is recorded, only the months count.

    >>> rule = MonthsAfterOutsideConflict(event="withdrawal_notice", months=6)
    >>> rule.on({"withdrawal_notice": date(2024, 9, 6), "end_of_conflict": date(2025, 5, 1)})
    datetime.date(2025, 5, 1)
    """

    name: ClassVar[str] = "months_after_outside_conflict"
    waits_for: ClassVar[tuple[str, ...]] = ("end_of_conflict",)

    def on(self, events: Events) -> date | None:
        counted = Shape.on(self, events)
        return None if counted is None else max(counted, events.get("end_of_conflict", counted))

    def way(self, events: Events) -> tuple[Step, ...]:
        steps, end = Shape.way(self, events), events.get("end_of_conflict")
        if end is None or (counted := Shape.on(self, events)) is None or end <= counted:
            return steps
        return (*steps, event_step("end_of_conflict", end))


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsAfter(Shape):
    """The same day, a number of years after an event; 29 February becomes 28 February where there is none.

    >>> YearsAfter(event="entry_into_force", years=8).on({"entry_into_force": date(2010, 8, 1)})
    datetime.date(2018, 8, 1)
    """

    name: ClassVar[str] = "years_after"
    numbers: ClassVar[tuple[str, ...]] = ("years",)
    years: int

    @property
    def words(self) -> Filled:
        return Filled(gettext_noop("plus %(years)d years"), years=self.years)

    def _counted(self, events: Events) -> date | None:
        start = events.get(self.event)
        return None if start is None else add_months(start, YEAR * self.years)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithinYears(YearsAfter):
    """The last day of a number of years of which the day of the event is the first.

    Source: ATT, Article 13(1), "within the first year after entry into force": 24 December 2014 gives 23 December 2015.

    >>> WithinYears(event="entry_into_force", years=1).on({"entry_into_force": date(2014, 12, 24)})
    datetime.date(2015, 12, 23)
    """

    name: ClassVar[str] = "within_years"

    @property
    def words(self) -> Filled:
        return Filled(gettext_noop("the last day of %(years)d years that begin then"), years=self.years)

    def _counted(self, events: Events) -> date | None:
        start = events.get(self.event)
        return None if start is None else add_months(start, YEAR * self.years) - timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstDayOfMonthAfter(Shape):
    """The first day of the nth month after the month of an event; the day within the month plays no part.

    >>> FirstDayOfMonthAfter(event="deposit", months=6).on({"deposit": date(2010, 2, 16)})
    datetime.date(2010, 8, 1)
    """

    name: ClassVar[str] = "first_day_of_month_after"
    numbers: ClassVar[tuple[str, ...]] = ("months",)
    months: int

    @property
    def words(self) -> Filled:
        return Filled(gettext_noop("the first day of month %(months)d after that month"), months=self.months)

    def _counted(self, events: Events) -> date | None:
        start = events.get(self.event)
        return None if start is None else first_of_nth_month_after(start, self.months)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsAfterLatest(Shape):
    """Years after the latest of several events; those of which nothing is recorded do not count.

    The first of them must be known. Source: CCM, Article 4(1)(a) and (b): ten years after entry into force, or after the
    end of the hostilities by which the land was contaminated later.

    >>> rule = YearsAfterLatest(events=("entry_into_force", "end_of_hostilities"), years=10)
    >>> rule.on({"entry_into_force": date(2010, 8, 1)})
    datetime.date(2020, 8, 1)
    """

    name: ClassVar[str] = "years_after_latest"
    numbers: ClassVar[tuple[str, ...]] = ("years",)
    events: tuple[str, ...]
    years: int

    @property
    def needs(self) -> tuple[str, ...]:
        return self.events[:1]

    @property
    def words(self) -> Filled:
        return Filled(gettext_noop("plus %(years)d years"), years=self.years)

    def _counted(self, events: Events) -> date | None:
        if self.events[0] not in events:
            return None
        return add_months(max(events[name] for name in self.events if name in events), YEAR * self.years)

    def _start(self, events: Events) -> tuple[Step, ...]:
        return tuple(event_step(name, events[name]) for name in self.events if name in events)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsBefore(Shape):
    """The same day of the month, a number of months before an event; rounded down, which is the earlier day.

    >>> MonthsBefore(event="meeting", months=9).on({"meeting": date(2019, 9, 2)})
    datetime.date(2018, 12, 2)
    """

    name: ClassVar[str] = "months_before"
    numbers: ClassVar[tuple[str, ...]] = ("months",)
    months: int

    @property
    def words(self) -> Filled:
        return Filled(gettext_noop("minus %(months)d months"), months=self.months)

    def _counted(self, events: Events) -> date | None:
        start = events.get(self.event)
        return None if start is None else add_months(start, -self.months)
