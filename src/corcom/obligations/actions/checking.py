"""What is refused before a fact is recorded."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from corcom.obligations.actions.errors import FactMisfit, InTheFuture, NoSuchObligation, RecordedAlready, WithoutUntil
from corcom.obligations.domain.facts import WITH_UNTIL, Fact
from corcom.obligations.domain.misfits import misfit
from corcom.obligations.queries import facts
from corcom.rulebooks.reading import rulebook


def check_facts(found: Sequence[Fact], *, day: date, without: Collection[int] = ()) -> None:
    """Refuse facts that cannot be, or that are recorded already; those with the numbers in `without` count as gone."""
    known = {_key(fact) for each in {fact.convention for fact in found} for fact in _others(each, without)}
    for fact in found:
        book = rulebook(fact.convention)
        obligation = book.obligation(fact.obligation) if book else None
        if obligation is None:
            raise NoSuchObligation(fact.convention, fact.obligation)
        if (wrong := misfit(fact, obligation)) is not None:
            raise FactMisfit(fact, wrong)
        if fact.until is None and fact.kind in WITH_UNTIL:
            raise WithoutUntil(fact)
        if fact.first_day is not None and fact.first_day > day:
            raise InTheFuture(fact)
        if _key(fact) in known:
            raise RecordedAlready(fact)
        known.add(_key(fact))


def _others(convention: str, without: Collection[int]) -> list[Fact]:
    return [fact for fact in facts(convention=convention) if fact.number not in without]


def _key(fact: Fact) -> tuple[object, ...]:
    """What makes two facts the same, whatever their sources."""
    return (fact.convention, fact.iso3, fact.obligation, fact.kind, fact.period, fact.on, fact.until)
