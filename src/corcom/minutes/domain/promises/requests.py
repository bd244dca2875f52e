"""What somebody is asked to do: the one who is asked owns it."""

from __future__ import annotations

import re

from corcom.minutes.domain.people.speakers import resolve
from corcom.minutes.domain.promises.commitment import Commitment, Utterance
from corcom.minutes.domain.promises.predicates import Predicate, Trigger, predicate
from corcom.minutes.domain.promises.subjects import addressed, agent
from corcom.minutes.domain.promises.verbs import base_form, base_of, is_participle, is_weak

_NOT_NOW = re.compile(
    r"\b(?:had|has|have|having|was|were|been|is|are|be|as|the|to|would|if|when|previously)\s+(?:also\s+|been\s+|\w+ly\s+)?\Z"
)
_APART = re.compile(r"[.;:]|\b(?:that|to|on|for|about|regarding|from|with|in)\b")
_FINITE = re.compile(r"[.;:]|\b(?:that|which|was|were|is|are|had|has|how|whether|if|who|would|will)\b")
_TO = re.compile(r"\bto\b(?=\s+\w)|\bthat\s+they\b")
_THAT = re.compile(r"\s+that\s+(?:the\s+)?")
_BARE_VERB = re.compile(r"\s+(?:\w+ly\s+|also\s+)?(?P<verb>[a-z-]+)(?=[\s,.])")
_BE_DONE = re.compile(r"(?:\S+\s+){1,14}?(?P<be>be)\s+(?:\w+ly\s+)?(?P<done>[a-z]+)\b")
_MATERIAL = r"(?:comments?|inputs?|views?|updates?|information|proposals|feedback|contributions?|suggestions|nominations|statements?)"
_SOUGHT = re.compile(
    r"[\s,]*(?:(?:for|any|an?|the|all|some|more|further|written|additional|regular|their)\s+)*"
    rf"(?P<thing>(?:\w+\s+){{0,2}}?{_MATERIAL})\b(?P<rest>[^.;]*)"
)
_FROM = re.compile(r"\b(?:from|by|to\s+be\s+sent\s+by)\s+(?:the\s+)?")
_PROCEDURE = re.compile(
    r"\b(?:take\s+the\s+floor|make\s+(?:a\s+statement|opening|remarks|interventions?)|provide\s+(?:the\s+\w+\s+with\s+)?(?:an?\s+|any\s+|their\s+|its\s+)?(?:updates?|overview|briefing|comments?\s*\Z)"
    r"|share\s+any\s+updates?|give\s+(?:an?\s+)?(?:updates?|overview|briefing|presentation)|(?:update|brief)\s+the\s+(?:meeting|committee)|introduce|speak"
    r"|present\s+(?:the|an?|its|their|his|her)|report\s+on\s+(?:his|her|its|their|the)|comment\s*\Z)"
)
_LATER = re.compile(r"\b(?:by|before|at\s+the\s+next|no\s+later|in\s+writing|written)\b")


def request(said: Utterance, trigger: Trigger) -> Commitment | None:
    """Such as "urged all the Coordinators to encourage", "invited New Zealand to share": an invitation to speak is none."""
    that = _THAT.match(said.low, trigger.end, said.end)
    if that and trigger.words.startswith(("agreed", "decided", "resolved")):
        return _asked_that(said, that.end())
    if _NOT_NOW.search(said.low[max(said.start, trigger.start - 24) : trigger.start]):
        return None
    if that:
        return _asked_that(said, that.end())
    objects = [
        a for a in said.voice.actors if a.start >= trigger.end and (a.kind != "pronoun" or a.name in {"they", "it"})
    ]
    if objects and objects[0].start - trigger.end < 70 and not _APART.search(said.low[trigger.end : objects[0].start]):
        names, end = addressed(said, objects)
        to = _TO.search(said.low, end, min(said.end, end + 110))
        verb = (
            predicate(said.low, to.end(), said.end) if to and not _FINITE.search(said.low[end : to.start()]) else None
        )
        if verb and not verb.negated and not _is_procedure(said, trigger, verb):
            return said.promise(verb.at, names, verb.base, tentative=verb.hedged, weak=verb.weak)
    return _asked_for(said, trigger)


def _asked_that(said: Utterance, at: int) -> Commitment | None:
    """Such as "requested that the ISU circulate …", "agreed that the estimate be sent out in June": no "would", the bare verb."""
    named = [actor for actor in said.voice.actors if actor.start >= at and actor.start - at < 14]
    if named and not _FINITE.search(said.low[at : named[0].start]):
        names, end = addressed(said, named)
        verb = _BARE_VERB.match(said.low, end, said.end)
        if verb and base_form(verb["verb"]):
            return said.promise(verb.start("verb"), names, verb["verb"], weak=is_weak(verb["verb"]))
    be = _BE_DONE.match(said.low, at, said.end)
    if not be or _FINITE.search(said.low, at, be.start("be")) or not is_participle(be["done"]):
        return None
    base = base_of(be["done"]) or ""
    return None if is_weak(base) else said.promise(at, agent(said, be.end()), base, passive=True)


def please(said: Utterance, trigger: Trigger) -> Commitment | None:
    """Such as "Coordinators, please send …", "please update it": asked of whoever is addressed, else of the members."""
    verb = predicate(said.low, trigger.end, said.end)
    if not verb or verb.negated or said.low[trigger.end : verb.at].strip(" ,"):
        return None
    named = [actor for actor in said.voice.actors if said.start <= actor.start < trigger.start]
    called = bool(named) and not said.low[named[-1].end : trigger.start].strip(" ,:")
    names = resolve(named[-1], said.voice, ()) if called else ("Committee members",)
    return said.promise(verb.at, names, verb.base, weak=verb.weak)


def _is_procedure(said: Utterance, trigger: Trigger, verb: Predicate) -> bool:
    """Whether somebody is merely given the floor in this meeting."""
    rest = said.low[verb.at : said.end]
    if not trigger.words.startswith(("invit", "ask", "request", "call")) or _LATER.search(rest):
        return False
    return bool(_PROCEDURE.match(rest)) or verb.base in {"introduce", "speak", "explain"}


def _asked_for(said: Utterance, trigger: Trigger) -> Commitment | None:
    """Such as "requested an update in a written form from every coordinator", "requested written comments on the terms"."""
    if not trigger.words.startswith(("request", "ask", "invit", "called")):
        return None
    found = _SOUGHT.match(said.low, trigger.end, said.end)
    if not found:
        return None
    names: tuple[str, ...] = ("delegations",)
    source = _FROM.search(said.low, found.start("rest"), said.end)
    written = "written" in said.low[trigger.end : found.end("thing")] or "in writing" in found["rest"]
    if source:
        named = [a for a in said.voice.actors if source.end() - 4 <= a.start <= source.end() + 12]
        names = tuple(name for actor in named[:1] for name in resolve(actor, said.voice, ())) or names
    elif not written:
        return None
    return said.promise(trigger.end, names, "provide")


def sought_from(said: Utterance, trigger: Trigger) -> Commitment | None:
    """Such as "Inputs and views were requested from all parties": those asked own it."""
    named = [a for a in said.voice.actors if trigger.end <= a.start <= trigger.end + 8]
    if not named or not re.search(rf"\b{_MATERIAL}\b", said.before(trigger)):
        return None
    return said.promise(said.start, resolve(named[0], said.voice, ()), "provide", passive=True)
