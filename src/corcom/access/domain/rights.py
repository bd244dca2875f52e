"""Who may do what, as a table from role to rights; nothing else decides."""

from __future__ import annotations

from typing import Literal

Right = Literal["read", "upload", "review", "follow_up", "export", "record", "contacts", "soundings"]

RIGHTS: dict[str, frozenset[Right]] = {
    "secretariat": frozenset({"read", "upload", "review", "follow_up", "export", "record", "contacts", "soundings"}),
    "reader": frozenset({"read", "export"}),
}


def may(role: str, right: Right) -> bool:
    """Whether a role holds a right; an unknown role holds none.

    >>> may("reader", "review")
    False
    """
    return right in RIGHTS.get(role, frozenset())
