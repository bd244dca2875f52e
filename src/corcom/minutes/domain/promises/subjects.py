"""Who is to do it: the subject before a trigger, the agent behind it, or whoever speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corcom.minutes.domain.people.actors import Actor
from corcom.minutes.domain.people.speakers import Voice, resolve
from corcom.minutes.domain.promises.commitment import Utterance
from corcom.minutes.domain.promises.predicates import Trigger

ADDRESSED = ("Members",)
"""Who is asked where a text asks everybody and names nobody."""

_FILLERS = (
    r"(?:also|then|now|still|therefore|thereafter|further|which|in\s+turn|(?:for|on)\s+(?:its|his|her|their)\s+part|who|and|himself|herself|itself|themselves|together|both|each"
    r"|all|again|subsequently|jointly|not|ambassador|director|office|team|delegation|members?|has|have|had"
    r"|(?:of|to)\s+the\s+(?:convention|treaty|ccm|committee|isu|bureau)|for\s+\w+|wishing\s+to\s+\w+(?:\s+\w+){0,3}|(?:stated|expressed|confirmed|reiterated|indicated|signalled|reaffirmed|announced|declared)(?=\s*\Z)|\w+ly)"
)
_ASIDE = (
    r"\([^)]{0,80}\)[\s,]*|,[^,;.]{1,110},\s*"
    r"|\s*,?\s+(?:together\s+with|along\s+with|in\s+(?:its|their|his|her)\s+(?:capacity|role)\s+as|as\s+(?:the\s+)?(?:co)?|assisted\s+by|with)\b[^.;,]{1,60},?\s*"
)
_GAP = re.compile(
    rf"(?:'s)?(?:\s+(?:and|or)\s+(?:her|his|its|their)\s+team)?[\s,]*(?:{_FILLERS}\b[\s,]*)*(?:{_ASIDE})?\Z"
)
_ASKED = re.compile(r"(?:are|were|should|must|need)\b")
_WHO = re.compile(r"\s+(?:who|that|which)\s+[^.;,:]{3,90}?\s*\Z")
_ASIDE_ONLY = re.compile(r"\s*(?:,[^,;.]{1,110},|\([^)]{1,80}\))\s*")
_ELIDED = re.compile(
    r"(?:\band|,|\bor|;|-)\s*(?:(?:therefore|then|also|thus|subsequently|in\s+turn|further)\s*,?\s*)*\Z"
)
_DUMMY = re.compile(r"\b(?:this|that|which|these|those|there|who|such|one)\s*\Z")
_HANGS = re.compile(
    r"\b(?:of|by|from|to|with|under|against|about|among|than|regarding|on|in|at|between|for)\s+(?:the\s+|both\s+|all\s+|an?\s+)*\Z"
)
_JOINED = re.compile(r"\s*(?:\([^)]*\)\s*)?(,|and|&|,\s*and|as\s+well\s+as|together\s+with|with)\s*(?:the\s+)?")
_AGENT = re.compile(r"\bby\s+(?:the\s+|both\s+)?\Z|\bbetween\s+(?:the\s+)?\Z")
_TOGETHER = re.compile(r"(?:,\s*together|\bjointly|\bin\s+tandem|\bjoint\s+[^.;,]{2,60}?)\s+with\s+(?:the\s+)?\Z")
_LISTED = re.compile(r"\s*(?:,|and|&|,\s*and|as\s+well\s+as|(?:together\s+)?with)?\s*(?:by\s+)?(?:the\s+)?")
_WITH = re.compile(r"\s*,\s*(?:together|jointly|along)?\s*with\b")


def subject(said: Utterance, at: int) -> tuple[str, ...] | None:
    """The actors right before `at`, joined where "and" joins them; None where something else stands there."""
    before = [actor for actor in said.voice.actors if actor.end <= at]
    if not before:
        return None
    actor = before[-1]
    gap = said.low[actor.end : at]
    described = actor.kind == "group" and _ASKED.match(said.low, at) and _WHO.fullmatch(gap)
    if len(gap) > 160 or not (_GAP.match(gap) or described) or hangs(said, actor):
        return _before_aside(said, before, at)
    return _with_those_joined(said, before) or None


def _before_aside(said: Utterance, before: Sequence[Actor], at: int) -> tuple[str, ...] | None:
    """A subject with an aside that names others: "Italy, as Co-Chair with Norway, would write"."""
    for number in range(len(before) - 2, -1, -1):
        gap = said.low[before[number].end : at]
        if _ASIDE_ONLY.fullmatch(gap) and not hangs(said, before[number]):
            names = _with_those_joined(said, before[: number + 1])
            if _WITH.match(gap):
                # "the ISU, together with UNODA, would": both are to do it.
                names = (*names, *(name for actor in before[number + 1 :] for name in resolve(actor, said.voice, ())))
            return tuple(dict.fromkeys(names)) or None
        if len(gap) > 130:
            break
    return None


def _with_those_joined(said: Utterance, actors: Sequence[Actor]) -> tuple[str, ...]:
    """The names of the last actor and of those that "and" joins to it; commas alone join nobody."""
    names = list(resolve(actors[-1], said.voice, actors[:-1]))
    start, joined = actors[-1].start, False
    for other in reversed(actors[:-1]):
        link = _JOINED.fullmatch(said.low[other.end : start])
        if not link or (link[1] == "," and not joined):
            break
        joined, start = True, other.start
        names = [*resolve(other, said.voice, ()), *names]
    return tuple(dict.fromkeys(names))


def hangs(said: Utterance, actor: Actor) -> bool:
    """Whether a mention hangs on a preposition, so that it cannot be a subject."""
    before = said.low[max(said.start, actor.start - 22) : actor.start]
    return actor.kind != "pronoun" and bool(_HANGS.search(before))


def is_elided(said: Utterance, trigger: Trigger) -> bool:
    """Whether a trigger goes on with the subject of the words before: "… and would therefore be sending letters"."""
    before = said.before(trigger)
    if not before.strip(" (-*"):
        return True
    return bool(said.voice.names) and bool(_ELIDED.search(before)) and not _DUMMY.search(before)


def agent(said: Utterance, start: int) -> tuple[str, ...]:
    """Who is to do it by the words behind `start`: "by the ISU", "between the Presidency and GICHD"."""
    names: list[str] = []
    last = -1
    for actor in said.voice.actors:
        if actor.start < start or actor.kind == "pronoun":
            continue
        opens = not names and _AGENT.search(said.low[max(start, actor.start - 14) : actor.start])
        if opens or (names and _LISTED.fullmatch(said.low[last : actor.start])):
            names.extend(resolve(actor, said.voice, ()))
            last = actor.end
    return tuple(dict.fromkeys(names))


def partners(said: Utterance, start: int, end: int) -> tuple[str, ...]:
    """Those with whom it is to be done: "send a joint letter with Germany", "draft, together with the President, …"."""
    for actor in said.voice.actors:
        inside = start < actor.start and actor.end <= end and actor.kind != "pronoun"
        if inside and _TOGETHER.search(said.low, start, actor.start):
            return resolve(actor, said.voice, ())
    return ()


def addressed(said: Utterance, actors: Sequence[Actor]) -> tuple[tuple[str, ...], int]:
    """The first of `actors` and those listed with it, and where the list ends."""
    names: list[str] = []
    end = actors[0].start
    for actor in actors:
        if actor.start > end and not _LISTED.fullmatch(said.low[end : actor.start]):
            break
        names.extend(resolve(actor, said.voice, ()))
        end = actor.end
    return tuple(dict.fromkeys(names)), end


def together(voice: Voice) -> tuple[str, ...]:
    """Who speaks; all holders of the theme where somebody speaks on their behalf."""
    return voice.holders if voice.behalf and voice.holders and set(voice.names) <= set(voice.holders) else voice.names


def inferred(voice: Voice) -> tuple[str, ...]:
    """Who is to deliver a thing where the words do not say: whoever speaks here; the holders of a theme together."""
    if not voice.here or (voice.holders and voice.names and set(voice.names) <= set(voice.holders)):
        return voice.holders
    return voice.names
