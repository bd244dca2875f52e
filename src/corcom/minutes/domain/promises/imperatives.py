"""Deeds in a list without a subject: "- Conduct an audit …; identify resources …", "- Will be looking at …"."""

from __future__ import annotations

import re

from corcom.minutes.domain.people.speakers import resolve
from corcom.minutes.domain.promises.commitment import Commitment, Utterance
from corcom.minutes.domain.promises.predicates import predicate
from corcom.minutes.domain.promises.verbs import forms

_LEAD = re.compile(
    r"\W*(?:(?:the\s+)?(?:goals?|aims?|objectives?|plans?|steps?|tasks?)\s*(?:are|is|:)+\s*)?(?P<to>(?:to|aims?\s+to|plans?\s+to|intends?\s+to|hopes?\s+to)\s+)?(?=[a-z])"
)
_TELLS = re.compile(r"\b(?:was|were)\b")
_TELLS_NEAR = 40
_GATHERS = re.compile(r"have\s+(?:\S+\s+){0,3}?(?:consultations?|meetings?|discussions?|a\s+meeting)")
_BETWEEN = re.compile(r"\W*(?:(?:and|or|the|&)\W+)*")
_TO = re.compile(r"\s+to\s+(?=[a-z])")
_SHORTEST = 20
_BY = re.compile(r"\bby\s+(?:the\s+)?(president|presidency|chair|coordinators|isu|secretariat|executive coordinator)\b")
_OPTIONS = re.compile(
    r"\b(?:options?|questions?|components?|elements|proposals?|criteria|reasons?|suggestions?|recommendations?|advantages|principles)\b[^.]{0,60}:?\s*\Z"
)
_NAMES = {
    "president": "President",
    "presidency": "President",
    "chair": "President",
    "coordinators": "Coordinators",
    "isu": "ISU",
    "secretariat": "Secretariat",
    "executive coordinator": "Executive Coordinator",
}
_UNDER_WAY = frozenset(
    "look plan prepare organize organise draft finalize finalise compile arrange follow finish develop write revise update translate collect explore set".split()
)
"""What somebody is at ("Looking at Asia and Africa") and will come back with."""
_TOO_WEAK = {
    "be",
    "have",
    "join",
    "thank",
    "include",
    "set",
    "get",
    "do",
    "come",
    "open",
    "close",
    "list",
    "note",
    "file",
    "record",
    "train",
    "chair",
    "contract",
    "survey",
    "plan",
    "aim",
    "state",
    "look",
    "present",
    "report",
    "work",
    "support",
    "test",
    "pilot",
    "design",
    "finance",
    "fund",
    "focus",
    "second",
    "map",
    "telephone",
    "phone",
    "mail",
    "call",
    "welcome",
    "form",
    "sketch",
    "outline",
    "ring",
    "step",
    "put",
}


def imperatives_in(said: Utterance) -> list[Commitment]:
    """The deeds of one list item, each of its parts between semicolons one; empty where it is no list of deeds."""
    block = said.minutes.blocks[said.sentence.block]
    if block.scheme != "bullet" or not (said.voice.names or said.voice.label):
        return []
    if _OPTIONS.search(_lead_in(said)):
        return []
    names = _owner(said)
    found: list[Commitment] = []
    start = said.start
    for part in said.low[said.start : said.end].split(";"):
        end = start + len(part)
        one = _deed(said, start, end, names)
        if one:
            found.append(one)
        start = end + 1
    return found


def assigned_in(said: Utterance) -> list[Commitment]:
    """Such as "Norway to share its paper by 25 May": in notes, at the head of a sentence or behind a semicolon."""
    found: list[Commitment] = []
    start = said.start
    for part in said.low[said.start : said.end].split(";"):
        end = start + len(part)
        one = _assigned(said, start, end)
        if one:
            found.append(one)
        start = end + 1
    return found


def _assigned(said: Utterance, start: int, end: int) -> Commitment | None:
    lead = [a for a in said.voice.actors if start <= a.start and a.end <= end and a.kind != "pronoun"]
    at = start
    names: list[str] = []
    for actor in lead:
        if not _BETWEEN.fullmatch(said.low, at, actor.start):
            break
        names.extend(resolve(actor, said.voice, ()))
        at = actor.end
    to = _TO.match(said.low, at, end) if names else None
    verb = predicate(said.low, to.end(), end, known=True) if to else None
    if verb is None or verb.negated or verb.at != (to.end() if to else 0):
        return None
    return Commitment(verb.at, end, said.at, tuple(dict.fromkeys(names)), verb.base, weak=verb.weak)


def _lead_in(said: Utterance) -> str:
    """The line that a list hangs on."""
    at = said.sentence.block
    indent = said.minutes.blocks[at].indent
    for block in reversed(said.minutes.blocks[max(0, at - 12) : at]):
        if block.scheme != "bullet" or block.indent < indent:
            return said.low[block.body : block.end]
    return ""


def _owner(said: Utterance) -> tuple[str, ...]:
    """Whoever speaks; in the words of the chair, whoever the heading says the item is by."""
    if said.voice.names in {("President",), ()}:
        section = said.minutes.section(said.sentence.block)
        by = _BY.search(section.title.lower()) if section else None
        if by:
            return (_NAMES[by[1]],)
    return said.voice.names


def _deed(said: Utterance, start: int, end: int, names: tuple[str, ...]) -> Commitment | None:
    lead = _LEAD.match(said.low, start, end)
    begin = lead.end() if lead else end
    word = re.match(r"[a-z-]+", said.low[begin:end])
    if word and forms().get(word[0], ("", ""))[1] == "ing":
        base = forms()[word[0]][0]
        return Commitment(begin, end, said.at, names, base) if base in _UNDER_WAY and end - begin >= _SHORTEST else None
    verb = predicate(said.low, begin, end, known=True)
    if not lead or not word or not verb or verb.at != begin or forms().get(word[0], ("", ""))[1] != "base":
        return None
    if _TELLS.search(said.low, begin, min(end, begin + _TELLS_NEAR)):
        return None
    gathers = verb.base == "have" and _GATHERS.match(said.low, begin, end)
    if (verb.base in _TOO_WEAK and not gathers and not lead["to"]) or end - begin < _SHORTEST:
        return None
    return Commitment(begin, end, said.at, names, verb.base, weak=verb.weak)
