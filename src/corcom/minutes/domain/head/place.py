"""Where the meeting was held: a labelled line, what stands behind "at the …", or what is beside the day on its line."""

from __future__ import annotations

import re

from corcom.minutes.domain.dates import find_dates, find_times
from corcom.minutes.domain.text.minutes_text import MinutesText

_LABEL = re.compile(r"\W*(?:venue|place|location|where)\b\W*[:|\s]\s*", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:Permanent\s+Mission|Mission\s+of|[Rr]oom|Palais|[Bb]uilding|Conference\s+(?:Room|Cent(?:re|er))|Cent(?:re|er)|Salle|Embassy|Hotel|Hall|House|Headquarters|Maison"
    r"|Ministry|Zoom|Webex|Teams|online|virtual(?:ly)?|videoconference|video\s+link|WMO|World\s+Meteorological|Geneva|Vienna|New\s+York|Paris|Nairobi|Bonn|Montreal|Rome"
    r"|The\s+Hague|Bangkok|Brussels|Oslo|Beirut|Vientiane|Lusaka|Zagreb|Dubrovnik|London|Floor|Chancery|Library|Offices?|GICHD)\b"
)
_AT = re.compile(r"\b(?:at|in|by)\s+(?:the\s+)?(?=[A-Z\d]|video)")
_STOPS = re.compile(
    r",?\s+(?:from|on|at)\s+(?=\w*\s*\d)|,?\s*\d{1,2}[:.h]\d\d|[;(]|\s+under\s|\s+\d{1,2}\s+[A-Z]|\.\s|,?\s+from\s"
)
_NOT_A_PLACE = re.compile(
    r"\b(?:minutes|meeting|committee|convention|summary|report|draft|record|session|agenda|approved|circulated|bureau|group|notes?|chair|president|held|distr|original)\b"
    r"|^\W*\d+\W*$|@|:",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"^\W*(?:(?:held|on|from|at|in|by|the|date|time|hours?|hrs|h|noon|cest|cet|gmt|utc|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b[\W\d]*)+",
    re.IGNORECASE,
)


def place_of(minutes: MinutesText, end: int) -> tuple[int, int] | None:
    """The span of the place in the head of a text (which ends at `end`), or None."""
    spans = [(block.body, min(block.end, end)) for block in minutes.blocks if block.start < end]
    for find in (_labelled, _named, _beside_the_day):
        for start, stop in spans:
            if stop - start < 300 and (found := find(minutes, start, stop)):
                return found
    return None


def _labelled(minutes: MinutesText, start: int, end: int) -> tuple[int, int] | None:
    label = _LABEL.match(minutes.shadow, start, end)
    return _trimmed(minutes, label.end(), end) if label and label.end() < end else None


def _named(minutes: MinutesText, start: int, end: int) -> tuple[int, int] | None:
    """Behind "at the …", up to the hour or the day."""
    at = _AT.search(minutes.shadow, start, end)
    if not at or not _PLACE.search(minutes.shadow, at.end(), min(end, at.end() + 60)):
        return None
    stop = _STOPS.search(minutes.shadow, at.end(), end)
    return _trimmed(minutes, at.end(), stop.start() if stop else end)


def _beside_the_day(minutes: MinutesText, start: int, end: int) -> tuple[int, int] | None:
    """What is left of a line with the day when day, weekday and hours are taken away; or a line with a place alone."""
    taken = [(m.start, m.end) for m in find_dates(minutes.shadow, meeting_on=None, start=start, end=end)]
    if not taken:
        alone = end - start < 90 and _PLACE.match(minutes.shadow, start, end)
        return _trimmed(minutes, start, end) if alone else None
    taken += [(t.start, t.end) for t in find_times(minutes.shadow, start, end)]
    best: tuple[int, int] | None = None
    at = start
    for one, two in [*sorted(taken), (end, end)]:
        piece = _trimmed(minutes, at, one) if one > at else None
        if (
            piece
            and _could_be_a_place(minutes.shadow[piece[0] : piece[1]])
            and (best is None or piece[1] - piece[0] > best[1] - best[0])
        ):
            best = piece
        at = max(at, two)
    return best


def _could_be_a_place(words: str) -> bool:
    if _PLACE.search(words):
        return True
    return words[:1].isupper() and 3 < len(words) < 80 and not _NOT_A_PLACE.search(words) and not words.isupper()


def _trimmed(minutes: MinutesText, start: int, end: int) -> tuple[int, int] | None:
    """The span without filler words, brackets and separators around it."""
    if filler := _FILLER.match(minutes.shadow[start:end]):
        start += filler.end()
    while start < end and minutes.shadow[start] in " ,;:|.-*(\"'":
        start += 1
    while end > start and minutes.shadow[end - 1] in " ,;:|.-*\"'":
        end -= 1
    if minutes.shadow[start:end].count(")") > minutes.shadow[start:end].count("("):
        end = start + minutes.shadow[start:end].rindex(")")
    return (start, end) if end - start > 2 else None
