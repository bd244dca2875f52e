"""What somebody is asked to do: the one who is asked owns it."""

from __future__ import annotations

import re

from corcom.minutes.domain.people.speakers import resolve
from corcom.minutes.domain.promises.commitment import Commitment, Utterance
from corcom.minutes.domain.promises.predicates import Predicate, Trigger, predicate
from corcom.minutes.domain.promises.subjects import addressed

_NOT_NOW = re.compile(
    r"\b(?:had|has|have|having|was|were|been|is|are|be|as|the|to|would|if|when|previously)\s+(?:also\s+|been\s+|\w+ly\s+)?\Z"
)
_APART = re.compile(r"[.;:]|\b(?:that|to|on|for|about|regarding|from|with|in)\b")
_FINITE = re.compile(r"[.;:]|\b(?:that|which|was|were|is|are|had|has|how|whether|if|who|would|will)\b")
_TO = re.compile(r"\bto\b(?=\s+\w)|\bthat\s+they\b")
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
    if _NOT_NOW.search(said.low[max(said.start, trigger.start - 24) : trigger.start]):
        return None
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
