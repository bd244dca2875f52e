"""Where the meeting was held: a labelled line, what stands behind "at the …", or what is beside the day on its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corcom.minutes.domain.dates import find_dates, find_times
from corcom.minutes.domain.text.minutes_text import MinutesText

_LABEL = re.compile(r"\W*(?:venue|place|location|where)\b\W*[:|\s]\s*", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:Permanent\s+Mission|Mission\s+of|[Rr]oom|Palais|[Bb]uilding|Conference\s+(?:Room|Cent(?:re|er))|Cent(?:re|er)|Salle|Embassy|Hotel|Hall|House|Headquarters|Maison"
    r"|Ministry|Zoom|Webex|Teams|[Oo]nline|[Vv]irtual(?:ly)?|[Vv]ideo-?\s?(?:conference|link)|[Tt]eleconference|[Cc]onference\s+call|WMO|World\s+Meteorological|Geneva|Vienna|New\s+York|Paris|Nairobi|Bonn|Montreal|Rome"
    r"|The\s+Hague|Bangkok|Brussels|Oslo|Beirut|Vientiane|Lusaka|Zagreb|Dubrovnik|London|Floor|Chancery|Library|Offices?|Residence|GICHD)\b"
)
_TOWN = re.compile(
    r"(?:Geneva|Vienna|New\s+York|Paris|Nairobi|Bonn|Montreal|Rome|The\s+Hague|Bangkok|Brussels|Oslo|Beirut|Vientiane|Lusaka|Zagreb|Dubrovnik|London)(?:,?\s+Switzerland)?",
    re.IGNORECASE,
)
_HYBRID = re.compile(r"hybrid(?:\s+(?:meeting|format))?\s*\(([^()]+)\)?", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:meeting|session|consultations?|committee|bureau|group)\b[^.]{0,120}\b(?:held|met|took\s+place|convened|gathered)\b"
)
_AT = re.compile(
    r"\b(?:at|in|by|via|through|AT|IN|BY|VIA|At|In|By|Via)\s+(?:(?:the|THE)\s+)?(?=[A-Z\d]|video|tele|conference)"
)
_AT_ONCE = re.compile(rf"\s{{0,3}},?\s{{0,3}}{_AT.pattern}")
_STOPS = re.compile(
    r",?\s+(?:from|on|at)\s+(?=\w*\s*\d)|,?\s*\d{1,2}[:.h]\d\d|[;(]|\s+under\s|\s+\d{1,2}\s+[A-Z]|\.\s|,?\s+from\s|,?\s+and\s+(?!online|by|via|virtual|remote)[a-z]|,\s+(?:with|where|which)\b"
)
_NOT_A_PLACE = re.compile(
    r"\b(?:minutes|meeting|committee|convention|summary|report|draft|record|session|agenda|approved|circulated|bureau|group|notes?|chair|president|held|distr|original)\b"
    r"|^\W*\d+\W*$|@|:",
    re.IGNORECASE,
)
_OF_PAPER = re.compile(
    r"\W*(?:(?:draft|final|informal|short|revised)\s+)?(?:summary|minutes|record|report|notes?|agenda)\b", re.IGNORECASE
)
"""How a line begins that names the paper, whatever it says of a virtual meeting."""
_NEXT_LABEL = re.compile(r"[.;]\s+(?=[A-Z][a-z]+(?:\s[a-z]+)?\s?:)")
_HOURS_LEFT = re.compile(
    r"[\s,;(]+(?:(?:time|hours|it|meeting|start|started|opened|began|from|and|ended|closed|until)\b[\s,;:]*)+\Z"
)
"""What is left before the hours when they are taken away: "Room IX; started"."""
_FILLER = re.compile(
    r"^\W*(?:(?:held|on|from|at|in|by|the|date|time|hours?|hrs|h|noon|cest|cet|gmt|utc|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b[\W\d]*)+",
    re.IGNORECASE,
)


def place_of(minutes: MinutesText, begin: int, end: int, opening: int) -> tuple[int, int] | None:
    """The span of the place in the head of a text (`begin:end`) or in its opening; a room or building before its town."""
    spans = [(block.body, min(block.end, end)) for block in minutes.blocks if begin <= block.start < end]
    town: tuple[int, int] | None = None
    for find in (_labelled, _named, _beside_the_day):
        for start, stop in spans:
            if stop - start < 300 and (found := find(minutes, start, stop)):
                if not _TOWN.fullmatch(minutes.shadow, *found):
                    return found
                town = town or found
    return _in_sentences(minutes, opening) or _behind_the_hours(minutes, begin, opening) or town


def _in_sentences(minutes: MinutesText, opening: int) -> tuple[int, int] | None:
    """The place that one of the opening sentences names: "The meeting took place in Room IX of the Palais"."""
    for sentence in minutes.sentences:
        if sentence.start >= opening:
            return None
        if held := _HELD.search(minutes.low, sentence.start, sentence.end):
            return _named(minutes, held.end(), sentence.end)
    return None


def _behind_the_hours(minutes: MinutesText, begin: int, opening: int) -> tuple[int, int] | None:
    """The place right behind the hours in a sentence: "what we said (12.45 to 14.30, at the Residence)"."""
    for time in find_times(minutes.shadow, begin, opening):
        if time.until and (at := _AT_ONCE.match(minutes.shadow, time.end, opening)):
            stop = _STOPS.search(minutes.shadow, at.end(), min(opening, at.end() + 90))
            closed = minutes.shadow.find(")", at.end(), min(opening, at.end() + 90))
            ends = [end for end in (stop.start() if stop else -1, closed) if end > 0]
            if ends and _names_a_place(minutes.shadow[at.end() : min(ends)]):
                return _trimmed(minutes, at.end(), min(ends))
    return None


def _names_a_place(words: str) -> bool:
    return _PLACE.search(words) is not None or (words.isupper() and _PLACE.search(words.title()) is not None)


def _labelled(minutes: MinutesText, start: int, end: int) -> tuple[int, int] | None:
    label = _LABEL.match(minutes.shadow, start, end)
    if not label or label.end() >= end:
        return None
    following = _NEXT_LABEL.search(minutes.shadow, label.end(), end)
    return _trimmed(minutes, label.end(), following.start() if following else end)


def _named(minutes: MinutesText, start: int, end: int) -> tuple[int, int] | None:
    """Behind "at the …", up to the hour or the day."""
    if _PLACE.match(minutes.shadow, start, end):
        return None
    at = _AT.search(minutes.shadow, start, end)
    if not at or not _names_a_place(minutes.shadow[at.end() : min(end, at.end() + 60)]):
        return None
    stop = _STOPS.search(minutes.shadow, at.end(), end)
    return _trimmed(minutes, at.end(), stop.start() if stop else end)


def _beside_the_day(minutes: MinutesText, start: int, end: int) -> tuple[int, int] | None:
    """What is left of a line with the day when day, weekday and hours are taken away; or a line with a place alone."""
    taken = [(m.start, m.end) for m in find_dates(minutes.shadow, meeting_on=None, start=start, end=end)]
    if not taken and not (end - start < 90 and _PLACE.match(minutes.shadow, start, end)):
        return None
    taken += [(t.start, t.end) for t in find_times(minutes.shadow, start, end)]
    pieces: list[tuple[int, int]] = []
    at = start
    for one, two in [*sorted(taken), (end, end)]:
        pieces += [piece for part in _parted(minutes, at, one) if (piece := _trimmed(minutes, *part))]
        at = max(at, two)
    fitting = [(*_fits(minutes.shadow[slice(*piece)]), piece) for piece in pieces]
    named, _, best = max(fitting, default=(0, 0, None))
    return best if named else None


def _parted(minutes: MinutesText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts between semicolons of what stands between days and hours."""
    while start < end:
        stop = minutes.shadow.find(";", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _fits(words: str) -> tuple[int, int]:
    """How well words beside a day fit a place: 2 where they name one, 1 where they could; then their length."""
    if _OF_PAPER.match(words):
        return 0, len(words)
    if _names_a_place(words):
        return (1 if _TOWN.fullmatch(words) else 2), len(words)
    return int(_could_be_a_place(words)), len(words)


def _could_be_a_place(words: str) -> bool:
    return words[:1].isupper() and 3 < len(words) < 80 and not _NOT_A_PLACE.search(words) and not words.isupper()


def _trimmed(minutes: MinutesText, start: int, end: int) -> tuple[int, int] | None:
    """The span without filler words, brackets and separators around it."""
    if filler := _FILLER.match(minutes.shadow[start:end]):
        start += filler.end()
    if hours := _HOURS_LEFT.search(minutes.low, start, end):
        end = hours.start()
    while start < end and minutes.shadow[start] in " ,;:|.-*(\"'":
        start += 1
    while end > start and minutes.shadow[end - 1] in " ,;:|.-*\"'":
        end -= 1
    if hybrid := _HYBRID.fullmatch(minutes.shadow, start, end):
        start, end = hybrid.span(1)
    if minutes.shadow[start:end].count(")") > minutes.shadow[start:end].count("("):
        end = start + minutes.shadow[start:end].rindex(")")
    return (start, end) if end - start > 2 else None
