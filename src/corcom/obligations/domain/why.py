"""Why a deadline is what it is, and why it stands as it does: steps that a lawyer can follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from corcom.kernel.marked import Filled, gettext_noop
from corcom.obligations.domain.extensions import ExtensionRequest
from corcom.obligations.domain.facts import Fact, FactKind
from corcom.obligations.domain.owed import Missing, Owed
from corcom.rulebooks.events import NAMES
from corcom.rulebooks.rules import RecurringRule
from corcom.rulebooks.shapes import Step

FACT_WORDS: dict[FactKind, str] = {
    "applies": gettext_noop("the State has this obligation"),
    "not_applicable": gettext_noop("the State does not have this obligation"),
    "outstanding": gettext_noop("recorded as not met by that day"),
    "fulfilled": gettext_noop("fulfilled"),
    "declared": gettext_noop("declared complete"),
    "asked": gettext_noop("extension asked for"),
    "analysed": gettext_noop("request analysed"),
    "granted": gettext_noop("extension granted"),
    "refused": gettext_noop("extension refused"),
    "published": gettext_noop("deadline as published elsewhere"),
    "end_of_hostilities": gettext_noop("end of the hostilities that contaminated the land"),
}
MISSING_WORDS: dict[Literal["whether_it_applies", "receipt", "event"], str] = {
    "whether_it_applies": gettext_noop(
        "nothing is recorded of whether the State has this obligation; a report, a declaration or a record of a meeting"
        " would settle it"
    ),
    "receipt": gettext_noop(
        "nothing is recorded of whether it was met; a receipt, or a record that nothing had come by a later day, would settle it"
    ),
    "event": gettext_noop("the day of an event that the rule counts from is not recorded"),
}
RECEIVED = gettext_noop("received")


def why(owed: Owed, joining: tuple[Step, ...] = ()) -> Iterator[Step]:
    """The steps to the deadline and to the status of a day. `joining` are those to the entry into force, which come first."""
    yield from joining
    # The entry into force stands at the end of those steps already.
    yield from (
        step for step in _rule_steps(owed) if not (joining and step.words.template == NAMES["entry_into_force"])
    )
    for request in owed.chain:
        yield from _request_steps(request)
    yield from _outcome(owed)
    for fact in owed.published:
        yield Step(words=Filled(FACT_WORDS["published"]), on=fact.until, source=fact.source)


def _rule_steps(owed: Owed) -> Iterator[Step]:
    rule = owed.rule
    if rule is None:
        yield Step(words=Filled(gettext_noop("a lasting duty, without a deadline")), source=owed.obligation.source)
        return
    if isinstance(rule, RecurringRule):
        steps = rule.shape.way(owed.events, owed.period) if owed.period else ()
    else:
        steps = rule.shape.way(owed.events)
    *before, last = steps or (None,)
    yield from (step for step in before if step is not None)
    if last is not None:
        yield Step(words=last.words, on=last.on, source=rule.source)
    if rule.reading:
        yield Step(words=Filled(gettext_noop("as the rulebook reads it: %(reading)s"), reading=rule.reading))


def _request_steps(request: ExtensionRequest) -> Iterator[Step]:
    for fact in (request.asked, request.analysed):
        if fact is not None:
            yield fact_step(fact)
    if request.too_late:
        words = Filled(gettext_noop("the request came too late; it could be asked for until this day"))
        yield Step(words=words, on=min(request.ask_by or request.of, request.of))
    decided = request.decided
    if decided is not None:
        where = decided.meeting
        words = Filled(FACT_WORDS[decided.kind])
        if where:
            words = Filled(gettext_noop("%(what)s by the %(meeting)s"), what=words, meeting=where)
        yield Step(words=words, on=decided.until, source=decided.source)
        if not decided.on:
            yield Step(words=Filled(gettext_noop("the day of that decision is not recorded")))
        if request.too_long:
            yield Step(words=Filled(gettext_noop("that is longer than the convention allows at a time")))
    else:
        yield Step(words=Filled(gettext_noop("nothing is decided yet; the deadline stands")), on=request.of)


def _outcome(owed: Owed) -> Iterator[Step]:
    if owed.met is not None:
        yield fact_step(owed.met, received=owed.period is not None or bool(owed.obligation.form))
        if not owed.met.on:
            yield Step(words=Filled(gettext_noop("the day of that is not recorded")))
    elif owed.status in {"overdue", "not_applicable"}:
        kind = "outstanding" if owed.status == "overdue" else "not_applicable"
        facts = [fact for fact in owed.facts if fact.kind == kind and fact.is_known_on(owed.day, None)]
        yield from (fact_step(fact) for fact in facts[-1:])
        if owed.status == "not_applicable" and not facts:
            yield Step(words=Filled(gettext_noop("the State will have left by then")))
    if owed.missing:
        yield Step(words=missing_words(owed.missing))


def missing_words(missing: Missing) -> Filled:
    """What would settle a status that is unknown."""
    return Filled(MISSING_WORDS[missing]) if missing else Filled("")


def fact_step(fact: Fact, *, received: bool = False) -> Step:
    """A fact as a step; a report is received, a task is fulfilled."""
    words = RECEIVED if received and fact.kind == "fulfilled" else FACT_WORDS[fact.kind]
    on = fact.last_day
    if fact.on and on is not None and fact.on != on.isoformat():
        return Step(
            words=Filled(gettext_noop("%(what)s (%(when)s)"), what=Filled(words), when=fact.on), source=fact.source
        )
    return Step(words=Filled(words), on=on, source=fact.source)
