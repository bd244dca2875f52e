"""Time-lines as a convention's practice has them: steps that are counted back from a meeting, each with who does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corcom.rulebooks.shapes import Shape
from corcom.rulebooks.timeline_events import STEP

Moved = Literal["earlier", "later", "not"]
MOVED: tuple[Moved, ...] = ("earlier", "later", "not")
"""To which side a day is moved that falls on a weekend or a holiday of the United Nations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateStep:
    """One step: who does it, who signs it off, what has to be done before, and from when to when.

    `begin` is None for a step of one day. Only the last day of a step is `moved`; a step begins when it begins.
    """

    code: str
    name: str
    owners: tuple[str, ...]
    sign_off: tuple[str, ...]
    depends_on: tuple[str, ...]
    begin: Shape | None
    end: Shape
    moved: Moved
    reading: str

    @property
    def events(self) -> tuple[str, ...]:
        """The events from which its days are counted."""
        begin = self.begin.needs if self.begin else ()
        return tuple(dict.fromkeys((*begin, *self.end.needs)))

    @property
    def counts_from(self) -> tuple[str, ...]:
        """The codes of the steps from which its days are counted."""
        return tuple(name.removeprefix(STEP) for name in self.events if name.startswith(STEP))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineCase:
    """A worked case: with these events the steps that are named end on these days."""

    name: str
    events: Mapping[str, date]
    gives: Mapping[str, date]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineTemplate:
    """The steps that lead to a meeting, in the order in which people read them.

    `reckoned` names them in the order in which they can be computed, `carried_out` in the order in which one waits for
    the other. `body` is the code of the body that follows them; `place` the duty station whose holidays count.
    """

    code: str
    name: str
    convention: str
    body: str
    place: str
    source: str
    since: date
    until: date | None
    reading: str
    steps: tuple[TemplateStep, ...]
    cases: tuple[TimelineCase, ...]
    reckoned: tuple[str, ...]
    carried_out: tuple[str, ...]

    @property
    def by_code(self) -> Mapping[str, TemplateStep]:
        """Its steps by their codes."""
        return {each.code: each for each in self.steps}

    @property
    def events(self) -> tuple[str, ...]:
        """The events that all of its steps need, besides steps of its own."""
        needed = (name for step in self.steps for name in step.events if not name.startswith(STEP))
        return tuple(dict.fromkeys(needed))
