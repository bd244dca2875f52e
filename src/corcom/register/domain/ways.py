"""How a status came about, step by step: the act, the rule, the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corcom.kernel.marked import Filled, gettext_noop
from corcom.register.domain.participation import General, Membership, events_of, leaving_events, rule_of
from corcom.register.domain.treaty_actions import Kind, TreatyAction
from corcom.rulebooks.rules import Joining, Rule
from corcom.rulebooks.shapes import Step

KIND_WORDS: dict[Kind, str] = {
    "signature": gettext_noop("signature"),
    "definitive_signature": gettext_noop("definitive signature"),
    "ratification": gettext_noop("ratification"),
    "acceptance": gettext_noop("acceptance"),
    "approval": gettext_noop("approval"),
    "accession": gettext_noop("accession"),
    "succession": gettext_noop("succession"),
    "provisional_application": gettext_noop("provisional application"),
    "declaration": gettext_noop("declaration"),
    "reservation": gettext_noop("reservation"),
    "objection": gettext_noop("objection"),
    "withdrawal": gettext_noop("notice of withdrawal"),
    "armed_conflict": gettext_noop("beginning of an armed conflict"),
    "end_of_conflict": gettext_noop("end of an armed conflict"),
}


def action_step(action: TreatyAction) -> Step:
    """An act as a step."""
    return Step(words=Filled(KIND_WORDS[action.kind]), on=action.day, source=action.source)


def membership_way(
    joining: Joining, general: General, membership: Membership, actions: Sequence[TreatyAction]
) -> Iterator[Step]:
    """From the deposit to the entry into force for the State and, where it withdrew, to the day of effect.

    `actions` are all of the State's, among which an armed conflict may delay that day.
    """
    rule = rule_of(joining, membership.consent)
    yield action_step(membership.consent)
    _, *steps = rule.shape.way(events_of(general, membership.consent)) or (None,)
    yield from (replace(step, source=rule.source) for step in steps if step is not None)
    if membership.withdrawal is not None:
        yield action_step(membership.withdrawal)
        yield from _leaving(joining.withdrawal, membership.withdrawal, actions)


def _leaving(rule: Rule, notice: TreatyAction, actions: Sequence[TreatyAction]) -> Iterator[Step]:
    if notice.effective_on:
        words = Filled(gettext_noop("day of effect as the depositary names it"))
        yield Step(words=words, on=notice.effective_on, source=rule.source)
        return
    events = leaving_events(rule, notice, actions)
    _, *steps = rule.shape.way(events or {"withdrawal_notice": notice.day})
    yield from (replace(step, source=rule.source) for step in steps)
    if events is None:
        words = Filled(gettext_noop("not before the end of the armed conflict, of which nothing is recorded yet"))
        yield Step(words=words, source=rule.source)
