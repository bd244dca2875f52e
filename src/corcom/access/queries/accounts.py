"""Accounts."""

from __future__ import annotations

from corcom.access.domain.names import same_name
from corcom.access.models import User


def account_named(*, username: str) -> User | None:
    """The account of this name, capitals or not, or None."""
    return User.objects.filter(username=name_of_account(username=username) or username).first()


def name_of_account(*, username: str) -> str | None:
    """The name of the account that `username` means, as it was written when it was opened, or None."""
    return same_name(username, User.objects.order_by("pk").values_list("username", flat=True))
