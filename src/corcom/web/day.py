"""The day of a page: today, or the day that `?as_of=2016-04-28` asks for. Here, and nowhere else in the pages, the clock is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.http import HttpRequest

from corcom.kernel import clock
from corcom.kernel.calendar import exact_day
from corcom.kernel.errors import CorcomError

AS_OF = "as_of"
KNOWN_ON = "known_on"
"""The keys of an address that hold a day: of which the page speaks, and whose knowledge it shows."""


class DayRefused(CorcomError):
    """What stands in the address is no day of the calendar."""

    def __init__(self, value: str) -> None:
        super().__init__(value)
        self.value = value


@dataclass(frozen=True, slots=True)
class PageDay:
    """The day a page speaks of, and today."""

    on: date
    today: date

    @property
    def is_today(self) -> bool:
        return self.on == self.today

    @property
    def is_past(self) -> bool:
        return self.on < self.today


def today() -> date:
    """Today, or the day that the site was told to take for today (by a test)."""
    told: date | None = getattr(settings, "TODAY", None)
    return told or clock.today()


def moment() -> datetime:
    """The moment at which something is recorded, in UTC."""
    return clock.now()


def read_day(value: str) -> date:
    """The day written as year-month-day."""
    try:
        return exact_day(value.strip())
    except ValueError:
        raise DayRefused(value) from None


def page_day(request: HttpRequest) -> PageDay:
    """The day of this page. A day that cannot be read was answered by `DayOfPage` before any page ran."""
    now = today()
    asked = request.GET.get(AS_OF, "").strip()
    try:
        return PageDay(on=read_day(asked) if asked else now, today=now)
    except DayRefused:
        return PageDay(on=now, today=now)


def day_of(request: HttpRequest) -> date:
    """The day to pass to queries: `statuses(on=day_of(request))`."""
    return page_day(request).on
