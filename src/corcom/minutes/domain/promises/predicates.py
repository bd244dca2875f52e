"""The words in which somebody promises, is asked, or is to do something: each found with its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corcom.minutes.domain.promises.verbs import DELIVERED, forms, is_weak

TriggerKind = Literal[
    "nominal",
    "expected",
    "modal",
    "promise",
    "duty",
    "request",
    "asked",
    "progress",
    "purpose",
    "infinitive",
    "verbless",
]

_TRIGGER = re.compile(
    r"\b(?:"
    r"(?P<modal>will|would|shall)(?=\s)"
    r"|(?P<nominal>(?:also\s+)?(?:promis(?:ed|es|ing)|pledged|pledges|offered|offers|announced|announces|plan|plans|planned|foresees|volunteered|undertook)\s+(?=(?:an?|the|its|their|his|her|another|one|two|three|further|some)\s+(?!(?:fact|same|need|view|possibility|idea|decision|following|need|vote)\b)\w|(?:chf|usd|eur|us\$|gbp|[$€£])\s?\d))"
    r"|(?P<expected>(?:is|are|was|were)\s+(?:expected|due|awaited)\s+(?=(?:by|before|no|not|until|in|within)\s)|(?:go|goes)\s+out\s+(?=(?:on|by|before|in|next|this|today|tomorrow)\b))"
    r"|(?P<promise>(?:(?:has|have|had)\s+(?:also\s+)?)?(?:plans?|planned|planning|intends?|intended|intending|aims?|aimed|propose[sd]?|offer(?:s|ed)?|agree[sd]?|undertakes?|undertook|pledge[sd]?"
    r"|promise[sd]?|volunteer(?:s|ed)?|commit(?:s|ted)?(?:\s+(?:itself|themselves|himself|herself))?|resolve[sd]?|expect(?:s|ed)?|hope[sd]?|accept(?:s|ed)?"
    r"|(?:its|their|his|her|our)\s+(?:readiness|willingness|intention|commitment)|stands?\s+ready|stood\s+ready|is\s+ready|are\s+ready|was\s+ready|were\s+ready)\s+(?:further\s+|also\s+)?to)(?=\s)"
    r"|(?P<duty>(?:need(?:s|ed)?|(?:is|are|was|were)(?:\s+also)?)\s+to|should|must)(?=\s)"
    r"|(?P<asked>(?:was|were|is|are|been|be)\s+(?:(?:also|further|again|therefore|kindly|strongly)\s+)*(?:requested|asked|invited|urged|encouraged|reminded|tasked|instructed|charged|entrusted"
    r"|mandated|appointed|called\s+upon|advised)\s+(?:to|with|the\s+task\s+of|from))(?=\s)"
    r"|(?P<request>requested|requests|asked|asks|invited|invites|urged|urges|urging|encouraged|encourages|called\s+(?:up)?on|calls\s+(?:up)?on|reminded|reminds|tasked|instructed|appealed\s+to|entrusted)(?=\s)"
    r"|(?P<progress>(?:is|are|was|were)\s+(?:(?:still|currently|now|also|already|presently)\s+)*(?:finali[sz]ing|preparing|organi[sz]ing|drafting|planning|arranging|compiling|considering)|under\s+consideration)(?=[\s,.])"
    r"|(?P<purpose>(?:intention|intent|aim|plan|goal|objective|next\s+steps?|task|idea)s?\s+(?:(?:is|was|are|were|would\s+be|will\s+be)\s+)?to|priority\s+(?:of|is|was)|plans?\s+for|work\s+towards)(?=\s)"
    r")"
)
_WORD = re.compile(r"[\s,]*(\(?[a-z][a-z'-]*\)?)")
_HEDGE = {"possibly", "probably", "perhaps", "likely", "hopefully", "tentatively", "maybe", "eventually"}
_ADVERBS = _HEDGE | set(
    [
        "also",
        "then",
        "now",
        "still",
        "therefore",
        "thereafter",
        "subsequently",
        "further",
        "soon",
        "shortly",
        "jointly",
        "only",
        "first",
        "again",
        "already",
        "thus",
        "next",
        "actively",
        "formally",
        "officially",
        "furthermore",
        "likewise",
        "in",
        "the",
        "turn",
        "due",
        "course",
        "particular",
        "very",
        "both",
        "all",
        "of",
        "as",
        "well",
        "together",
        "both",
        "directly",
        "henceforth",
        "either",
        "once",
        "herself",
        "himself",
        "itself",
        "themselves",
        "personally",
    ]
)
_LEADING = {
    "continue",
    "try",
    "seek",
    "aim",
    "begin",
    "start",
    "endeavour",
    "endeavor",
    "attempt",
    "work",
    "ensure",
    "be",
    "strive",
    "proceed",
    "plan",
    "wish",
    "hope",
    "agree",
}
_REQUESTED = {"requested", "asked", "invited", "urged", "encouraged", "reminded", "tasked", "instructed", "expected"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A place where a promise or a request begins: `start:end` are its own words."""

    kind: TriggerKind
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is to be done: the verb in its base form, where it stands, and how it is put."""

    base: str
    at: int
    end: int
    passive: bool = False
    negated: bool = False
    hedged: bool = False
    wished: bool = False
    asked: bool = False
    continued: bool = False

    @property
    def weak(self) -> bool:
        return is_weak(self.base)


def triggers(low: str, start: int, end: int) -> Iterator[Trigger]:
    """The triggers of a sentence in order."""
    for found in _TRIGGER.finditer(low, start, end):
        kind: TriggerKind = found.lastgroup  # type: ignore[assignment]  # the groups are named after the kinds
        yield Trigger(kind, found.start(), found.end(), found[0])


def predicate(low: str, at: int, end: int) -> Predicate | None:
    """The verb that follows a trigger at `at`, past adverbs and asides; None where it is none that names a deed.

    >>> predicate("would in due course circulate a note", 5, 36).base
    'circulate'
    """
    negated = hedged = wished = be = continued = False
    skipped = 0
    while skipped < 9:
        found = _WORD.match(low, at, end)
        if not found:
            return None
        word, at = found[1].strip("()"), found.end()
        known = forms().get(word)
        if word in {"go", "leave"} and (
            out := re.match(
                r"\s+(?:out|to\s+all)\b" if word == "go" else r"(?=\s+(?:on|by|today|tomorrow|next|this|in)\b)",
                low[at : at + 12],
            )
        ):
            return Predicate("send", found.start(1), at + out.end(), passive=True, negated=negated, hedged=hedged)
        if word in {"not", "never", "nor", "neither"}:
            negated = True
        elif word == "have" and be is False and re.match(r"\s+(?:to|been|preferred|liked|had)\b", low[at : at + 12]):
            return None
        elif word == "be":
            be = True
        elif be:
            result = _after_be(low, word, found.start(1), at, end, negated=negated, hedged=hedged)
            if result or (word not in _ADVERBS and not word.endswith("ly")):
                return result
            hedged = hedged or word in _HEDGE
        elif word == "like" and (to := re.match(r"\s+to\s", low[at : at + 5])):
            wished, at = True, at + to.end() - 1
        elif word in _LEADING and (to := re.match(r"\s+to\s", low[at : at + 5])):
            at, continued = at + to.end() - 1, continued or word in {"continue", "try", "aim", "hope", "wish"}
        elif word in {"undergo", "receive"}:
            return Predicate("circulate", found.start(1), at, passive=True, negated=negated, hedged=hedged)
        elif known and known[1] == "base":
            return Predicate(
                known[0], found.start(1), at, negated=negated, hedged=hedged, wished=wished, continued=continued
            )
        elif word in _ADVERBS or word.endswith("ly"):
            hedged = hedged or word in _HEDGE
        elif skipped == 0 and word in {
            "in",
            "with",
            "on",
            "at",
            "by",
            "after",
            "before",
            "during",
            "for",
            "together",
            "through",
        }:
            pass
        elif not _aside(low, found.start(1)):
            return None
        skipped += 1
    return None


def _aside(low: str, at: int) -> bool:
    """Whether a word stands in an aside: "would, in collaboration with civil society, continue"."""
    before = low[max(0, at - 60) : at]
    return bool(
        re.search(
            r"\b(?:will|would|shall|to),?\s+(?:also,?\s+)?(?:in|with|on|at|by|after|before|during|for|together|through)\b[^.;]*$",
            before,
        )
    )


def _after_be(low: str, word: str, at: int, stop: int, end: int, *, negated: bool, hedged: bool) -> Predicate | None:
    """What follows "would be": a participle ("circulated"), a gerund ("looking"), "available"."""
    if word in _REQUESTED and re.match(r"\s+(?:\w+ly\s+)?to\s", low[stop : min(end, stop + 20)]):
        inner = predicate(low, low.index(" to", stop) + 3, end)
        return Predicate(inner.base, inner.at, inner.end, negated=negated, hedged=hedged, asked=True) if inner else None
    if word in {"available", "ready"}:
        return Predicate("make", at, stop, passive=True, negated=negated, hedged=hedged)
    if word == "made" and not re.match(r"\s+(?:available|to|by|at|in|on|public)\b", low[stop : stop + 12]):
        return None
    known = forms().get(word)
    if not known:
        return None
    base, kind = known
    if kind == "ing":
        return Predicate(base, at, stop, negated=negated, hedged=hedged)
    if kind in {"past", "participle"} and base in DELIVERED:
        return Predicate(base, at, stop, passive=True, negated=negated, hedged=hedged)
    return None
