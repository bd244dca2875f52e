"""Receipts that cannot be: a second one of the same thing, and one of a report before the convention bound the State."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from corcom.obligations.domain.facts import MEETS, Fact
from corcom.obligations.domain.standing import UNDOES
from corcom.register.domain.participation import Participation
from corcom.rulebooks.rules import Obligation


def received_already(fact: Fact, others: Iterable[Fact], state: Participation) -> Fact | None:
    """The recorded receipt or declaration of the same thing beside which this one cannot stand; None where there is none.

    `others` are recorded of the same State and obligation. Two can stand beside each other where the first was undone in
    between (not met on a later day, contaminated anew), or where the State left and joined again.
    """
    if fact.kind not in MEETS:
        return None
    own = [each for each in others if each.period == fact.period]
    for other in own:
        if other.kind == fact.kind and _joined(other, state) == _joined(fact, state) and not _undone(fact, other, own):
            return other
    return None


def in_force_later(fact: Fact, obligation: Obligation, state: Participation) -> date | None:
    """The entry into force before which a report is said to have come in; None where it came later, or nothing is known.

    What a State hands in before is voluntary and meets no obligation. A task may well be done before, a report not.
    """
    since = [each.since for each in state.memberships if each.since is not None]
    if fact.kind != "fulfilled" or not obligation.form or fact.last_day is None or not since:
        return None
    return min(since) if fact.last_day < min(since) else None


def _joined(fact: Fact, state: Participation) -> int:
    """How often the State had joined by then."""
    day = fact.last_day
    return max(1, sum(day is not None and each.deposited_on <= day for each in state.memberships))


def _undone(one: Fact, two: Fact, others: Iterable[Fact]) -> bool:
    if one.last_day is None or two.last_day is None:
        return False
    first, last = sorted((one.last_day, two.last_day))
    return any(each.kind in UNDOES and each.first_day is not None and first < each.first_day <= last for each in others)
