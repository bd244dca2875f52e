"""What a State owes on a day: the deadline, and whether it is met, late, overdue, extended, declared complete or unknown.

Without evidence either way a day that has passed is *unknown*, never *overdue*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal, get_args

from corcom.obligations.domain.extensions import ExtensionRequest, requests
from corcom.obligations.domain.facts import MEETS, Fact
from corcom.rulebooks.events import DUE, Events
from corcom.rulebooks.rules import Obligation, RecurringRule, Rule
from corcom.rulebooks.shapes import Period

OwedStatus = Literal["due", "extended", "met", "late", "completed", "overdue", "unknown", "not_applicable", "lasting"]
STATUSES: tuple[OwedStatus, ...] = get_args(OwedStatus)
"""`due`: the day has not passed. `extended`: likewise, after an extension. `met`, `late`: fulfilled in time or after it.
`completed`: declared complete. `overdue`: recorded as not met on a day after the deadline. `unknown`: nothing recorded settles
it. `lasting`: a duty without a deadline."""

SETTLED: frozenset[OwedStatus] = frozenset(("met", "late", "completed", "not_applicable", "lasting"))

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


def owed_by(state: Owing, obligations: Sequence[Obligation]) -> Iterator[Owed]:
    """Each obligation of a State as it stands on the day; of one that recurs, the time that matters then.

    `obligations` stand in the order in which they rest on each other, as a rulebook gives them.
    """
    events = dict(state.events)
    for obligation in obligations:
        rule = version_of(obligation, events)
        if isinstance(rule, RecurringRule):
            yield _current(state, events, obligation, rule)
            continue
        found = _once(state, events, obligation, rule)
        if found.original is not None:
            events[DUE + obligation.code] = found.original
        yield found


def periods_of(state: Owing, obligation: Obligation, events: Events) -> Iterator[Owed]:
    """Every time that an obligation which recurs fell due by the day, and the next one."""
    rule = version_of(obligation, events)
    if isinstance(rule, RecurringRule):
        facts = tuple(state.facts.get(obligation.code, ()))
        for period in rule.shape.until(events, state.day):
            yield _time(state, events, obligation, rule, period, facts)


def next_time(state: Owing, obligation: Obligation, events: Events) -> Owed | None:
    """The time that falls due next, on the day or after it, whatever became of the one before; None for what does not recur."""
    rule = version_of(obligation, events)
    first = rule.shape.first(events) if isinstance(rule, RecurringRule) else None
    if first is None or not isinstance(rule, RecurringRule):
        return None
    year = state.day.year
    following = rule.shape.of_due_year(year if rule.shape.of_due_year(year).due_on >= state.day else year + 1)
    facts = state.facts.get(obligation.code, ())
    return _time(state, events, obligation, rule, max(first, following), facts)


def version_of(obligation: Obligation, events: Events) -> Rule | RecurringRule | None:
    """The version that holds when the obligation arises, on the entry into force for the State."""
    if len(obligation.versions) < 2:
        return obligation.versions[0] if obligation.versions else None
    arises = events.get("entry_into_force", date.max)
    return next((each for each in reversed(obligation.versions) if each.since <= arises), obligation.versions[0])


def _current(state: Owing, events: Events, obligation: Obligation, rule: RecurringRule) -> Owed:
    """The last time that fell due where it is not settled, else the next one."""
    facts = tuple(state.facts.get(obligation.code, ()))
    first = rule.shape.first(events)
    if first is None:
        return Owed(
            iso3=state.iso3,
            obligation=obligation,
            rule=rule,
            day=state.day,
            events=events,
            status="unknown",
            missing="event",
            facts=facts,
        )
    year = state.day.year
    last = rule.shape.of_due_year(year if rule.shape.of_due_year(year).due_on <= state.day else year - 1)
    if last.due_on >= first.due_on:
        found = _time(state, events, obligation, rule, last, facts)
        if found.status not in SETTLED:
            return found
    following = rule.shape.of_due_year(last.due_on.year + 1)
    return _time(state, events, obligation, rule, max(first, following), facts)


def _time(
    state: Owing, events: Events, obligation: Obligation, rule: RecurringRule, period: Period, facts: Sequence[Fact]
) -> Owed:
    own = tuple(fact for fact in facts if fact.period == period.year)
    met = _met(own, state.day, period.due_on)
    status, missing = _judged(state.day, period.due_on, met, own, extended=False)
    return Owed(
        iso3=state.iso3,
        obligation=obligation,
        rule=rule,
        period=period,
        day=state.day,
        events=events,
        original=period.due_on,
        due_on=period.due_on,
        status=status,
        missing=missing,
        met=met,
        facts=own,
    )


def _once(state: Owing, events: Events, obligation: Obligation, rule: Rule | RecurringRule | None) -> Owed:
    facts = tuple(state.facts.get(obligation.code, ()))
    around = {**events, **_events_in(facts, state.day)}
    found = partial(Owed, iso3=state.iso3, obligation=obligation, rule=rule, day=state.day, events=around, facts=facts)
    if not isinstance(rule, Rule):
        return found(status="lasting")
    original = rule.shape.on(around)
    if original is None:
        return found(status="unknown", missing="event")
    chain = requests(facts, original=original, rule=obligation.extension, meetings=state.meetings, day=state.day)
    granted = [request for request in chain if request.outcome == "granted" and request.until is not None]
    due_on = granted[-1].until if granted else original
    met = _met(facts, state.day, due_on)
    status, missing = _judged(state.day, due_on, met, facts, extended=bool(granted))
    if met is None:
        applies = _applies(obligation, facts, state.day)
        if applies is None:
            status, missing = "unknown", "whether_it_applies"
        elif not applies:
            status, missing = "not_applicable", ""
    return found(original=original, due_on=due_on, status=status, missing=missing, met=met, chain=chain)


def _events_in(facts: Sequence[Fact], day: date) -> dict[str, date]:
    """The events among the facts that had happened by a day."""
    return {
        fact.kind: fact.last_day
        for fact in facts
        if fact.kind == "end_of_hostilities" and fact.last_day is not None and fact.last_day <= day
    }


def _met(facts: Sequence[Fact], day: date, due_on: date | None) -> Fact | None:
    """The fact that shows it as met: a declaration of completion before a mere receipt, and the earliest of its kind."""
    known = [fact for fact in facts if fact.kind in MEETS and fact.is_known_on(day, due_on)]
    return next((fact for fact in known if fact.kind == "declared"), known[0] if known else None)


def _judged(
    day: date, due_on: date | None, met: Fact | None, facts: Sequence[Fact], *, extended: bool
) -> tuple[OwedStatus, Missing]:
    if met is not None:
        if met.kind == "declared":
            return "completed", ""
        first = met.first_day
        return ("late" if first is not None and due_on is not None and first > due_on else "met"), ""
    if due_on is None or day <= due_on:
        return ("extended" if extended else "due"), ""
    for fact in facts:
        seen = fact.last_day
        if fact.kind == "outstanding" and seen is not None and due_on < seen <= day:
            return "overdue", ""
    return "unknown", "receipt"


def _applies(obligation: Obligation, facts: Sequence[Fact], day: date) -> bool | None:
    """Whether the State has the obligation: the last that was recorded of it; None where nothing was."""
    if obligation.applies == "every_party":
        return not any(fact.kind == "not_applicable" and fact.is_known_on(day, None) for fact in facts)
    said: bool | None = None
    for fact in facts:
        if fact.kind == "not_applicable" and fact.is_known_on(day, None):
            said = False
        elif fact.kind != "published" and fact.is_known_on(day, None):
            said = True
    return said
