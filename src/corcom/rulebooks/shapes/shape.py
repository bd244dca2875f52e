"""What every shape is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from corcom.kernel.marked import Filled, gettext_noop
from corcom.rulebooks.events import Events
from corcom.rulebooks.shapes.way import Step, event_step


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape(ABC):
    """A way from events to one day. `not_before` names an event that the day is never earlier than.

    `event` is what it counts from; "" for a shape that counts from nothing, or from several.
    """

    name: ClassVar[str]
    numbers: ClassVar[tuple[str, ...]] = ()
    """The keys that hold a whole number, in a rulebook and in the class alike."""
    waits_for: ClassVar[tuple[str, ...]] = ()
    """Events that make the day later, where they are known."""

    event: str = ""
    not_before: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """The events that must be known before there is a day."""
        return tuple(name for name in (self.event, self.not_before) if name)

    def on(self, events: Events) -> date | None:
        """The day; None where an event that it needs is not known."""
        counted = self._counted(events)
        if counted is None or not self.not_before:
            return counted
        floor = events.get(self.not_before)
        return None if floor is None else max(counted, floor)

    def way(self, events: Events) -> tuple[Step, ...]:
        """The steps to the day, as far as the events that are known lead."""
        found = [*self._start(events)]
        counted = self._counted(events)
        if counted is not None:
            found.append(Step(words=self.words, on=counted))
        if self.not_before and (floor := events.get(self.not_before)) is not None and counted and floor > counted:
            step = event_step(self.not_before, floor)
            found.append(Step(words=Filled(gettext_noop("not before the %(event)s"), event=step.words), on=floor))
        return tuple(found)

    @property
    @abstractmethod
    def words(self) -> Filled:
        """The arithmetic in words: "plus 180 days"."""

    @abstractmethod
    def _counted(self, events: Events) -> date | None: ...

    def _start(self, events: Events) -> tuple[Step, ...]:
        on = events.get(self.event)
        return () if on is None else (event_step(self.event, on),)
