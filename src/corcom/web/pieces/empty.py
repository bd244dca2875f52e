"""An empty page says what belongs here and offers the first step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Empty:
    template: ClassVar[str] = "pieces/empty.html"

    title: str
    words: str
    step: str = ""
    address: str = ""
