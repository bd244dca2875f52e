"""Promises in running text: "would circulate", "undertook to share", "were requested to send".

For each sentence the triggers are taken in order; a trigger counts when the verb behind it names a deed and the words
before it name somebody who can do it, or when a thing is to be delivered. What is merely an opinion, a condition, a
purpose or the past is left alone.
"""

from __future__ import annotations

import re

from corcom.minutes.domain.promises.commitment import Commitment, Utterance
from corcom.minutes.domain.promises.passives import passive
from corcom.minutes.domain.promises.predicates import Predicate, Trigger, predicate, triggers
from corcom.minutes.domain.promises.requests import please, request, sought_from
from corcom.minutes.domain.promises.strength import has_day, is_opinion, names_a_deed
from corcom.minutes.domain.promises.subjects import is_elided, partners, subject, together
from corcom.minutes.domain.promises.things import as_noun, purpose, thing_expected, thing_promised, under_way

_BOUNDARY = re.compile(
    r"\bthat\b|;|:|\bwhile\b|\bwhereas\b|\balthough\b|\bwhich\b|\bwho\b|\bwhere\b|,\s+(?:and|but)\b|\bbut\b|\s-+\s"
)
_CLAUSE_ENDS = re.compile(
    r";|\band\s+that\b|\bbut\s+that\b|,\s+(?:following|after|in)\s+which\b|,\s+the\s+\w+\s+of\s+which\b"
)
_AND_VERB = re.compile(r",?\s+and\s+(?:(?:then\s+|also\s+)?to\s+)?(?P<verb>[a-z-]+)")
_LINK = re.compile(r"\band\b|;|,\s+(?:but|while)\b|,(?=\s+(?:the\s+)?\w+\s+\Z)|\s-+\s")
_OPENS = re.compile(r"(?:,?\s+and|;|,|\s-+)\s*(?:\S+\s+){0,6}?\Z")
_RECURS = re.compile(r"\b(?:once|every|monthly|regularly)\b")
_HYPOTHESIS = re.compile(
    r"\b(?:if|provided|should)\s+(?:\S+\s+){1,4}?(?:were|was|had|could|became|allowed|permitted)\b"
)
_SHORTEST = 6
_SPECIAL = {
    "nominal": thing_promised,
    "expected": thing_expected,
    "request": request,
    "progress": under_way,
    "please": please,
}


def commitments_in(said: Utterance) -> list[Commitment]:
    """The promises of one sentence, in order; none inside another."""
    found: list[Commitment] = []
    for trigger in triggers(said.minutes.cues, said.start, said.end):
        if found and trigger.start < found[-1].end and not _is_coordinate(said, found[-1], trigger):
            continue
        one = _commitment(said, trigger)
        if one is None:
            continue
        if found and found[-1].end > one.start:
            found[-1] = _cut(said, found[-1], max(_opening(said, trigger, one, found[-1]), found[-1].start + 1))
        if found and one.passive and not one.names:
            one = one._replace(names=found[-1].names)
        stop = _CLAUSE_ENDS.search(said.low, one.start, said.end)
        found.extend(_each(said, _cut(said, one, stop.start() if stop else said.end)))
    return [one for one in found if one.end - one.start > _SHORTEST]


def _each(said: Utterance, one: Commitment) -> list[Commitment]:
    """A promise of two deeds with a day each is two: "circulate the draft on 22 June and submit it by 29 June"."""
    for link in _AND_VERB.finditer(said.low, one.start, one.end):
        verb = predicate(said.low, link.start("verb"), one.end, known=True)
        second = verb is not None and verb.at == link.start("verb") and not verb.weak and not verb.passive
        if second and has_day(said.low[link.start() : one.end]) and has_day(said.low[one.start : link.start()]):
            return [
                _cut(said, one, link.start()),
                one._replace(start=link.start("verb"), base=verb.base if verb else ""),
            ]
    return [one]


def _opening(said: Utterance, trigger: Trigger, one: Commitment, before: Commitment) -> int:
    """Where a promise that follows another begins: at its subject, or at the conjunction before its trigger."""
    if one.start <= trigger.start:
        return one.start
    link = _OPENS.search(said.low, max(before.start, trigger.start - 60), trigger.start)
    return link.start() if link else trigger.start


def _cut(said: Utterance, one: Commitment, stop: int) -> Commitment:
    end = min(one.end, stop)
    while end > one.start and said.minutes.shadow[end - 1] in " ,;:.-":
        end -= 1
    return one._replace(end=end)


def _is_coordinate(said: Utterance, before: Commitment, trigger: Trigger) -> bool:
    """Whether a trigger inside the last clause opens a promise of its own: ", and Japan will", "; will", "and will consult"."""
    gap = said.low[before.start : trigger.start]
    if trigger.kind not in {"modal", "asked", "promise", "duty", "request", "nominal"}:
        return False
    if trigger.kind == "request" and not re.search(r"\band\s+(?:also\s+)?\Z", gap):
        return False
    links = list(_LINK.finditer(gap))
    rest = gap[links[-1].end() :] if links else ""
    return bool(links) and len(rest.split()) <= 7 and not re.search(r"\b(?:which|that|who|where)\b", rest)


def _commitment(said: Utterance, trigger: Trigger) -> Commitment | None:
    """The promise that a trigger opens, or None."""
    special = _SPECIAL.get(trigger.kind)
    if special:
        return special(said, trigger)
    before = said.before(trigger)
    if trigger.kind == "asked" and trigger.words.endswith("from"):
        return sought_from(said, trigger)
    verb = predicate(said.low, trigger.end, said.end, asked=trigger.kind in {"asked", "promise"})
    if verb is None and (trigger.kind in {"asked", "purpose"} or trigger.words.startswith("commit")):
        verb = as_noun(said.low, trigger, said.end)
    if verb is None or verb.negated:
        return None
    past = _is_past(trigger, verb, before)
    if past and not has_day(said.low[verb.at : said.end]):
        return None
    plan = trigger.words.startswith("plan") and bool(re.search(r"\b(?:the|its|their|a)\s+\Z", before))
    if trigger.kind == "purpose" or plan:
        return purpose(said, trigger, verb)
    one = _promise(said, trigger, verb, before)
    return one._replace(past=True) if one and past else one


def _is_past(trigger: Trigger, verb: Predicate, before: str) -> bool:
    """Such as "has offered to" and "had been asked to" report; "hoped to support" hopes."""
    if trigger.kind == "asked":
        return trigger.words.startswith("been") and before.endswith("had ")
    if trigger.kind != "promise":
        return False
    return bool(re.match(r"(?:has|have|had)\b", trigger.words)) or (
        trigger.words.startswith(("expect", "hope")) and verb.weak
    )


def _promise(said: Utterance, trigger: Trigger, verb: Predicate, before: str) -> Commitment | None:
    """A deed by somebody named, elided or speaking; or a thing to be delivered."""
    bounds = list(_BOUNDARY.finditer(before))
    clause = said.start + (bounds[-1].end() if bounds else 0)
    if not said.explicit and is_opinion(before, said.low[clause : trigger.start], trigger):
        return None
    names = subject(said, trigger.start)
    if verb.passive:
        return passive(said, trigger, verb, clause, names)
    if names is None and is_elided(said, trigger):
        names = together(said.voice)
    rest = said.low[verb.at : said.end]
    if not names or not names_a_deed(trigger, verb, rest, explicit=said.explicit):
        return None
    if verb.base == "meet" and _meets_again(names, rest):
        return None  # the day of the next meeting
    if trigger.words == "would" and _HYPOTHESIS.search(rest):
        return None
    names = tuple(dict.fromkeys((*names, *partners(said, trigger.end, said.end))))
    tentative = verb.hedged or verb.wished or trigger.words.startswith(("hope", "expect", "consider"))
    return said.promise(verb.at, names, verb.base, tentative=tentative, weak=verb.weak)


def _meets_again(names: tuple[str, ...], rest: str) -> bool:
    again = names[0].endswith("Committee") or re.match(r"meet\s+(?:again|next)\b", rest)
    return bool(again) and not _RECURS.search(rest)
