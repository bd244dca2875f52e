"""Matters arising: what the next meeting of a body has to look back on and ahead to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corcom.followup.domain.commitment import Followed


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersArising:
    """What stands before a meeting on `next_on`, after one on `since` and before one on `following_on`.

    Every action point that is open, or was closed since the last meeting, stands in exactly one of the lists.
    """

    convention: str
    body: str
    since: date
    next_on: date
    following_on: date
    overdue: tuple[Followed, ...]
    """Due before the last meeting and still open."""
    fell_due: tuple[Followed, ...]
    """Due from the day of the last meeting on, and before this one."""
    falls_due: tuple[Followed, ...]
    """Due from this meeting on, and up to the one after it."""
    open: tuple[Followed, ...]
    """Open without a due date, or due later."""
    done: tuple[Followed, ...]
    """Closed since the last meeting."""
    decisions: tuple[Followed, ...]
    """Decisions that are still to be carried out."""
