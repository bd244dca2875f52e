"""The dates and times that minutes mention, and the days they mean."""

from corcom.minutes.domain.dates.date_mention import DateMention, dates_to_list, worth_listing
from corcom.minutes.domain.dates.finding import feasts, find_dates, resolve_event
from corcom.minutes.domain.dates.times import TimeMention, find_times

__all__ = [
    "DateMention",
    "TimeMention",
    "dates_to_list",
    "feasts",
    "find_dates",
    "find_times",
    "resolve_event",
    "worth_listing",
]
