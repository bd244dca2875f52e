"""Dates in figures: "2016-04-28", "28.04.2016", "28/4/2016", and years: "2012", "2016-2018", "2015/16"."""

from __future__ import annotations

import re
from typing import NamedTuple

from corcom.minutes.domain.dates.date_resolution import Partial
from corcom.minutes.domain.dates.date_words import JOIN, MONTH_ANY, MONTH_NUMBERS, YEAR, lists


class Named(NamedTuple):
    """A date as written; `last` is there for a period."""

    start: int
    end: int
    first: Partial
    last: Partial | None = None
    words_only: bool = False
    """Years alone, or a month alone: they may only name something else."""


_NUMERIC = re.compile(
    r"(?P<y>(?:19|20)\d\d)(?P<sep>[-./])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?![\d/]|[-.]\d)"
    r"|(?P<d2>\d{1,2})(?P<sep2>[-./])(?P<m2>\d{1,2})(?P=sep2)(?P<y2>(?:19|20)\d\d|\d\d)(?![\d/]|[-.:]\d|[A-Za-z])",
    re.ASCII,
)
_SHORT_START = re.compile(
    rf"(?P<day>\d{{1,2}})\.(?:(?P<month>\d{{1,2}})\.?)?(?P<join>{JOIN})(?=\d{{1,2}}\.\d{{1,2}}\.)", re.ASCII
)
_SHORT = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/]|[-.]\d)", re.ASCII)
_CELL_BEFORE = re.compile(r"(?:\t|\|) ?(?:[^\t|\n]{0,40}\b(?:on|by|now|until|before|date|due|since|from) )?\Z")
_CELL_AFTER = re.compile(r" ?(?:[.;,]? |[.;,]?$|[\t|\n])")
_YEARS = re.compile(
    rf"(?P<year>(?:19|20)\d\d)(?:(?P<short>[-/])(?P<to>\d\d)(?![\d/-])|(?P<join>{JOIN})(?P<year2>{YEAR}))?(?![\w/]|[-.,:]\d)",
    re.ASCII,
)
_FOREIGN_MONTH = re.compile(rf"(?<![\w-])(?P<month>{MONTH_ANY}) {{1,9}}(?:de {{1,9}})?\Z")
_NUMBERED = re.compile(
    r"(?:\b(?:[Aa]rt(?:icles?|s?\.)|[Rr]es(?:olution|\.)|[Rr]oom|[Nn]os?\.?|[Pp]aragraphs?|[Pp]aras?\.?|[Ii]tems?|[Aa]nnex"
    r"|[Pp]age|[Ff]lat|[Tt]el\.?|[Ff]ax|[Pp]hone|ISO|CHF|USD|EUR|US|[Aa]ctions?|#)|\d) {0,3}\Z"
)
_COUNTED = re.compile(
    r" {1,9}(?:mines?|people|persons?|participants|delegates|States|states|victims|survivors|casualties|munitions|submunitions"
    r"|bombs?|items|hectares|square|km|m2|m²|kg|tonnes?|tons|copies|words|francs|dollars|euros?|CHF|USD|EUR|per cent|percent|%"
    r"|units|staff|deminers)"
)
_AMOUNT_BEFORE = re.compile(r"\b(?:about|over|(?<!later )than|nearly|almost|approximately|total of|some) {1,3}\Z")


def numeric_dates(plain: str, at: int, end: int) -> list[Named]:
    """A day in figures at `at`; the day comes before the month unless only the other order exists."""
    found = _NUMERIC.match(plain, at, end)
    if not found:
        return _running(plain, at, end) or _in_cell(plain, at, end)
    if found["y"]:
        day = Partial(int(found["y"]), int(found["m"]), int(found["d"]))
    else:
        day = _day_of(found["d2"], found["m2"], found["y2"])
    if not day.month or day.month > 12 or not day.exists():
        return []
    return [Named(at, found.end(), day)]


def _running(plain: str, at: int, end: int) -> list[Named]:
    """A period whose first day has no year: "29.07. to 08.08.2019"."""
    short = _SHORT_START.match(plain, at, end)
    if not short:
        return []
    for last in numeric_dates(plain, short.end(), end):
        month = int(short["month"]) if short["month"] else last.first.month
        first = Partial(None, month, int(short["day"]))
        return [Named(at, last.end, first, last.first)] if last.last is None and first.exists() else []
    return []


def _in_cell(plain: str, at: int, end: int) -> list[Named]:
    """Day and month alone in a cell of a table, or behind a word that leads to a day in one: "28/2", "sent on 13/9"."""
    found = _SHORT.match(plain, at, end)
    if not found or not (
        _CELL_BEFORE.search(plain, max(0, at - 60), at) and _CELL_AFTER.match(plain, found.end(), end)
    ):
        return []
    day = Partial(None, int(found["month"]), int(found["day"]))
    return [Named(at, found.end(), day)] if 1 <= (day.month or 0) <= 12 and day.exists() else []


def _day_of(first: str, second: str, year: str) -> Partial:
    """Day, month and year from three figures; no month where a short year stands beside single figures (5.1.16)."""
    if len(year) == 2 and (len(first), len(second)) != (2, 2):
        return Partial()
    full = int(year) + (0 if len(year) == 4 else 2000 if int(year) < 60 else 1900)
    one, two = int(first), int(second)
    return Partial(full, one, two) if two > 12 else Partial(full, two, one)


def years(plain: str, at: int, end: int, cursor: int) -> list[Named]:
    """A year at `at`, a run of years, or the month of another language before it."""
    found = _YEARS.match(plain, at, end)
    low = max(cursor, at - 24)
    if not found or _is_a_number(plain, int(found["year"]), low, found, end):
        return []
    if foreign := _FOREIGN_MONTH.search(plain, low, at):
        month = MONTH_NUMBERS[foreign["month"].lower()]
        return [Named(foreign.start(), at + 4, Partial(int(found["year"]), month))]
    return _run(found)


def _is_a_number(plain: str, year: int, low: int, found: re.Match[str], end: int) -> bool:
    """Whether four figures count or number something instead of naming a year."""
    return (
        (year % 100 == 0 and year != 2000)
        or year > 2070
        or _NUMBERED.search(plain, low, found.start()) is not None
        or _COUNTED.match(plain, found.end(), end) is not None
        or _AMOUNT_BEFORE.search(plain, low, found.start()) is not None
    )


def _run(found: re.Match[str]) -> list[Named]:
    """One year, several, or a month as in "2016-05"; "2010-11" and "2012 and 2013" are two years that meet."""
    at, end, year = found.start(), found.end(), int(found["year"])
    if found["short"]:
        to = int(found["to"])
        if found["short"] == "-" and 1 <= to <= 12 and to != (year + 1) % 100:
            return [Named(at, end, Partial(year, to))]
        last = year - year % 100 + to + (100 if to < year % 100 else 0)
        return [Named(at, end, Partial(year), Partial(last), words_only=True)] if last - year < 40 else []
    if not found["year2"]:
        return [Named(at, end, Partial(year), words_only=True)]
    last = int(found["year2"])
    if last > year and (not lists(found["join"]) or last == year + 1):
        return [Named(at, end, Partial(year), Partial(last), words_only=True)]
    return [
        Named(at, at + 4, Partial(year), words_only=True),
        Named(found.start("year2"), end, Partial(last), words_only=True),
    ]
