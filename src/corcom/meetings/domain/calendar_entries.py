"""What stands in the calendar: meetings and deadlines, each with the days it takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from corcom.kernel.actor import Actor
from corcom.meetings.domain.plan import Plan, PlanStatus

EntryKind = Literal["meeting", "action_point", "obligation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One meeting or deadline. `uid` names it for ever in calendars, `sequence` grows with each change of it.

    `plan` is there for a meeting that was planned; others take whole days. `number` is that of the meeting or of the
    action point, 0 for an obligation, which is known by its `address` on the site. `status` of a deadline is open, overdue or
    done, and unknown where nothing recorded says. `changed_at` is when it was last changed, in UTC; None where nobody knows.
    """

    kind: EntryKind
    number: int
    uid: str
    title: str
    starts_on: date
    ends_on: date
    status: PlanStatus | Literal["open", "overdue", "done", "superseded", "withdrawn", "unknown"]
    convention: str = ""
    body: str = ""
    theme: str = ""
    place: str = ""
    owners: tuple[Actor, ...] = ()
    sequence: int = 0
    changed_at: datetime | None = None
    plan: Plan | None = None
    address: str = ""

    @property
    def is_off(self) -> bool:
        """Whether it will not be: cancelled, withdrawn or superseded."""
        return self.status in {"cancelled", "withdrawn", "superseded"}


def in_order(entries: Iterable[CalendarEntry]) -> list[CalendarEntry]:
    """By day, meetings first, then by the time of the clock."""
    return sorted(
        entries,
        key=lambda one: (one.starts_on, one.kind != "meeting", one.plan.start_time if one.plan else "", one.title),
    )


def by_day(entries: Iterable[CalendarEntry], first: date, last: date) -> dict[date, list[CalendarEntry]]:
    """The entries of each day from `first` to `last` that has any; a meeting stands on each of its days."""
    found: dict[date, list[CalendarEntry]] = {}
    for one in in_order(entries):
        day = max(one.starts_on, first)
        while day <= min(one.ends_on, last):
            found.setdefault(day, []).append(one)
            day += timedelta(days=1)
    return dict(sorted(found.items()))


def weeks_of(year: int, month: int) -> list[list[date]]:
    """The weeks of a month, Monday to Sunday, with the days of the months beside it that fill them.

    >>> [str(week[0]) for week in weeks_of(2016, 5)][:2]
    ['2016-04-25', '2016-05-02']
    """
    first = date(year, month, 1)
    start = first - timedelta(days=first.weekday())
    weeks = []
    while start < first or (start.year, start.month) == (year, month):
        weeks.append([start + timedelta(days=number) for number in range(7)])
        start += timedelta(days=7)
    return weeks
