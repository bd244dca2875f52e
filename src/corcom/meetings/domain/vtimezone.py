"""Time zones as iCalendar defines them (`VTIMEZONE`), for the years in which they are used.

As yearly rules where the changes of the clock follow one ("the last Sunday of March"), which is what Outlook reads; each
change by itself where they do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class _Change:
    """Clocks change: `on` is what they show in the moment before, without a zone."""

    on: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool

    @property
    def rule(self) -> tuple[object, ...]:
        """What is the same every year where the change follows a rule: the nth or the last such weekday of a month."""
        return (self.on.month, self.on.weekday(), self.on.time(), self.before, self.after, self.name, self.is_summer)

    @property
    def nth(self) -> int:
        return (self.on.day - 1) // 7 + 1

    @property
    def is_last(self) -> bool:
        return (self.on + 7 * _DAY).month != self.on.month


def vtimezone(zone: str, first: int, last: int) -> Timezone:
    """The definition of a zone for the years `first` to `last`."""
    component = Timezone()
    component.add("tzid", zone)
    changes = list(_changes(zone, first - 1, last + 1))
    if not changes:
        component.add_component(_observance(_always(zone, first), None))
    groups: dict[tuple[object, ...], list[_Change]] = {}
    for one in changes:
        groups.setdefault(one.rule, []).append(one)
    for several in groups.values():
        for one, rule in _ruled(several, last + 1):
            component.add_component(_observance(one, rule))
    return component


def _ruled(several: list[_Change], last: int) -> Iterator[tuple[_Change, dict[str, object] | None]]:
    """The first of a yearly series with its rule; each by itself where there is no rule up to the last year."""
    first = several[0]
    yearly = [one.on.year for one in several] == list(range(first.on.year, last + 1)) and len(several) > 1
    same = len({one.nth for one in several}) == 1
    if yearly and (same or all(one.is_last for one in several)):
        place = -1 if all(one.is_last for one in several) else first.nth
        day = f"{place}{_DAYS[first.on.weekday()]}"
        yield first, {"freq": "yearly", "bymonth": first.on.month, "byday": day}
        return
    for one in several:
        yield one, None


@lru_cache(maxsize=200)
def _changes(zone: str, first: int, last: int) -> tuple[_Change, ...]:
    """Every change of the clock in these years."""
    place, found = ZoneInfo(zone), []
    moment, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        following = moment + _DAY
        if _offset(moment, place) != _offset(following, place):
            found.append(_change(moment, following, place))
        moment = following
    return tuple(found)


def _offset(moment: datetime, place: ZoneInfo) -> tuple[timedelta, str]:
    local = moment.astimezone(place)
    return local.utcoffset() or timedelta(), local.tzname() or ""


def _change(early: datetime, late: datetime, place: ZoneInfo) -> _Change:
    """The change between two moments, to the minute."""
    before = _offset(early, place)
    while late - early > _MINUTE:
        middle = early + (late - early) // 2
        middle = middle.replace(second=0, microsecond=0)
        middle = middle if middle > early else early + _MINUTE
        early, late = (middle, late) if _offset(middle, place) == before else (early, middle)
    after = late.astimezone(place)
    offset, name = _offset(late, place)
    return _Change(
        on=(late + before[0]).replace(tzinfo=None),
        before=before[0],
        after=offset,
        name=name,
        is_summer=bool(after.dst()),
    )


def _always(zone: str, year: int) -> _Change:
    """A zone whose clocks never change."""
    offset, name = _offset(datetime(year, 1, 1, tzinfo=UTC), ZoneInfo(zone))
    return _Change(on=datetime(1970, 1, 1), before=offset, after=offset, name=name, is_summer=False)  # noqa: DTZ001  a time of the clock


def _observance(one: _Change, rule: dict[str, object] | None) -> TimezoneStandard | TimezoneDaylight:
    component = TimezoneDaylight() if one.is_summer else TimezoneStandard()
    component.add("dtstart", one.on)
    component.add("tzoffsetfrom", one.before)
    component.add("tzoffsetto", one.after)
    component.add("tzname", one.name)
    if rule:
        component.add("rrule", rule)
    return component
