"""Action points and decisions as values: their terms, and how each stands on a day.

A *commitment* is either: something that somebody is to do, or that a body has settled. Its terms can be corrected; how
it stands follows from the steps recorded about it, by date.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Literal

from corcom.kernel.actor import Actor
from corcom.kernel.calendar import NotADate, latest
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What was promised: by whom, until when, at which meeting. `due` is ISO 8601, as fine as the text allows."""

    convention: str
    body: str
    text: str
    raised_on: date
    theme: str = ""
    agenda: str = ""
    due: str = ""
    due_text: str = ""
    owners: tuple[Actor, ...] = ()

    @property
    def due_on(self) -> date | None:
        """The last day that `due` can mean; None where there is no day to miss."""
        if not self.due:
            return None
        try:
            return latest(self.due)
        except NotADate:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPointTerms(Terms):
    """`tentative`: the text itself leaves it open whether it will be done."""

    tentative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTerms(Terms):
    """`reported`: another body decided it, and `body` names that one; `taken_on` is None where its day is not said."""

    paragraph: str = ""
    taken_on: date | None = None
    reported: bool = False


def as_json(terms: Terms) -> dict[str, object]:
    """The terms as plain values: days as ISO text, owners as lists of code and name."""
    values: dict[str, object] = {}
    for key, value in asdict(terms).items():
        if isinstance(value, date):
            values[key] = value.isoformat()
        elif key == "owners":
            values[key] = [[owner.code, owner.name] for owner in terms.owners]
        else:
            values[key] = value
    return values


def difference(before: Terms, after: Terms) -> tuple[dict[str, object], dict[str, object]]:
    """What a correction changes: the values before and after, of the changed keys only."""
    old, new = as_json(before), as_json(after)
    changed = [field.name for field in fields(after) if old.get(field.name) != new.get(field.name)]
    return {key: old.get(key) for key in changed}, {key: new.get(key) for key in changed}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to look for among commitments; an empty value does not narrow. Both ends of the due window belong to it."""

    owner: str = ""
    theme: str = ""
    body: str = ""
    convention: str = ""
    state: Literal["", "open", "overdue", "done", "superseded", "pending"] = ""
    """`pending`: open or overdue."""
    due_from: date | None = None
    due_until: date | None = None
    raised_on: date | None = None
    text: str = ""
