"""What every State bound by a convention owes on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from corcom.obligations.domain.by_obligation import owed_by
from corcom.obligations.domain.facts import KINDS, Fact
from corcom.obligations.domain.owed import SETTLED, Owed, Owing
from corcom.obligations.domain.recurring import next_time
from corcom.register.domain.participation import Membership, events_of
from corcom.register.domain.registered import Register
from corcom.rulebooks.events import DUE

_ORDER = {kind: number for number, kind in enumerate(KINDS)}


def owed_on(register: Register, facts: Iterable[Fact], *, meetings: dict[str, date], day: date) -> Iterator[Owed]:
    """One row for each State that is bound and each obligation, by State; in the order of the rulebook.

    `facts` are those of the convention, `meetings` the first days of its meetings by code.
    """
    own = by_state(facts)
    for state, membership in register.bound_on(day):
        yield from owed_by(owing(register, membership, state.iso3, own, meetings, day), register.book.obligations)


def coming_on(register: Register, facts: Iterable[Fact], *, meetings: dict[str, date], day: date) -> Iterator[Owed]:
    """What falls due on a day or after it, by State: of what recurs the next time, also where an earlier one is not settled."""
    own = by_state(facts)
    for bound, membership in register.bound_on(day):
        state = owing(register, membership, bound.iso3, own, meetings, day)
        owed = list(owed_by(state, register.book.obligations))
        events = with_due_days(state, owed)
        for one in owed:
            found = next_time(state, one.obligation, events) if one.obligation.recurs else one
            if found is not None and found.status not in SETTLED and found.due_on is not None and found.due_on >= day:
                yield found


def by_state(facts: Iterable[Fact]) -> dict[str, dict[str, list[Fact]]]:
    """Facts by State and obligation, the earliest first; those that nobody dated come last.

    In whatever order they are given: those of one day stand in the order in which they can follow each other.
    """
    found: dict[str, dict[str, list[Fact]]] = {}
    for fact in sorted(facts, key=_by_day):
        found.setdefault(fact.iso3, {}).setdefault(fact.obligation, []).append(fact)
    return found


def _by_day(fact: Fact) -> tuple[date, int, date, str]:
    return fact.last_day or date.max, _ORDER[fact.kind], fact.until or date.max, fact.source


def owing(
    register: Register,
    membership: Membership,
    iso3: str,
    facts: dict[str, dict[str, list[Fact]]],
    meetings: dict[str, date],
    day: date,
) -> Owing:
    """A State that is bound, with the events from which its obligations count."""
    events = events_of(register.general, membership.consent)
    if membership.since is not None:
        events["entry_into_force"] = membership.since
    left = membership.withdrawal is not None and membership.withdrawal.day <= day
    return Owing(
        iso3=iso3,
        events=events,
        facts=_of_this_membership(register, membership, facts.get(iso3, {})),
        meetings=meetings,
        day=day,
        leaves_on=membership.until if left else None,
    )


def _of_this_membership(
    register: Register, membership: Membership, facts: dict[str, list[Fact]]
) -> Mapping[str, Sequence[Fact]]:
    """Facts without those of an earlier membership, from which a State that joined again inherits nothing."""
    if register.of(membership.consent.iso3).memberships[:1] == (membership,):
        return facts
    since = membership.deposited_on
    return {
        code: [fact for fact in own if fact.last_day is not None and fact.last_day >= since]
        for code, own in facts.items()
    }


def with_due_days(state: Owing, owed: Iterable[Owed]) -> dict[str, date]:
    """The events of a State, and beside them the days on which its obligations fall due."""
    found = dict(state.events)
    found.update({DUE + each.obligation.code: each.original for each in owed if each.original is not None})
    return found
