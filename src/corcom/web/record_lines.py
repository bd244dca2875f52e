"""How the long parts of a record draw themselves, line by line.

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


def present(line: Line, page: OnPage) -> SafeString:
    """A delegation, its role and its people."""
    named, role, people = line.cells
    return markup(
        "<li><strong>{}</strong>{}{}{}</li>",
        page.drawn(named),
        markup("{}<bdi>{}</bdi>", _(", "), role) if role else "",
        markup("{}<bdi>{}</bdi>", _(": "), people) if people else "",
        line.behind.html(page),
    )


def missing(line: Line, page: OnPage) -> SafeString:
    """A delegation that was not there."""
    return markup("<li>{}{}</li>", page.drawn(line.cells[0]), line.behind.html(page))


def said(line: Line, page: OnPage) -> SafeString:
    """Who spoke, in whose name, and what was said."""
    speaker, by_name, words = line.cells
    return markup(
        "<li><strong>{}</strong>{}{}<bdi>{}</bdi>{}</li>",
        page.drawn(speaker),
        markup(" (<bdi>{}</bdi>)", by_name) if by_name else "",
        _(": "),
        words,
        line.behind.html(page),
    )


def decided(line: Line, page: OnPage) -> SafeString:
    """A decision, its owners and how it stands."""
    title, _body, stands, owners = line.cells
    behind = line.behind.html(page)
    form = "<tr><td>{}{}</td><td>{}</td><td>{}</td></tr>\n"
    return markup(form, page.drawn(title), behind, page.drawn(owners), page.drawn(stands))


def promised(line: Line, page: OnPage) -> SafeString:
    """An action point, its owners and its deadline."""
    title, owners, due = line.cells
    behind = line.behind.html(page)
    form = "<tr><td>{}{}</td><td>{}</td><td>{}</td></tr>\n"
    return markup(form, page.drawn(title), behind, page.drawn(owners), page.drawn(due))


def figure(line: Line, page: OnPage) -> SafeString:
    """A figure and what it counts."""
    form = "<tr><td><bdi>{}</bdi></td><td><bdi>{}</bdi>{}</td></tr>"
    return markup(form, *line.cells, line.behind.html(page))


def dated(line: Line, page: OnPage) -> SafeString:
    """A day and what it is the day of."""
    return markup("<tr><td>{}</td><td><bdi>{}</bdi>{}</td></tr>", *line.cells, line.behind.html(page))


def referred(line: Line, page: OnPage) -> SafeString:
    """What is referred to."""
    return markup("<li><bdi>{}</bdi>{}</li>", line.cells[0], line.behind.html(page))
