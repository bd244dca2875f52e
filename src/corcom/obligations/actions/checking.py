"""What is refused before a fact is recorded."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from corcom.obligations.actions.errors import (
    FactMisfit,
    InTheFuture,
    NoSuchObligation,
    ReceivedAlready,
    ReceivedTooEarly,
    RecordedAlready,
    WithoutUntil,
)
from corcom.obligations.domain.facts import MEETS, WITH_UNTIL, Fact
from corcom.obligations.domain.misfits import misfit
from corcom.obligations.domain.receipts import in_force_later, received_already
from corcom.obligations.queries import facts
from corcom.register.domain.registered import Register
from corcom.register.queries import register_of
from corcom.rulebooks.reading import rulebook
from corcom.rulebooks.rules import Obligation


def check_facts(found: Sequence[Fact], *, day: date, without: Collection[int] = ()) -> None:
    """Refuse facts that cannot be, or that are recorded already; those with the numbers in `without` count as gone."""
    conventions = {fact.convention for fact in found}
    known = [fact for each in conventions for fact in facts(convention=each) if fact.number not in without]
    beside: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in known:
        beside.setdefault(_about(fact), []).append(fact)
    with_receipts = {fact.convention for fact in found if fact.kind in MEETS}
    registers = {code: register for code in with_receipts if (register := register_of(code))}
    for fact in found:
        _check(fact, day)
        others = beside.setdefault(_about(fact), [])
        _check_beside(fact, others, registers.get(fact.convention))
        others.append(fact)


def _check(fact: Fact, day: date) -> None:
    if (wrong := misfit(fact, _obligation(fact))) is not None:
        raise FactMisfit(fact, wrong)
    if fact.until is None and fact.kind in WITH_UNTIL:
        raise WithoutUntil(fact)
    if fact.first_day is not None and fact.first_day > day:
        raise InTheFuture(fact)


def _check_beside(fact: Fact, others: Sequence[Fact], register: Register | None) -> None:
    """Refuse what contradicts the facts of the same State and obligation, or the entry into force for the State."""
    if any(_key(fact) == _key(other) for other in others):
        raise RecordedAlready(fact)
    if register is None:
        return
    state = register.of(fact.iso3)
    if (other := received_already(fact, others, state)) is not None:
        raise ReceivedAlready(fact, other)
    if (since := in_force_later(fact, _obligation(fact), state)) is not None:
        raise ReceivedTooEarly(fact, since)


def _about(fact: Fact) -> tuple[str, str, str]:
    return fact.convention, fact.iso3, fact.obligation


def _key(fact: Fact) -> tuple[object, ...]:
    """What makes two facts the same of one State and obligation, whatever their sources."""
    return fact.kind, fact.period, fact.on, fact.until


def _obligation(fact: Fact) -> Obligation:
    book = rulebook(fact.convention)
    obligation = book.obligation(fact.obligation) if book else None
    if obligation is None:
        raise NoSuchObligation(fact.convention, fact.obligation)
    return obligation
