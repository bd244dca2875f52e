"""Figures that minutes name: money, percentages, areas, and counts with what they count.

What only numbers something (items, articles, dates, times, ordinals) is no figure, and what a reader would not note down
("three options", "two questions") is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from corcom.minutes.domain.dates.date_words import MONTH_NUMBERS, MONTH_SHORT
from corcom.minutes.domain.dates.words_before import places
from corcom.minutes.domain.facts.figure_words import (
    APPROXIMATELY,
    AREA,
    CAPITAL_NUMBER,
    COUNTED,
    LABELS,
    LASTING,
    NUMBER_TRIGGERS,
    NUMERAL,
    PERCENT,
    SCALE,
    STOPS,
    TRIVIAL,
    VERBS,
    WEIGHT,
    WORD_NUMBER,
    word_value,
)
from corcom.minutes.domain.facts.money import currency_before, currency_behind, money_at

FigureKind = Literal["money", "percentage", "area", "weight", "count", "term"]

_DIGITS = re.compile(r"[0-9]+")
_LONGEST_WHAT = 90
_LONGEST_NUMBER = 24
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?: {{0,3}}(?:-|to|and|until) {{0,3}}\d{{1,2}})? {{0,3}}(?:of {{1,3}})?(?:{MONTH_SHORT})\b"
)
_CLOCK_AFTER = re.compile(
    r"[:h]\d\d|[.:]\d\d {0,3}(?:hours|hrs|[ap]\.?m)| {0,3}(?:hours|hrs|[ap]\.?m\b|[ap]\.m\.|h\b|o'clock)"
)
_LIST_NUMBER = re.compile(r"(?:\A|[.:;!?)\"]|\n| {2}) {0,40}[-*(]{0,2} {0,9}\Z")
_OPENS_ITEM = re.compile(r" {1,9}(?!States|Parties|Signator|Governments|Delegations|Members|NGO)[A-Z]")
_OF_THEM = re.compile(
    r" {1,3}(?:out {1,3})?of {1,3}(?:\d|the\b|these\b|those\b|them\b|whom\b|which\b|our\b|its\b|all\b)"
)
_WORD = re.compile(r"[^\W\d_][\w'/-]*")
# What it can begin with stands first and alone, so that letters are skipped.
_CLAUSE_END = re.compile(r"[,;:.!?()\n ](?:(?<=[()\n])|(?<=[,;:.!?])(?= |\Z|\n)|(?<= )(?:- | {2,}))")
_LEADS_TO_TOTAL = re.compile(
    r"\b(?:to|for|with|of|at|only|reached|over|than|nearly|almost|total|all|by|stood|stands|is|was|were|are|and|from|about) {1,3}(?:now {1,3})?\Z"
)
_NTH = re.compile(
    r"(?:st|nd|rd|th) {1,3}(?:States? {1,3})?(?:Party|State|member|signatory|ratification|accession|instrument)\b",
    re.IGNORECASE,
)
_NEAR = 100
_EXTENSION = re.compile(r"\b(?:extensions?|extend|extended|prolong)\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:remaining|against|(?:down|up) {1,3}from|compared {1,3}(?:to|with)) {1,3}\Z", re.IGNORECASE
)
_IN_TOTAL = re.compile(r" {1,3}(?:in {1,3}(?:total|all)|altogether)\b")
_ONE_BEFORE = re.compile(r"\b(?:half {1,3}a|an?|one) {1,9}\Z", re.IGNORECASE)
_JOINS = frozenset({"", "-", "to", "and", "or"})
_POINTED = re.compile(r"\b(?:the|these|those|other) {1,3}\Z", re.IGNORECASE)


class FigureMention(NamedTuple):
    """A figure: `words` are `start:end`; `value` a number for counts, otherwise the words with their unit; `what` it counts."""

    start: int
    end: int
    what: str
    value: int | float | str
    unit: str | None
    kind: FigureKind


class _Spot(NamedTuple):
    """Where a number stands in its sentence."""

    plain: str
    start: int
    end: int
    low: int
    high: int


def find_figures(
    plain: str, sentences: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]] = ()
) -> list[FigureMention]:
    """The figures in the sentences, in order. `taken` are spans that are something else already, such as dates."""
    found: list[FigureMention] = []
    cursor = 0
    taken_starts = [start for start, _ in taken]
    for at, low, high in _numbers(plain, sentences):
        if at < cursor:
            continue
        index = bisect_right(taken_starts, at) - 1
        if index >= 0 and at < taken[index][1]:
            continue
        figure = _digits(plain, at, low, high) if plain[at].isdigit() else _words(plain, at, low, high)
        if figure:
            found.append(figure)
            cursor = figure.end
    return found


def _numbers(plain: str, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Places of digits and number words, with the sentence around each."""
    if not sentences:
        return
    first, last = sentences[0][0], sentences[-1][1]
    spots = [match.start() for match in _DIGITS.finditer(plain, first, last)]
    spots += [at for at, _ in places(plain, NUMBER_TRIGGERS, first, last) if at == 0 or not plain[at - 1].isalnum()]
    spots += [match.start() for match in CAPITAL_NUMBER.finditer(plain, first, last)]
    spots.sort()
    index = 0
    for at in spots:
        while sentences[index][1] <= at:
            index += 1
        if sentences[index][0] <= at:
            yield at, *sentences[index]


def _digits(plain: str, at: int, low: int, high: int) -> FigureMention | None:
    """The figure that begins with the digits at `at`, or None where they number something."""
    if at and (
        plain[at - 1].isalnum()
        or plain[at - 1] in "/_.#"
        or (plain[at - 1] == "-" and at > 1 and plain[at - 2].isalnum())
    ):
        return None
    number = NUMERAL.match(plain, at, high)
    if not number or len(number[0]) > _LONGEST_NUMBER or _is_year(plain, at, number):
        return None
    if plain[number.end() : number.end() + 1] == " " and plain[number.end() + 1 : number.end() + 2].isdigit():
        return None  # a row of numbers
    spot = _Spot(plain, at, number.end(), low, high)
    money = _money(spot) or _rank(spot)
    if money:
        return money
    measured = _measured(spot)
    if measured or _numbers_something(spot):
        return measured
    return _term(spot) or _count(spot)


def _is_year(plain: str, at: int, number: re.Match[str]) -> bool:
    """Whether four figures are a year; beside a currency they are an amount."""
    words = number[0]
    if len(words) != 4 or not words.isdigit() or not 1900 <= int(words) <= 2100:
        return False
    return not currency_before(plain, at, 0) and not currency_behind(plain, number.end())


def _numeric(words: str) -> int | float:
    bare = words.replace(" ", "").replace(",", "").replace("'", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", bare) and bare.count(".") > 1:
        bare = bare.replace(".", "")
    return float(bare) if "." in bare else int(bare)


def _money(spot: _Spot) -> FigureMention | None:
    """An amount of money."""
    found = money_at(spot.plain, spot.start, spot.end, spot.low, spot.high)
    return _figure(spot, found.start, found.end, found.words, found.unit, "money") if found else None


def _measured(spot: _Spot) -> FigureMention | None:
    """A percentage, an area or a weight."""
    plain = spot.plain
    for pattern, kind in _MEASURES:
        after = pattern.match(plain, spot.end, spot.high)
        if after:
            start = spot.start
            if kind == "percentage" and (rough := APPROXIMATELY.search(plain, max(spot.low, start - 16), start)):
                start = rough.start()
            unit = "%" if kind == "percentage" else " ".join(after["unit"].split())
            return _figure(spot, start, after.end(), " ".join(plain[start : after.end()].split()), unit, kind)
    return None


_MEASURES: tuple[tuple[re.Pattern[str], FigureKind], ...] = (
    (PERCENT, "percentage"),
    (AREA, "area"),
    (WEIGHT, "weight"),
)


def _rank(spot: _Spot) -> FigureMention | None:
    """How many there are once one has joined: "became the 100th State Party"."""
    found = _NTH.match(spot.plain, spot.end, spot.high)
    if not found:
        return None
    value = _numeric(spot.plain[spot.start : spot.end])
    return _figure(spot, spot.start, spot.end, value, None, "count") if isinstance(value, int) and value > 1 else None


def _term(spot: _Spot) -> FigureMention | None:
    """A term in itself: "10-year timeframe"."""
    found = LASTING.match(spot.plain, spot.end, spot.high)
    if not found or spot.plain[spot.end] != "-" or found["plural"]:
        return None
    value = _numeric(spot.plain[spot.start : spot.end])
    return FigureMention(
        start=spot.start,
        end=found.end(),
        what=f"{found['noun']} ({found['unit']}s)",
        value=value,
        unit=found["unit"],
        kind="term",
    )


def _numbers_something(spot: _Spot) -> bool:
    """Whether a number is an item, an article, a date, a time or an ordinal."""
    plain, start, end = spot.plain, spot.start, spot.end
    after = plain[end : end + 1]
    low = max(spot.low, start - 24)
    return (
        after.isalpha()
        or after in {"/", "_"}
        or (after == "." and plain[end + 1 : end + 2].isdigit())
        or (start > 1 and plain[start - 1] in ":,'" and plain[start - 2].isdigit())
        or _is_labelled(plain[low:start])
        or _MONTH_AFTER.match(plain, end) is not None
        or _CLOCK_AFTER.match(plain, end) is not None
        or _opens_item(spot)
    )


def _is_labelled(before: str) -> bool:
    """Whether the words before a number make it the number of something: "Articles 4 and", "Room", "5" and a month."""
    if before.endswith(("#", "§")):
        return True
    joined = False
    words = before.split()
    if words and (words[-1].rstrip(".").lower() in MONTH_NUMBERS or words[-2:] == ["Group", "of"]):
        return True
    for word in reversed(words):
        bare = word.strip("(\"'[.,").lower()
        if bare in LABELS:
            return word[-1] != "," and not joined
        if bare in _JOINS:
            joined = True
        elif bare.replace(".", "").isdigit():
            joined = False
        else:
            return False
    return False


def _opens_item(spot: _Spot) -> bool:
    """Whether a number stands before an item of a list."""
    plain, start, end = spot.plain, spot.start, spot.end
    if start == spot.low and end - start < 3 and _OPENS_ITEM.match(plain, end):
        return True
    return plain[end : end + 1] in {".", ")"} and _LIST_NUMBER.search(plain, max(0, start - 44), start) is not None


def _count(spot: _Spot) -> FigureMention | None:
    """A count in digits: anything but what is trivial."""
    plain = spot.plain
    words = plain[spot.start : spot.end]
    scale = SCALE.match(plain, spot.end, spot.high)
    if "." in words and not scale and not re.fullmatch(r"\d{1,3}(?:\.\d{3})+", words):
        return None
    end = scale.end() if scale else spot.end
    value: int | float | str = " ".join(plain[spot.start : end].split()) if scale else _numeric(words)
    phrase = _noun_phrase(plain, end, spot.high)
    if any(word in TRIVIAL for word in phrase[-1:] or phrase) and not _extends(spot, phrase):
        return None
    if not phrase and not _stands_alone(spot, end):
        return None
    return _figure(spot, spot.start, end, value, " ".join(phrase) or None, "count")


def _extends(spot: _Spot, phrase: Sequence[str]) -> bool:
    """Whether years or months are those by which a deadline is to be extended."""
    if not phrase or phrase[0] not in {"year", "years", "months"}:
        return False
    low, high = max(spot.low, spot.start - _NEAR), min(spot.high, spot.end + _NEAR)
    return _EXTENSION.search(spot.plain, low, high) is not None


def _stands_alone(spot: _Spot, end: int) -> bool:
    """Whether a number without a noun is a count: "only 10 had submitted", "taken the membership to 100"."""
    word = _WORD.match(spot.plain, end + 1, spot.high)
    if (word and word[0].lower() in VERBS) or _OF_THEM.match(spot.plain, end, spot.high):
        return True
    if _COMPARED.search(spot.plain, max(spot.low, spot.start - 20), spot.start):
        return True
    return _LEADS_TO_TOTAL.search(spot.plain, max(spot.low, spot.start - 24), spot.start) is not None


def _words(plain: str, at: int, low: int, high: int) -> FigureMention | None:
    """A count in words: only of what the field counts."""
    start = at
    if plain.startswith(("hundred", "dozen"), at) and (lead := _ONE_BEFORE.search(plain, max(low, at - 14), at)):
        start = lead.start()
    found = WORD_NUMBER.match(plain, start, high)
    if not found or (
        plain[found.end() : found.end() + 1] == "-" and plain[found.end() + 1 : found.end() + 2].isalpha()
    ):
        return None
    spot = _Spot(plain, found.start(), found.end(), low, high)
    value = word_value(found)
    percent = PERCENT.match(plain, found.end(), high)
    if percent:
        return _figure(spot, spot.start, percent.end(), f"{value}%", "%", "percentage")
    phrase = _noun_phrase(plain, found.end(), high)
    if not phrase:
        if not _stands_for_a_noun(spot):
            return None
    elif not _extends(spot, phrase) and (not any(word in COUNTED for word in phrase) or phrase[-1] in TRIVIAL):
        return None
    return _figure(spot, spot.start, spot.end, value, " ".join(phrase) or None, "count")


def _stands_for_a_noun(spot: _Spot) -> bool:
    """Whether a number word has its noun elsewhere: "seven owed most", "seventeen of them"."""
    if _OF_THEM.match(spot.plain, spot.end, spot.high) or _IN_TOTAL.match(spot.plain, spot.end, spot.high):
        return True
    if _COMPARED.search(spot.plain, max(spot.low, spot.start - 20), spot.start):
        return True
    word = _WORD.match(spot.plain, spot.end + 1, spot.high)
    pointed = _POINTED.search(spot.plain, max(spot.low, spot.start - 8), spot.start)
    return word is not None and word[0].lower() in VERBS and not pointed


def _noun_phrase(plain: str, at: int, high: int) -> list[str]:
    """The words after a number that can be what it counts, in lower case: up to a verb, preposition or mark."""
    phrase: list[str] = []
    while len(phrase) < 6:
        if at >= high or plain[at] != " ":
            break
        while at < high and plain[at] == " ":
            at += 1
        word = _WORD.match(plain, at, high)
        if not word or word[0].lower() in STOPS:
            break
        phrase.append(word[0].lower())
        at = word.end()
    return phrase


def _figure(spot: _Spot, start: int, end: int, value: float | str, unit: str | None, kind: FigureKind) -> FigureMention:
    return FigureMention(start=start, end=end, what=_what(spot, start, end), value=value, unit=unit, kind=kind)


def _what(spot: _Spot, start: int, end: int) -> str:
    """The words behind a figure up to the end of its clause; where there are none, the words before it."""
    after = _clause_after(spot, end)
    if after:
        return after
    before = " ".join(spot.plain[max(spot.low, start - _LONGEST_WHAT) : start].split())
    return _CLAUSE_END.split(before)[-1].strip(" -") or before or spot.plain[start:end]


def _clause_after(spot: _Spot, end: int) -> str:
    limit = min(spot.high, end + _LONGEST_WHAT)
    stop = _CLAUSE_END.search(spot.plain, end, limit)
    cut = spot.plain[end : stop.start() if stop else limit]
    if not stop and limit < spot.high and " " in cut:
        cut = cut[: cut.rindex(" ")]
    words = cut.split()
    while words and words[0].lower() in {"of", "the"}:
        del words[0]
    return " ".join(words)
