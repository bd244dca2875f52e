"""What a State owes on a day: the deadline, and whether it is met, late, overdue, extended, declared complete or unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from corcom.obligations.domain.extensions import ExtensionRequest
from corcom.obligations.domain.facts import Fact
from corcom.rulebooks.events import Events
from corcom.rulebooks.rules import Obligation, RecurringRule, Rule
from corcom.rulebooks.shapes import Period

OwedStatus = Literal[
    "due", "extended", "met", "late", "fulfilled", "completed", "overdue", "unknown", "not_applicable", "lasting"
]
STATUSES: tuple[OwedStatus, ...] = get_args(OwedStatus)
"""`due`: the day has not passed. `extended`: likewise, after an extension. `met`, `late`: fulfilled in time or after it;
`fulfilled`: done, and nothing recorded tells whether in time. `completed`: declared complete. `overdue`: recorded as not met on a day after the deadline. `unknown`: nothing recorded settles
it. `lasting`: a duty without a deadline."""

AHEAD: frozenset[OwedStatus] = frozenset(("due", "extended"))
SETTLED: frozenset[OwedStatus] = frozenset(("met", "late", "fulfilled", "completed", "not_applicable", "lasting"))

Missing = Literal["", "whether_it_applies", "receipt", "event"]
"""What would settle an unknown status: whether the State has the obligation at all, a receipt or a record that none had
come, or the day of an event that the rule counts from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One obligation of one State, for one period where it recurs, as it stood on `day`.

    `original` is the deadline by rule, `due_on` the one that holds after extensions; None where the rule cannot count.
    """

    iso3: str
    obligation: Obligation
    rule: Rule | RecurringRule | None
    day: date
    events: Events
    status: OwedStatus
    missing: Missing = ""
    period: Period | None = None
    original: date | None = None
    due_on: date | None = None
    met: Fact | None = None
    chain: tuple[ExtensionRequest, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def published(self) -> tuple[Fact, ...]:
        """Deadlines that sources print and that differ from the one by rule and from those that were granted."""
        computed = {self.original, *(request.until for request in self.chain)}
        return tuple(fact for fact in self.facts if fact.kind == "published" and fact.until not in computed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """One State that is bound: its events by name, and the day to judge. `facts` are by obligation."""

    iso3: str
    events: Events
    facts: Mapping[str, Sequence[Fact]]
    meetings: dict[str, date]
    day: date
    leaves_on: date | None = None
    """The day from which its withdrawal has effect, where notice was given by the day."""


def version_of(obligation: Obligation, events: Events) -> Rule | RecurringRule | None:
    """The version that holds when the obligation arises, on the entry into force for the State."""
    if len(obligation.versions) < 2:
        return obligation.versions[0] if obligation.versions else None
    arises = events.get("entry_into_force", date.max)
    return next((each for each in reversed(obligation.versions) if each.since <= arises), obligation.versions[0])
