"""Whose documents somebody may read, by role, by the offices of the day and by how the State stands to the convention."""

from __future__ import annotations

from collections.abc import Mapping

from corcom.access.domain.capacities import Capacity
from corcom.access.domain.offices import MEMBERS, OBSERVERS
from corcom.documents.domain.circles import CIRCLES, Circle
from corcom.register.domain.participation import Status

BY_ROLE: Mapping[str, Circle] = {"secretariat": "secretariat", "reader": "committee"}
BY_STATUS: Mapping[Status, Circle] = {"party": "states_parties", "contracting": "states_parties"}
"""A State whose consent is deposited reads what is for States Parties; any other what is public."""
OF_MEMBERS: Circle = "committee"
OF_OBSERVERS: Circle = "states_parties"
"""Observers are sent what goes to all States Parties, and what the committee works on only where it is shared with them."""


def widest_for(role: str, capacity: Capacity, convention: str) -> Circle:
    """The narrowest circle whose documents are open, which opens those of all the wider ones too.

    >>> widest_for("delegate", Capacity(delegations={"NOR": None}, statuses={"CCM": frozenset({"party"})}), "CCM")
    'states_parties'
    """
    found: list[Circle] = ["public", BY_ROLE.get(role, "public")]
    found += [BY_STATUS.get(status, "public") for status in capacity.statuses.get(convention, ())]
    if capacity.holds_any(MEMBERS, convention):
        found.append(OF_MEMBERS)
    if capacity.holds_any(OBSERVERS, convention):
        found.append(OF_OBSERVERS)
    order = tuple(CIRCLES)
    return max(found, key=order.index)
