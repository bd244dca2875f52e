"""The arithmetic of treaty time: what holds for every day, and how it rounds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.rulebooks.shapes import (
    ONCE,
    DaysAfter,
    DaysBefore,
    FirstDayOfMonthAfter,
    MonthsAfter,
    MonthsAfterOutsideConflict,
    MonthsBefore,
    OnDay,
    OnEvent,
    Shape,
    WeekdayOnOrBefore,
    WithinYears,
    YearlyOn,
    YearsAfter,
    YearsAfterLatest,
)
from corcom.rulebooks.shapes.yearly import COVERS

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
NUMBERS = st.integers(1, 600)
START = "deposit"
FLOOR = "general_entry_into_force"


def forward(number: int, not_before: str = "") -> list[Shape]:
    """Every shape that leads from an event to the same day or a later one."""
    return [
        OnEvent(event=START, not_before=not_before),
        DaysAfter(event=START, days=number, not_before=not_before),
        MonthsAfter(event=START, months=number, not_before=not_before),
        MonthsAfterOutsideConflict(event=START, months=number, not_before=not_before),
        YearsAfter(event=START, years=number, not_before=not_before),
        WithinYears(event=START, years=number, not_before=not_before),
        FirstDayOfMonthAfter(event=START, months=number, not_before=not_before),
        YearsAfterLatest(events=(START,), years=number, not_before=not_before),
    ]


def test_these_are_all_shapes() -> None:
    backward = {MonthsBefore.name, DaysBefore.name, WeekdayOnOrBefore.name}
    tested = {shape.name for shape in forward(1)} | {OnDay.name} | backward
    assert tested == set(ONCE)


@given(start=DAYS, number=NUMBERS)
def test_a_deadline_is_never_before_its_event(start: date, number: int) -> None:
    found = [shape.on({START: start}) for shape in forward(number)]
    assert all(day is not None and day >= start for day in found)


@given(start=DAYS, number=NUMBERS)
def test_a_request_is_asked_for_before_the_meeting(start: date, number: int) -> None:
    found = MonthsBefore(event="meeting", months=number).on({"meeting": start})
    assert found is not None
    assert found < start


@given(one=DAYS, two=DAYS, number=NUMBERS)
def test_a_later_event_never_leads_to_an_earlier_day(one: date, two: date, number: int) -> None:
    early, late = sorted((one, two))
    for shape in [*forward(number), MonthsBefore(event=START, months=number)]:
        first, second = shape.on({START: early}), shape.on({START: late})
        assert first is not None
        assert second is not None
        assert first <= second


@given(start=DAYS, floor=DAYS, number=NUMBERS)
def test_no_day_is_before_its_floor(start: date, floor: date, number: int) -> None:
    for bare, floored in zip(forward(number), forward(number, FLOOR), strict=True):
        counted = bare.on({START: start})
        assert counted is not None
        assert floored.on({START: start, FLOOR: floor}) == max(counted, floor)
        # As long as the floor is not known, neither is the day.
        assert floored.on({START: start}) is None


@given(number=NUMBERS)
def test_without_its_event_there_is_no_day(number: int) -> None:
    assert [shape.on({}) for shape in forward(number)] == [None] * len(forward(number))
    assert [shape.way({}) for shape in forward(number)] == [()] * len(forward(number))


@given(start=DAYS, floor=DAYS, number=NUMBERS)
def test_the_way_ends_on_the_day(start: date, floor: date, number: int) -> None:
    events = {START: start, FLOOR: floor}
    for shape in [*forward(number), *forward(number, FLOOR)]:
        steps = shape.way(events)
        assert steps[0].on == start
        assert steps[-1].on == shape.on(events)


@given(start=DAYS, end=DAYS, number=NUMBERS)
def test_a_withdrawal_waits_for_the_end_of_a_conflict(start: date, end: date, number: int) -> None:
    shape = MonthsAfterOutsideConflict(event=START, months=number)
    bare = MonthsAfter(event=START, months=number).on({START: start})
    assert bare is not None
    events = {START: start, "end_of_conflict": end}
    assert shape.on(events) == max(bare, end)
    assert shape.way(events)[-1].on == shape.on(events)


def test_a_withdrawal_keeps_its_floor_in_a_conflict() -> None:
    shape = MonthsAfterOutsideConflict(event=START, months=6, not_before=FLOOR)
    events = {START: date(2009, 1, 1), FLOOR: date(2010, 8, 1), "end_of_conflict": date(2010, 1, 1)}
    assert shape.on(events) == date(2010, 8, 1)


@given(one=DAYS, two=DAYS, number=st.integers(1, 50))
def test_the_latest_event_counts(one: date, two: date, number: int) -> None:
    shape = YearsAfterLatest(events=("entry_into_force", "end_of_hostilities"), years=number)
    events = {"entry_into_force": one, "end_of_hostilities": two}
    assert shape.on(events) == YearsAfter(event=START, years=number).on({START: max(one, two)})
    assert shape.on({"entry_into_force": one}) == YearsAfter(event=START, years=number).on({START: one})
    assert shape.on({"end_of_hostilities": two}) is None


@pytest.mark.parametrize(
    ("shape", "start", "day"),
    [
        (MonthsAfter(event=START, months=6), date(2024, 8, 31), date(2025, 2, 28)),
        (MonthsAfter(event=START, months=6), date(2023, 8, 31), date(2024, 2, 29)),
        (MonthsAfter(event=START, months=1), date(2016, 1, 30), date(2016, 2, 29)),
        (YearsAfter(event=START, years=1), date(2016, 2, 29), date(2017, 2, 28)),
        (YearsAfter(event=START, years=4), date(2016, 2, 29), date(2020, 2, 29)),
        (YearsAfter(event=START, years=100), date(2000, 2, 29), date(2100, 2, 28)),
        (WithinYears(event=START, years=1), date(2015, 3, 1), date(2016, 2, 29)),
        (WithinYears(event=START, years=1), date(2016, 2, 29), date(2017, 2, 27)),
        (DaysAfter(event=START, days=180), date(2015, 11, 1), date(2016, 4, 29)),
        (DaysAfter(event=START, days=180), date(2014, 11, 1), date(2015, 4, 30)),
        (FirstDayOfMonthAfter(event=START, months=6), date(2010, 8, 31), date(2011, 2, 1)),
        (FirstDayOfMonthAfter(event=START, months=6), date(2010, 8, 1), date(2011, 2, 1)),
        (MonthsBefore(event=START, months=9), date(2016, 11, 30), date(2016, 2, 29)),
        (MonthsBefore(event=START, months=9), date(2017, 11, 30), date(2017, 2, 28)),
    ],
)
def test_months_and_years_round_down_to_the_end_of_a_month(shape: Shape, start: date, day: date) -> None:
    assert shape.on({START: start}) == day


@given(start=DAYS, year=st.integers(0, 40), month=st.integers(1, 12), day=st.integers(1, 31))
def test_each_year_falls_due_once_and_covers_its_year_once(start: date, year: int, month: int, day: int) -> None:
    for covers in COVERS:
        rule = YearlyOn(month=month, day=day, after=START, covers=covers)
        found = list(rule.until({START: start}, start + timedelta(days=365 * year)))
        assert found[0] == rule.first({START: start})
        # Strictly after the event, and never more than a year later.
        assert start < found[0].due_on <= start + timedelta(days=366)
        assert [each.year for each in found] == list(range(found[0].year, found[0].year + len(found)))
        assert [each.due_on.year for each in found] == [each.year + (covers != "calendar_year") for each in found]
        assert all(each.due_on.month == month for each in found)


@given(one=DAYS, two=DAYS)
def test_a_later_event_never_leads_to_an_earlier_year(one: date, two: date) -> None:
    rule = YearlyOn(month=4, day=30, after=START, covers="calendar_year_before")
    first, second = (rule.first({START: day}) for day in sorted((one, two)))
    assert first is not None
    assert second is not None
    assert first <= second


def test_29_february_is_28_february_in_a_common_year() -> None:
    rule = YearlyOn(month=2, day=29, after=START, covers="calendar_year")
    days = [each.due_on for each in rule.until({START: date(2015, 1, 1)}, date(2016, 12, 31))]
    assert days == [date(2015, 2, 28), date(2016, 2, 29), date(2017, 2, 28)]


def test_a_yearly_rule_without_its_event_never_falls_due() -> None:
    rule = YearlyOn(month=4, day=30, after=START, covers="calendar_year")
    assert rule.first({}) is None
    assert list(rule.until({}, date(2030, 1, 1))) == []


@given(start=DAYS)
def test_a_day_of_the_calendar_waits_for_nothing(start: date) -> None:
    assert OnDay(day=start).on({}) == start
    assert [step.on for step in OnDay(day=start).way({})] == [start]
