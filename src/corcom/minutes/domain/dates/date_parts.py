"""Parts of a month or year: "end of May", "first week of November", "second quarter of 2017", "the week of 5 June"."""

from __future__ import annotations

from datetime import date, timedelta

from corcom.kernel.calendar import earliest, iso_period, last_of_month, latest, quarter, week_of
from corcom.minutes.domain.dates.date_mention import Part
from corcom.minutes.domain.dates.date_resolution import Partial, nth_week, period
from corcom.minutes.domain.dates.date_words import ordinal_of

_PARTS: dict[str, Part] = {
    "end": "end",
    "end-": "end",
    "close": "end",
    "late": "end",
    "later": "end",
    "beginning": "early",
    "start": "early",
    "early": "early",
    "earlier": "early",
    "mid": "mid",
    "mid-": "mid",
    "middle": "mid",
}
_SUNDAY = 6
_MONTH, _DAY = len("2016-05"), len("2016-05-26")


def narrowed(first: Partial, last: Partial | None, part: str) -> tuple[str | None, Part | None]:
    """The ISO 8601 value of a date with its years, and what part of it is meant where that has no days of its own.

    "End of May" stays the month; "mid-May" is its 15th; "first week of May" is its days 1 to 7.
    """
    if not first.exists() or (last is not None and not last.exists()):
        return None, None
    if last is not None:
        return period(first, last), None
    value = first.iso()
    words = part.removeprefix("the ").removeprefix("very ").split()
    if not words:
        return value, None
    if vague := _PARTS.get(words[0]):
        return (f"{value}-15" if vague == "mid" and len(value) == _MONTH else value), vague
    days = _days(value, words)
    return (iso_period(*days) if days else value), None


def _days(value: str, words: list[str]) -> tuple[date, date] | None:
    """First and last day of a week, half or quarter of a month, year or day; None where the words do not fit it."""
    start = earliest(value)
    number = ordinal_of(words[0]) or 0
    if words[0] == "week":
        if len(value) != _DAY:
            return None
        # Whoever names a Sunday lets the week begin with it.
        monday = words[-1] == "of" and start.weekday() != _SUNDAY
        return week_of(start) if monday else (start, start + timedelta(days=6))
    if len(value) == _MONTH:
        return _of_month(start, number, words)
    if "quarter" in words and len(value) == len("2016"):
        return quarter(start.year, min(number or 4, 4))
    return _half(value, number) if "half" in words and len(value) < _DAY else None


def _of_month(start: date, number: int, words: list[str]) -> tuple[date, date] | None:
    """A week, the first or last two weeks, ten days, or a half of a month; `number` 0 is its last."""
    if "week" in words:
        return nth_week(start, min(number, 4))
    size = 14 if "weeks" in words else 10 if "days" in words else 0
    if size and number < 2:
        end = last_of_month(start)
        return (start, start.replace(day=size)) if number else (end - timedelta(days=size - 1), end)
    return _half(start.isoformat()[:_MONTH], number) if "half" in words else None


def _half(value: str, number: int) -> tuple[date, date]:
    """First or second half of a month or year; the first half of a month ends on the 15th."""
    start = earliest(value)
    middle = start.replace(day=15) if len(value) == _MONTH else last_of_month(start.replace(month=6))
    return (start, middle) if number == 1 else (middle + timedelta(days=1), latest(value))
