"""How many States stand where on a day; each count says what it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from corcom.kernel.marked import gettext_noop
from corcom.register.domain.participation import Participation


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The counts of a convention on one day."""

    states_parties_by_deposit: int
    states_parties_bound: int
    contracting_states: int
    signatories: int
    signatories_not_party: int
    withdrawn: int
    states_not_party: int
    un_members_not_party: int
    undated: int


DEFINED: Mapping[str, str] = {
    "states_parties_by_deposit": gettext_noop(
        "States whose consent to be bound is deposited by that day and whose withdrawal, if any, has not taken effect"
    ),
    "states_parties_bound": gettext_noop("States for which the convention is in force on that day"),
    "contracting_states": gettext_noop("States whose consent is deposited and for which it is not yet in force"),
    "signatories": gettext_noop("States that ever signed by that day, whatever they did afterwards"),
    "signatories_not_party": gettext_noop("States that signed and whose consent is not deposited, or not any more"),
    "withdrawn": gettext_noop("States whose withdrawal has taken effect and that have not joined again"),
    "states_not_party": gettext_noop("States of the register, UN members or not, that are not counted by deposit"),
    "un_members_not_party": gettext_noop("members of the United Nations on that day that are not counted by deposit"),
    "undated": gettext_noop("States of whose consent only a month or a year is known; counted from its last day"),
}
"""What each count counts, in words."""


def counts(
    found: Mapping[str, Participation], *, on: date, states: Collection[str], un_members: Collection[str]
) -> Counts:
    """The counts on a day. `states` are the codes of all States of the register, `un_members` those of that day."""
    deposited = {iso3 for iso3, each in found.items() if each.is_deposited_on(on)}
    bound = sum(each.is_bound_on(on) for each in found.values())
    statuses = Counter(each.status_on(on) for each in found.values())
    signed = {iso3 for iso3, each in found.items() if each.has_signed_on(on)}
    undated = sum(
        not membership.consent.is_dated and membership.holds_on(on)
        for each in found.values()
        for membership in each.memberships
    )
    return Counts(
        states_parties_by_deposit=len(deposited),
        states_parties_bound=bound,
        contracting_states=statuses["contracting"],
        signatories=len(signed),
        signatories_not_party=len(signed - deposited),
        withdrawn=statuses["withdrawn"],
        states_not_party=len(set(states) - deposited),
        un_members_not_party=len(set(un_members) - deposited),
        undated=undated,
    )
