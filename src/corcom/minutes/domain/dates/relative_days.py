"""The days that relative words mean, seen from a day: "within two weeks" is the fourteen days that follow."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from corcom.kernel.calendar import (
    add_months,
    add_working_days,
    days_in_month,
    end_of_working_week,
    iso_month,
    iso_period,
    quarter,
    week_of,
    weekday_after,
    weekday_before,
)
from corcom.minutes.domain.dates.date_mention import Bound
from corcom.minutes.domain.dates.date_words import WEEKDAY_NUMBERS, number_of, ordinal_of

AHEAD = ("next", "coming", "following", "ensuing", "forthcoming", "upcoming")
BEHIND = ("last", "past", "previous", "preceding")
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_LASTING = frozenset({"over", "during", "for", "throughout", "in the course of"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What a relative date is seen from: a day, its own bound (and the words of it), and the tense of the words before it."""

    day: date
    bound: Bound | None = None
    phrase: str = ""
    back: bool | None = None


def relative_value(form: str, found: re.Match[str], seen: Seen) -> str | None:
    """The ISO 8601 value of a form; None where its words are too vague or the calendar ends."""
    try:
        return _VALUES[form](found, seen)
    except (ValueError, OverflowError):
        return None


def _moved(day: date, count: int, unit: str) -> date:
    """`count` units after `day`, or before it where negative; months and years clamp to the end of the month."""
    if unit in _MONTHS:
        return add_months(day, count * _MONTHS[unit])
    if unit in {"week", "fortnight"}:
        return day + timedelta(weeks=count if unit == "week" else 2 * count)
    if unit.startswith(("working", "business")) and count >= 0:
        return add_working_days(day, count)
    return day + timedelta(days=count)


def _around(day: date, unit: str) -> str:
    """The week, month, quarter or year of a day, or the day itself."""
    if unit == "week":
        return iso_period(*week_of(day))
    if unit == "quarter":
        return iso_period(*quarter(day.year, (day.month + 2) // 3))
    if unit == "month":
        return iso_month(day.year, day.month)
    return f"{day.year:04d}" if unit == "year" else day.isoformat()


def _neighbour(day: date, unit: str, step: int) -> date:
    """A day in the week, month, quarter or year after (1) or before (-1) that of `day`."""
    first = day.replace(day=1) if unit in _MONTHS else week_of(day)[0] if unit == "week" else day
    return _moved(first, step, unit)


def _step(word: str | None) -> int:
    low = (word or "").lower()
    return 1 if low in AHEAD else -1 if low in BEHIND else 0


def _weekday(found: re.Match[str], seen: Seen) -> str:
    number = WEEKDAY_NUMBERS[found["weekday"].lower()]
    way = found["way"] and found["way"].lower()
    behind = way is None and seen.back and seen.bound not in {"by", "before", "until"}
    if way in BEHIND or behind:
        return weekday_before(seen.day, number).isoformat()
    if way == "this" and number == seen.day.weekday():
        return seen.day.isoformat()
    return weekday_after(seen.day, number).isoformat()


def _end(found: re.Match[str], seen: Seen) -> str:
    """The end of a day or a week is a day; of a month or a year it stays that month or year."""
    unit = found["unit"]
    step = _step(found["which"])
    day = _neighbour(seen.day, unit, step) if step else seen.day
    if found["part"] in {"end", "close"} and unit == "week":
        return end_of_working_week(day).isoformat()
    return _around(day, unit)


def _part(found: re.Match[str], seen: Seen) -> str | None:
    """A quarter or half of a year: "the last quarter of the year"."""
    year = seen.day.year + _step(found["way"])
    last = found["which"] in {"last", "final"}
    number = ordinal_of(found["which"]) or 0
    if found["part"] == "quarter":
        return iso_period(*quarter(year, 4 if last else number)) if last or number < 5 else None
    if number > 2:
        return None
    half = (date(year, 1, 1), date(year, 6, 30)) if number == 1 else (date(year, 7, 1), date(year, 12, 31))
    return iso_period(*half)


def _dayth(found: re.Match[str], seen: Seen) -> str | None:
    """The nearest day with a weekday and a number: "Wednesday the 23rd"."""
    weekday, number = WEEKDAY_NUMBERS[found["weekday"].lower()], int(found["day"])
    ahead = -1 if seen.back and seen.bound not in {"by", "before", "until"} else 1
    for months in range(_MONTHS_AROUND):
        first = add_months(seen.day.replace(day=1), ahead * months)
        if number <= days_in_month(first.year, first.month):
            day = first.replace(day=number)
            if day.weekday() == weekday and (day - seen.day).days * ahead >= 0:
                return day.isoformat()
    return None


def _that_day(found: re.Match[str], seen: Seen) -> str:
    return iso_period(seen.day, seen.day + timedelta(days=1)) if found["ornext"] else seen.day.isoformat()


def _next_day(found: re.Match[str], seen: Seen) -> str:
    return (seen.day + timedelta(days=_step(found["way"]))).isoformat()


def _today(found: re.Match[str], seen: Seen) -> str:
    return (seen.day + timedelta(days={"today": 0, "tomorrow": 1, "yesterday": -1}[found["today"].lower()])).isoformat()


def _ago(found: re.Match[str], seen: Seen) -> str | None:
    count, unit = number_of(found["count"]), " ".join(found["unit"].split())
    if count is None:
        return None
    moved = _moved(seen.day, -count if found["way"] in {"ago", "earlier"} else count, unit)
    return _around(moved, unit) if unit in _MONTHS else moved.isoformat()


def _span(found: re.Match[str], seen: Seen) -> str | None:
    """What is next is a month; "within the next month" and "in the coming month" run from the day itself."""
    unit, words = " ".join(found["unit"].split()), " ".join(found[0].split())
    step, plural = _step(found["way"]), words.endswith("s")
    running = found["count"] or found["way"] in {"coming", "past"} or seen.bound == "within"
    if not running:
        return None if plural else _around(_neighbour(seen.day, unit, step), unit)
    count = number_of(found["count"]) if found["count"] else None if plural else 1
    lasting = found["count"] and (seen.phrase in _LASTING or "course" in words)
    if count is None or step < 0 or lasting:
        return None
    return iso_period(seen.day, _moved(seen.day, count, unit))


def _within(found: re.Match[str], seen: Seen) -> str | None:
    unit = " ".join(found["unit"].split())
    if found["count"] == "the":
        return iso_period(seen.day, end_of_working_week(seen.day)) if unit == "week" else _around(seen.day, unit)
    count = number_of(found["count"])
    if count is None:
        return None
    moved = _moved(seen.day, count, unit)
    return iso_period(seen.day, moved) if seen.bound == "within" else moved.isoformat()


def _this(found: re.Match[str], seen: Seen) -> str:
    return _around(seen.day, found["unit"])


_MONTHS_AROUND = 5
_VALUES: dict[str, Callable[[re.Match[str], Seen], str | None]] = {
    "weekday": _weekday,
    "end": _end,
    "part": _part,
    "dayth": _dayth,
    "thatday": _that_day,
    "nextday": _next_day,
    "today": _today,
    "ago": _ago,
    "span": _span,
    "within": _within,
    "this": _this,
}
