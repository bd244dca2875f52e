"""The dates that minutes mention, each with the words it comes from and the day it means.

`find_dates` looks for three kinds in turn: dates by the calendar ("28 April 2016", "mid-January"), dates relative to
the day of the meeting ("the following Thursday", "within two weeks"), and moments that hang on an event ("no later than
the 3MSP"). It works on a plain shadow of the text (`corcom.kernel.plain`), so its offsets are offsets in the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date, timedelta

from corcom.kernel.calendar import add_months, earliest, easter, is_iso, iso_month, latest
from corcom.minutes.domain.dates.calendar_mentions import calendar_mentions
from corcom.minutes.domain.dates.date_mention import DateMention
from corcom.minutes.domain.dates.event_dates import event_mentions
from corcom.minutes.domain.dates.relative_dates import relative_mentions


def find_dates(plain: str, *, meeting_on: date | None, start: int = 0, end: int | None = None) -> list[DateMention]:
    """The dates in `plain[start:end]`, in order, none overlapping another.

    A date without a year and a relative one are seen from `meeting_on`; without it the relative ones have no value.
    """
    end = len(plain) if end is None else min(end, len(plain))
    found = calendar_mentions(plain, meeting_on, start, end)
    found = _fill(found, relative_mentions(plain, meeting_on, found, start, end))
    return _fill(found, event_mentions(plain, start, end))


def _fill(taken: list[DateMention], further: list[DateMention]) -> list[DateMention]:
    """Both lists in order, less what of the second overlaps the first."""
    starts = [mention.start for mention in taken]
    free = []
    for mention in further:
        at = bisect_left(starts, mention.end)
        if at == 0 or taken[at - 1].end <= mention.start:
            free.append(mention)
    return sorted([*taken, *free], key=lambda mention: mention.start) if free else taken


def feasts(meeting_on: date | None) -> dict[str, str]:
    """The next Easter and Christmas, as events that dates may hang on.

    >>> feasts(date(2018, 11, 8))
    {'Easter': '2019-04-21', 'Christmas': '2018-12-25'}
    """
    if meeting_on is None or meeting_on.year >= date.max.year:
        return {}
    years = (meeting_on.year, meeting_on.year + 1)
    days = {"Easter": [easter(year) for year in years], "Christmas": [date(year, 12, 25) for year in years]}
    return {name: next(day for day in ahead if day > meeting_on).isoformat() for name, ahead in days.items()}


def resolve_event(mention: DateMention, events: Mapping[str, date | str]) -> str | None:
    """The day that a mention means once the day of its event is known, in ISO 8601.

    An event known only by its month or year gives a month or year, unless the offset is counted in days: those count
    from its first day when they go back, and from its last when they go on.

    >>> from corcom.minutes.domain.dates import find_dates
    >>> [found] = find_dates("two weeks before the 3MSP", meeting_on=None)
    >>> resolve_event(found, {"3MSP": "2012-09-11"})
    '2012-08-28'
    """
    if mention.value is not None or mention.event is None:
        return mention.value
    known = events.get(mention.event)
    if known is None:
        return None
    value = known if isinstance(known, str) else known.isoformat()
    if not is_iso(value):
        return None
    back = mention.bound in {"before", "by", "until"}
    if not mention.offset_months and not mention.offset_days:
        return value.partition("/")[0] if back else value
    base = earliest(value) if mention.offset_months < 0 or mention.offset_days < 0 else latest(value)
    moved = add_months(base, mention.offset_months) + timedelta(days=mention.offset_days)
    if len(value) == len("2016-05") and not mention.offset_days:
        return iso_month(moved.year, moved.month)
    return moved.isoformat()
