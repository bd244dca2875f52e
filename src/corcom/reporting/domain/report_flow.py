"""The way of one version of a report: drafted, submitted, reviewed, accepted; or recalled. How it stands follows from its steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

StepKind = Literal["opened", "submitted", "taken_up", "accepted", "recalled"]
STEPS: tuple[StepKind, ...] = get_args(StepKind)
"""`opened`: a draft was begun. `submitted`: the State handed it in, or the secretariat filed what the State sent. `taken_up`: the
secretariat began its review. `accepted`: it is done with. `recalled`: the State takes it back."""

VersionState = Literal["drafting", "submitted", "under_review", "accepted", "recalled"]

AFTER: Mapping[StepKind, VersionState] = {
    "opened": "drafting",
    "submitted": "submitted",
    "taken_up": "under_review",
    "accepted": "accepted",
    "recalled": "recalled",
}
"""How a version stands after each step."""
_MAY: Mapping[StepKind, frozenset[VersionState]] = {
    "opened": frozenset(),
    "submitted": frozenset(("drafting",)),
    "taken_up": frozenset(("submitted",)),
    "accepted": frozenset(("submitted", "under_review")),
    "recalled": frozenset(("submitted", "under_review", "accepted")),
}
HANDED_IN: frozenset[VersionState] = frozenset(("submitted", "under_review", "accepted"))
"""What the State stands by."""


def state_after(steps: Sequence[StepKind]) -> VersionState:
    """How a version stands after its steps, the earliest first.

    >>> state_after(["opened", "submitted", "taken_up"])
    'under_review'
    """
    return AFTER[steps[-1]] if steps else "drafting"


def may_follow(step: StepKind, state: VersionState) -> bool:
    """Whether a version that stands so can take a step.

    >>> may_follow("accepted", "submitted"), may_follow("submitted", "accepted")
    (True, False)
    """
    return state in _MAY[step]
