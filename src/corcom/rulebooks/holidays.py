"""Official holidays of the United Nations at one duty station: published lists, and rules for the years without one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from corcom.kernel.calendar import FRIDAY, SATURDAY, easter, last_of_month

Basis = Literal["listed", "computed", "unknown"]
"""How the holidays of a year are known: from the list of that year, by the rules of the place, or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """The same day of each year."""

    month: int
    day: int

    def on(self, year: int) -> date:
        """The day in a year; the month must have it in every year."""
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class FromEaster:
    """A number of days after Easter Sunday, or before it where negative."""

    days: int

    def on(self, year: int) -> date:
        """The day in a year."""
        return easter(year) + timedelta(days=self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class NthWeekday:
    """The nth such weekday of a month (-1 for the last), and `days` after it.

    >>> NthWeekday(month=9, weekday=6, nth=1, days=4).on(2016)
    datetime.date(2016, 9, 8)
    """

    month: int
    weekday: int
    nth: int
    days: int = 0

    def on(self, year: int) -> date:
        """The day in a year."""
        if self.nth < 0:
            last = last_of_month(date(year, self.month, 1))
            found = last - timedelta(days=(last.weekday() - self.weekday) % 7, weeks=-self.nth - 1)
        else:
            first = date(year, self.month, 1)
            found = first + timedelta(days=(self.weekday - first.weekday()) % 7, weeks=self.nth - 1)
        return found + timedelta(days=self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What holds between two days; without one, as long as the rules of the place do."""

    name: str
    since: date | None
    until: date | None

    def holds_in(self, year: int) -> bool:
        """Whether it holds at the beginning of a year."""
        day = date(year, 1, 1)
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayRule(Dated):
    """One holiday of each year."""

    day: Fixed | FromEaster | NthWeekday


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayList:
    """The holidays that a circular names for one year."""

    year: int
    source: str
    days: Mapping[date, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holidays:
    """The holidays of one duty station. `not_known` names those of which neither a list nor a rule says the day."""

    code: str
    name: str
    source: str
    reading: str
    since: date
    until: date
    rules: tuple[HolidayRule, ...]
    not_known: tuple[Dated, ...]
    lists: tuple[HolidayList, ...]

    def basis(self, year: int) -> Basis:
        """How the holidays of a year are known."""
        if any(each.year == year for each in self.lists):
            return "listed"
        return "computed" if self.since <= date(year, 1, 1) < self.until else "unknown"

    def gaps(self, year: int) -> tuple[str, ...]:
        """The holidays of a year of which the day is not known, by name; none for a year that has its list."""
        if self.basis(year) != "computed":
            return ()
        return tuple(each.name for each in self.not_known if each.holds_in(year))

    def of_year(self, year: int) -> Mapping[date, str]:
        """The holidays of a year by their day, each where it is kept; empty where nothing is known."""
        return _of_year(self, year)

    def holiday(self, day: date) -> str:
        """The name of the holiday that is kept on a day; "" on any other."""
        return self.of_year(day.year).get(day, "")

    def __hash__(self) -> int:
        return hash((self.code, self.since, self.until))


@lru_cache(maxsize=200)
def _of_year(place: Holidays, year: int) -> Mapping[date, str]:
    for each in place.lists:
        if each.year == year:
            return each.days
    if place.basis(year) == "unknown":
        return {}
    found = ((kept_on(rule.day.on(year)), rule.name) for rule in place.rules if rule.holds_in(year))
    return dict(sorted(found))


def kept_on(day: date) -> date:
    """The day on which a holiday is kept: on a weekend, the nearest working day of the same year.

    >>> kept_on(date(2020, 7, 4)), kept_on(date(2017, 1, 1)), kept_on(date(2005, 1, 1))
    (datetime.date(2020, 7, 3), datetime.date(2017, 1, 2), datetime.date(2005, 1, 3))
    """
    if day.weekday() <= FRIDAY:
        return day
    if day.weekday() == SATURDAY:
        before = day - timedelta(days=1)
        return before if before.year == day.year else day + timedelta(days=2)
    return day + timedelta(days=1)
