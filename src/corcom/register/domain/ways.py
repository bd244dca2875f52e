"""How a status came about, step by step: the act, the rule, the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corcom.kernel.marked import Filled, gettext_noop
from corcom.register.domain.participation import General, Membership, events_of, rule_of
from corcom.register.domain.treaty_actions import Kind, TreatyAction
from corcom.rulebooks.rules import Joining
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
}


def action_step(action: TreatyAction) -> Step:
    """An act as a step."""
    return Step(words=Filled(KIND_WORDS[action.kind]), on=action.day, source=action.source)


def membership_way(joining: Joining, general: General, membership: Membership) -> Iterator[Step]:
    """From the deposit to the entry into force for the State and, where it withdrew, to the day of effect."""
    rule = rule_of(joining, membership.consent)
    yield action_step(membership.consent)
    _, *steps = rule.shape.way(events_of(general, membership.consent)) or (None,)
    yield from (replace(step, source=rule.source) for step in steps if step is not None)
    if membership.withdrawal is not None:
        yield action_step(membership.withdrawal)
        words = joining.withdrawal.shape.words
        if membership.withdrawal.effective_on:
            words = Filled(gettext_noop("day of effect as the depositary names it"))
        yield Step(words=words, on=membership.until, source=joining.withdrawal.source)
