"""Accounts for tests, opened by the action that opens real ones."""

from __future__ import annotations

from datetime import UTC, datetime

from corcom.access.actions import open_account
from corcom.access.models import User

WORDS = "seven quiet rivers"


def account(role: str, username: str = "anna") -> User:
    return open_account(
        username=username,
        role=role,
        password=WORDS,
        name="Anna Lindqvist",
        email=f"{username}@example.org",
        at=datetime(2016, 5, 2, 9, 0, tzinfo=UTC),
    )
