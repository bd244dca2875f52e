"""Days, months and years: arithmetic that says how it rounds, and dates that are only partly known.

A date in a record is written after ISO 8601 as far as it is known: `2016-05-26`, `2016-05`, `2016`, or a period
`start/end` of two such values. `earliest` and `latest` give the first and the last day that a value can mean; both ends
of a period belong to it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from corcom.kernel.errors import CorcomError

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


class NotADate(CorcomError, ValueError):
    """A text that is no ISO 8601 day, month, year or period."""

    def __init__(self, value: str) -> None:
        super().__init__(value)
        self.value = value


LAST_YEAR = 2199
"""Yearly obligations of every State are worked out until the day that is asked for: thousands of years of them would take minutes."""


def first_of_month(day: date) -> date:
    """The first day of the month of `day`.

    >>> first_of_month(date(2016, 4, 28))
    datetime.date(2016, 4, 1)
    """
    return day.replace(day=1)


def last_of_month(day: date) -> date:
    """The last day of the month of `day`.

    >>> last_of_month(date(2016, 2, 3))
    datetime.date(2016, 2, 29)
    """
    return day.replace(day=days_in_month(day.year, day.month))


def days_in_month(year: int, month: int) -> int:
    """How many days a month has.

    >>> days_in_month(2100, 2)
    28
    """
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later or, if negative, earlier.

    Rounds down: where the month is too short for the day, its last day is taken, never a day of the month after.

    >>> add_months(date(2016, 1, 31), 1)
    datetime.date(2016, 2, 29)
    >>> add_months(date(2016, 3, 31), -13)
    datetime.date(2015, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    return date(year, month, min(day.day, days_in_month(year, month)))


def first_of_nth_month_after(day: date, months: int) -> date:
    """The first day of the nth month after the month of `day`: how conventions count to their entry into force.

    The day within the month plays no part: the 1st and the 31st give the same answer.

    >>> first_of_nth_month_after(date(2010, 2, 16), 6)
    datetime.date(2010, 8, 1)
    """
    return add_months(first_of_month(day), months)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of `day`.

    >>> week_of(date(2003, 10, 8))
    (datetime.date(2003, 10, 6), datetime.date(2003, 10, 12))
    """
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weekday_after(day: date, weekday: int) -> date:
    """The first such weekday after `day`; never `day` itself.

    >>> weekday_after(date(2016, 4, 28), THURSDAY)
    datetime.date(2016, 5, 5)
    """
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday before `day`; never `day` itself.

    >>> weekday_before(date(2016, 4, 28), THURSDAY)
    datetime.date(2016, 4, 21)
    """
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def end_of_working_week(day: date) -> date:
    """Friday of the week of `day`; on a Saturday or Sunday, the Friday that comes.

    >>> end_of_working_week(date(2003, 10, 8))
    datetime.date(2003, 10, 10)
    """
    return day + timedelta(days=(FRIDAY - day.weekday()) % 7)


def add_working_days(day: date, days: int) -> date:
    """`days` days from Monday to Friday after `day`; public holidays are not known here.

    >>> add_working_days(date(2016, 4, 28), 3)
    datetime.date(2016, 5, 3)
    """
    weeks, rest = divmod(days, 5)
    end = day + timedelta(weeks=weeks)
    while end.weekday() > FRIDAY:
        end -= timedelta(days=1)
    for _ in range(rest):
        end += timedelta(days=1)
        while end.weekday() > FRIDAY:
            end += timedelta(days=1)
    return end


def quarter(year: int, number: int) -> tuple[date, date]:
    """First and last day of a quarter of a calendar year, 1 to 4.

    >>> quarter(2017, 2)
    (datetime.date(2017, 4, 1), datetime.date(2017, 6, 30))
    """
    start = date(year, 3 * number - 2, 1)
    return start, last_of_month(add_months(start, 2))


def iso_month(year: int, month: int) -> str:
    """A month in ISO 8601.

    >>> iso_month(2016, 5)
    '2016-05'
    """
    return f"{year:04d}-{month:02d}"


def iso_period(start: date | str, end: date | str) -> str:
    """A period in ISO 8601; both ends belong to it.

    >>> iso_period(date(2012, 4, 16), date(2012, 4, 19))
    '2012-04-16/2012-04-19'
    """
    return f"{start}/{end}"


def earliest(value: str) -> date:
    """The first day that an ISO 8601 day, month, year or period can mean; raises `NotADate`.

    >>> earliest("2016-05")
    datetime.date(2016, 5, 1)
    >>> earliest("2012/2013")
    datetime.date(2012, 1, 1)
    """
    return _bounds(value)[0]


def latest(value: str) -> date:
    """The last day that an ISO 8601 day, month, year or period can mean; raises `NotADate`.

    >>> latest("2016-05")
    datetime.date(2016, 5, 31)
    >>> latest("2011-02-24/2011-03")
    datetime.date(2011, 3, 31)
    """
    return _bounds(value)[1]


def exact_day(value: str) -> date:
    """The day written as year-month-day, and in no other way of ISO 8601; raises `NotADate`.

    >>> exact_day("2016-04-28")
    datetime.date(2016, 4, 28)
    """
    if len(value) != len("2016-04-28") or "/" in value:
        raise NotADate(value)
    return _bounds(value)[0]


def is_iso(value: str) -> bool:
    """Whether a text is an ISO 8601 day, month, year or period that exists and does not run backwards.

    >>> is_iso("2015-02-29"), is_iso("2016-02-29"), is_iso("2013/2012")
    (False, True, False)
    """
    try:
        _bounds(value)
    except NotADate:
        return False
    return True


@lru_cache(maxsize=4096)
def _bounds(value: str) -> tuple[date, date]:
    """First and last day of a day, month, year or period."""
    start, slash, end = value.partition("/")
    first, last = _partial(start, value)
    if slash:
        last = _partial(end, value)[1]
        if last < first:
            raise NotADate(value)
    return first, last


def _partial(part: str, whole: str) -> tuple[date, date]:
    """First and last day of a day, month or year."""
    found = _PARTIAL.fullmatch(part)
    if not found:
        raise NotADate(whole)
    year, month, day = (int(number) if number else None for number in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise NotADate(whole) from error
    if day:
        return first, first
    return first, last_of_month(first) if month else first.replace(month=12, day=31)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    >>> easter(2019), easter(2022)
    (datetime.date(2019, 4, 21), datetime.date(2022, 4, 17))
    """
    golden, century = year % 19, year // 100
    skipped = century // 4
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    days = moon + weekday - 7 * late + 114
    return date(year, days // 31, days % 31 + 1)
