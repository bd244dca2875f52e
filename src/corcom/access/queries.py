"""Accounts."""

from __future__ import annotations

from corcom.access.models import User


def account_named(*, username: str) -> User | None:
    """The account of this name, or None."""
    return User.objects.filter(username=username).first()
