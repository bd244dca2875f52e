"""How high a cell will about be, to know which rows of a table must be let run over to the next page."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence

MOST = 25
"""Lines of a row that is kept whole: half a page. A higher one would leave a hole, or run off the page."""
_NARROW, _WIDE = 0.2, 0.36
"""Centimetres that a letter of ten points takes at most on the average, and a Chinese character."""


def is_high(cells: Iterable[Sequence[str]], widths: Iterable[float]) -> bool:
    """Whether a row is too high to be kept whole: its cells as their lines, the widths of its columns in centimetres.

    >>> is_high([["Austria"], ["Clear.", "Short."]], [4, 12]), is_high([["Austria"], ["word " * 500]], [4, 12])
    (False, True)
    """
    return any(sum(_lines_of(line, width) for line in lines) > MOST for lines, width in zip(cells, widths, strict=True))


def _lines_of(text: str, width: float) -> int:
    """On how many lines a text is set, and rather too many than too few."""
    return sum(max(1, math.ceil(_length(part) / width)) for part in text.split("\n"))


def _length(text: str) -> float:
    return sum(_WIDE if unicodedata.east_asian_width(letter) in {"W", "F"} else _NARROW for letter in text)
