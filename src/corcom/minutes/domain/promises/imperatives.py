"""Deeds in a list without a subject: "- Conduct an audit …; identify resources …", "- Will be looking at …"."""

from __future__ import annotations

import re

from corcom.minutes.domain.people.speakers import Voice
from corcom.minutes.domain.promises.commitments import Commitment
from corcom.minutes.domain.promises.predicates import predicate
from corcom.minutes.domain.promises.verbs import forms
from corcom.minutes.domain.text.minutes_text import MinutesText, Sentence

_LEAD = re.compile(
    r"\W*(?:(?:the\s+)?(?:goals?|aims?|objectives?|plans?|steps?|tasks?)\s*(?:are|is|:)+\s*)?(?P<to>(?:to|aims?\s+to|plans?\s+to|intends?\s+to|hopes?\s+to)\s+)?(?=[a-z])"
)
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


def imperatives_in(minutes: MinutesText, at: int, sentence: Sentence, voice: Voice) -> list[Commitment]:
    """The deeds of one list item, each of its parts between semicolons one; empty where it is no list of deeds."""
    block = minutes.blocks[sentence.block]
    if block.scheme != "bullet" or not (voice.names or voice.label):
        return []
    if _OPTIONS.search(_lead_in(minutes, sentence.block)):
        return []
    names = _owner(minutes, sentence, voice)
    found: list[Commitment] = []
    start = sentence.start
    for part in re.split(r";", minutes.low[sentence.start : sentence.end]):
        end = start + len(part)
        one = _deed(minutes, at, start, end, names, first=not found)
        if one:
            found.append(one)
        start = end + 1
    return found


def _lead_in(minutes: MinutesText, at: int) -> str:
    """The line that a list hangs on."""
    indent = minutes.blocks[at].indent
    for block in reversed(minutes.blocks[max(0, at - 12) : at]):
        if block.scheme != "bullet" or block.indent < indent:
            return minutes.low[block.body : block.end]
    return ""


def _owner(minutes: MinutesText, sentence: Sentence, voice: Voice) -> tuple[str, ...]:
    """Whoever speaks; in the words of the chair, whoever the heading says the item is by."""
    if voice.names in {("President",), ()}:
        section = minutes.section(sentence.block)
        by = _BY.search(section.title.lower()) if section else None
        if by:
            return (_NAMES[by[1]],)
    return voice.names


def _deed(
    minutes: MinutesText, at: int, start: int, end: int, names: tuple[str, ...], *, first: bool
) -> Commitment | None:
    lead = _LEAD.match(minutes.low, start, end)
    if not lead:
        return None
    begin = lead.end()
    word = re.match(r"[a-z-]+", minutes.low[begin:end])
    verb = predicate(minutes.low, begin, end)
    if not word or not verb or verb.at != begin or forms().get(word[0], ("", ""))[1] != "base":
        return None
    meeting = verb.base == "have" and re.match(
        r"have\s+(?:\S+\s+){0,3}?(?:consultations?|meetings?|discussions?|a\s+meeting)", minutes.low[begin:end]
    )
    if verb.base in _TOO_WEAK and not meeting and not lead["to"]:
        return None
    if end - begin < 20:
        return None
    return Commitment(
        begin, end, at, names, verb.base, False, bool(lead["to"] and "hope" in lead["to"]), False, verb.weak
    )
