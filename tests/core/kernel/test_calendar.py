"""Months, weeks and partial dates: the arithmetic that deadlines rest on."""

from __future__ import annotations

import doctest
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.kernel import calendar
from corcom.kernel.calendar import (
    NotADate,
    add_months,
    add_working_days,
    earliest,
    end_of_working_week,
    first_of_nth_month_after,
    is_iso,
    iso_month,
    iso_period,
    last_of_month,
    latest,
    quarter,
    week_of,
    weekday_after,
    weekday_before,
)

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(calendar).failed == 0


@pytest.mark.parametrize(
    ("deposited", "in_force"),
    [
        (date(2010, 2, 16), date(2010, 8, 1)),
        (date(1998, 9, 16), date(1999, 3, 1)),
        (date(2015, 5, 28), date(2015, 11, 1)),
        (date(2011, 12, 31), date(2012, 6, 1)),
        (date(2012, 1, 1), date(2012, 7, 1)),
    ],
)
def test_entry_into_force_counts_from_the_month(deposited: date, in_force: date) -> None:
    assert first_of_nth_month_after(deposited, 6) == in_force


@given(days, st.integers(min_value=-1200, max_value=1200))
def test_adding_months_stays_in_the_month_and_clamps_down(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert moved.year * 12 + moved.month == day.year * 12 + day.month + months
    assert moved.day == day.day or (moved == last_of_month(moved) and moved.day < day.day)


@given(days)
def test_written_then_read_is_the_same_day(day: date) -> None:
    assert (earliest(day.isoformat()), latest(day.isoformat())) == (day, day)


@given(days, days)
def test_a_period_runs_from_its_first_to_its_last_day(one: date, other: date) -> None:
    start, end = sorted((one, other))
    assert (earliest(iso_period(start, end)), latest(iso_period(start, end))) == (start, end)


@given(days)
def test_neighbouring_months_years_weeks_and_quarters_cover_each_day_once(day: date) -> None:
    month = iso_month(day.year, day.month)
    assert earliest(month) <= day <= latest(month)
    following = latest(month) + timedelta(days=1)
    assert earliest(iso_month(following.year, following.month)) == following
    assert latest(f"{day.year:04d}") + timedelta(days=1) == earliest(f"{day.year + 1:04d}")
    monday, sunday = week_of(day)
    assert monday <= day <= sunday
    assert week_of(sunday + timedelta(days=1))[0] == sunday + timedelta(days=1)
    quarters = [quarter(day.year, number) for number in (1, 2, 3, 4)]
    assert sum(start <= day <= end for start, end in quarters) == 1


@given(days, st.integers(min_value=0, max_value=6))
def test_the_weekday_before_and_after_are_at_most_a_week_away(day: date, weekday: int) -> None:
    after, before = weekday_after(day, weekday), weekday_before(day, weekday)
    assert (after.weekday(), before.weekday()) == (weekday, weekday)
    assert 1 <= (after - day).days <= 7
    assert 1 <= (day - before).days <= 7


@given(days, st.integers(min_value=1, max_value=60))
def test_working_days_are_counted_one_by_one(day: date, number: int) -> None:
    counted = day
    for _ in range(number):
        counted += timedelta(days=1)
        while counted.weekday() > calendar.FRIDAY:
            counted += timedelta(days=1)
    assert add_working_days(day, number) == counted


@given(days)
def test_the_working_week_ends_on_a_friday_that_is_not_past(day: date) -> None:
    friday = end_of_working_week(day)
    assert friday.weekday() == calendar.FRIDAY
    assert 0 <= (friday - day).days <= 6


@pytest.mark.parametrize(
    "value", ["", "2016-13", "2015-02-29", "2016-5-1", "16-05-01", "2013/2012", "2016/", "٢٠١٦", "2016-05-26 ", "0000"]
)
def test_what_is_no_date_is_refused_with_its_words(value: str) -> None:
    assert not is_iso(value)
    with pytest.raises(NotADate) as refused:
        earliest(value)
    assert refused.value.value == value


@given(st.text(alphabet="0123456789-/", max_size=25))
def test_whatever_is_accepted_has_a_first_day_not_after_its_last(value: str) -> None:
    if is_iso(value):
        assert earliest(value) <= latest(value)
