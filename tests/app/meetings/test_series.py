from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from corcom.meetings.actions import record_meeting
from corcom.meetings.domain.meeting import Heading
from corcom.meetings.queries import headings_of, meetings, meetings_between, series_of


def held(day: str, body: str = "Coordination Committee", convention: str = "CCM") -> int:
    return record_meeting(heading=Heading(convention=convention, body=body, date=day)).pk


def test_meetings_after_a_day_are_found_by_their_first_day() -> None:
    held("2016-04-28")
    may, june = held("2016-05-26"), held("2016-06-30")
    held("2016-05-27", body="Bureau")
    found = meetings_between(
        convention="CCM", body="Coordination Committee", after=date(2016, 4, 28), until=date(2016, 6, 30)
    )
    assert list(found.items()) == [(date(2016, 6, 30), june), (date(2016, 5, 26), may)]


def test_a_list_ends_with_the_day_it_is_asked_for() -> None:
    april, may = held("2016-04-28"), held("2016-05-26")
    assert list(meetings(until=date(2016, 5, 25)).values_list("pk", flat=True)) == [april]
    assert list(meetings(until=date(2016, 5, 26)).values_list("pk", flat=True)) == [may, april]


@pytest.mark.parametrize("rows", [1, 3])
def test_series_and_headings_cost_one_query_each(rows: int, django_assert_num_queries: Any) -> None:
    numbers = [held(f"2016-0{month}-28") for month in range(1, rows + 1)]
    held("2015-03-04", body="Bureau", convention="APMBC")
    with django_assert_num_queries(1):
        found = series_of(until=date(2016, 12, 31))
    assert found == [("APMBC", "Bureau", 2015, 1), ("CCM", "Coordination Committee", 2016, rows)]
    with django_assert_num_queries(1):
        headings = headings_of(numbers=numbers)
    assert [headings[number].date for number in numbers] == [f"2016-0{month}-28" for month in range(1, rows + 1)]
    assert series_of(until=date(2016, 12, 31), convention="APMBC") == found[:1]
