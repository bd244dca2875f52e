"""Obligations that recur: each time that one fell due, the one that matters on a day, and the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.owed import AHEAD, SETTLED, Owed, Owing, version_of
from corcom.obligations.domain.standing import fulfilled_by, judged
from corcom.rulebooks.events import Events
from corcom.rulebooks.rules import Obligation, RecurringRule
from corcom.rulebooks.shapes import Period


def periods_of(state: Owing, obligation: Obligation, events: Events) -> Iterator[Owed]:
    """Every time that an obligation which recurs fell due by the day, and the next one."""
    rule = version_of(obligation, events)
    if isinstance(rule, RecurringRule):
        facts = tuple(state.facts.get(obligation.code, ()))
        for period in rule.shape.until(events, state.day):
            yield _time(state, events, obligation, rule, period, facts)


def times_between(state: Owing, obligation: Obligation, events: Events, since: date, until: date) -> Iterator[Owed]:
    """Every time that an obligation which recurs falls due from one day to another, both among them; one a year."""
    rule = version_of(obligation, events)
    first = rule.shape.first(events) if isinstance(rule, RecurringRule) else None
    if first is None or not isinstance(rule, RecurringRule):
        return
    facts = tuple(state.facts.get(obligation.code, ()))
    for year in range(max(since, first.due_on).year, until.year + 1):
        period = rule.shape.of_due_year(year)
        if max(since, first.due_on) <= period.due_on <= until:
            yield _time(state, events, obligation, rule, period, facts)


def next_time(state: Owing, obligation: Obligation, events: Events) -> Owed | None:
    """The time that falls due next, on the day or after it, whatever became of the one before; None for what does not recur."""
    rule = version_of(obligation, events)
    if not isinstance(rule, RecurringRule) or (period := _next_period(rule, events, state.day)) is None:
        return None
    return _time(state, events, obligation, rule, period, state.facts.get(obligation.code, ()))


def next_due_on(owed: Owed) -> date | None:
    """The day, from that of the page on, on which something falls due: of what recurs the next one; None where nothing does."""
    if owed.status in AHEAD:
        return owed.due_on
    if not isinstance(owed.rule, RecurringRule) or owed.status == "not_applicable":
        return None
    period = _next_period(owed.rule, owed.events, owed.day)
    return period.due_on if period else None


def _next_period(rule: RecurringRule, events: Events, day: date) -> Period | None:
    """The period that falls due on a day or next after it; None where it cannot be counted."""
    first = rule.shape.first(events)
    if first is None:
        return None
    following = rule.shape.of_due_year(day.year if rule.shape.of_due_year(day.year).due_on >= day else day.year + 1)
    return max(first, following)


def current_time(state: Owing, events: Events, obligation: Obligation, rule: RecurringRule) -> Owed:
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
    met = fulfilled_by(own, state.day, period.due_on)
    status, missing = judged(state.day, period.due_on, met, own, extended=False)
    if status in AHEAD and state.leaves_on is not None and period.due_on >= state.leaves_on:
        status = "not_applicable"
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
