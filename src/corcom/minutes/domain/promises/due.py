"""When a promise falls due: the date that bounds it, among all the dates of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from corcom.kernel.calendar import latest
from corcom.minutes.domain.dates import DateMention, resolve_event
from corcom.minutes.domain.dates.meeting_names import meeting_name

_BOUNDS = {
    "by": 4,
    "before": 4,
    "until": 3,
    "within": 4,
    "on": 2,
    "in": 2,
    "around": 2,
    None: 1,
    "after": 0,
    "from": 0,
    "since": -9,
}


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of a text in order, the day of its meeting, and the days of the events that it names."""

    mentions: Sequence[DateMention]
    starts: Sequence[int]
    day: date | None
    events: dict[str, str]

    def between(self, start: int, end: int) -> Sequence[DateMention]:
        """The dates that begin in `start:end`."""
        first = bisect_left(self.starts, start)
        return self.mentions[first : bisect_left(self.starts, end, first)]

    def ahead(self, start: int, end: int) -> list[DateMention]:
        """The dates in `start:end` that lie after the day of the meeting, and limits whose day nobody knows yet."""
        return [m for m in self.between(start, end) if not (m.recurring or m.label) and self._is_ahead(m)]

    def _is_ahead(self, mention: DateMention) -> bool:
        value = self.value(mention)
        if value is None:
            return mention.kind == "event" and mention.bound in {"by", "before", "until"}
        return self.day is not None and latest(value) > self.day

    def value(self, mention: DateMention) -> str | None:
        """The day a mention means, through its event where that has one."""
        return mention.value or resolve_event(mention, self.events)

    def event(self, words: str) -> str | None:
        """The day of an event that `words` name by themselves: "next meeting" in a column of days."""
        return self.events.get(meeting_name(words.strip(" -–—.()[]")))


class Due(NamedTuple):
    """`value` in ISO 8601 (None where it hangs on something without a day), `words` as written."""

    value: str | None
    words: str | None
    tentative: bool = False


def due_between(calendar: Calendar, start: int, end: int, *, past: bool = False) -> Due:
    """The due date that stands in `start:end`: the one that bounds most firmly, the first among equals.

    A day before the meeting is none, unless `past` (a table of older action points).
    """
    best: tuple[int, DateMention] | None = None
    for mention in calendar.between(start, end):
        if mention.label or mention.recurring or mention.words.startswith("of ") or _names_only(mention):
            continue
        value = calendar.value(mention)
        if value and not past and _past(value, calendar.day):
            continue
        rank = _rank(mention, value)
        if rank >= 2 and (best is None or rank > best[0]):
            best = (rank, mention)
    if best is None:
        return Due(None, None)
    mention = best[1]
    if mention.kind == "event" and calendar.value(mention) is None:
        beside = [m for m in calendar.between(mention.end, mention.end + 8) if m.value]
        mention = beside[0] if beside else mention
    value = None if mention.bound == "after" else calendar.value(mention)
    return Due(value, mention.words, mention.tentative)


def _rank(mention: DateMention, value: str | None) -> int:
    """How firmly a date bounds what is to be done; below 2 it does not."""
    rank = _BOUNDS.get(mention.bound, 1) * 2 + (3 if value else 0)
    if value and "/" in value and mention.kind == "relative":
        rank -= 1
    if mention.kind == "year" and mention.bound not in {"by", "before", "in"}:
        rank = -1
    # "Before the break, at the latest on 18 December": of two that bound alike, the day.
    return rank * 2 + (mention.kind == "day")


def _names_only(mention: DateMention) -> bool:
    """Whether "for" only names a year ("the budget for 2017"); what is planned "for 14 June" is due then."""
    return mention.words.startswith("for ") and (mention.kind == "year" or mention.words.endswith("year"))


_SHORT = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})\.?(?![\d/.])")


def short_date(words: str, near: date | None) -> str | None:
    """The last "day/month" in a cell, in the year that puts it nearest to `near`: deadlines in tables are written so.

    >>> short_date("14/3; now 31/3", date(2014, 3, 20))
    '2014-03-31'
    """
    if near is None:
        return None
    days = []
    for day, month in _SHORT.findall(words):
        for year in (near.year - 1, near.year, near.year + 1):
            try:
                days.append((abs((date(year, int(month), int(day)) - near).days), date(year, int(month), int(day))))
            except ValueError:
                continue
    if not days:
        return None
    wanted = _SHORT.findall(words)[-1]
    same = [found for found in days if (found[1].day, found[1].month) == (int(wanted[0]), int(wanted[1]))]
    return min(same)[1].isoformat() if same else None


def _past(value: str, day: date | None) -> bool:
    return day is not None and latest(value) < day
