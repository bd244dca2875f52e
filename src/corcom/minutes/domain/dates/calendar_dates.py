"""Dates by the calendar: "28 April 2016", "16 to 19 April 2012", "May 5 and 6", "June and July", "2012 and 2013"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corcom.minutes.domain.dates.date_resolution import Partial
from corcom.minutes.domain.dates.date_words import (
    JOIN,
    MONTH_ANY,
    MONTH_NAMES,
    MONTH_NUMBERS,
    MONTH_SHORT,
    ORDINAL_NUMBERS,
    WEEKDAY_ANY,
    YEAR,
    lists,
    ordinal_of,
)
from corcom.minutes.domain.dates.numeric_dates import Named, numeric_dates, years

_DAY = r"\d{1,2}(?: ?(?:st|nd|rd|th|er)\b)?(?!\d)"
_WIDE = r" {1,20}"
_OF_MONTH = r"(?: {0,20}| ?- ?| {1,9}(?:of|de|du) {1,9})"
_BEFORE_YEAR = r"(?:,? {1,9}(?:de {1,9}|of {1,9})?|-)"
_WEEKDAY = rf"(?:(?:{WEEKDAY_ANY})\.?,? {{1,9}})?"

_DAY_FIRST = re.compile(
    rf"(?P<days>{_DAY}(?:(?:,{_WIDE}|{JOIN}){_WEEKDAY}{_DAY}){{0,6}}){_OF_MONTH}(?P<month>{MONTH_ANY})\b"
    rf"(?:\.?{_BEFORE_YEAR}(?P<year>{YEAR}))?"
    rf"(?:(?P<join>{JOIN}){_WEEKDAY}(?P<day2>{_DAY}){_OF_MONTH}(?P<month2>{MONTH_ANY})\b(?:\.?{_BEFORE_YEAR}(?P<year2>{YEAR}))?)?",
    re.ASCII,
)
_NO_TIME = r"(?![:.]\d| {0,3}(?:a\.?m|p\.?m|hrs|hours)\b)"
_CUT = r"(?:(?:(?<=\b[A-Z][a-z]{2})|(?<=\bSept))(?<!\bMay)\.)?"
"""The full stop of a month cut short: "Sept. 5", but not "in May. 5 States"."""
_MONTH_FIRST = re.compile(
    rf"(?P<month>{MONTH_SHORT})\b{_CUT}{_WIDE}"
    rf"(?P<days>{_DAY}(?:(?:,{_WIDE}|{JOIN}){_DAY}(?! {{0,9}}(?:{MONTH_NAMES}))){{0,6}}){_NO_TIME}(?:,? {{1,9}}(?P<year>{YEAR}))?"
    rf"(?:(?P<join>{JOIN})(?P<month2>{MONTH_SHORT})\b{_CUT}{_WIDE}(?P<day2>{_DAY}){_NO_TIME}(?:,? {{1,9}}(?P<year2>{YEAR}))?)?",
    re.ASCII,
)
_OWN_YEAR = rf"(?:(?:,? {{1,9}}(?:of {{1,9}})?|-)(?P<year>{YEAR}))"
_MONTHS = re.compile(
    rf"(?P<month>{MONTH_NAMES})\b{_OWN_YEAR}?"
    rf"(?:(?P<join>{JOIN}| {{1,9}}or {{1,9}})(?P<month2>{MONTH_NAMES})\b(?:,? {{1,9}}(?:of {{1,9}})?(?P<year2>{YEAR}))?)?"
    rf"|(?P<short>{MONTH_SHORT})\b{_CUT}(?: {{1,9}}|-)(?P<short_year>{YEAR})",
    re.ASCII,
)
_SPELLED_DAY = re.compile(
    rf"\b({'|'.join(sorted(ORDINAL_NUMBERS, key=len, reverse=True))}) {{1,3}}of {{1,3}}(?:the {{1,3}})?\Z"
)
"""A day written out before its month: "the first of March"."""
_NUMBER = re.compile(r"\d{1,2}", re.ASCII)
_HIT = re.compile(
    r"[0-9JFMASOND](?:(?<=[0-9])[0-9]*|(?<=J)(?:an|u[nl]|AN|U[NL])|(?<=F)(?:eb|EB)|(?<=M)(?:a[ry]|A[RY])"
    r"|(?<=A)(?:pr|ug|PR|UG)|(?<=S)(?:ep|EP)|(?<=O)(?:ct|CT)|(?<=N)(?:ov|OV)|(?<=D)(?:ec|EC))"
)
_NOT_BEFORE = frozenset("0123456789/._#+$€£¥=&@%")
_NOT_BEFORE_MONTH = frozenset("_@/.")
_LEADS_TO_MONTH = re.compile(
    r"(?:\b(?:in|of|by|until|till|since|before|after|during|from|to|through|early|late|mid|end|next|last|this|and|the|each"
    r"|every|for|following|later|coming|on)|[-(|]) {0,9}\Z"
)
_TITLED = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Miss|Madam|Ambassador|H\.E)\.? {1,3}\Z")
_PART_BEFORE = re.compile(r"(?:\b[Mm]id {0,3}-? {0,3}|\b(?:[Ee]arly|[Ll]ate|[Ee]nd {1,3}of|[Ss]tart {1,3}of) {1,4})\Z")
# "Meeting no. 4, Thursday 5 March", "Room 3, 5 March": a number that counts something else is no day.
_COUNTS = re.compile(
    r"\b(?:no|nr|n°|number|room|item|version|session|article|annex|chapter|phase|page|floor|building|tower|protocol|form|action"
    r"|point|paragraph|para|option|meeting|decision|rule|revision|rev|draft|part)\b\.? {1,3}\Z",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(rf"{_DAY}(?: ?- ?{_DAY})?{_OF_MONTH}(?:{MONTH_ANY})\b", re.ASCII)
_ALSO_WORDS = frozenset({"May", "March", "MAY", "MARCH"})


def named_dates(plain: str, start: int, end: int) -> Iterator[Named]:
    """The dates by the calendar in `plain[start:end]`, in order, none touching another."""
    cursor = start
    for hit in _HIT.finditer(plain, start, end):
        at = hit.start()
        if at < cursor:
            continue
        if "0" <= plain[at] <= "9":
            found = _from_digits(plain, at, hit.end() - at, end, cursor)
        else:
            found = _from_month(plain, at, end)
        for named in found:
            yield named
            cursor = max(cursor, named.end)


def _from_digits(plain: str, at: int, digits: int, end: int, cursor: int) -> list[Named]:
    """What begins with the digits at `at`."""
    if digits > 4 or digits == 3 or (at and not _may_begin(plain, at)):
        return []
    if digits == 4:
        return numeric_dates(plain, at, end) or years(plain, at, end, cursor)
    found = _DAY_FIRST.match(plain, at, end)
    return _days(found) if found else numeric_dates(plain, at, end)


def _may_begin(plain: str, at: int) -> bool:
    """Whether a number at `at` can open a date: not inside a symbol, an amount or a longer number."""
    before = plain[at - 1]
    if before == "-":
        return at < 2 or not plain[at - 2].isalnum()
    if before in ",:":
        return at > 1 and not plain[at - 2].isdigit()
    if before in _NOT_BEFORE or before.isalnum():
        return False
    counts = before == " " and _COUNTS.search(plain, max(0, at - 14), at)
    return not counts or _IN_MONTH.match(plain, at) is not None


def _from_month(plain: str, at: int, end: int) -> list[Named]:
    """What begins with the month name at `at`."""
    if at and (plain[at - 1].isalnum() or plain[at - 1] in _NOT_BEFORE_MONTH):
        return []
    found = _MONTH_FIRST.match(plain, at, end)
    if found and not _PART_BEFORE.search(plain, max(0, at - 12), at):
        return _days(found)
    found = _MONTHS.match(plain, at, end)
    return _months(plain, found) if found else []


def _month(name: str) -> int:
    return MONTH_NUMBERS[name.lower()]


def _year(words: str | None) -> int | None:
    return int(words) if words else None


def _days(found: re.Match[str]) -> list[Named]:
    """One or more days of a month, or a period within it or into another."""
    first_end = found.start("join") if found["join"] else found.end()
    month, year = _month(found["month"]), _year(found["year"])
    if not found["month2"]:
        return _of_one_month(found, month, year, first_end)
    last = Partial(_year(found["year2"]), _month(found["month2"]), int(found["day2"].rstrip(" stndrhe")))
    if not last.exists():
        return _of_one_month(found, month, year, first_end)
    days = [int(number) for number in _NUMBER.findall(found["days"])]
    first = Partial(year, month, days[0])
    if len(days) == 1 and first.exists() and (not lists(found["join"]) or _between(found)):
        return [Named(found.start(), found.end(), first, last)]
    second = min(found.start("day2"), found.start("month2"))
    return [*_of_one_month(found, month, year or last.year, first_end), Named(second, found.end(), last)]


def _of_one_month(found: re.Match[str], month: int, year: int | None, end: int) -> list[Named]:
    """The days of one month: "9-12" and "16 and 17" are periods, "5 and 19" are two days."""
    shift = found.start("days")
    numbers = list(_NUMBER.finditer(found["days"]))
    days = [Partial(year, month, int(number[0])) for number in numbers]
    if not all(day.exists() for day in days):
        return _last_day(found, numbers[-1], days[-1], end)
    if len(days) == 2 and (days[0].day or 0) < (days[1].day or 0):
        between = found["days"][numbers[0].end() : numbers[1].start()]
        if not lists(between) or _between(found) or days[1].day == (days[0].day or 0) + 1:
            return [Named(found.start(), end, days[0], days[1])]
    starts = [found.start(), *(shift + number.start() for number in numbers[1:])]
    ends = [*(shift + number.end() for number in numbers[:-1]), end]
    return [Named(*spot) for spot in zip(starts, ends, days, strict=True)]


def _between(found: re.Match[str]) -> bool:
    """Whether "between" leads to two dates that "and" joins."""
    return found.string[max(0, found.start() - 20) : found.start()].rstrip(" the").lower().endswith("between")


def _last_day(found: re.Match[str], number: re.Match[str], day: Partial, end: int) -> list[Named]:
    """The day beside the month where the numbers before it are none; "31 February" too, as a slip worth a warning."""
    if not 1 <= (day.day or 0) <= 31:
        return []
    first = number.start() == 0 or found.start("days") > found.start("month")
    return [Named(found.start() if first else found.start("days") + number.start(), end, day)]


def _months(plain: str, found: re.Match[str]) -> list[Named]:
    """A month, two, or a period of months."""
    at, end = found.span()
    if found["short"]:
        return [Named(at, end, Partial(int(found["short_year"]), _month(found["short"])))]
    first = Partial(_year(found["year"]), _month(found["month"]))
    if not found["month2"]:
        if spelled := _SPELLED_DAY.search(plain, max(0, at - 32), at):
            day = first._replace(day=ordinal_of(spelled[1].replace(" ", "-")))
            return [Named(spelled.start(1), end, day)] if day.exists() else []
        if first.year is None and _is_a_word(plain, at, found["month"]):
            return []
        return [Named(at, end, first, words_only=first.year is None)]
    last = Partial(_year(found["year2"]), _month(found["month2"]))
    if (
        (not lists(found["join"]) and "or" not in found["join"])
        or _between(found)
        or (last.month or 0) - (first.month or 0) == 1
    ):
        return [Named(at, end, first, last)]
    return [
        Named(at, found.start("join"), Partial(first.year or last.year, first.month)),
        Named(found.start("month2"), end, last),
    ]


def _is_a_word(plain: str, at: int, month: str) -> bool:
    """Whether a bare month name is a person's name, or the verb "may" or "march"."""
    low = max(0, at - 16)
    if _TITLED.search(plain, low, at):
        return True
    return month in _ALSO_WORDS and not _LEADS_TO_MONTH.search(plain, low, at)
