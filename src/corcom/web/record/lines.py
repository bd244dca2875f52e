"""The lines of the long parts of a record, which draw themselves.

A record has lines by the hundred. A template that goes through them takes three times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from corcom.web.pieces import OnPage, Source
from corcom.web.pieces.markup import joined, markup


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a line, as a piece: "Why?", and a word where the latest reading does not find it any more."""

    why: Source | str
    gone: bool

    def html(self, page: OnPage) -> SafeString:
        why = markup(" {}", page.drawn(self.why)) if self.why else ""
        gone = _("(not found again by the latest reading)") if self.gone else ""
        return markup("{}{}", why, markup(' <span class="quiet">{}</span>', gone) if gone else "")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a part: its cells, what "Why?" opens, and whether the latest reading still finds it."""

    cells: tuple[Any, ...]
    why: Source | str
    gone: bool = False

    @property
    def behind(self) -> Behind:
        return Behind(self.why, self.gone)


Drawing = Callable[[Line, OnPage], SafeString]


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one part, as a piece."""

    drawing: Drawing
    lines: tuple[Line, ...]

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)

    def html(self, page: OnPage) -> SafeString:
        return joined(self.drawing(line, page) for line in self.lines)
