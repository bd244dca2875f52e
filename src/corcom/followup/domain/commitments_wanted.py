"""What somebody looks for among commitments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to look for among commitments; an empty value does not narrow. Both ends of the due window belong to it."""

    owner: str = ""
    theme: str = ""
    body: str = ""
    convention: str = ""
    state: Literal["", "open", "overdue", "done", "superseded", "pending"] = ""
    """`pending`: open or overdue."""
    due_from: date | None = None
    due_until: date | None = None
    raised_on: date | None = None
    text: str = ""
