"""Dates in everyday words, and the days of meetings and feasts on which deadlines hang."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.minutes import read
from corcom.minutes.domain.dates import event_days, feasts_after, find_dates

THURSDAY = date(2016, 5, 12)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("in the first quarter of next year", "2017-01-01/2017-03-31"),
        ("in the last quarter of the year", "2016-10-01/2016-12-31"),
        ("in the second half of the year", "2016-07-01/2016-12-31"),
        ("in the first half of next month", "2016-06-01/2016-06-15"),
        ("in the second half of this month", "2016-05-16/2016-05-31"),
        ("within a fortnight", "2016-05-12/2016-05-26"),
        ("in a fortnight's time", "2016-05-26"),
        ("on Monday next", "2016-05-16"),
        ("by the Tuesday after", "2016-05-17"),
        ("in the week after", "2016-05-16/2016-05-22"),
        ("in the week after next", "2016-05-23/2016-05-29"),
        ("before the year is out", "2016"),
        ("by year-end", "2016"),
        ("later this afternoon", "2016-05-12"),
        ("by the 20th", "2016-05-20"),
        ("by the 10th", "2016-06-10"),
        ("by the 20th of next month", "2016-06-20"),
        ("within three weeks of this meeting", "2016-05-12/2016-06-02"),
        ("no later than COB 31 May", "2016-05-31"),
        ("by noon on 20 June", "2016-06-20"),
        ("at the latest on 18 December", "2016-12-18"),
    ],
)
def test_what_everyday_words_mean_on_a_thursday(words: str, value: str) -> None:
    found = find_dates(f"Peru will reply {words}.", meeting_on=THURSDAY)
    assert [mention.value for mention in found] == [value]


@pytest.mark.parametrize(
    "words", ["by the 3rd paragraph", "of the 9th", "the 20th", "the Tuesday after the meeting", "on the 1st floor"]
)
def test_what_only_looks_like_a_day(words: str) -> None:
    assert [m.value for m in find_dates(f"Peru spoke {words} again.", meeting_on=THURSDAY) if m.value] == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The 8MSP would be held in Geneva from 3 to 5 September 2018.", {"8MSP": "2018-09-03/2018-09-05"}),
        ("the Eighth Meeting of States Parties (3-5 September 2018)", {"8MSP": "2018-09-03/2018-09-05"}),
        ("CSP5 takes place on 26 August 2019", {"5CSP": "2019-08-26"}),
        ("the 1RC in September 2015", {"1RC": "2015-09"}),
        ("the 1RC in September 2015. The 1RC, to be held on 7 September 2015", {"1RC": "2015-09-07"}),
        ("The First Review Conference is scheduled for 7 September 2015", {"1RC": "2015-09-07"}),
        ("Documents for the 8MSP are due by 3 July 2018.", {}),
        ("The 8MSP asked Peru to report on 3 July 2018.", {}),
    ],
)
def test_the_days_of_meetings_that_a_text_names(text: str, days: dict[str, str]) -> None:
    assert event_days(text, find_dates(text, meeting_on=THURSDAY)) == days


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (2003, "04-20"),
        (2008, "03-23"),
        (2011, "04-24"),
        (2012, "04-08"),
        (2016, "03-27"),
        (2019, "04-21"),
        (2024, "03-31"),
    ],
)
def test_easter_of_known_years(year: int, easter: str) -> None:
    assert feasts_after(date(year, 1, 15))["Easter"] == f"{year}-{easter}"


@given(st.dates(date(1997, 1, 1), date(2060, 12, 31)))
def test_a_feast_lies_ahead_within_thirteen_months_and_easter_is_a_sunday_in_spring(day: date) -> None:
    feasts = {name: date.fromisoformat(value) for name, value in feasts_after(day).items()}
    assert all(0 <= (feast - day).days <= 400 for feast in feasts.values())
    assert feasts["Easter"].weekday() == 6
    assert (3, 22) <= (feasts["Easter"].month, feasts["Easter"].day) <= (4, 25)


def test_a_deadline_before_christmas_has_a_day() -> None:
    text = "Minutes of the Committee\n12 May 2016\n\n1. Reports\n\nPeru will send a list before Christmas.\n"
    assert [(one.due, one.due_text) for one in read(text).action_points] == [("2016-12-25", "before Christmas")]
