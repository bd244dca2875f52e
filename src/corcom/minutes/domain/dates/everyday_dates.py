"""Dates in everyday words, seen from the day of the meeting: "within a fortnight", "Monday next", "by the 20th"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from corcom.kernel.calendar import add_months, easter, iso_period, last_of_month, quarter, week_of, weekday_after
from corcom.minutes.domain.dates.date_context import is_tentative, take_bound
from corcom.minutes.domain.dates.date_mention import DateMention
from corcom.minutes.domain.dates.date_words import WEEKDAY, WEEKDAY_NUMBERS, ordinal_of
from corcom.minutes.domain.dates.words_before import WordsBefore, places

_REACH = 40
_PART = re.compile(
    r"(?:the )?(?P<which>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<part>quarter|half) of (?:the )?"
    r"(?:(?P<way>next|coming|following|this|same|current|calendar) )?(?P<unit>year|month)\b"
)
_FORTNIGHT = re.compile(r"(?:(?:a|the next|the coming) )fortnight(?:'s time| from now)?\b")
_WEEKDAY_NEXT = re.compile(rf"(?:the )?(?P<weekday>{WEEKDAY})(?: next| after| thereafter)(?=[\s]*[.,;)]|\s*$| at \d)")
_WEEK_AFTER = re.compile(r"the week after(?: (?P<next>next)| that)?(?=\s*[.,;)]|\s*$)")
_YEAR_ENDS = re.compile(r"(?:the )?(?:year is out|year is over|year-end|end-year|turn of the year)\b")
_DAY_OF_MONTH = re.compile(
    r"the (?P<day>\d{1,2})(?:st|nd|rd|th)\b(?: of (?P<way>this|the|next|the next|the following) month\b)?(?=\s*[.,;)]|\s*$| and\b| at \d)"
)
_AFTERNOON = re.compile(r"(?:later )?(?:this (?:afternoon|evening)|tonight)\b")


def _year_or_month(found: re.Match[str], day: date) -> str | None:
    number = 0 if found["which"] == "last" else ordinal_of(found["which"]) or 0
    ahead = int(found["way"] in {"next", "coming", "following"})
    if found["unit"] == "month":
        first = add_months(day.replace(day=1), ahead)
        middle = first.replace(day=15)
        early = found["part"] == "half" and number == 1
        return iso_period(first, middle) if early else iso_period(middle + timedelta(days=1), last_of_month(first))
    year = day.year + ahead
    if found["part"] == "quarter":
        return iso_period(*quarter(year, number or 4))
    return (
        iso_period(date(year, 1, 1), date(year, 6, 30))
        if number == 1
        else iso_period(date(year, 7, 1), date(year, 12, 31))
    )


def _fortnight(found: re.Match[str], day: date) -> str:
    end = day + timedelta(days=14)
    return end.isoformat() if found[0].endswith(("time", "now")) else iso_period(day, end)


def _weekday_next(found: re.Match[str], day: date) -> str:
    return weekday_after(day, WEEKDAY_NUMBERS[found["weekday"].lower()]).isoformat()


def _week_after(found: re.Match[str], day: date) -> str:
    return iso_period(*week_of(day + timedelta(weeks=2 if found["next"] else 1)))


def _year_ends(_found: re.Match[str], day: date) -> str:
    return f"{day.year:04d}"


def _day_of_month(found: re.Match[str], day: date) -> str | None:
    """The next day of that number, or that of the month that is named."""
    number = int(found["day"])
    month = day.replace(day=1)
    if found["way"] in {"next", "the next", "the following"} or (found["way"] is None and number <= day.day):
        month = add_months(month, 1)
    return month.replace(day=number).isoformat() if 1 <= number <= last_of_month(month).day else None


def _afternoon(_found: re.Match[str], day: date) -> str:
    return day.isoformat()


_FORMS: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str], date], str | None]]] = {
    "quarter of": (_PART, _year_or_month),
    "half of": (_PART, _year_or_month),
    "fortnight": (_FORTNIGHT, _fortnight),
    "day next": (_WEEKDAY_NEXT, _weekday_next),
    "day after": (_WEEKDAY_NEXT, _weekday_next),
    "day thereafter": (_WEEKDAY_NEXT, _weekday_next),
    "week after": (_WEEK_AFTER, _week_after),
    "year is o": (_YEAR_ENDS, _year_ends),
    "year-end": (_YEAR_ENDS, _year_ends),
    "end-year": (_YEAR_ENDS, _year_ends),
    "turn of the year": (_YEAR_ENDS, _year_ends),
    "this afternoon": (_AFTERNOON, _afternoon),
    "this evening": (_AFTERNOON, _afternoon),
    "tonight": (_AFTERNOON, _afternoon),
    **{f"the {digit}": (_DAY_OF_MONTH, _day_of_month) for digit in "123456789"},
}
_TRIGGERS = tuple(_FORMS)


def everyday_mentions(plain: str, meeting_on: date | None, start: int, end: int) -> list[DateMention]:
    """The dates in everyday words in `plain[start:end]`, in order; without the day of the meeting they have no value."""
    mentions: list[DateMention] = []
    cursor = start
    for hit, word in places(plain, _TRIGGERS, start, end):
        pattern, value = _FORMS[word]
        low = max(cursor, hit - _REACH)
        found = next(
            (f for f in pattern.finditer(plain, low, min(end, hit + _REACH)) if f.start() <= hit < f.end()), None
        )
        if hit < cursor or found is None or (found.start() and plain[found.start() - 1].isalnum()):
            continue
        lead = WordsBefore(plain, found.start(), cursor)
        bound, _ = take_bound(lead)
        if bound is None and word.startswith("the "):
            continue  # "the 20th" alone may be anything
        mentions.append(
            DateMention(
                start=lead.at,
                end=found.end(),
                words=plain[lead.at : found.end()],
                value=value(found, meeting_on) if meeting_on else None,
                kind="relative",
                named_at=found.start(),
                bound=bound,
                tentative=is_tentative(plain, lead.at, found.end()),
            )
        )
        cursor = found.end()
    return mentions


def feasts_after(day: date) -> dict[str, str]:
    """The next Easter Sunday and Christmas after a day, by the names under which minutes set deadlines on them.

    >>> feasts_after(date(2016, 5, 12))["Easter"], feasts_after(date(2016, 5, 12))["Christmas break"]
    ('2017-04-16', '2016-12-25')
    """
    if day.year >= date.max.year:
        return {}
    sunday = next(found for year in (day.year, day.year + 1) if (found := easter(year)) > day)
    christmas = date(day.year + (day >= date(day.year, 12, 25)), 12, 25)
    names = ("", " break", " recess", " holidays")
    return {f"Easter{name}": sunday.isoformat() for name in names} | {
        f"Christmas{name}": christmas.isoformat() for name in names
    }
