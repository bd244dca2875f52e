"""Whether words amount to a promise: the verb must name a deed, and nobody must merely think, fear or suppose it."""

from __future__ import annotations

import re

from corcom.minutes.domain.promises.predicates import Predicate, Trigger

PRODUCE = frozenset(
    """
prepare draft finalize finalise revise amend produce develop propose compile redraft write collate elaborate
create review rework finalizing finalising preparing drafting
""".split()
)
DELIVER = frozenset(
    """
circulate send distribute share submit present release issue transmit forward provide publish post
""".split()
)

_OPINION = re.compile(
    r"\b(?:hoped?|hopes|hoping|believe[sd]?|believing|thinks?|thought|felt|feels?|wondered|whether|unless|could|might|if|possibility|opinion|of the view"
    r"|proposed that|proposes that|suggested that|recommended that|preferred|advisable|likely|probability|should be|important|essential|understood that"
    r"|asked whether|expressed concern|challenge|drawback|benefit)\b"
)
# "May" the month stands behind a day or a preposition, or before a year or a comma; the verb does not.
_MAY = re.compile(
    r"(?<!\d\s)(?<!th\s)(?<!st\s)(?<!in\s)(?<!of\s)(?<!by\s)(?<!mid-)(?<!mid\s)(?<!end\s)(?<!late\s)(?<!early\s)(?<!until\s)"
    r"(?<!before\s)(?<!after\s)(?<!since\s)(?<!this\s)(?<!next\s)(?<!last\s)\bmay(?=\s+[a-z])"
)
_FACT = re.compile(
    r"\b(?:agreed|decided|informed|reported|announced|indicated|undertook|confirmed|pledged|committed)\b[^.;]{0,80}\Z"
)
_CLAUSE_LINK = re.compile(r";\s|,\s+(?:and|but)\s")
_CONDITION = re.compile(r"\b(?:if|whether|unless|should|hypothetical|were to)\b")
_ABSTRACT = re.compile(
    r"\b(?:benefits?|potential|impact|advantages?|clarity|opportunit\w+|value|ownership|impetus|momentum|incentives?)\b"
)
MONEY = re.compile(r"\b(?:chf|usd|eur|us\$|gbp|euros?|francs|dollars)\b|[$€£]")
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_BY_DAY = re.compile(
    rf"\b(?:by|before|within|no later|until|in|on)\s+(?:the\s+)?(?:\w+\s+){{0,3}}?(?:\d|(?:{_MONTH})\b|next|end|monday|tuesday|wednesday|thursday|friday|month|week|mid)"
)
_LIGHT_VERBS = re.compile(
    r"\w+\s+(?:\w+\s+){0,3}?(?:up\b(?!\s+(?:his|her|their|the)\s+(?:position|post|office|duties|functions))|available|contact|forward|stock|into\s+account|out\b|presentation|update|briefing|proposals?|inquir|note\b|arrangements"
    r"|overview|draft|list|together|steps|sure|on\s+(?:the|its|their)|into\s+(?:one|a)|before\s+(?:the|its)|options?)"
)
_FIRM = re.compile(r"(?:offer|agree|undert|pledg|promis|vow|volunteer|commit|t\w+\s+it\s+upon)")
_GATHERING = re.compile(r"\w+\s+(?:an?\s+)?(?:\w+\s+)?(?:meeting|consultation|discussion|bilateral|exchange|briefing)")
_TELL = re.compile(r"(?:contact|register|inform|notify)\b")
_DOES_A_THING = re.compile(r"(?:do|add)\s+(?:(?:the|an?|some|two|three|further)\s+(?!(?:same|best|utmost|most)\b)\w+)")
_JOINING = frozenset({"join", "ratify", "accede", "be"})
_NO_DEED = frozenset(
    """
step have thank do get come enable ensure decide plan aim add conclude form return
""".split()
)
_LIGHT = frozenset(["make", "take", "give", "set", "put", "carry"])
_WISHED_ONLY = frozenset(
    ["introduce", "thank", "meet", "inform", "propose", "request", "ask", "announce", "seek", "submit", "share"]
)


def has_day(rest: str) -> bool:
    """Whether words that follow a verb name a day by which it is to be done.

    >>> has_day("submit their inputs by 5 May"), has_day("submit inputs")
    (True, False)
    """
    return bool(_BY_DAY.search(rest))


def is_opinion(before: str, clause: str, trigger: Trigger) -> bool:
    """Whether a "would" is what somebody thinks, fears or supposes: `before` in the sentence, `clause` right before it."""
    if trigger.kind in {"promise", "asked"}:
        return False
    if trigger.words == "would" and _CONDITION.search(clause):
        return True
    tail = _CLAUSE_LINK.split(before[-140:])[-1]
    return bool(_OPINION.search(tail) or ("may" in tail and _MAY.search(tail))) and not _FACT.search(tail)


def names_a_deed(trigger: Trigger, verb: Predicate, rest: str, *, explicit: bool) -> bool:
    """Whether trigger and verb together promise something; `rest` are the words from the verb on."""
    if verb.base in _JOINING:
        # Joining is a matter of progress, not of the committee's follow-up.
        return False
    if explicit or verb.asked or trigger.kind == "asked":
        return True
    if trigger.kind == "promise" and _FIRM.match(trigger.words) and verb.base not in {"have", "thank", "consider"}:
        return True
    if trigger.words.startswith("propos"):
        return verb.base in PRODUCE | DELIVER | {
            "explore",
            "examine",
            "consult",
            "organize",
            "organise",
            "host",
            "contact",
        }
    if verb.base in _NO_DEED:
        return _deed_after_all(verb.base, rest)
    if trigger.kind == "duty":
        return _duty(trigger, verb, rest)
    if verb.base == "follow":
        return bool(re.match(r"\w+[\s-]+(?:up|closely)\b", rest))
    return _with_object(trigger, verb, rest)


def _with_object(trigger: Trigger, verb: Predicate, rest: str) -> bool:
    """Verbs that name a deed only with what stands behind them."""
    if verb.continued and trigger.kind == "modal":
        return verb.base not in {"be", "have", "do"}
    if verb.base == "present" and trigger.kind in {"promise", "modal"}:
        return True
    if verb.base in {"provide", "give", "bring", "create", "build"} and _ABSTRACT.search(rest[:80]):
        return False
    if verb.base in {"give", "pay", "contribute"} and MONEY.search(rest):
        return True
    if verb.weak and "ready" in trigger.words:
        return False
    if verb.base in _LIGHT:
        return bool(_LIGHT_VERBS.match(rest))
    return not (verb.wished and (verb.weak or verb.base in _WISHED_ONLY))


def _deed_after_all(base: str, rest: str) -> bool:
    """Such as "have a meeting", "come back to", "get in touch"."""
    if base in {"have", "plan"}:
        return bool(_GATHERING.match(rest))
    if base in {"do", "add"}:
        return bool(_DOES_A_THING.match(rest))
    return bool(re.match(r"come\s+back|get\s+(?:back|in\s+touch|hold)|decide\s+(?:whether|on)\b", rest))


def _duty(trigger: Trigger, verb: Predicate, rest: str) -> bool:
    """An opinion about what should be done is no promise; "is to" is, and so is a duty with a day."""
    if re.match(r"(?:is|are)\b", trigger.words):
        return not verb.weak or verb.base in {"take", "give", "support", "work"}
    if verb.base in _LIGHT and not _LIGHT_VERBS.match(rest):
        return False
    return trigger.words.startswith(("need", "still")) or has_day(rest) or bool(_TELL.match(rest))
