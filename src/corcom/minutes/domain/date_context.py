"""What stands around a date: "no later than", "end of", "Thursday," before it, "last year" or "(Thursday)" behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corcom.minutes.domain.date_mention import Bound
from corcom.minutes.domain.date_words import WEEKDAY_ANY

REACH = 64
"""Characters before a date in which its bound, part and weekday can stand."""

BOUND_WORDS: dict[str, Bound] = {
    "by": "by", "no later than": "by", "not later than": "by", "no later then": "by", "at the latest by": "by", "at latest by": "by",
    "latest by": "by", "due by": "by", "by the latest": "by", "by close of business": "by", "by close of business on": "by",
    "by cob": "by", "by cob on": "by", "close of business on": "by", "on or before": "by", "due on": "by", "deadline of": "by",
    "before": "before", "prior to": "before", "ahead of": "before", "in advance of": "before", "in time for": "before",
    "in the lead-up to": "before", "in the lead up to": "before", "in the run-up to": "before", "leading up to": "before",
    "until": "until", "till": "until", "up to": "until", "up until": "until", "through": "until",
    "from": "from", "as of": "from", "as from": "from", "as at": "on", "starting": "from", "starting on": "from", "starting from": "from",
    "beginning on": "from", "with effect from": "from", "effective": "from", "between": "from",
    "since": "since", "after": "after", "within": "within",
    "on": "on", "dated": "on", "in": "in", "during": "in", "throughout": "in", "at": "on", "in the course of": "in",
    "around": "around", "about": "around", "on or around": "around", "on or about": "around", "on around": "around", "circa": "around",
    "for": "on", "scheduled for": "on", "held on": "on", "of": "on", "over": "in",
    "in the margins of": "on", "on the margins of": "on", "in conjunction with": "on", "upon": "after", "following": "after",
    "as soon as": "after", "once": "after", "by the time of": "by", "at the end of": "on",
}  # fmt: skip
_SPOKEN = [phrase for phrase in BOUND_WORDS if phrase not in {"of", "at the end of", "scheduled for", "held on"}]
BOUNDS = "|".join(sorted((phrase.replace(" ", " {1,9}") for phrase in _SPOKEN), key=len, reverse=True))
"""Pattern of the words that bound a date, longest first."""

PARTS = (
    r"(?:the {1,9})?(?:very {1,3})?(?:end|beginning|start|middle|close) {1,9}of|mid {0,3}-? {0,3}|(?:early|late|earlier|later)(?: {1,9}in)?"
    r"|(?:the {1,9})?(?:first|second|1st|2nd) {1,9}half {1,9}of"
    r"|(?:the {1,9})?(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th) {1,9}(?:full {1,9})?(?:week|quarter|(?:ten|10|five|5|two|few) {1,9}(?:days|weeks)) {1,9}(?:of|in)"
    r"|(?:the {1,9})?(?:month|week|year|weekend) {1,9}(?:of|beginning|commencing|starting)"
)
_PREFIX = re.compile(
    rf"(?<![A-Za-z-])(?:(?P<bound>(?i:{BOUNDS})) {{1,9}})?(?P<named>(?:(?P<part>(?i:{PARTS})) {{0,9}})?(?:the {{1,9}}(?:month {{1,9}}of {{1,9}})?)?"
    rf"(?:(?:this {{1,9}})?(?P<way>last|past|next|coming|this|following) {{1,9}})?"
    rf"(?:(?P<weekday>{WEEKDAY_ANY})\.?,? {{1,9}}(?:the {{1,9}})?)?)\Z"
)
_SUFFIX = re.compile(
    r",? {0,9}(?:(?:of {1,9})?(?P<which>last|next|this|the following|the same|the previous) {1,9}year\b"
    r"|(?P<again>(?:of {1,9})?(?:each|every) {1,9}(?:calendar {1,9})?year|annually)\b"
    rf"|\((?P<weekday>{WEEKDAY_ANY})\))"
)
_LAST_WORD = re.compile(r"([A-Za-z]{1,20}) {1,9}\Z")
_EACH = re.compile(r"\b(?:each|every|yearly|annually|annual) {1,9}\Z", re.IGNORECASE)
_TENTATIVE = re.compile(
    r"tentative|provisional|possibl|probabl|\bTBC\b|\btbc\b|to be confirmed|pending|not yet (?:fixed|confirmed)|likely|perhaps|subject to"
)
_ROUGH = re.compile(r"\b(?:around|about|approximately|roughly|circa|some time|sometime)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a date: where it begins, and the words themselves."""

    start: int
    named_at: int
    bound: Bound | None
    part: str
    weekday: str | None
    rough: bool
    word: str = ""
    """The last word before the date proper."""
    way: str = ""
    """Before a month or day without its year: "last", "next", "this"."""


@dataclass(frozen=True, slots=True)
class After:
    """What stands behind a date."""

    end: int
    which_year: str | None
    again: bool
    weekday: str | None


def before(plain: str, at: int, cursor: int) -> Before:
    """Bound, part and weekday that lead to a date at `at`; nothing before `cursor` is read."""
    found = _PREFIX.search(plain, max(cursor, at - REACH), at)
    if not found:
        return Before(at, at, None, "", None, rough=False)
    phrase = " ".join((found["bound"] or "").lower().split())
    bound = BOUND_WORDS.get(phrase)
    part = " ".join((found["part"] or "").lower().split())
    start = found.start()
    word = _LAST_WORD.search(plain, max(0, at - 24), at)
    return Before(
        start,
        found.start("named"),
        bound,
        part,
        found["weekday"],
        rough=bound == "around",
        word=word[1].lower() if word else "",
        way=found["way"] or "",
    )


def after(plain: str, at: int, end: int) -> After:
    """A year in words, a repetition or a weekday behind a date that ends at `at`."""
    found = _SUFFIX.match(plain, at, min(end, at + 40))
    if not found:
        return After(at, None, again=False, weekday=None)
    which = found["which"]
    return After(found.end(), " ".join(which.split()) if which else None, bool(found["again"]), found["weekday"])


def each_before(plain: str, at: int) -> bool:
    """Whether "each", "every" or "annual" leads to the date."""
    return _EACH.search(plain, max(0, at - 16), at) is not None


def is_tentative(plain: str, start: int, end: int) -> bool:
    """Whether the words close by call the date tentative."""
    found = _TENTATIVE.search(plain, max(0, start - 45), min(len(plain), end + 35))
    if not found:
        return False
    between = (
        plain[min(found.end(), end) : max(found.start(), start)] if found.end() <= start else plain[end : found.start()]
    )
    return "\n" not in between and ". " not in between


def is_rough(plain: str, start: int) -> bool:
    """Whether "around", "approximately" or the like leads to the date."""
    return _ROUGH.search(plain, max(0, start - 18), start) is not None
