"""Which circles of readers an account belongs to."""

from __future__ import annotations

from datetime import date

from corcom.access.models import User
from corcom.documents.domain.circles import Circle, up_to

_WIDEST: dict[str, Circle] = {"secretariat": "secretariat", "reader": "committee"}


def circles_of(*, account: User | None, convention: str, day: date) -> frozenset[Circle]:  # noqa: ARG001  roles know neither
    """The circles whose documents of a convention the account may read on a day; None is whoever is not signed in."""
    if account is None or not account.is_active:
        return up_to("public")
    return up_to(_WIDEST.get(account.role, "public"))
