"""What a role may do, whoever has it. What somebody may do besides, because of an office, stands in `offices.py`."""

from __future__ import annotations

from typing import Literal, get_args

Right = Literal[
    "read",
    "upload",
    "review",
    "follow_up",
    "schedule",
    "introduce",
    "export",
    "record",
    "send",
    "contacts",
    "soundings",
    "accounts",
    "own",
    "consult",
    "publish",
]
"""`introduce`: change an agenda item; `own`: see what concerns the delegation for which one acts."""

RIGHTS: dict[str, frozenset[Right]] = {
    "secretariat": frozenset(get_args(Right)) - {"own"},
    "reader": frozenset({"read", "export"}),
    # A delegate may do what follows from the delegation and the offices that it holds on the day, and nothing else.
    "delegate": frozenset(),
}


def may(role: str, right: Right) -> bool:
    """Whether a role by itself holds a right; an unknown role holds none.

    >>> may("reader", "review")
    False
    """
    return right in RIGHTS.get(role, frozenset())
