"""How a deadline stands by what is recorded: met or not, by which fact, and whether the State has the obligation at all.

Without evidence either way a day that has passed is *unknown*, never *overdue*.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corcom.obligations.domain.facts import MEETS, Fact
from corcom.obligations.domain.owed import Missing, OwedStatus
from corcom.rulebooks.rules import Obligation


def events_among(facts: Sequence[Fact], day: date) -> dict[str, date]:
    """The events among the facts that had happened by a day."""
    return {
        fact.kind: fact.last_day
        for fact in facts
        if fact.kind == "end_of_hostilities" and fact.last_day is not None and fact.last_day <= day
    }


def fulfilled_by(facts: Sequence[Fact], day: date, due_on: date | None) -> Fact | None:
    """The fact that shows it as met: a declaration of completion before a mere receipt, and the earliest of its kind."""
    known = [fact for fact in facts if fact.kind in MEETS and fact.is_known_on(day, due_on)]
    return next((fact for fact in known if fact.kind == "declared"), known[0] if known else None)


def judged(
    day: date, due_on: date | None, met: Fact | None, facts: Sequence[Fact], *, extended: bool
) -> tuple[OwedStatus, Missing]:
    if met is not None:
        if met.kind == "declared":
            return "completed", ""
        first = met.first_day
        return ("late" if first is not None and due_on is not None and first > due_on else "met"), ""
    if due_on is None or day <= due_on:
        return ("extended" if extended else "due"), ""
    for fact in facts:
        seen = fact.last_day
        if fact.kind == "outstanding" and seen is not None and due_on < seen <= day:
            return "overdue", ""
    return "unknown", "receipt"


def applies_to_state(obligation: Obligation, facts: Sequence[Fact], day: date) -> bool | None:
    """Whether the State has the obligation: the last that was recorded of it; None where nothing was."""
    if obligation.applies == "every_party":
        return not any(fact.kind == "not_applicable" and fact.is_known_on(day, None) for fact in facts)
    said: bool | None = None
    for fact in facts:
        if fact.kind == "not_applicable" and fact.is_known_on(day, None):
            said = False
        elif fact.kind != "published" and fact.is_known_on(day, None):
            said = True
    return said
