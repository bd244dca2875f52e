"""Who took part, counted by status, region and named group against the register of the day; each count says what it counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corcom.kernel.marked import Filled, gettext_noop
from corcom.participation.domain.party_kinds import (
    ORDER,
    PARTY_KIND_DEFINED,
    PARTY_KINDS,
    STATES,
    PartyKind,
    party_kind_of,
)
from corcom.register.domain.named_groups import named_groups
from corcom.register.domain.regional_groups import REGIONAL_GROUPS, regional_group_on
from corcom.register.domain.registered import Register
from corcom.register.domain.states import state_codes

IN_NO_GROUP = gettext_noop("in no regional group")
"""The Holy See, the State of Palestine, and others outside the five groups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of one kind there were: `name` in words, what it counts, the codes of those counted, and of how many in all.

    `whole` is how many there are on that day whether they came or not; None where nobody knows.
    """

    name: Filled
    defined: Filled
    codes: tuple[str, ...]
    whole: int | None = None

    @property
    def number(self) -> int:
        """How many were counted."""
        return len(self.codes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """The counts of a meeting on a day: `states` in all, and every kind, region and named group that came.

    `bound` counts those States Parties for which the convention was in force; `outside` everybody who is no State Party
    by deposit, signatories among them.
    """

    day: date
    convention: str
    states: Count
    by_kind: tuple[Count, ...]
    bound: Count
    outside: Count
    organisations: Count
    regions: tuple[Count, ...]
    groups: tuple[Count, ...]
    people: int = 0

    def of(self, kind: PartyKind) -> Count:
        """The count of one kind; nobody where nobody came."""
        name = Filled(PARTY_KINDS[kind])
        found = next((one for one in self.by_kind if one.name == name), None)
        return found or Count(name=name, defined=_defined(kind, self.day), codes=())


def statistics(
    codes: Iterable[str], register: Register | None, *, day: date, convention: str, people: int = 0
) -> Statistics:
    """Count the delegations with these codes against the register on a day; each code counts once.

    Without a register States are counted as States alone.
    """
    found = tuple(dict.fromkeys(codes))
    kinds = {code: party_kind_of(code, register, day) for code in found}
    states = tuple(code for code in found if kinds[code] in STATES)
    parties = tuple(code for code in states if kinds[code] == "state_party")
    return Statistics(
        day=day,
        convention=convention,
        states=Count(
            name=Filled(gettext_noop("States")),
            defined=Filled(gettext_noop("States of the register that took part")),
            codes=states,
        ),
        by_kind=tuple(_kinds(kinds, register, day)),
        bound=_bound(parties, register, day),
        outside=Count(
            name=Filled(gettext_noop("States that are not States Parties")),
            defined=Filled(
                gettext_noop("signatories and States not party together: whoever has not deposited by %(day)s"), day=day
            ),
            codes=tuple(code for code in states if kinds[code] in {"signatory", "state_not_party"}),
        ),
        organisations=Count(
            name=Filled(gettext_noop("organisations and others")),
            defined=Filled(gettext_noop("delegations that are not those of States")),
            codes=tuple(code for code in found if code not in states),
        ),
        regions=tuple(_regions(states, day)),
        groups=tuple(_groups(states, day)),
        people=people,
    )


def _kinds(kinds: dict[str, PartyKind], register: Register | None, day: date) -> Iterable[Count]:
    everybody = [party_kind_of(code, register, day) for code in sorted(state_codes())]
    for kind in ORDER:
        codes = tuple(code for code, found in kinds.items() if found == kind)
        if codes:
            whole = everybody.count(kind) if kind in STATES else None
            yield Count(name=Filled(PARTY_KINDS[kind]), defined=_defined(kind, day), codes=codes, whole=whole)


def _defined(kind: PartyKind, day: date) -> Filled:
    template = PARTY_KIND_DEFINED[kind]
    return Filled(template, day=day) if "%(day)s" in template else Filled(template)


def _bound(parties: Sequence[str], register: Register | None, day: date) -> Count:
    found = tuple(code for code in parties if register is not None and register.of(code).is_bound_on(day))
    return Count(
        name=Filled(gettext_noop("States Parties, bound")),
        defined=Filled(gettext_noop("States Parties for which the convention was in force on %(day)s"), day=day),
        codes=found,
    )


def _regions(states: Sequence[str], day: date) -> Iterable[Count]:
    of_state = {code: regional_group_on(code, day) for code in sorted(state_codes())}
    for group in REGIONAL_GROUPS:
        members = {code for code, found in of_state.items() if found and found.group == group}
        yield Count(
            name=Filled(group),
            defined=Filled(gettext_noop("members of this regional group of the United Nations on %(day)s"), day=day),
            codes=tuple(code for code in states if code in members),
            whole=len(members),
        )
    yield Count(
        name=Filled(IN_NO_GROUP),
        defined=Filled(
            gettext_noop("States that stand in no regional group of the United Nations on %(day)s"), day=day
        ),
        codes=tuple(code for code in states if of_state[code] is None),
        whole=sum(found is None for found in of_state.values()),
    )


def _groups(states: Sequence[str], day: date) -> Iterable[Count]:
    for group in named_groups().values():
        members = group.members_on(day)
        yield Count(
            name=Filled(group.name),
            defined=Filled(gettext_noop("members on %(day)s, by the list of %(as_of)s"), day=day, as_of=group.as_of),
            codes=tuple(code for code in states if code in members),
            whole=len(members),
        )
