"""A timeline, drawn on the server; it runs from right to left where the language does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, date
from typing import ClassVar

from django.utils.translation import get_language_bidi

from corcom.web.pieces.status import Status
from corcom.web.wording import in_words

WIDTH, EDGE, LANE, LETTER = 900, 12, 22, 7
"""Units of the drawing: its width, the margin, the height of a line of labels, the width of a letter."""

ROOM = 80
"""Half the width of a day in words."""

YEARS_OF_TICKS = (1, 2, 5, 10, 20, 50)
MOST_TICKS = 12


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or falls due on a day."""

    on: date
    label: str
    status: Status = "none"
    address: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event with its place: `x` of the mark, `lane_y` of the label, which stands on the `end` side or before it."""

    event: Event
    x: int
    label_x: int
    lane_y: int
    is_before: bool


@dataclass(frozen=True, slots=True)
class Tick:
    year: int
    x: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """`day` is marked; the list of the same events beside the drawing is its text alternative."""

    template: ClassVar[str] = "pieces/timeline.html"

    id: str
    title: str
    events: tuple[Event, ...]
    day: date

    width: ClassVar[int] = WIDTH

    @property
    def in_order(self) -> list[Event]:
        return sorted(self.events, key=lambda event: event.on)

    @property
    def first(self) -> date:
        return min((*(event.on for event in self.events), self.day)).replace(month=1, day=1)

    @property
    def last(self) -> date:
        latest = max((*(event.on for event in self.events), self.day))
        return date(min(latest.year + 1, MAXYEAR), 1, 1)

    @property
    def day_x(self) -> int:
        return self._x(self.day)

    @property
    def day_anchor(self) -> str:
        """How the day's label stands to its mark: in the middle, and inside the drawing near an end of it."""
        if self.day_x > WIDTH - ROOM:
            return "start" if get_language_bidi() else "end"
        if self.day_x < ROOM:
            return "end" if get_language_bidi() else "start"
        return "middle"

    @property
    def axis_y(self) -> int:
        return max((drawn.lane_y for drawn in self.drawn), default=0) + LANE

    @property
    def height(self) -> int:
        return self.axis_y + 2 * LANE

    @property
    def ticks(self) -> list[Tick]:
        years = self.last.year - self.first.year
        every = next((step for step in YEARS_OF_TICKS if years / step <= MOST_TICKS), YEARS_OF_TICKS[-1])
        return [
            Tick(year, self._x(date(year, 1, 1)))
            for year in range(self.first.year, self.last.year + 1)
            if year % every == 0
        ]

    @property
    def drawn(self) -> list[Drawn]:
        """Each label goes into the lowest lane where it touches no other; near the end it stands before its mark."""
        ends: list[int] = []
        drawn: list[Drawn] = []
        for event in self.in_order:
            along = self._along(event.on)
            room = (len(event.label) + len(in_words(event.on)) + 3) * LETTER
            is_before = along + room > WIDTH - EDGE
            start, end = (along - room, along + 8) if is_before else (along - 8, along + room)
            lane = next((index for index, taken in enumerate(ends) if taken <= start), len(ends))
            ends[lane : lane + 1] = [end]
            x = self._x(event.on)
            towards = -1 if is_before != get_language_bidi() else 1
            drawn.append(Drawn(event, x, x + 8 * towards, lane, is_before))
        lanes = len(ends)
        return [Drawn(one.event, one.x, one.label_x, (lanes - one.lane_y) * LANE, one.is_before) for one in drawn]

    def _along(self, on: date) -> int:
        """How far along the axis a day is, from its beginning."""
        share = (on - self.first).days / max(1, (self.last - self.first).days)
        return EDGE + round(share * (WIDTH - 2 * EDGE))

    def _x(self, on: date) -> int:
        along = self._along(on)
        return WIDTH - along if get_language_bidi() else along
