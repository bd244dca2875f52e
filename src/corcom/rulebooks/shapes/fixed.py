"""Shapes that count nothing: a day, and the day of an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from corcom.kernel.marked import Filled, gettext_noop
from corcom.rulebooks.events import Events
from corcom.rulebooks.shapes.shape import Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDay(Shape):
    """One day of the calendar, the same for all.

    >>> from datetime import date
    >>> OnDay(day=date(2014, 12, 24)).on({})
    datetime.date(2014, 12, 24)
    """

    name: ClassVar[str] = "on_day"
    day: date

    @property
    def words(self) -> Filled:
        return Filled(gettext_noop("the day that the rule names"))

    def _counted(self, events: Events) -> date | None:  # noqa: ARG002  the same whatever happened
        return self.day


@dataclass(frozen=True, slots=True, kw_only=True)
class OnEvent(Shape):
    """The day of the event itself.

    >>> from datetime import date
    >>> OnEvent(event="succession").on({"succession": date(2011, 7, 9)})
    datetime.date(2011, 7, 9)
    """

    name: ClassVar[str] = "on_event"

    @property
    def words(self) -> Filled:
        return Filled(gettext_noop("on that day"))

    def _counted(self, events: Events) -> date | None:
        return events.get(self.event)
