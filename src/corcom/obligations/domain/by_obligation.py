"""Each obligation of a State as it stands on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from corcom.obligations.domain.extensions import requests
from corcom.obligations.domain.owed import AHEAD, Owed, Owing, version_of
from corcom.obligations.domain.recurring import current_time
from corcom.obligations.domain.standing import applies_to_state, events_among, fulfilled_by, judged
from corcom.rulebooks.events import DUE, Events
from corcom.rulebooks.rules import Obligation, RecurringRule, Rule


def owed_by(state: Owing, obligations: Sequence[Obligation]) -> Iterator[Owed]:
    """Each obligation of a State as it stands on the day; of one that recurs, the time that matters then.

    `obligations` stand in the order in which they rest on each other, as a rulebook gives them.
    """
    events = dict(state.events)
    for obligation in obligations:
        rule = version_of(obligation, events)
        if isinstance(rule, RecurringRule):
            yield current_time(state, events, obligation, rule)
            continue
        found = _once(state, events, obligation, rule)
        if found.original is not None:
            events[DUE + obligation.code] = found.original
        yield found


def _once(state: Owing, events: Events, obligation: Obligation, rule: Rule | RecurringRule | None) -> Owed:
    facts = tuple(state.facts.get(obligation.code, ()))
    around = {**events, **events_among(facts, state.day)}
    found = partial(Owed, iso3=state.iso3, obligation=obligation, rule=rule, day=state.day, events=around, facts=facts)
    if not isinstance(rule, Rule):
        return found(status="lasting")
    original = rule.shape.on(around)
    if original is None:
        return found(status="unknown", missing="event")
    chain = requests(facts, original=original, rule=obligation.extension, meetings=state.meetings, day=state.day)
    due_on = max([original, *(request.until for request in chain if request.outcome == "granted" and request.until)])
    met = fulfilled_by(facts, state.day, due_on)
    may_be_extended = obligation.extension is not None
    status, missing = judged(state.day, due_on, met, facts, extended=due_on > original, may_be_extended=may_be_extended)
    if met is None:
        applies = applies_to_state(obligation, facts, state.day)
        if applies is None:
            status, missing = "unknown", "whether_it_applies"
        elif not applies:
            status, missing = "not_applicable", ""
    if status in AHEAD and state.leaves_on is not None and due_on >= state.leaves_on:
        status = "not_applicable"
    return found(original=original, due_on=due_on, status=status, missing=missing, met=met, chain=chain)
