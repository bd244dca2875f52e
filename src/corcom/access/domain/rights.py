"""Who may do what, as a table from role to rights; nothing else decides."""

from __future__ import annotations

from typing import Literal, get_args

Right = Literal[
    "read", "upload", "review", "follow_up", "schedule", "export", "record", "send", "contacts", "soundings", "consult"
]

RIGHTS: dict[str, frozenset[Right]] = {
    "secretariat": frozenset(get_args(Right)),
    "reader": frozenset({"read", "export"}),
}


def may(role: str, right: Right) -> bool:
    """Whether a role holds a right; an unknown role holds none.

    >>> may("reader", "review")
    False
    """
    return right in RIGHTS.get(role, frozenset())
