"""A small bar chart, drawn on the server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import get_language_bidi

LABEL, PLOT, LINE = 150, 380, 28
"""Least width of the labels, width of the longest bar, height of a line; in units of the drawing."""
LETTER = 7
"""Width of a letter of a label, amply: some languages say in a sentence what others say in a word."""


@dataclass(frozen=True, slots=True)
class Bar:
    """`shown` is the value as it is written beside the bar ("CHF 214,087")."""

    label: str
    value: float
    shown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """`title` says what is counted; the drawing's text alternative is the table of the same values."""

    template: ClassVar[str] = "pieces/bars.html"

    id: str
    title: str
    bars: tuple[Bar, ...]

    @property
    def label(self) -> int:
        """The width of the labels."""
        return max([LABEL, *(LETTER * len(bar.label) + 20 for bar in self.bars)])

    @property
    def width(self) -> int:
        """The longest bar, and beside it room for the longest value, whichever bar that has."""
        return self.label + PLOT + max([100, *(LETTER * len(bar.shown) + 16 for bar in self.bars)])

    @property
    def height(self) -> int:
        return len(self.bars) * LINE

    @property
    def drawn(self) -> list[dict[str, object]]:
        """Whole numbers only: a number in an SVG must not be written with the reader's decimal comma."""
        label = self.label
        longest = max((bar.value for bar in self.bars), default=0) or 1
        drawn: list[dict[str, object]] = []
        for index, bar in enumerate(self.bars):
            length = round(PLOT * bar.value / longest)
            drawn.append(
                {
                    "bar": bar,
                    "y": index * LINE + 5,
                    "text_y": index * LINE + 19,
                    "length": length,
                    "x": self._side(label + length if get_language_bidi() else label),
                    "label_x": self._side(label - 10),
                    "value_x": self._side(label + length + 8),
                }
            )
        return drawn

    def _side(self, x: int) -> int:
        return self.width - x if get_language_bidi() else x
