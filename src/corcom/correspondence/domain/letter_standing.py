"""The way of a letter: drafted, approved, made, let out; or withdrawn. How it stands follows from its steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

LetterStepKind = Literal["drafted", "changed", "approved", "reopened", "made", "sent", "withdrawn"]
"""`approved`: its words and its States are settled, and it has a number. `reopened`: it may be changed again; nothing had left.
`made`: every copy is there as .docx and .pdf. `sent`: its copies were given to the outbox, or have left on paper."""

LetterState = Literal["drafting", "approved", "made", "sent", "withdrawn"]

_AFTER: Mapping[LetterStepKind, LetterState] = {
    "drafted": "drafting",
    "changed": "drafting",
    "approved": "approved",
    "reopened": "drafting",
    "made": "made",
    "sent": "sent",
    "withdrawn": "withdrawn",
}
_MAY: Mapping[LetterStepKind, frozenset[LetterState]] = {
    "drafted": frozenset(),
    "changed": frozenset({"drafting"}),
    "approved": frozenset({"drafting"}),
    "reopened": frozenset({"approved", "made"}),
    "made": frozenset({"approved"}),
    "sent": frozenset({"made"}),
    "withdrawn": frozenset({"drafting", "approved", "made"}),
}


def letter_state(steps: Sequence[LetterStepKind], *, has_left_on_paper: bool = False) -> LetterState:
    """How a letter stands after its steps; `has_left_on_paper`: it goes on paper only, and some of it was posted.

    >>> letter_state(["drafted", "approved", "reopened"])
    'drafting'
    >>> letter_state(["drafted", "approved", "made"], has_left_on_paper=True)
    'sent'
    """
    state = _AFTER[steps[-1]] if steps else "drafting"
    return "sent" if state == "made" and has_left_on_paper else state


def may_step(kind: LetterStepKind, state: LetterState) -> bool:
    """Whether a letter that stands so can take the step."""
    return state in _MAY[kind]
