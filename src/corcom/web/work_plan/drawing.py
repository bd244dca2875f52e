"""The year at a glance: a row for each kind of line, a mark for each, drawn on the server; mirrored where one reads from the right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from corcom.oversight.domain.work_plan import KIND_WORDS, WORK_KINDS, WorkLine, WorkPlan

WIDTH, LABELS, ROW, BAR, LEAST = 900, 190, 24, 12, 6
"""Units of the drawing: its width, the room of the labels, the height of a row and of a bar, the width of one day."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar: where it begins on the left, how wide it is, and whether it is a settled matter."""

    x: int
    width: int
    is_tentative: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """One kind of line: its name, its height in the drawing, its marks."""

    label: str
    y: int
    marks: list[Mark]


@dataclass(frozen=True, slots=True)
class YearDrawing:
    """The list of the months below the drawing is its text alternative. `day` is marked where it falls into the year."""

    template: ClassVar[str] = "work_plan/drawing.html"
    width: ClassVar[int] = WIDTH
    bar_height: ClassVar[int] = BAR

    plan: WorkPlan
    day: date

    @property
    def strips(self) -> list[Strip]:
        """A row for each kind of which something stands in the year."""
        kinds = [kind for kind in WORK_KINDS if any(one.kind == kind for one in self.plan.lines)]
        return [
            Strip(_(KIND_WORDS[kind]), at * ROW, [self._mark(one) for one in self.plan.lines if one.kind == kind])
            for at, kind in enumerate(kinds)
        ]

    @property
    def axis_y(self) -> int:
        return len(self.strips) * ROW

    @property
    def height(self) -> int:
        return self.axis_y + 24

    @property
    def label_x(self) -> int:
        return WIDTH if get_language_bidi() else 0

    @property
    def ticks(self) -> list[tuple[int, date]]:
        """Where each month begins."""
        months = [date(self.plan.year, month, 1) for month in range(1, 13)]
        return [(self._mirrored(self._along(on)), on) for on in months]

    @property
    def day_x(self) -> int | None:
        inside = self.plan.first <= self.day <= self.plan.last
        return self._mirrored(self._along(self.day)) if inside else None

    def _mark(self, one: WorkLine) -> Mark:
        start = self._along(max(one.starts_on, self.plan.first))
        end = self._along(min(one.ends_on, self.plan.last))
        width = max(LEAST, end - start)
        x = WIDTH - start - width if get_language_bidi() else start
        return Mark(x, width, is_tentative=one.status == "tentative")

    def _along(self, on: date) -> int:
        days = (self.plan.last - self.plan.first).days + 1
        return LABELS + round((on - self.plan.first).days / days * (WIDTH - LABELS))

    def _mirrored(self, x: int) -> int:
        return WIDTH - x if get_language_bidi() else x
