"""Promises of a thing rather than of a deed: "promised a hotel list", "was finalizing letters", "answers are due by 5 May"."""

from __future__ import annotations

import re

from corcom.minutes.domain.promises.commitment import Commitment, Utterance
from corcom.minutes.domain.promises.predicates import Predicate, Trigger
from corcom.minutes.domain.promises.strength import MONEY
from corcom.minutes.domain.promises.subjects import is_elided, subject, together
from corcom.minutes.domain.promises.verbs import base_of

_DATED = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|week|month|\d{1,2}\.\d{1,2}\.|easter|christmas)\b"
)
DELIVERABLE = re.compile(
    r"\b(?:papers?|notes?|reports?|letters?|lists?|drafts?|outlines?|meetings?|workshops?|seminars?|retreats?|lunch|breakfast|dinner|reception|calls?|d[eé]marches?|rounds?|briefings?|events?|sessions?|training|visits?|texts?|models?"
    r"|answers?|repl(?:y|ies)|corrections|amendments|objections|credentials|stud(?:y|ies)|documents?|comments?|contributions?|questionnaires?|statements?|panel|overview|proposals?|guidelines|updates?|figures|help"
    r"|translation|launch|conference|consultations?|missing|information|feedback|inputs?|nominations?|data|reminders?|invitations?|chf|usd|eur|us\$|gbp)\b|[$€£]"
)
_NOUNS = {
    "development": "develop",
    "preparation": "prepare",
    "drafting": "draft",
    "coordination": "coordinate",
    "elaboration": "elaborate",
    "compilation": "compile",
    "review": "review",
}
_NOMINAL = re.compile(
    r"\s+(?:the\s+)?(?:(\w+ing)|(development|preparation|organi[sz]ation|drafting|coordination|elaboration|compilation|review)\s+of)\b"
)
_CLAUSE = re.compile(r".*(?:\bthat\b|;|:|\s-+\s)\s*")


def thing_promised(said: Utterance, trigger: Trigger) -> Commitment | None:
    """Such as "promised a hotel list", "announced a seminar on 5 June", "offered CHF 20,000"."""
    low = said.low
    if re.search(r"\b(?:had|has|have|having)\s+(?:also\s+)?\Z", said.before(trigger)):
        return None
    stop = re.compile(r"[;.]\s|\bthat\b|\bwhich\b").search(low, trigger.end, said.end)
    rest = low[trigger.end : stop.start() if stop else said.end]
    words = trigger.words.removeprefix("also").lstrip()
    firm = bool(MONEY.match(rest.lstrip())) or not words.startswith(("announc", "plan", "foresee"))
    if not DELIVERABLE.search(rest[:90]) or not (firm or _DATED.search(rest)):
        return None
    names = subject(said, trigger.start)
    if names is None and (is_elided(said, trigger) or words.rstrip().endswith("ing")):
        names = said.voice.names
    return said.promise(trigger.end, names, "provide") if names else None


def thing_expected(said: Utterance, trigger: Trigger) -> Commitment | None:
    """Such as "answers are expected by 28 February", "reminders go out on Monday": a thing with its day, of nobody named."""
    clause = _CLAUSE.match(said.low, said.start, trigger.start)
    begin = clause.end() if clause else said.start
    if not DELIVERABLE.search(said.low[begin : trigger.start]):
        return None
    out = "out" in trigger.words
    if not out and not _DATED.search(said.low[trigger.end : said.end]):
        return None
    return said.promise(begin, said.voice.names if out else (), "provide", passive=True)


def under_way(said: Utterance, trigger: Trigger) -> Commitment | None:
    """Work under way that promises its result: "was finalizing letters", "were organizing a session", "under consideration"."""
    if trigger.words.startswith("under"):
        return _under_consideration(said, trigger)
    names = subject(said, trigger.start)
    if names is None and said.before(trigger).strip() and is_elided(said, trigger):
        names = said.voice.names
    tentative = "consider" in trigger.words or "explor" in trigger.words
    if not names or (
        tentative
        and not re.match(
            r"\s+(?:the\s+)?(?:\w+ing\b|possibilit(?:y|ies)\s+(?:of|to)\b|options\s+(?:for|to)\b|ways\s+to\b|host|organi|hold|whether\s+to\b|whether\s+(?:it|they|he|she)\b)",
            said.low[trigger.end : said.end],
        )
    ):
        return None
    word = trigger.words.split()[-1]
    return said.promise(trigger.end - len(word), names, word, tentative=tentative)


def _under_consideration(said: Utterance, trigger: Trigger) -> Commitment | None:
    before = said.before(trigger)
    if not said.voice.names or not re.search(r"(?:is|was|were|are|remained?|still)\s+(?:still\s+)?\Z", before):
        return None
    that = before.rfind("that ")
    return said.promise(
        said.start + (that + 5 if that >= 0 else 0), said.voice.names, "consider", passive=True, tentative=True
    )


def purpose(said: Utterance, trigger: Trigger, verb: Predicate) -> Commitment | None:
    """Such as "The intention was to have the guidelines ready", "their next step would be to deposit", "the plan to work with"."""
    planned = trigger.words.startswith("plan") and bool(re.search(r"\b(?:the|its|their|a)\s+\Z", said.before(trigger)))
    stated = bool(re.search(r"\b(?:is|was|are|were|be)\s+to\Z|^priority", trigger.words))
    weak = verb.weak and verb.base not in {"have", "hold", "present"} and not planned
    if not (stated or planned) or weak or not said.voice.names or re.search(r"\breminded\b", said.before(trigger)):
        return None
    return said.promise(verb.at, together(said.voice), verb.base, tentative=verb.hedged, weak=verb.weak)


def as_noun(low: str, trigger: Trigger, end: int) -> Predicate | None:
    """The deed as a noun: "charged with the development of", "the priority of finalising"."""
    found = _NOMINAL.match(low, trigger.end, end)
    if not found:
        return None
    word = found[1] or found[2]
    base = base_of(word) or _NOUNS.get(word, "organize")
    return Predicate(base, found.start(1 if found[1] else 2), found.end())
