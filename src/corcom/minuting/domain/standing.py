"""Where minutes stand, from what happened to them as a whole: draft, circulated, approved, opened for a correction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from corcom.kernel.marked import gettext_noop

Standing = Literal["draft", "circulated", "approved", "reopened"]
STANDINGS: Mapping[Standing, str] = {
    "draft": gettext_noop("draft"),
    "circulated": gettext_noop("circulated for comment"),
    "approved": gettext_noop("approved as a correct record"),
    "reopened": gettext_noop("approved; a correction is being written"),
}
_TURNS: Mapping[str, Standing] = {
    "started": "draft",
    "circulated": "circulated",
    "approved": "approved",
    "reopened": "reopened",
}


def standing(kinds: Iterable[str]) -> Standing:
    """Where minutes stand after these steps, in the order in which they were taken.

    >>> standing(["started", "circulated", "approved", "published"])
    'approved'
    """
    found: Standing = "draft"
    for kind in kinds:
        found = _TURNS.get(kind, found)
    return found


def may_be_written(standing: Standing) -> bool:
    """Whether somebody may write in them: approved minutes never change."""
    return standing != "approved"


def public_issue(steps: Iterable[tuple[str, int | None]]) -> int | None:
    """The number of the issue whose public copy is public; `steps` are (kind, issue). None where there is none.

    >>> public_issue([("approved", 2), ("published", 2), ("hidden", 2)])
    """
    found: int | None = None
    for kind, issue in steps:
        if kind == "published":
            found = issue
        elif kind == "hidden":
            found = None
    return found
