"""What stands around a date: "no later than", "end of", "Thursday," before it, "last year" or "(Thursday)" behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from corcom.minutes.domain.dates.date_mention import Bound
from corcom.minutes.domain.dates.date_words import WEEKDAY_ANY, WEEKDAY_NUMBERS
from corcom.minutes.domain.dates.words_before import WordsBefore, by_last_word

BOUND_WORDS: dict[str, Bound] = {
    "by": "by", "no later than": "by", "not later than": "by", "no later then": "by", "at the latest by": "by", "at latest by": "by",
    "latest by": "by", "due by": "by", "by the latest": "by", "by close of business": "by", "by close of business on": "by",
    "by cob": "by", "no later than cob": "by", "no later than cob on": "by", "by noon": "by", "by noon on": "by", "at the latest on": "by",
    "at the latest": "by", "latest on": "by", "latest": "by", "by cob on": "by", "close of business on": "by", "on or before": "by", "due on": "by", "deadline of": "by",
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
_BOUNDS = by_last_word(BOUND_WORDS)
_WAYS = frozenset({"last", "past", "next", "coming", "this", "following"})
_LAST_OF_PART = frozenset(
    {"of", "in", "mid", "mid-", "early", "late", "later", "earlier", "beginning", "commencing", "starting"}
    | {"end", "end-", "spring", "summer", "autumn", "fall", "winter"}
)
_PART = re.compile(
    r"(?<![a-z-])(?:(?:the )?(?:very )?(?:end|beginning|start|middle|close) of|(?:mid|end) ?-?|(?:early |late )?(?:spring|summer|autumn|fall|winter)(?: of)?|(?:early|late|earlier|later)(?: in)?"
    r"|(?:the )?(?:first|second|1st|2nd) half of"
    r"|(?:the )?(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th) (?:full )?(?:week|quarter|(?:ten|10) days|(?:two|2) weeks) (?:of|in)"
    r"|(?:the )?(?:month of|week (?:of|beginning|commencing|starting)))(?: the)?\Z"
)
_REPEATS = frozenset({"each", "every", "yearly", "annually", "annual"})
_ROUGHLY = frozenset({"around", "about", "approximately", "roughly", "circa", "sometime"})
_SUFFIX = re.compile(
    r",? {0,9}(?:(?:of {1,9})?(?P<which>last|next|this|the following|the same|the previous) {1,9}year\b"
    r"|(?P<again>(?:of {1,9})?(?:each|every) {1,9}(?:calendar {1,9})?year|annually)\b"
    rf"|\((?P<weekday>{WEEKDAY_ANY})\))"
)
_TENTATIVE = (
    *("tentativ", "rovisional", "ossibl", "robabl", "TBC", "tbc", "o be confirmed", "ending", "not yet fixed"),
    *("likely", "erhaps", "ubject to"),
)


class Before(NamedTuple):
    """What stands before a date: where it begins, and the words themselves."""

    start: int
    named_at: int
    bound: Bound | None
    part: str
    weekday: str | None
    way: str
    """Before a month or day without its year: "last", "next", "this"."""
    word: str
    """The last word before the date proper."""
    rough: bool
    repeats: bool


class After(NamedTuple):
    """What stands behind a date."""

    end: int
    which_year: str | None
    again: bool
    weekday: str | None


def before(plain: str, at: int, cursor: int) -> Before:
    """Bound, part and weekday that lead to a date at `at`; nothing before `cursor` is read."""
    lead = WordsBefore(plain, at, cursor)
    word = lead.last
    weekday = _weekday(lead)
    way = lead.take() if lead.last in _WAYS else ""
    if way and lead.last == "this":
        lead.take()
    part = ""
    if found := _part(lead):
        part = lead.take(len(found.split()))
    elif lead.last == "the":
        lead.take()
    named_at = lead.at
    bound, rough = take_bound(lead)
    return Before(
        start=lead.at,
        named_at=named_at,
        bound=bound,
        part=part.removeprefix("the ").removesuffix(" the"),
        weekday=weekday,
        way=way,
        word=word,
        rough=rough or lead.last in _ROUGHLY,
        repeats=lead.last in _REPEATS or word in _REPEATS,
    )


def _weekday(lead: WordsBefore) -> str | None:
    """The weekday that leads to a day: "Thursday, 26 May", "Thursday the 26th"."""
    article = lead.last == "the" and len(lead.words) > 1
    word = lead.words[-2 if article else -1].strip(".,(") if lead.words else ""
    if word not in WEEKDAY_NUMBERS:
        return None
    lead.take(2 if article else 1)
    return word.capitalize()


def _part(lead: WordsBefore) -> str:
    """The words that narrow a month or year: "the first week of"."""
    last = lead.last
    if last not in _LAST_OF_PART and not (last == "the" and len(lead.words) > 1 and lead.words[-2] in _LAST_OF_PART):
        return ""
    found = _PART.search(lead.back(min(7, len(lead.words))))
    return found[0] if found else ""


def take_bound(lead: WordsBefore) -> tuple[Bound | None, bool]:
    """The words that bound a date, taken; and whether they make it a rough one ("by around")."""
    bound = BOUND_WORDS.get(lead.longest(_BOUNDS))
    if bound != "around":
        return bound, False
    return (take_bound(lead)[0] if lead.last in {"by", "before", "from", "until", "on"} else bound), True


def after(plain: str, at: int, end: int) -> After:
    """A year in words, a repetition or a weekday behind a date that ends at `at`."""
    found = _SUFFIX.match(plain, at, min(end, at + 40))
    if not found:
        return After(at, None, again=False, weekday=None)
    which = found["which"]
    return After(found.end(), " ".join(which.split()) if which else None, bool(found["again"]), found["weekday"])


def is_tentative(plain: str, start: int, end: int) -> bool:
    """Whether the words close by, in the same sentence, call the date tentative."""
    low = max(0, start - 45)
    low = max(low, plain.rfind(". ", low, start), plain.rfind("\n", low, start))
    high = min(len(plain), end + 35)
    stop = min((at for mark in (". ", "\n") if (at := plain.find(mark, end, high)) >= 0), default=high)
    around = plain[low:stop]
    return any(map(around.__contains__, _TENTATIVE))
