"""Times of day: "10:00", "13.00", "3 p.m.", "10:00 - 11:50 hours", "from 15h00 to 17h30"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corcom.minutes.domain.dates.words_before import places


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time, or a stretch of time where `until` is set; both as `HH:MM` of the place of the meeting."""

    start: int
    end: int
    words: str
    at: str
    until: str | None = None


_HOURS = r"(?:[01]?\d|2[0-4])"
_UNIT = r"(?: {0,3}(?:hours|hrs\.?|uhr|h\b|[ap]\.m\.|[ap]\.?m\b|[AP]M\b|noon|o'clock))"
_FOUR = r"(?:[01]\d|2[0-3])[0-5]\d"
_CLOCK = rf"(?:{_FOUR} {{0,3}}(?:hours|hrs?\b|h\b)|{_HOURS}[:.][0-5]\d(?!\d|[.:]\d){_UNIT}?|{_HOURS} {{0,2}}[hH] {{0,2}}(?:[0-5]\d)?(?![A-Za-z\d])|{_HOURS}{_UNIT})"
_JOIN = r"(?: {0,4}(?:-|/) {0,4}| {1,4}(?:to|until|till|and|à) {1,4})"
_TIME = re.compile(
    rf"(?P<from>{_CLOCK})(?:{_JOIN}(?P<to>{_CLOCK}))?|(?P<bare>{_HOURS}){_JOIN}(?P<until>{_HOURS}(?:[:.][0-5]\d)?{_UNIT})|(?P<noon>noon|midday)\b"
    rf"|(?P<four>{_FOUR}){_JOIN}(?P<last>{_FOUR} {{0,3}}(?:hours|hrs?\b|h\b))"
)
_DIGITS = re.compile(r"[0-9]+")
_FOUR_DIGITS = re.compile(r"(\d\d)(\d\d)(?!\d)", re.ASCII)
_PIECES = re.compile(r"(\d{1,2})(?: {0,2}[:.hH] {0,2}([0-5]\d))?", re.ASCII)
_AFTERNOON = re.compile(r"[pP]\.?[mM]")
_MORNING = re.compile(r"[aA]\.?[mM]")
_LEADS = re.compile(
    r"\b(?:at|from|between|until|till|by|time|hours?|start(?:s|ed)?|opens?|opened|closed|closes|began|ends?|ended|rose|,|-|to|around|and) {0,4}\(?\Z"
)
_BETWEEN = re.compile(r"[(;,\n] {0,4}\Z|\d\d {1,4}\Z")
"""What stands before a stretch of time that could as well be two amounts: "(12.45 to 14.30", "12 May 2016 12.45-14.30"."""
_AMOUNT = re.compile(r" {0,3}(?:%|per\b|percent|million|billion|thousand|CHF|USD|EUR|US\$|\$|€|£|points?\b|km|ha\b)")
_NOT_BEFORE = frozenset("0123456789.:/$€£-_#")


def find_times(plain: str, start: int = 0, end: int | None = None) -> list[TimeMention]:
    """The times of day in `plain[start:end]`, in order.

    >>> [(time.at, time.until) for time in find_times("at 1500hrs, from 0930 - 1045 hours, in 2016 - 2018")]
    [('15:00', None), ('09:30', '10:45')]
    >>> [(time.at, time.until) for time in find_times("from 10:00 - 11:50 hours")]
    [('10:00', '11:50')]
    """
    end = len(plain) if end is None else min(end, len(plain))
    mentions: list[TimeMention] = []
    spots = [hit.start() for hit in _DIGITS.finditer(plain, start, end) if hit.end() - hit.start() in {1, 2, 4}]
    spots += [at for at, _ in places(plain, ("noon", "midday"), start, end)]
    cursor = start
    for at in sorted(spots):
        if at < cursor or (at and (plain[at - 1] in _NOT_BEFORE or plain[at - 1].isalnum())):
            continue
        found = _TIME.match(plain, at, end)
        mention = _mention(plain, found) if found else None
        if mention:
            mentions.append(mention)
            cursor = mention.end
    return mentions


def _mention(plain: str, found: re.Match[str]) -> TimeMention | None:
    """The mention of a match; None where it may as well be a section number or an amount."""
    if found["noon"]:
        return TimeMention(start=found.start(), end=found.end(), words=found[0], at="12:00")
    first, last = found["from"] or found["bare"] or found["four"], found["to"] or found["until"] or found["last"]
    # "1500 hours" may be how long something took.
    long = not last and first.endswith("hours") and _FOUR_DIGITS.match(first)
    if (
        (_dotted(first) or long)
        and not (last and not _dotted(last))
        and not _LEADS.search(plain, max(0, found.start() - 14), found.start())
        and not (last and _BETWEEN.search(plain, max(0, found.start() - 6), found.start()))
    ):
        return None
    if _dotted(last or first) and _AMOUNT.match(plain, found.end()):
        return None
    half = last if last and not (_MORNING.search(first) or _AFTERNOON.search(first)) else first
    at, until = _clock(first, half), _clock(last, last) if last else None
    if at is None or (last and until is None):
        return None
    if until and at > until:
        at = _clock(first, first) or at
    return TimeMention(start=found.start(), end=found.end(), words=found[0], at=at, until=until)


def _dotted(words: str) -> bool:
    """Whether a time is written as a bare "13.00", which could be any number."""
    return "." in words and words.replace(".", "").isdigit()


def _clock(words: str, half: str) -> str | None:
    """`HH:MM`; `half` holds the "a.m." or "p.m." that applies."""
    found = _FOUR_DIGITS.match(words) or _PIECES.match(words)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if _AFTERNOON.search(half) and hour < 12:
        hour += 12
    elif _MORNING.search(half) and hour == 12:
        hour = 0
    if hour > 24 or (hour == 24 and minute):
        return None
    return f"{hour % 24:02d}:{minute:02d}"
