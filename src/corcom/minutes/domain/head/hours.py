"""From when to when a meeting lasted."""

from __future__ import annotations

import re

from corcom.minutes.domain.dates import TimeMention, find_times
from corcom.minutes.domain.head.mail_head import mail_head
from corcom.minutes.domain.text.minutes_text import MinutesText

_OPENED = re.compile(r"\b(?:opened|open|began|started|convened|called to order|took the chair|met)\b")
_CLOSED = re.compile(
    r"\b(?:closed|adjourned|ended|concluded|finished|rose|came to (?:an end|a close)|drew to a close|closing time)\b"
)
_CLOSING = 12


def read_hours(minutes: MinutesText, end: int, opening: int) -> tuple[TimeMention | None, TimeMention | None]:
    """The hours of the meeting, where the head, the opening or the closing sentences give them."""
    times = find_times(minutes.shadow, mail_head(minutes, end), end) or [
        time
        for time in find_times(minutes.shadow, end, opening)
        if time.until or _OPENED.search(minutes.low, max(0, time.start - 120), time.start)
    ]
    last = times[0] if times and times[0].until else times[1] if len(times) > 1 else _closing_time(minutes)
    return (times[0] if times else None), last


def _closing_time(minutes: MinutesText) -> TimeMention | None:
    """The hour at which one of the last sentences says that the meeting was closed."""
    for sentence in reversed(minutes.sentences[-_CLOSING:]):
        if closed := _CLOSED.search(minutes.low, sentence.start, sentence.end):
            times = find_times(minutes.shadow, closed.end(), min(sentence.end, closed.end() + 60))
            if times:
                return times[0]
    return None
