"""Facts as they are recorded: those that are believed, and what became of the others."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from corcom.obligations.domain.facts import Fact
from corcom.obligations.models import RecordedFact
from corcom.register.queries import Belief, beliefs, believed, value_of


def facts(*, convention: str = "", iso3: str = "", known_at: datetime | None = None, ended: bool = False) -> list[Fact]:
    """The facts that are believed, or were at a moment; all, or those of one convention or one State.

    With `ended`, also those that are not believed any more.
    """
    rows = RecordedFact.objects.filter(Q() if ended else believed(known_at))
    if convention:
        rows = rows.filter(convention=convention)
    if iso3:
        rows = rows.filter(iso3=iso3)
    return [value_of(Fact, row) for row in rows]


def believed_facts(*, iso3: str, convention: str, obligation: str) -> list[Belief[Fact]]:
    """Everything that was ever recorded of an obligation of a State, the latest first."""
    rows = RecordedFact.objects.filter(iso3=iso3, convention=convention, obligation=obligation)
    return list(beliefs((value_of(Fact, row), row) for row in rows.order_by("-recorded_at", "-id")))


def believed_fact(number: int) -> Fact | None:
    """A fact by its number; None for one that is not there or not believed any more."""
    row = RecordedFact.objects.filter(believed(None), pk=number).first()
    return value_of(Fact, row) if row else None
