"""Long work: how far it is, and at its end what failed and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Failure:
    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """`address` gives this piece again (asked every two seconds while it runs); `stop_address` takes a POST."""

    template: ClassVar[str] = "pieces/work.html"

    id: str
    title: str
    done: int
    total: int
    failures: tuple[Failure, ...] = ()
    is_running: bool = False
    address: str = ""
    stop_address: str = ""
