"""In which year a day without one is: by the weekdays that stand with days elsewhere, else the year named most."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from corcom.minutes.domain.dates import DateMention, find_dates
from corcom.minutes.domain.text.minutes_text import MinutesText

_WHOLE = len("2016-05-26")
_YEARS_TRIED = 6
_WEEKDAYS_TRIED = 20


def likely_years(minutes: MinutesText) -> list[int]:
    """The years that the meeting may have been in, the likeliest first."""
    mentions = find_dates(minutes.shadow, meeting_on=None)
    named = Counter(int(m.value[:4]) for m in mentions if m.value and not m.year_inferred)
    tried = [year for year, _ in named.most_common(_YEARS_TRIED)]
    near = dict.fromkeys([*tried, *(year + step for year in tried for step in (-1, 1))])
    open_days = (m for m in mentions if m.weekday and (m.year_inferred or not m.value) and m.kind in {"day", "period"})
    weekdays = list(islice(open_days, _WEEKDAYS_TRIED))
    fits = {year: sum(_fits(mention, year) for mention in weekdays) for year in near}
    most = max(fits.values(), default=0)
    return sorted((year for year in near if most or year in named), key=lambda year: -fits[year])


def _fits(mention: DateMention, year: int) -> bool:
    meant = in_year(mention, year)
    return meant is not None and not meant.weekday_conflict


def in_year(mention: DateMention, year: int) -> DateMention | None:
    """What a day without its year means in a year; None where that year has no such day."""
    meant = next(iter(find_dates(f"{mention.words} {year}", meeting_on=None)), None)
    return meant if meant and meant.value and len(meant.value) >= _WHOLE else None
