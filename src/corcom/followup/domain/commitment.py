"""Action points and decisions as values: which one is meant, and how each stands on a day.

A *commitment* is either: something that somebody is to do, or that a body has settled. Its terms (`terms.py`) can be
corrected; how it stands follows from the steps recorded about it, by date.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corcom.followup.domain.terms import ActionPointTerms, DecisionTerms
from corcom.kernel.source import Evidence

Kind = Literal["action_point", "decision"]
State = Literal["open", "overdue", "done", "superseded", "withdrawn"]
STATES: tuple[State, ...] = ("open", "overdue", "done", "superseded")
"""Those that are shown; what was withdrawn is not part of the record."""

STEPS_THAT_TURN = ("recorded", "closed", "reopened", "superseded")
"""The kinds of step that change how a commitment stands from their day on; withdrawing counts for every day."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Which commitment is meant: an action point or a decision, by its number."""

    kind: Kind
    number: int


def state_on(steps: Iterable[tuple[str, date]], due_on: date | None, day: date) -> State:
    """How a commitment stands on `day`: `steps` are (kind, on) in the order in which they were recorded.

    A step counts from its own day on; of two on one day the later recorded one holds. What was withdrawn, and not
    recorded again since, never held on any day. Overdue is what is open after the last day that its due date can mean.

    >>> state_on([("recorded", date(2016, 4, 28)), ("closed", date(2016, 5, 26))], date(2016, 5, 17), date(2016, 5, 18))
    'overdue'
    """
    recorded = list(steps)
    if [kind for kind, _ in recorded if kind in {"recorded", "withdrawn"}][-1:] == ["withdrawn"]:
        return "withdrawn"
    turning = [(on, order, kind) for order, (kind, on) in enumerate(recorded) if kind in STEPS_THAT_TURN and on <= day]
    last = max(turning)[2] if turning else "recorded"
    if last == "closed":
        return "done"
    if last == "superseded":
        return "superseded"
    return "overdue" if due_on is not None and due_on < day else "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """An action point or a decision as it stands on a day, with where it comes from."""

    ref: Ref
    terms: ActionPointTerms | DecisionTerms
    state: State
    turned_on: date
    """Since when it stands so: the day it was closed, superseded, reopened or raised."""
    file_id: int
    evidence: Evidence
    superseded_by_id: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state in {"open", "overdue"}
