"""The day of a meeting: as the head has it, else as its titles have it without a year, else as the text opens with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corcom.minutes.domain.dates import DateMention, find_dates
from corcom.minutes.domain.head.mail_head import mail_head, subject_line
from corcom.minutes.domain.head.meeting_year import in_year, likely_years
from corcom.minutes.domain.people.person_names import says_something
from corcom.minutes.domain.text.minutes_text import MinutesText

_HELD = re.compile(r"\b(?:held|meeting|met|took\s+place|date)\b[^.;\n]{0,40}\Z")
_WHOLE = len("2016-05-26")


def day_of_meeting(minutes: MinutesText, end: int, opening: int) -> DateMention | None:
    """The mention of the day in the head (up to `end`), in the first paragraphs (to `opening`) or anywhere."""
    mailed = mail_head(minutes, end)
    subject = subject_line(minutes, end)
    return (
        _whole_day(minutes, mailed, end)
        or _without_year(minutes, _titles(minutes, mailed, end))
        or (subject and (_whole_day(minutes, *subject) or _without_year(minutes, [subject])))
        or _without_year(minutes, [(mailed, end)])
        or _whole_day(minutes, mailed, opening)
        or _first_day(minutes, mailed)
    )


def _whole_day(minutes: MinutesText, start: int, end: int) -> DateMention | None:
    """The first day with its year; a paper's own date stands above the meeting's, which has a weekday, hours or place."""
    found = [m for m in find_dates(minutes.shadow, meeting_on=None, start=start, end=end) if m.value and _whole(m)]
    dated = [m for m in found[:4] if m.weekday or _HELD.search(minutes.low, max(0, m.start - 40), m.start)]
    return next(iter([*dated, *found]), None)


def _first_day(minutes: MinutesText, start: int) -> DateMention | None:
    mentions = find_dates(minutes.shadow, meeting_on=None, start=start)
    return next((mention for mention in mentions if mention.value and _whole(mention)), None)


def _whole(mention: DateMention) -> bool:
    parts = (mention.value or "").split("/")
    return all(len(part) == _WHOLE for part in parts) and not mention.year_inferred


def _titles(minutes: MinutesText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of the head that are no sentences."""
    for block in minutes.blocks:
        if block.start >= end:
            return
        if block.start >= start and not says_something(minutes.shadow[block.start : block.end]):
            yield block.start, min(block.end, end)


def _without_year(minutes: MinutesText, spans: Iterable[tuple[int, int]]) -> DateMention | None:
    """A day without its year, with the year that fits the weekdays of the text best and that it names most."""
    found = [
        mention
        for start, end in spans
        for mention in find_dates(minutes.shadow, meeting_on=None, start=start, end=end)
        if not mention.value and mention.kind in {"day", "period"}
    ]
    years = likely_years(minutes) if found else []
    for mention in found:
        for year in years:
            meant = in_year(mention, year)
            if meant and not meant.weekday_conflict:
                return mention._replace(value=meant.value)
    return None
