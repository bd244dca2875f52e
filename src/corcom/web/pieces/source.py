"""Why? Every fact opens its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Document, place, the words quoted, who confirmed it and when, and what it replaced.

    `about` tells a listener what the fact is, where many "Why?" stand on one page.
    """

    template: ClassVar[str] = "pieces/why.html"

    document: str
    quote: str = ""
    place: str = ""
    address: str = ""
    confirmed_by: str = ""
    confirmed_on: date | None = None
    replaced: str = ""
    about: str = ""
    language: str = ""
