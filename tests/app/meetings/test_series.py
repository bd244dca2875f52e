from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from corcom.meetings.actions import record_meeting, set_next_meeting
from corcom.meetings.domain.meeting import Heading, NextMeeting
from corcom.meetings.models import Meeting
from corcom.meetings.queries import (
    MeetingDays,
    MeetingsOutOfOrder,
    headings_of,
    meeting_days,
    meetings,
    meetings_between,
    series_of,
)


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


def around(day: str, **given: str) -> tuple[str, str, str, tuple[str, ...]]:
    asked: dict[str, Any] = {key: date.fromisoformat(value) for key, value in given.items()}
    found = meeting_days(convention="CCM", body="Coordination Committee", day=date.fromisoformat(day), **asked)
    assert isinstance(found, MeetingDays)
    return str(found.since), str(found.next_on), str(found.following_on), found.estimated


def test_days_that_somebody_gives_hold_and_the_others_follow_from_them(django_assert_num_queries: Any) -> None:
    for day in ("2016-04-28", "2016-05-26", "2016-06-30", "2016-09-01"):
        held(day)
    with django_assert_num_queries(1):
        assert around("2016-05-01") == ("2016-04-28", "2016-05-26", "2016-06-30", ())
    assert around("2016-05-01", next_on="2016-06-30") == ("2016-05-26", "2016-06-30", "2016-09-01", ())
    assert around("2016-05-01", next_on="2016-07-12") == ("2016-06-30", "2016-07-12", "2016-09-01", ())
    assert around("2016-05-01", following_on="2016-06-01") == ("2016-04-28", "2016-05-26", "2016-06-01", ())
    assert around("2016-09-02", next_on="2016-09-20") == ("2016-09-01", "2016-09-20", "2016-10-18", ("following_on",))
    assert around("9999-12-01", next_on="2016-04-29")[:2] == ("2016-04-28", "2016-04-29")
    never = meeting_days(convention="CCM", body="Bureau", day=date(2016, 5, 1), next_on=date(2016, 6, 1))
    assert never is None


def test_what_a_record_said_of_the_next_meeting_holds_where_no_meeting_is_known() -> None:
    last = Meeting.objects.get(pk=held("2016-04-28"))
    set_next_meeting(meeting=last, following=NextMeeting(date="2016-05-19"))
    assert around("2016-05-01") == ("2016-04-28", "2016-05-19", "2016-06-16", ("following_on",))
    assert around("2016-05-01", next_on="2016-05-12") == ("2016-04-28", "2016-05-12", "2016-06-09", ("following_on",))


@pytest.mark.parametrize("after", ["2016-05-26", "2016-05-25"])
def test_the_meeting_after_the_next_one_comes_after_it(after: str) -> None:
    held("2016-04-28")
    with pytest.raises(MeetingsOutOfOrder) as refused:
        around("2016-05-01", next_on="2016-05-26", following_on=after)
    assert (refused.value.next_on, str(refused.value.following_on)) == (date(2016, 5, 26), after)
