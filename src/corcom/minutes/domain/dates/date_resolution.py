"""Which year a date without one belongs to, and which day a relative one means, seen from the day of the meeting."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from corcom.kernel.calendar import add_months, days_in_month, iso_month, iso_period, last_of_month
from corcom.minutes.domain.dates.words_before import word_set

_MONTHS_BACK = {None: 3, True: 8, False: 1}
"""How far behind the meeting a date without a year may lie: by default, after a past tense, after a future tense.

It lies within the twelve months that begin there. Even after a past tense four months ahead are nearer than nine
behind: minutes tell in the past tense what was planned.
"""

_PAST = word_set(
    """
    had has have was were held took since last previous ago began started attended received submitted
    circulated decided met joined adopted signed ratified acceded deposited finalised finalized entered
    """
)
_FUTURE = word_set(
    """
    will would shall should must may might could can be next upcoming forthcoming coming due scheduled
    planned foreseen deadline later tentatively propose proposed proposes going
    looking considering planning thinking envisaged intended
    """
)
_MODAL = word_set(
    """
    will would shall should must may might could can be
    """
)
_WORD = re.compile(r"[A-Za-z]+")
_SENTENCE_ENDS = (". ", "\n", "; ", "? ", "! ")


class Partial(NamedTuple):
    """A day, month or year as written: what is not said is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def exists(self) -> bool:
        """Whether the calendar has such a day."""
        if self.day is None:
            return self.month is None or 1 <= self.month <= 12
        return self.month is not None and 1 <= self.day <= days_in_month(self.year or 2000, self.month)

    def iso(self) -> str:
        """ISO 8601, as fine as what is known; the year must be."""
        if self.month is None:
            return f"{self.year:04d}"
        month = iso_month(self.year or 0, self.month)
        return month if self.day is None else f"{month}-{self.day:02d}"


def sentence_start(plain: str, at: int, *, furthest: int = 160) -> int:
    """Where the sentence around `at` begins, or `furthest` characters before it.

    Two spaces before a capital count as an end too: they are what is left of a line end in a plain shadow.
    """
    low = max(0, at - furthest)
    start = max(low, *(plain.rfind(end, low, at) + 1 for end in _SENTENCE_ENDS))
    gap = plain.rfind("  ", start, at)
    while gap >= start:
        if not plain[gap + 2].islower():
            return gap + 2
        gap = plain.rfind("  ", start, gap)
    return start


def points_back(plain: str, at: int, start: int | None = None) -> bool | None:
    """Whether the nearest words before `at` speak of the past (True), of what is to come (False), or do not say.

    `start` is where the sentence begins, where that is known. A past form behind "will", "would have" or "to be" does not: those look ahead.
    """
    words = _WORD.findall(plain, sentence_start(plain, at) if start is None else start, at)
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        if word in _PAST and words[index + 1 : index + 2] == ["to"]:
            return False  # "was to take effect on"
        if word in _PAST:
            return not any(modal in _MODAL for modal in words[max(0, index - 2) : index])
        if word in _FUTURE:
            return False
    return None


def year_near(partial: Partial, anchor: date, *, back: bool | None) -> int:
    """The year of a month or day without one: ahead of the anchor unless the words point back.

    >>> year_near(Partial(month=2, day=1), date(2011, 12, 13), back=None)
    2012
    >>> year_near(Partial(month=11), date(2016, 4, 28), back=True)
    2015
    """
    month = partial.month or 1
    first = add_months(anchor, -_MONTHS_BACK[back])
    for year in (first.year, first.year + 1):
        day = partial.day or days_in_month(year, month)
        if date(year, month, min(day, days_in_month(year, month))) >= first:
            return year
    return first.year + 1


def period(first: Partial, last: Partial) -> str | None:
    """`start/end` of two dates with their years; None if it runs backwards."""
    start, end = first.iso(), last.iso()
    if len(start) == len(end):
        return iso_period(start, end) if start < end else None
    return iso_period(start, end) if start[: len(end)] <= end[: len(start)] else None


def nth_week(month_start: date, number: int) -> tuple[date, date]:
    """Days 1-7, 8-14, 15-21, 22-28 of a month for its first to fourth week; 0 is its last seven days.

    >>> nth_week(date(2011, 11, 1), 1)
    (datetime.date(2011, 11, 1), datetime.date(2011, 11, 7))
    """
    if number == 0:
        end = last_of_month(month_start)
        return end - timedelta(days=6), end
    start = month_start + timedelta(days=7 * (number - 1))
    return start, min(start + timedelta(days=6), last_of_month(month_start))
