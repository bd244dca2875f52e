"""A link that keeps the day of its page, and pieces set beside or below each other in one cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Link:
    """`words` may be those of a document in any script. Without an `address` they stand alone; `is_whole`: on one line."""

    template: ClassVar[str] = "pieces/link.html"

    words: str
    address: str = ""
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Together:
    """Pieces in one line, `between` them a comma or the like."""

    template: ClassVar[str] = "pieces/together.html"

    parts: tuple[Any, ...]
    between: str = " "


@dataclass(frozen=True, slots=True)
class Stack:
    """Pieces below each other, the first of them the one that counts."""

    template: ClassVar[str] = "pieces/stack.html"

    parts: tuple[Any, ...]
