"""The words in which somebody promises, is asked, or is to do something: each found with its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from corcom.minutes.domain.promises.verbs import DELIVERED, base_form, forms, is_participle, is_weak
from corcom.minutes.domain.text.cues import Cues, Opening

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
    "please",
    "infinitive",
    "verbless",
]

TRIGGER = Opening(
    r"\b(?:"
    r"(?P<modal>will|would|shall|(?:is|are|was|were)\s+going\s+to)(?=[\s,])"
    r"|(?P<nominal>(?:also\s+)?(?:promis(?:ed|es|ing)|pledged|pledges|offered|offers|announced|announces|plan|plans|planned|foresees|volunteered|undertook)\s+(?=(?:an?|the|its|their|his|her|another|one|two|three|further|some)\s+(?!(?:fact|same|need|view|possibility|idea|decision|following|need|vote)\b)\w|(?:chf|usd|eur|us\$|gbp|[$€£])\s?\d))"
    r"|(?P<expected>(?:is|are|was|were)\s+(?:expected|due|awaited)\s+(?=(?:by|before|no|not|until|in|within)\s)|(?:go|goes)\s+out\s+(?=(?:on|by|before|in|next|this|today|tomorrow)\b))"
    r"|(?P<promise>(?:(?:has|have|had)\s+(?:also\s+)?)?(?:plans?|planned|planning|intends?|intended|intending|aims?|aimed|propose[sd]?|offer(?:s|ed)?|agree[sd]?|undertakes?|undertook|undertaken|pledge[sd]?"
    r"|promise[sd]?|vow(?:s|ed)?|volunteer(?:s|ed)?|commit(?:s|ted)?(?:\s+(?:itself|themselves|himself|herself))?|resolve[sd]?|expect(?:s|ed)?|hope[sd]?|wish(?:es|ed)?|accept(?:s|ed)?"
    r"|(?:its|their|his|her|our)\s+(?:readiness|willingness|intention|commitment)|(?:is|are|was|were)\s+due|(?:took|takes?|taken|taking)\s+it\s+upon\s+\w+|stands?\s+ready|stood\s+ready|is\s+ready|are\s+ready|was\s+ready|were\s+ready)\s+(?:further\s+|also\s+)?to)(?=\s)"
    r"|(?P<duty>(?:need(?:s|ed)?|still\s+(?:has|have|had)|(?:has|have|had)|(?:is|are|was|were)(?:\s+also)?)\s+to|should|must)(?=\s)"
    r"|(?P<asked>(?:was|were|is|are|been|be)\s+(?:(?:also|further|again|therefore|kindly|strongly)\s+)*(?:requested|asked|invited|urged|encouraged|reminded|tasked|instructed|charged|entrusted"
    r"|expected|mandated|authori[sz]ed|appointed|called\s+upon|advised)\s+(?:to|with|the\s+task\s+of|from)|(?:took|takes?|taken|was\s+given|were\s+given)\s+(?:on\s+)?the\s+(?:task|responsibility)\s+of)(?=\s)"
    r"|(?P<request>(?:agreed|decided|resolved|recommended|consensus(?:\s+was)?)(?=\s+that\b)|requested|requests|asked|asks|invited|invites|urged|urges|urging|encouraged|encourages|called\s+(?:up)?on|calls\s+(?:up)?on|reminded|reminds|tasked|instructed|appealed\s+to|entrusted)(?=\s)"
    r"|(?P<progress>(?:is|are|was|were)\s+(?:(?:still|currently|now|also|already|presently)\s+)*(?:finali[sz]ing|preparing|organi[sz]ing|drafting|planning|arranging|compiling|considering|exploring|finishing|developing|writing|revising|updating|translating|collecting|elaborating|setting\s+up|working\s+on|in\s+the\s+process\s+of)|under\s+consideration)(?=[\s,.])"
    r"|(?P<please>(?:kindly|please)(?!\s+(?:note|see|find|refer|be\s+(?:advised|informed|aware))\b))(?=\s)"
    r"|(?P<purpose>(?:intention|intent|aim|plan|goal|objective|next\s+steps?|task|idea)s?\s+(?:(?:is|was|are|were|would\s+be|will\s+be)\s+)?to|priority\s+(?:of|is|was)|plans?\s+for|work\s+towards)(?=\s)"
    r")"
)
_WORD = re.compile(r"[\s,]*(\(?[a-z][a-z'-]*\)?)")
_HEDGE = {"possibly", "probably", "perhaps", "likely", "hopefully", "tentatively", "maybe", "eventually"}
_ADVERBS = _HEDGE | set(
    """
also then now still therefore thereafter subsequently further soon shortly jointly only first again already thus
next actively formally officially furthermore likewise in the turn due course particular very both all of as
well together both directly henceforth either once herself himself itself themselves personally each respectively meanwhile again
""".split()
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
    "have",
}
_GOING_ON = frozenset({"continue", "try", "aim", "hope", "wish"})
_PREPOSITIONS = frozenset({"in", "with", "on", "at", "by", "after", "before", "during", "for", "together", "through"})
_TO = re.compile(r"\s+to(?=\s)")
_ASKED_TO = re.compile(r"\s+(?:\w+ly\s+)?to(?=\s)")
_PERFECT = re.compile(r"\s+(?:to|been|preferred|liked|had)\b")
_IN_TOUCH = re.compile(r"\s+(?:touch|contact)\b")
_MADE = re.compile(r"\s+(?:available|to|by|at|in|on|public)\b")
_TRAVELS = re.compile(r"\s+(?:back\s+)?to\s+(?!all\b|the\s+(?:printer|press|committee|meeting)\b)(?:the\s+)?[a-z]+")
_LEAVES = {
    "go": re.compile(r"\s+(?:out|to\s+all)\b"),
    "leave": re.compile(r"(?=\s+(?:on|by|today|tomorrow|next|this|in)\b)"),
}
_ASIDE = re.compile(
    r"\s*,\s+(?:in|on|at|by|after|before|during|for|if|as|once|upon|with|together|within)\s[^,;.]{2,80},(?=\s)"
)
_DAY_BETWEEN = re.compile(
    r"\s+(?:by|on|before|within|in)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+\d{4})?"
    r"|(?:mon|tues|wednes|thurs|fri)day|weeks?|months?|year)\b(?=\s+[a-z])"
)
_FARTHEST = 9
_REQUESTED = {"requested", "asked", "invited", "urged", "encouraged", "reminded", "tasked", "instructed", "expected"}


class Trigger(NamedTuple):
    """A place where a promise or a request begins: `start:end` are its own words."""

    kind: TriggerKind
    start: int
    end: int
    words: str


class Predicate(NamedTuple):
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


def triggers(cues: Cues, start: int, end: int) -> Iterator[Trigger]:
    """The triggers of a sentence in order."""
    for found in cues.matches(TRIGGER, start, end):
        kind: TriggerKind = found.lastgroup  # type: ignore[assignment]  # the groups are named after the kinds
        yield Trigger(kind, found.start(), found.end(), found[0])


def predicate(low: str, at: int, end: int, *, known: bool = False, asked: bool = False) -> Predicate | None:
    """The verb that follows a trigger at `at`, past adverbs and asides; None where it is none that names a deed.

    Behind "will" and "to" any verb stands; where nothing says that a verb follows, only `known` ones are taken. Of
    somebody who was `asked` or who offered to, every verb names a deed.

    >>> predicate("would in due course circulate a note", 5, 36).base
    'circulate'
    """
    aside = _ASIDE.match(low, at, end) or _DAY_BETWEEN.match(low, at, end)
    return _Scan(low, aside.end() if aside else at, end, known=known, asked=asked).verb()


class _Scan:
    """A walk over the words behind a trigger, that remembers what it passed."""

    def __init__(self, low: str, at: int, end: int, *, known: bool, asked: bool) -> None:
        self.low, self.at, self.end = low, at, end
        self.begin = at
        self.known, self.asked = known, asked
        self.negated = self.hedged = self.wished = self.be = self.continued = False

    def verb(self) -> Predicate | None:
        """The first verb that names a deed, at most `_FARTHEST` words on."""
        for number in range(_FARTHEST):
            found = _WORD.match(self.low, self.at, self.end)
            if not found:
                return None
            self.begin, self.at = found.start(1), found.end()
            word = found[1].strip("()")
            result = self._after_be(word) if self.be else self._deed(word)
            if result:
                return result
            if not self._passes(word, first=number == 0):
                return None
        return None

    def _deed(self, word: str) -> Predicate | None:
        """A verb in its base form, active; or one that delivers a thing by itself ("go out", "undergo")."""
        if word in {"go", "leave"} and (out := _LEAVES[word].match(self.low, self.at, self.end)):
            return Predicate("send", self.begin, out.end(), passive=True, negated=self.negated, hedged=self.hedged)
        if word == "go" and _TRAVELS.match(self.low, self.at, self.end):
            return Predicate("travel", self.begin, self.at, negated=self.negated, hedged=self.hedged)
        if word in {"undergo", "receive"}:
            return Predicate("circulate", self.begin, self.at, passive=True, negated=self.negated, hedged=self.hedged)
        if self._leads_on(word):
            return None
        perfect = word == "have" and _PERFECT.match(self.low, self.at, self.end)
        common = word in forms() and not (word == "further" and self._deed_next())
        base = (
            None
            if perfect or not (common or (not self.known and word not in _ADVERBS))
            else base_form(word, asked=self.asked)
        )
        if base is None:
            return None
        return Predicate(
            base,
            self.begin,
            self.at,
            negated=self.negated,
            hedged=self.hedged,
            wished=self.wished,
            continued=self.continued,
        )

    def _deed_next(self) -> bool:
        found = _WORD.match(self.low, self.at, self.end)
        return found is not None and forms().get(found[1], ("", ""))[1] == "base"

    def _leads_on(self, word: str) -> bool:
        """Whether a word only leads to the verb behind its "to": "like to share", "continue to work"."""
        return word in {"like", *_LEADING} and bool(_TO.match(self.low, self.at, self.end))

    def _passes(self, word: str, *, first: bool) -> bool:
        """Whether the walk goes on behind a word that was no deed; what it says is kept."""
        if word in {"not", "never", "nor", "neither"}:
            self.negated = True
        elif word == "be":
            self.be = True
        elif self._leads_on(word):
            self.wished = self.wished or word == "like"
            self.continued = self.continued or word in _GOING_ON
            self.at += len(_TO.match(self.low, self.at, self.end)[0])  # type: ignore[index]  # _leads_on has matched it
        elif word in _ADVERBS or word.endswith("ly"):
            self.hedged = self.hedged or word in _HEDGE
        else:
            self.known = True  # from here on the walk goes through an aside, where nouns stand too
            return (first and word in _PREPOSITIONS) or _aside(self.low, self.begin)
        return True

    def _after_be(self, word: str) -> Predicate | None:
        """What follows "would be": a participle ("circulated"), a gerund ("looking"), "available", "asked to send"."""
        to = (_ASKED_TO if word in _REQUESTED else _TO).match(self.low, self.at, self.end)
        if to and word in {*_REQUESTED, "ready", "able"}:
            return self._inner(word, to.end())
        if word == "in" and (touch := _IN_TOUCH.match(self.low, self.at, self.end)):
            return Predicate("contact", self.begin, touch.end(), negated=self.negated)
        if word in {"available", "ready"}:
            return Predicate("make", self.begin, self.at, passive=True, negated=self.negated, hedged=self.hedged)
        if word == "made" and not _MADE.match(self.low, self.at, self.end):
            return None
        base, kind = forms().get(word, ("", ""))
        if kind == "ing":
            return Predicate(base, self.begin, self.at, negated=self.negated, hedged=self.hedged)
        if is_participle(word) and base in DELIVERED:
            return Predicate(base, self.begin, self.at, passive=True, negated=self.negated, hedged=self.hedged)
        return None

    def _inner(self, word: str, at: int) -> Predicate | None:
        """The deed behind "be asked to", "be ready to", "be able to"."""
        inner = predicate(self.low, at, self.end)
        if inner is None or word == "ready":
            return inner
        return inner._replace(asked=word != "able", hedged=word == "able", negated=self.negated)


def _aside(low: str, at: int) -> bool:
    """Whether a word stands in an aside: "would, in collaboration with civil society, continue"."""
    before = low[max(0, at - 60) : at]
    return bool(
        re.search(
            r"\b(?:will|would|shall|to),?\s+(?:also,?\s+)?(?:in|with|on|at|by|after|before|during|for|together|through)\b[^.;]*$",
            before,
        )
    )
