"""Amounts of money: "CHF 372,000", "US$ 1.2 million", "$1.2m", "EUR 12k", "USD 45,000.-", "20,000 Swiss francs"."""

from __future__ import annotations

import re
from typing import NamedTuple

_CODES = (
    "CHF USD EUR GBP SEK NOK DKK AUD CAD NZD JPY CZK PLN HUF RON BGN RSD ZAR INR BRL MXN KRW CNY SGD THB TRY".split()
)
CURRENCY = rf"(?:{'|'.join(_CODES)}|US ?\$|US|\$|€|£|¥|Euros?|S?Fr\.?|Rs\.?)"
_BEFORE = re.compile(rf"(?<![A-Za-z]){CURRENCY} {{0,3}}\Z")
_ENDS = frozenset("$€£¥s.r" + "".join(code[-1] for code in _CODES) + "S")
_LONGEST_UNIT = 10
_SHORT_SCALES = {"m": "million", "mn": "million", "mio": "million", "bn": "billion", "tn": "trillion"}
_SCALE = r"(?: {1,3}(?P<scale>million|billion|thousand|trillion)|(?: {0,3}(?P<short>(?:[mM]n?|[mM]io|bn|BN|tn)\b)\.?))"
_SCALE_AFTER = re.compile(_SCALE + r"(?![\w²])")
_AFTER = re.compile(
    rf"(?:{_SCALE})? {{0,3}}(?P<unit>Swiss {{1,3}}[Ff]rancs|(?:US|United {{1,3}}States) {{1,3}}[Dd]ollars"
    rf"|[Ff]rancs|[Dd]ollars|[Ee]uros?|{'|'.join(_CODES)}|€|\$|£)(?![A-Za-z])"
)
_THOUSANDS = re.compile(r" {0,3}[kK]\b(?!\w)")
_MARKS = re.compile(r"[,' ]")
_NO_CENTS = re.compile(r"\.-+")


class _Money(NamedTuple):
    """An amount: its place, its words with the scale written out, thousands in full, and without the dash for "no cents", and its currency."""

    start: int
    end: int
    words: str
    unit: str


def money_at(plain: str, start: int, end: int, low: int, high: int) -> _Money | None:
    """The amount whose number is `plain[start:end]`, where a currency stands before or behind it.

    >>> money_at("About $1.2m came.", 7, 10, 0, 17)
    _Money(start=6, end=11, words='$1.2 million', unit='$')
    """
    number = _NO_CENTS.sub("", plain[start:end])
    if thousands := _THOUSANDS.match(plain, end, high):
        number, end = _times_thousand(number), thousands.end()
    if before := currency_before(plain, start, low):
        scale = _SCALE_AFTER.match(plain, end, high)
        words = plain[before.start() : start] + number + _scale(scale)
        return _Money(before.start(), _end(plain, scale) if scale else end, _one_line(words), before[0].strip())
    after = _AFTER.match(plain, end, high)
    if not after:
        return None
    unit = _one_line(after["unit"])
    gap = " " if after.start("unit") > end else ""
    return _Money(start, after.end(), _one_line(f"{number}{_scale(after)}{gap}{unit}"), unit)


def currency_before(plain: str, at: int, low: int) -> re.Match[str] | None:
    """The currency that stands before an amount at `at`."""
    last = plain[max(low, at - 3) : at].rstrip(" ")[-1:]
    return _BEFORE.search(plain, max(low, at - _LONGEST_UNIT), at) if last and last in _ENDS else None


def currency_behind(plain: str, at: int) -> bool:
    """Whether a currency stands behind an amount that ends at `at`."""
    return _AFTER.match(plain, at) is not None


def _scale(found: re.Match[str] | None) -> str:
    """The scale of an amount written out, with a space before it."""
    if not found or not (found["scale"] or found["short"]):
        return ""
    return " " + (found["scale"] or _SHORT_SCALES[found["short"].lower()])


def _times_thousand(number: str) -> str:
    """A number of thousands in full.

    >>> _times_thousand("12"), _times_thousand("1,5")
    ('12,000', '1,500')
    """
    plain = re.sub(r",(?=\d{1,2}\Z)", ".", number)
    return f"{round(float(_MARKS.sub('', plain)) * 1000):,}"


def _end(plain: str, scale: re.Match[str]) -> int:
    """The end of an amount: the stop behind "m." that closes the sentence is not part of it."""
    return scale.end() - 1 if plain[scale.end() - 1] == "." else scale.end()


def _one_line(words: str) -> str:
    return " ".join(words.split())
