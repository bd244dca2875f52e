"""How a count rises and falls over the years: steps, drawn on the server; mirrored where one reads from the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from django.utils.translation import get_language_bidi

from corcom.web.pieces.timeline import MOST_TICKS, YEARS_OF_TICKS, Tick

WIDTH, HEIGHT, SIDE, BELOW = 900, 220, 44, 28
"""Units of the drawing: all of it, and the room for the numbers beside and the years below."""
HEIGHTS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
"""How far apart the level lines may be; there are at most five."""


@dataclass(frozen=True, slots=True)
class Point:
    """The count from a day on."""

    on: date
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """One count; the points in the order of their days. Two lines differ by their stroke, not by colour alone."""

    label: str
    points: tuple[Point, ...]
    stroke: Literal["full", "dashed"] = "full"


@dataclass(frozen=True, slots=True)
class Level:
    """A level line and its number."""

    count: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """`day` is the last that is drawn. `columns` and `rows` are the table that says the same, its text alternative."""

    template: ClassVar[str] = "pieces/curve.html"

    id: str
    title: str
    lines: tuple[Line, ...]
    day: date
    columns: tuple[str, ...]
    rows: tuple[Sequence[object], ...]

    width: ClassVar[int] = WIDTH
    height: ClassVar[int] = HEIGHT
    floor: ClassVar[int] = HEIGHT - BELOW
    tick_y: ClassVar[int] = HEIGHT - BELOW + 20

    @property
    def first(self) -> date:
        """The first of January before anything happened."""
        begun = min((line.points[0].on for line in self.lines if line.points), default=self.day)
        return date(min(begun, self.day).year, 1, 1)

    @property
    def drawn(self) -> list[tuple[Line, str]]:
        """Each line and its points, for SVG."""
        most = self._most
        return [(line, " ".join(self._steps(line, most))) for line in self.lines]

    @property
    def levels(self) -> list[Level]:
        most = self._most
        every = next((step for step in HEIGHTS if most / step <= 5), HEIGHTS[-1])
        return [Level(count, self._y(count, most)) for count in range(0, most + 1, every)]

    @property
    def ticks(self) -> list[Tick]:
        years = self.day.year - self.first.year
        every = next((step for step in YEARS_OF_TICKS if years / step <= MOST_TICKS), YEARS_OF_TICKS[-1])
        found = range(self.first.year, self.day.year + 1)
        return [Tick(year, self._x(date(year, 1, 1))) for year in found if year % every == 0]

    @property
    def level_x(self) -> int:
        """Where the numbers of the levels end."""
        return WIDTH - SIDE + 8 if get_language_bidi() else SIDE - 8

    @property
    def start_x(self) -> int:
        return self._x(self.first)

    @property
    def end_x(self) -> int:
        return self._x(self.day)

    @property
    def _most(self) -> int:
        return max([1, *(point.count for line in self.lines for point in line.points)])

    def _steps(self, line: Line, most: int) -> list[str]:
        found, before = [f"{self.start_x},{self._y(0, most)}"], 0
        for point in line.points:
            x = self._x(point.on)
            found += [f"{x},{self._y(before, most)}", f"{x},{self._y(point.count, most)}"]
            before = point.count
        return [*found, f"{self.end_x},{self._y(before, most)}"]

    def _x(self, on: date) -> int:
        share = (on - self.first).days / max(1, (self.day - self.first).days)
        along = SIDE + round(share * (WIDTH - SIDE - 16))
        return WIDTH - along if get_language_bidi() else along

    def _y(self, count: int, most: int) -> int:
        return self.floor - round(count / most * (self.floor - 12))
