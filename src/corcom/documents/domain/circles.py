"""For whom a document is: the classes of documents, from the widest circle of readers to the narrowest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from corcom.kernel.marked import gettext_noop

Circle = Literal["public", "states_parties", "committee", "secretariat"]

CIRCLES: Mapping[Circle, str] = {
    "public": gettext_noop("public"),
    "states_parties": gettext_noop("States Parties"),
    "committee": gettext_noop("committee"),
    "secretariat": gettext_noop("secretariat"),
}
"""Each circle and its words. Whoever belongs to one belongs to all the wider ones."""


def up_to(circle: Circle) -> frozenset[Circle]:
    """The circle and all the wider ones.

    >>> sorted(up_to("states_parties"))
    ['public', 'states_parties']
    """
    order = tuple(CIRCLES)
    return frozenset(order[: order.index(circle) + 1])
