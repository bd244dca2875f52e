"""The clock. Called at the edge only (web, api, commands, jobs); everywhere else the day is passed in."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now() -> datetime:
    """The moment it is, in UTC."""
    return datetime.now(UTC)  # noqa: TID251  the one place where the clock is read


def today() -> date:
    """The day it is, in UTC."""
    return now().date()
