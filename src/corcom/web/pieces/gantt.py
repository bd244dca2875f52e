"""Steps one below the other on one axis of days, drawn on the server; from right to left where the language runs so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from django.utils.translation import get_language_bidi

from corcom.kernel.calendar import add_months, first_of_month
from corcom.web.wording import days_in_words, in_words

WIDTH, EDGE, ROW, BAR = 900, 12, 44, 13
"""Units of the drawing: its width, the margin, the height of a step, the height of its bar."""
LETTER, NARROW = 7, 6.5
"""The width of a letter of a label, and of one of a day in small print."""
ROOM = 70
"""Half the width of a label of the axis."""
LEAST = 7
"""The width of the bar of a single day in a drawing of many months."""
MOST_TICKS = 6
WEEKLY_UP_TO = 45
"""Days. Up to here the axis counts weeks, beyond it months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttBar:
    """A step from its first to its last day, and where it stood before, if it has moved. `code` is what others wait for."""

    code: str
    label: str
    begins_on: date
    ends_on: date
    before: tuple[date, date] | None = None
    depends_on: tuple[str, ...] = ()
    is_meeting: bool = False
    is_late: bool = False

    @property
    def days(self) -> str:
        """Its days in words."""
        if self.begins_on == self.ends_on:
            return in_words(self.ends_on)
        return days_in_words(f"{self.begins_on.isoformat()}/{self.ends_on.isoformat()}")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A bar in the drawing: its start on the left and its width."""

    x: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnBar:
    """A step with its place: the label stands above the bar, and ends with the drawing where it would run out of it."""

    bar: GanttBar
    label_x: int
    label_y: int
    bar_y: int
    stretch: Stretch
    before: Stretch | None
    is_at_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttTick:
    on: date
    x: int
    label: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gantt:
    """The list of the same steps beside the drawing is its text alternative. `day` is marked where it falls within."""

    template: ClassVar[str] = "pieces/gantt.html"

    id: str
    title: str
    bars: tuple[GanttBar, ...]
    day: date

    width: ClassVar[int] = WIDTH
    bar_height: ClassVar[int] = BAR

    @property
    def first(self) -> date:
        return min(min(bar.begins_on, *(bar.before or (bar.begins_on,))) for bar in self.bars) - timedelta(days=1)

    @property
    def last(self) -> date:
        """The day after the last, where the axis ends."""
        return max(max(bar.ends_on, *(bar.before or (bar.ends_on,))) for bar in self.bars) + timedelta(days=2)

    @property
    def axis_y(self) -> int:
        return len(self.bars) * ROW + 4

    @property
    def height(self) -> int:
        return self.axis_y + 40

    @property
    def day_x(self) -> int | None:
        return self._x(self.day) if self.first <= self.day <= self.last else None

    @property
    def ticks(self) -> list[GanttTick]:
        days = (self.last - self.first).days
        found = list(self._weeks() if days <= WEEKLY_UP_TO else self._months())
        every = -(-len(found) // MOST_TICKS)
        label = in_words if days <= WEEKLY_UP_TO else _month
        return [
            GanttTick(on=on, x=self._x(on), label=label(on), anchor=self._anchor(self._x(on)))
            for on in found[:: max(1, every)]
        ]

    @property
    def day_anchor(self) -> str:
        """How the day's label stands to its mark."""
        return self._anchor(self.day_x or 0)

    @property
    def drawn(self) -> list[DrawnBar]:
        return [self._drawn(at, bar) for at, bar in enumerate(self.bars)]

    @property
    def links(self) -> list[str]:
        """A line from the end of each step down, or up, to the beginning of each that waits for it."""
        places = {one.bar.code: one for one in self.drawn}
        return [
            f"M{self._along_end(places[code])} {places[code].bar_y + BAR // 2} V{one.bar_y + BAR // 2} H{self._start(one)}"
            for one in places.values()
            for code in one.bar.depends_on
            if code in places
        ]

    def _drawn(self, at: int, bar: GanttBar) -> DrawnBar:
        along = self._along(bar.begins_on)
        room = len(bar.label) * LETTER + len(bar.days) * NARROW + 12
        is_at_end = along + room > WIDTH - EDGE
        label = WIDTH - EDGE if is_at_end else along
        return DrawnBar(
            bar=bar,
            label_x=WIDTH - label if get_language_bidi() else label,
            label_y=at * ROW + 18,
            bar_y=at * ROW + 24,
            stretch=self._stretch(bar.begins_on, bar.ends_on),
            before=self._stretch(*bar.before) if bar.before else None,
            is_at_end=is_at_end,
        )

    def _stretch(self, begins_on: date, ends_on: date) -> Stretch:
        start, end = self._along(begins_on), self._along(ends_on + timedelta(days=1))
        width = max(LEAST, end - start)
        return Stretch(WIDTH - start - width if get_language_bidi() else start, width)

    def _along_end(self, one: DrawnBar) -> int:
        """Where the last day of a bar stands, a little inside it."""
        return one.stretch.x + 3 if get_language_bidi() else one.stretch.x + one.stretch.width - 3

    def _start(self, one: DrawnBar) -> int:
        return one.stretch.x + one.stretch.width if get_language_bidi() else one.stretch.x

    def _anchor(self, x: int) -> str:
        """In the middle, and inside the drawing near an end of it."""
        sides = ("end", "start") if get_language_bidi() else ("start", "end")
        return sides[0] if x < ROOM else sides[1] if x > WIDTH - ROOM else "middle"

    def _weeks(self) -> Iterator[date]:
        on = self.first + timedelta(days=-self.first.weekday() % 7)
        while on < self.last:
            yield on
            on += timedelta(days=7)

    def _months(self) -> Iterator[date]:
        on = add_months(first_of_month(self.first), 1)
        while on < self.last:
            yield on
            on = add_months(on, 1)

    def _along(self, on: date) -> int:
        share = (on - self.first).days / max(1, (self.last - self.first).days)
        return EDGE + round(share * (WIDTH - 2 * EDGE))

    def _x(self, on: date) -> int:
        along = self._along(on)
        return WIDTH - along if get_language_bidi() else along


def _month(on: date) -> str:
    return days_in_words(on.isoformat()[:7])
