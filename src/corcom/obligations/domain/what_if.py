"""What would follow if a State deposited its instrument on a day. Nothing of it is stored."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from corcom.obligations.domain.by_obligation import owed_by
from corcom.obligations.domain.judging import owing
from corcom.obligations.domain.owed import Owed
from corcom.register.domain.checks import Contradiction, contradictions
from corcom.register.domain.counts import Counts, counts
from corcom.register.domain.participation import Membership
from corcom.register.domain.registered import Register, register_from
from corcom.register.domain.treaty_actions import Kind, TreatyAction


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The counts of one day without the deposit and with it."""

    on: date
    without: Counts
    having: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What follows from a deposit that has not happened.

    `register` is the convention's as it would be. `owed` is each obligation as it would stand on the day from which the
    State is bound; none where that day cannot be computed. `differences` are those of the day of the deposit and of that day.
    """

    iso3: str
    register: Register
    membership: Membership
    owed: tuple[Owed, ...]
    differences: tuple[Difference, ...]


def if_deposited(
    register: Register,
    *,
    iso3: str,
    kind: Kind,
    on: date,
    states: Collection[str],
    un_members: Collection[str],
) -> WhatIf | Contradiction:
    """What follows if a State consents by an act of this `kind` (one of `CONSENTS`), deposited `on` a day.

    `states` are the codes of all States, `un_members` those of the UN members. A deposit that contradicts what is recorded
    gives the contradiction.
    """
    book = register.book
    act = TreatyAction(
        convention=book.convention, iso3=iso3, kind=kind, on=on.isoformat(), source="", certainty="certain"
    )
    found = contradictions([*register.of(iso3).actions, act], today=date.max)
    if found:
        return found[0]
    others = (one for each in register.states.values() for one in each.actions)
    would = register_from(book, (*others, act))
    membership = would.of(iso3).membership_on(on) or would.of(iso3).memberships[-1]
    days = [on] if membership.since in {None, on} else [on, membership.since or on]
    return WhatIf(
        iso3=iso3,
        register=would,
        membership=membership,
        owed=_owed(would, membership, iso3),
        differences=tuple(
            Difference(
                on=day,
                without=counts(register.states, on=day, states=states, un_members=un_members),
                having=counts(would.states, on=day, states=states, un_members=un_members),
            )
            for day in days
        ),
    )


def _owed(register: Register, membership: Membership, iso3: str) -> tuple[Owed, ...]:
    if membership.since is None:
        return ()
    state = owing(register, membership, iso3, {}, {}, membership.since)
    return tuple(owed_by(state, register.book.obligations))
