"""Signed links as values, and why one opens nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from corcom.kernel.errors import CorcomError

WhyRefused = Literal["tampered", "withdrawn", "expired", "used"]


class LinkRefused(CorcomError):
    """A signed link opens nothing; `ended_at` is when it expired, was withdrawn or was used."""

    def __init__(self, why: WhyRefused, ended_at: datetime | None = None) -> None:
        super().__init__(f"signed link: {why}")
        self.why = why
        self.ended_at = ended_at


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenLink:
    """One link: what it opens (`purpose`, `subject`), the code of whom it was given to, until when, and its token."""

    number: int
    purpose: str
    subject: str
    party: str
    once: bool
    ends_at: datetime
    made_at: datetime
    used_at: datetime | None
    withdrawn_at: datetime | None
    token: str
