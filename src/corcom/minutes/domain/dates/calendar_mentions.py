"""From dates as written to dates as meant: the year that is not said, "end of", weekdays, days without a month."""

from __future__ import annotations

import re
from datetime import date

from corcom.kernel.calendar import earliest
from corcom.minutes.domain.dates.calendar_dates import named_dates
from corcom.minutes.domain.dates.date_context import After, Before, after, before, is_tentative
from corcom.minutes.domain.dates.date_mention import DateKind, DateMention
from corcom.minutes.domain.dates.date_parts import narrowed
from corcom.minutes.domain.dates.date_resolution import Partial, points_back, sentence_start, year_near
from corcom.minutes.domain.dates.date_words import WEEKDAY_NUMBERS
from corcom.minutes.domain.dates.numeric_dates import Named

_DAY_ALONE = re.compile(
    r"(?P<lead>[^.;\n]{0,45}?\b(?:for|on|by|until|from|the) {1,9}(?:the {1,9})?)(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! {1,9}[A-Za-z])"
)
_LABEL_AFTER = re.compile(
    r" {1,9}(?!(?:and|or|to|in|at|on|by|as|of|for|from|with|when|where|which|that|who|was|were|is|are|will|would|has|had|have|the|a|an|but"
    r"|until|till|before|after|during|through|under|since|because|while|it|its|he|she|they|we|I|there|this|these|also|only|still|already"
    r"|respectively|onwards?|inclusive|did|shall|should|could|may|might|must|can|not|both|all|if|so|than|then|between|including|due|pending"
    r"|via|within|without|against|into|over|per|about|following|subject|approximately|being|having)\b)[A-Za-z]"
)
_AT_LINE_START = re.compile(r"(?:\A|\n| {2})[ \-*+.|(]{0,12}\Z")
_SEASONS = (
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "spring of",
    "summer of",
    "autumn of",
    "fall of",
    "winter of",
)
_IN_TIME = frozenset({"in", "since", "until", "by", "before", "after", "from", "within", "around", "on"})


def calendar_mentions(plain: str, meeting_on: date | None, start: int, end: int) -> list[DateMention]:
    """The dates by the calendar in `plain[start:end]`, with their years."""
    reader = _Reader(plain, meeting_on, start, end)
    for named in named_dates(plain, start, end):
        reader.take(named)
    return reader.mentions


class _Reader:
    """Goes through the dates of a text in order and remembers what the last ones said."""

    def __init__(self, plain: str, meeting_on: date | None, start: int, end: int) -> None:
        self.plain, self.meeting_on, self.end = plain, meeting_on, end
        self.cursor = start
        self.mentions: list[DateMention] = []
        self.said: tuple[int, date] | None = None
        """Where the last date with its own year ended, and its first day."""
        self.listed: tuple[int, date] | None = None
        """The last date that opened a line: a list of days runs on across the new year."""

    def take(self, named: Named) -> None:
        """Add the mention of one date; one inside the last mention, which a day behind it made longer, is none."""
        if named.start < self.cursor:
            return
        lead = before(self.plain, named.start, self.cursor)
        tail = after(self.plain, named.end, self.end)
        first, last, inferred = self._years(named, lead, tail)
        value, part = narrowed(first, last, lead.part) if first else (None, None)
        weekday = lead.weekday or tail.weekday
        behind = tail.which_year or tail.again or (tail.weekday and not lead.weekday and named.first.day)
        day_end = tail.end if behind else named.end
        mention = DateMention(
            start=lead.start,
            end=day_end,
            words=self.plain[lead.start : day_end],
            value=value,
            kind=_kind(value, named),
            named_at=lead.named_at,
            bound=lead.bound,
            part=part,
            approximate=part is not None or lead.rough or lead.part.endswith(_SEASONS),
            tentative=is_tentative(self.plain, lead.start, day_end),
            year_inferred=inferred,
            recurring=tail.again or lead.repeats,
            label=named.words_only and not tail.which_year and self._is_label(named, lead),
            weekday=weekday,
            weekday_conflict=_conflict(weekday, value),
        )
        self.mentions.append(mention)
        self.cursor = day_end
        if named.first.month and named.first.day is None and named.last is None and value:
            self._refine(mention, first)
        self._remember(named, value)

    def _is_label(self, named: Named, lead: Before) -> bool:
        """Whether a bare year or month only names something: "their 2014 reports", "the February meetings"."""
        if lead.part:
            return False
        if named.last is None:
            if named.first.month is None and lead.word in {"of", "for"}:
                return True
            if lead.bound in _IN_TIME and lead.word not in {"the", "of"}:
                return False
        return _LABEL_AFTER.match(self.plain, named.end, self.end) is not None

    def _years(self, named: Named, lead: Before, tail: After) -> tuple[Partial | None, Partial | None, bool]:
        """Both ends with their years; None for the first where there is nothing to go by."""
        first, last = named.first, named.last
        if first.year is not None and (last is None or last.year is not None):
            return first, last, False
        if last is not None and last.year is not None:
            return first._replace(year=last.year - (_order(first) > _order(last))), last, False
        if first.year is not None and last is not None:
            return first, last._replace(year=first.year + (_order(last) < _order(first))), False
        year = self._missing_year(named, lead, tail)
        if year is None:
            return None, None, True
        first = first._replace(year=year)
        if not first.exists():
            return None, None, True
        if last is not None:
            last = last._replace(year=year + (_order(last) < _order(first)))
        return first, last, tail.which_year is None

    def _missing_year(self, named: Named, lead: Before, tail: After) -> int | None:
        """The year of a date that has none."""
        here = self.meeting_on
        if tail.which_year and here:
            return here.year + {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(tail.which_year, 0)
        start = sentence_start(self.plain, lead.start)
        if self.said and (here is None or self.said[0] > start):
            return year_near(named.first, self.said[1], back=None)
        if here is None:
            return None
        back = points_back(self.plain, lead.start, start)
        if lead.way:
            back = lead.way in {"last", "past"}
        elif lead.word in {"for", "beyond"} or (back is None and lead.bound in {"by", "before", "until"}):
            back = False
        year = year_near(named.first, here, back=back)
        if (
            self.listed
            and lead.start - self.listed[0] < 600
            and _AT_LINE_START.search(self.plain, max(0, lead.start - 14), lead.start)
        ):
            day = date(year, named.first.month or 1, min(named.first.day or 28, 28))
            if (self.listed[1] - day).days > 120:
                year += 1
        return year

    def _remember(self, named: Named, value: str | None) -> None:
        if value is None or named.first.month is None:
            return
        mention = self.mentions[-1]
        said = named.first.year is not None
        listed = _AT_LINE_START.search(self.plain, max(0, mention.start - 14), mention.start)
        if said or listed:
            place = (mention.end, earliest(value))
            self.said, self.listed = place if said else self.said, place if listed else self.listed

    def _refine(self, mention: DateMention, month: Partial | None) -> None:
        """A day of the month just named: "in November (tentatively scheduled for 7th"."""
        found = _DAY_ALONE.match(self.plain, mention.end, min(self.end, mention.end + 70))
        if not found or month is None or mention.part:
            return
        day = month._replace(day=int(found["day"]))
        if not day.exists():
            return
        end = found.end()
        self.mentions[-1] = mention._replace(
            end=end,
            words=self.plain[mention.start : end],
            value=day.iso(),
            kind="day",
            tentative=is_tentative(self.plain, mention.start, end),
        )
        self.cursor = end


def _order(partial: Partial) -> tuple[int, int]:
    return partial.month or 0, partial.day or 0


def _kind(value: str | None, named: Named) -> DateKind:
    if (value and "/" in value) or named.last is not None:
        return "period"
    if named.first.day or (value and len(value) == 10):
        return "day"
    return "month" if named.first.month else "year"


def _conflict(weekday: str | None, value: str | None) -> bool:
    """Whether the weekday in the text is not that of the (first) day."""
    if not weekday or not value:
        return False
    day = value.partition("/")[0]
    number = WEEKDAY_NUMBERS.get(weekday.lower())
    return len(day) == 10 and number is not None and date.fromisoformat(day).weekday() != number
