"""What follows from the facts on a day: what States owe under one convention or under several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from corcom.obligations.domain.by_obligation import owed_by
from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.judging import by_state, coming_on, owed_on, owing, with_due_days
from corcom.obligations.domain.owed import Owed, Owing
from corcom.obligations.domain.recurring import periods_of
from corcom.obligations.queries.recorded import facts
from corcom.register.domain.convention_meetings import first_days
from corcom.register.domain.registered import Register
from corcom.rulebooks.rules import Obligation


def convention_owed(register: Register, *, day: date, known_at: datetime | None = None) -> Iterator[Owed]:
    """What each State bound by a convention owes on a day, by State."""
    convention = register.book.convention
    found = facts(convention=convention, known_at=known_at)
    return owed_on(register, found, meetings=first_days(convention), day=day)


def coming(registers: Iterable[Register], *, day: date, known_at: datetime | None = None) -> dict[str, list[Owed]]:
    """What falls due on a day or after it under each of several conventions, by code. One SQL query."""
    own: dict[str, list[Fact]] = {}
    for fact in facts(known_at=known_at):
        own.setdefault(fact.convention, []).append(fact)
    found: dict[str, list[Owed]] = {}
    for register in registers:
        code = register.book.convention
        found[code] = list(coming_on(register, own.get(code, ()), meetings=first_days(code), day=day))
    return found


def state_owed(register: Register, *, iso3: str, day: date, known_at: datetime | None = None) -> list[Owed]:
    """What one State owes on a day; nothing where the convention does not bind it then."""
    return registers_owed([register], iso3=iso3, day=day, known_at=known_at)[register.book.convention]


def registers_owed(
    registers: Iterable[Register], *, iso3: str, day: date, known_at: datetime | None = None
) -> dict[str, list[Owed]]:
    """What one State owes on a day under each of several conventions, by code. One SQL query."""
    found = facts(iso3=iso3, known_at=known_at)
    owed: dict[str, list[Owed]] = {}
    for register in registers:
        state = _owing(register, iso3, found, day)
        owed[register.book.convention] = list(owed_by(state, register.book.obligations)) if state else []
    return owed


def state_periods(
    register: Register, *, iso3: str, obligation: Obligation, day: date, known_at: datetime | None = None
) -> list[Owed]:
    """Every time that an obligation of a State which recurs fell due by a day, and the next one; the earliest first."""
    found = facts(convention=register.book.convention, iso3=iso3, known_at=known_at)
    state = _owing(register, iso3, found, day)
    if state is None:
        return []
    events = with_due_days(state, owed_by(state, register.book.obligations))
    return list(periods_of(state, obligation, events))


def _owing(register: Register, iso3: str, found: Iterable[Fact], day: date) -> Owing | None:
    """A State that the convention binds on a day, with its facts under it; None where it does not."""
    membership = register.of(iso3).membership_on(day)
    if membership is None or not membership.binds_on(day):
        return None
    convention = register.book.convention
    own = by_state(fact for fact in found if fact.convention == convention)
    return owing(register, membership, iso3, own, first_days(convention), day)
