"""Which circles of readers an account belongs to."""

from __future__ import annotations

from datetime import date

from corcom.access.domain.circles import widest_for
from corcom.access.models import User
from corcom.access.queries.capacities import capacity_of
from corcom.documents.domain.circles import Circle, up_to


def circles_of(*, account: User | None, convention: str, day: date) -> frozenset[Circle]:
    """The circles whose documents of a convention the account may read on a day; None is whoever is not signed in.

    No SQL query for an account without a person, else three.
    """
    if account is None or not account.is_active:
        return up_to("public")
    capacity = capacity_of(account=account, day=day, conventions=[convention])
    return up_to(widest_for(account.role, capacity, convention))
