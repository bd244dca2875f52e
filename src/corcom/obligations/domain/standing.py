"""How a deadline stands by what is recorded: met or not, by which fact, and whether the State has the obligation at all.

Without evidence either way a day that has passed is *unknown*, never *overdue*.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corcom.obligations.domain.facts import MEETS, Fact, FactKind
from corcom.obligations.domain.owed import Missing, OwedStatus
from corcom.rulebooks.rules import Obligation

UNDOES: frozenset[FactKind] = frozenset(("outstanding", "end_of_hostilities"))
"""The kinds after which what had been met is not met any more."""


def events_among(facts: Sequence[Fact], day: date) -> dict[str, date]:
    """The events among the facts that had happened by a day."""
    return {
        fact.kind: fact.last_day
        for fact in facts
        if fact.kind == "end_of_hostilities" and fact.last_day is not None and fact.last_day <= day
    }


def fulfilled_by(facts: Sequence[Fact], day: date, due_on: date | None) -> Fact | None:
    """The fact that shows it as met: a declaration of completion before a mere receipt, and the earliest of its kind.

    What was recorded as not met, or contaminated anew, after that day is not met any more.
    """
    known = [fact for fact in facts if fact.kind in MEETS and fact.is_known_on(day, due_on)]
    found = next((fact for fact in known if fact.kind == "declared"), known[0] if known else None)
    return None if found is None or _undone(found, facts, day) else found


def _undone(met: Fact, facts: Sequence[Fact], day: date) -> bool:
    last = met.last_day
    return last is not None and any(
        fact.kind in UNDOES and fact.first_day is not None and last < fact.first_day <= day for fact in facts
    )


def judged(
    day: date,
    due_on: date | None,
    met: Fact | None,
    facts: Sequence[Fact],
    *,
    extended: bool,
    may_be_extended: bool = False,
) -> tuple[OwedStatus, Missing]:
    """How it stands, and what would settle it where that is unknown.

    `may_be_extended`: the convention allows extensions, so that what was done after the deadline is late only where a record
    shows that it was outstanding then; of an extension nothing may have been recorded.
    """
    if met is not None:
        return _met(met, due_on, may_be_extended=may_be_extended and not _seen_overdue(facts, due_on, day)), ""
    if due_on is None or day <= due_on:
        return ("extended" if extended else "due"), ""
    return ("overdue", "") if _seen_overdue(facts, due_on, day) else ("unknown", "receipt")


def _met(met: Fact, due_on: date | None, *, may_be_extended: bool) -> OwedStatus:
    if met.kind == "declared":
        return "completed"
    first, last = met.first_day, met.last_day
    if first is None or last is None or due_on is None:
        return "fulfilled"
    if last <= due_on:
        return "met"
    return "late" if first > due_on and not may_be_extended else "fulfilled"


def _seen_overdue(facts: Sequence[Fact], due_on: date | None, day: date) -> bool:
    """Whether a record shows it as not met on a day that surely came after the deadline."""
    return due_on is not None and any(
        fact.kind == "outstanding" and fact.first_day is not None and due_on < fact.first_day <= day for fact in facts
    )


def applies_to_state(obligation: Obligation, facts: Sequence[Fact], day: date) -> bool | None:
    """Whether the State has the obligation: the last that was recorded of it; None where nothing was.

    What nobody dated counts as the earliest, so that a dated record corrects it.
    """
    if obligation.applies == "every_party":
        return not any(fact.kind == "not_applicable" and fact.is_known_on(day, None) for fact in facts)
    known = [fact for fact in facts if fact.kind != "published" and fact.is_known_on(day, None)]
    if not known:
        return None
    return (
        max(known, key=lambda fact: (fact.last_day or date.min, fact.kind == "not_applicable")).kind != "not_applicable"
    )
