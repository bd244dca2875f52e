"""What a piece has to know of the page that it stands on, and how small pieces are drawn there.

A page has small pieces by the hundred: a link, a name, a deadline in each row of a list. They draw themselves, by a method
`html`; a template for each takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from django.templatetags.static import static
from django.utils.safestring import SafeString

from corcom.web.day import AS_OF
from corcom.web.pieces.markup import markup


def _icons() -> str:
    return static("corcom/icons.svg")


@dataclass(frozen=True, slots=True)
class OnPage:
    """`query` keeps the day of the page on a link: "?as_of=2016-04-28", or nothing on today's pages."""

    query: str = ""
    icons: str = field(default_factory=_icons)
    known: dict[Hashable, SafeString] = field(default_factory=dict, compare=False, repr=False)
    """What was drawn already and stands on the page many times, in its language."""

    def once(self, key: Hashable, draw: Callable[[], SafeString]) -> SafeString:
        """What `draw` draws, drawn once for the page under its key."""
        drawn = self.known.get(key)
        if drawn is None:
            drawn = self.known[key] = draw()
        return drawn

    def on_day(self, address: str) -> str:
        """Any address of CorCom, on the day of this page; what the address asks for already stays, and so does one elsewhere."""
        path, mark, place = address.partition("#")
        if not self.query or f"{AS_OF}=" in path or "://" in path:
            return address
        return f"{path}{'&' if '?' in path else '?'}{self.query[1:]}{mark}{place}"

    def icon(self, name: str) -> SafeString:
        """A small drawing beside a word; it says nothing that the word does not say."""
        return markup(
            '<svg class="icon icon-{0}" width="16" height="16" aria-hidden="true" focusable="false">'
            '<use href="{1}#{0}"/></svg>',
            name,
            self.icons,
        )

    def drawn(self, it: Any) -> SafeString:
        """A small piece, or plain text. Errors: `TypeError` for a piece that only a template can draw."""
        if isinstance(it, str):
            # A text keeps its own direction on a page that runs the other way.
            return markup("<bdi>{}</bdi>", it) if it else SafeString("")
        if hasattr(it, "html"):
            return SafeString(it.html(self))
        if hasattr(it, "template"):
            raise TypeError(f"{type(it).__name__} stands on a page, not inside another piece")
        return markup("{}", it)
