"""Reads of obligations: facts as recorded, and what follows from them on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import cast

from django.db.models import Q

from corcom.kernel.source import Certainty
from corcom.obligations.domain.facts import Fact, FactKind
from corcom.obligations.domain.judging import by_state, owed_on, owing
from corcom.obligations.domain.owed import Owed, owed_by
from corcom.obligations.models import RecordedFact
from corcom.register.domain.convention_meetings import first_days
from corcom.register.domain.registered import Register
from corcom.register.queries import believed


def facts(*, convention: str = "", iso3: str = "", known_at: datetime | None = None, ended: bool = False) -> list[Fact]:
    """The facts that are believed, or were at a moment; all, or those of one convention or one State.

    With `ended`, also those that are not believed any more.
    """
    rows = RecordedFact.objects.filter(Q() if ended else believed(known_at))
    if convention:
        rows = rows.filter(convention=convention)
    if iso3:
        rows = rows.filter(iso3=iso3)
    return [fact_of(row) for row in rows]


def convention_owed(register: Register, *, day: date, known_at: datetime | None = None) -> Iterator[Owed]:
    """What each State bound by a convention owes on a day, by State."""
    convention = register.book.convention
    found = facts(convention=convention, known_at=known_at)
    return owed_on(register, found, meetings=first_days(convention), day=day)


def state_owed(register: Register, *, iso3: str, day: date, known_at: datetime | None = None) -> list[Owed]:
    """What one State owes on a day; nothing where the convention does not bind it then."""
    membership = register.of(iso3).membership_on(day)
    if membership is None or not membership.binds_on(day):
        return []
    convention = register.book.convention
    own = by_state(facts(convention=convention, iso3=iso3, known_at=known_at))
    state = owing(register, membership, iso3, own, first_days(convention), day)
    return list(owed_by(state, register.book.obligations))


def fact_of(row: RecordedFact) -> Fact:
    """A row as a value."""
    return Fact(
        convention=row.convention,
        iso3=row.iso3,
        obligation=row.obligation,
        kind=cast("FactKind", row.kind),
        on=row.on,
        period=row.period,
        until=row.until,
        meeting=row.meeting,
        source=row.source,
        certainty=cast("Certainty", row.certainty),
        note=row.note,
        number=row.pk,
    )
