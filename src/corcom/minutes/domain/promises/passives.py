"""Things to be delivered: "the draft guidelines would be circulated", "a vacancy notice was to be issued on 1 March"."""

from __future__ import annotations

import re

from corcom.minutes.domain.promises.commitment import Commitment, Utterance
from corcom.minutes.domain.promises.predicates import Predicate, Trigger
from corcom.minutes.domain.promises.strength import DELIVER, has_day
from corcom.minutes.domain.promises.subjects import agent, inferred

_THING = re.compile(
    r"\b(?:letters?|papers?|drafts?|guidelines|reports?|documents?|notes?|statements?|proposals?|plans?|updates?|information|invitations?|agendas?|minutes|packages?|meetings?"
    r"|group|booklet|questionnaires?|platform|results?|lists?|comments?|texts?|figures|forms?)\b"
)
_SCHEDULED = re.compile(r"(?:the|its|this)\b|next\b|\d")
_NOT_SCHEDULED = re.compile(r"the\s+(?:retreat|workshop|seminar|briefing|consultations)")
_LIGHT = re.compile(
    r"(?:made\s+available|available|ready|set\s+up|given\s+to|put\s+(?:on|forward)|kept|followed\s+up|made\s+(?:to|by|at))"
)
_PROPOSED = re.compile(
    r"\b(?:suggests?|proposed|suggested|recommended|hoped|wished|advised|asked|requested)\b[^.;]{0,40}\bthat\b"
)
_AGREED = re.compile(r"\b(?:agreed|decided|concluded)\b")
_EMPTY = frozenset({"there", "which", "who"})


def passive(
    said: Utterance, trigger: Trigger, verb: Predicate, clause: int, subject: tuple[str, ...] | None
) -> Commitment | None:
    """A thing that is to be delivered: by whom the words say, else by the one who speaks; None where it is no promise."""
    low = said.low
    thing = low[clause : trigger.start].strip(" ,")
    rest = low[verb.at : said.end]
    if not said.explicit and trigger.kind == "duty" and not _binds(trigger, low[verb.end : said.end]):
        return None
    if verb.base in {"hold", "convene"} and _SCHEDULED.match(thing) and not _NOT_SCHEDULED.match(thing):
        # That a meeting of a known series will be held is its date, not somebody's promise.
        return None
    if verb.base in {"make", "give", "put", "set", "keep", "follow"} and not _LIGHT.match(rest):
        return None
    if verb.base in DELIVER and has_day(rest) and re.search(r"\bwhich\s*\Z", said.before(trigger)):
        thing = "paper"  # "the report, which will be presented in September"
    if not thing or thing.startswith("no ") or thing.split()[-1] in _EMPTY or (subject and not _THING.search(thing)):
        return None
    if trigger.words == "would" and not said.explicit and _is_proposal(said.before(trigger)):
        return None
    names = agent(said, verb.end) or inferred(said.voice)
    if not names and re.match(r"(?:regular\s+)?meetings\b", thing):
        names = ("Committee",)
    return said.promise(clause, names, verb.base, passive=True, tentative=verb.hedged, weak=verb.weak)


def _binds(trigger: Trigger, rest: str) -> bool:
    """Such as "is to be"; "was to be", "should be" and "must be" bind with a day, and are an opinion without."""
    return bool(re.match(r"(?:is|are)\b", trigger.words)) or has_day(rest)


def _is_proposal(before: str) -> bool:
    return bool(_PROPOSED.search(before)) and not _AGREED.search(before)
