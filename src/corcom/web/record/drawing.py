"""How the lines of each part of a record are drawn."""

from __future__ import annotations

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from corcom.web.pieces import OnPage
from corcom.web.pieces.markup import markup
from corcom.web.record.lines import Line


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
