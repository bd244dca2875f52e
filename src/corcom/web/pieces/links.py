"""A link that keeps the day of its page, and pieces set beside or below each other in one cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from corcom.web.pieces.markup import joined, markup
from corcom.web.pieces.on_page import OnPage


@dataclass(frozen=True, slots=True)
class Link:
    """`words` may be those of a document in any script. Without an `address` they stand alone; `is_whole`: on one line."""

    words: str
    address: str = ""
    is_whole: bool = False

    def html(self, page: OnPage) -> SafeString:
        whole = SafeString(' class="whole"' if self.is_whole else "")
        if not self.address:
            return markup("<bdi{}>{}</bdi>", whole, self.words)
        return markup('<a{} href="{}"><bdi>{}</bdi></a>', whole, page.on_day(self.address), self.words)


@dataclass(frozen=True, slots=True)
class Together:
    """Pieces in one line, `between` them a comma or the like."""

    parts: tuple[Any, ...]
    between: str = " "

    @property
    def words(self) -> str:
        return self.between.join(getattr(part, "words", str(part)) for part in self.parts)

    def html(self, page: OnPage) -> SafeString:
        parts = joined(map(page.drawn, self.parts), self.between)
        return markup("<span>{}</span>", parts)


@dataclass(frozen=True, slots=True)
class Stack:
    """Pieces below each other, the first of them the one that counts."""

    parts: tuple[Any, ...]

    def html(self, page: OnPage) -> SafeString:
        parts = joined(markup("<div>{}</div>", page.drawn(part)) for part in self.parts if part)
        return markup('<div class="stack">{}</div>', parts)
