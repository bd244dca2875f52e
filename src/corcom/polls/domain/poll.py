"""A poll of dates: the days that are offered for a tentative meeting, and what each delegation says of them.

Times are those of the clock in the zone of the meeting (`HH:MM`), as in its plan.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import gettext_noop
from corcom.meetings.domain.plan import Plan, check, local_moment

Choice = Literal["yes", "if_need_be", "no"]
CHOICES: tuple[Choice, ...] = get_args(Choice)
CHOICE_WORDS: Mapping[Choice, str] = {
    "yes": gettext_noop("yes"),
    "if_need_be": gettext_noop("if need be"),
    "no": gettext_noop("no"),
}
FEWEST, MOST = 2, 8
"""Dates of one poll: fewer leave nothing to choose, more are not read."""


class PollRefused(CorcomError):
    """What is said of a poll cannot be."""


class DatesRefused(PollRefused):
    """A poll offers from `FEWEST` to `MOST` dates, and this one has `count`."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} dates, and a poll offers {FEWEST} to {MOST}")
        self.count = count
        self.fewest = FEWEST
        self.most = MOST


class OfferedBefore(PollRefused):
    """Two of the dates are the same: `on` at `start_time`."""

    def __init__(self, on: date, start_time: str) -> None:
        super().__init__(f"{on} {start_time} stands there twice")
        self.on = on
        self.start_time = start_time


class DateBeforeEnding(PollRefused):
    """A date, `on`, that comes before the last day for answers."""

    def __init__(self, on: date) -> None:
        super().__init__(f"{on} is over before the poll is")
        self.on = on


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedDate:
    """One of the dates of a poll; `number` is its row, 0 before it has one. `end_time` may be empty."""

    starts_on: date
    ends_on: date
    start_time: str
    end_time: str = ""
    number: int = 0

    @property
    def date(self) -> str:
        """Its days in ISO 8601: one day, or a period."""
        start, end = self.starts_on.isoformat(), self.ends_on.isoformat()
        return start if start == end else f"{start}/{end}"

    def as_plan(self, plan: Plan) -> Plan:
        """The meeting as it would be planned on this date."""
        return replace(
            plan, starts_on=self.starts_on, ends_on=self.ends_on, start_time=self.start_time, end_time=self.end_time
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A delegation that is asked: its code in the register, its name, and where it is reached ("" for nowhere)."""

    code: str
    name: str
    address: str = ""


def check_dates(dates: Sequence[OfferedDate], plan: Plan, *, closes_at: datetime) -> None:
    """Refuse dates that no poll for a meeting so planned can offer.

    Errors: `DatesRefused`, `OfferedBefore`, `DateBeforeEnding`, and a kind of `PlanRefused` for a time that cannot be.
    """
    if not FEWEST <= len(dates) <= MOST:
        raise DatesRefused(len(dates))
    seen = set()
    for one in dates:
        check(one.as_plan(plan))
        key = (one.starts_on, one.start_time)
        if key in seen:
            raise OfferedBefore(*key)
        seen.add(key)
        if local_moment(one.starts_on, one.start_time, plan.zone) <= closes_at:
            raise DateBeforeEnding(one.starts_on)


def end_of_day(day: date, zone: str) -> datetime:
    """The moment in UTC at which a day is over in a zone: answers count until then.

    >>> end_of_day(date(2016, 5, 26), "Europe/Zurich").isoformat()
    '2016-05-26T22:00:00+00:00'
    """
    return local_moment(day + timedelta(days=1), "00:00", zone).astimezone(UTC)


def last_day(closes_at: datetime, zone: str) -> date:
    """The last day for answers: a poll closes as that day ends.

    >>> last_day(end_of_day(date(2016, 5, 26), "Europe/Zurich"), "Europe/Zurich").isoformat()
    '2016-05-26'
    """
    return (closes_at - timedelta(seconds=1)).astimezone(ZoneInfo(zone)).date()
