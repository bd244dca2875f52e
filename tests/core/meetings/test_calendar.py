"""What is written with icalendar is read back with vobject, which shares no code with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from tests.factories.plans import PLAN

from corcom.kernel.actor import Actor
from corcom.meetings.domain.calendar_entries import CalendarEntry, by_day, in_order, weeks_of
from corcom.meetings.domain.calendar_ics import calendar_ics

CHANGED = datetime(2016, 5, 2, 9, 30, tzinfo=UTC)
MEETING = CalendarEntry(
    kind="meeting",
    number=7,
    uid="meeting-abc",
    title="Coordination Committee (CCM)",
    starts_on=PLAN.starts_on,
    ends_on=PLAN.ends_on,
    status="confirmed",
    convention="CCM",
    body="Coordination Committee",
    place=PLAN.place,
    sequence=2,
    changed_at=CHANGED,
    plan=PLAN,
)
POINT = CalendarEntry(
    kind="action_point",
    number=3,
    uid="due-3",
    title="send a letter; to Angola,\nand Chad",
    starts_on=date(2016, 6, 10),
    ends_on=date(2016, 6, 10),
    status="overdue",
    theme="Universalization",
    owners=(Actor("ZMB", "Zambia"),),
    sequence=1,
    changed_at=CHANGED,
)


def read(*entries: CalendarEntry, **more: Any) -> Any:
    written = calendar_ics(entries, name="CorCom", site="corcom.example.org", **more)
    return vobject.readOne(written.decode())


def test_a_meeting_is_an_event_in_its_zone_with_a_name_for_ever() -> None:
    calendar = read(MEETING)
    event = calendar.vevent
    assert (calendar.method.value, event.uid.value, event.sequence.value, event.status.value) == (
        "PUBLISH",
        "meeting-abc@corcom.example.org",
        "2",
        "CONFIRMED",
    )
    assert (event.summary.value, event.location.value) == ("Coordination Committee (CCM)", "Palais des Nations")
    assert event.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Europe/Zurich"]
    assert event.dtstart.value.astimezone(UTC) == datetime(2016, 5, 26, 8, 0, tzinfo=UTC)
    assert event.dtend.value.astimezone(UTC) == datetime(2016, 5, 26, 9, 30, tzinfo=UTC)
    assert event.dtstamp.value == CHANGED
    assert [zone.tzid.value for zone in calendar.vtimezone_list] == ["Europe/Zurich"]


def test_the_zone_that_comes_with_it_knows_summer_and_winter() -> None:
    winter = replace(PLAN, starts_on=date(2016, 12, 1), ends_on=date(2016, 12, 1))
    zone = read(MEETING, replace(MEETING, plan=winter)).vtimezone_list[0].tzinfo
    offsets = [zone.utcoffset(datetime(2016, month, 1, 12)) for month in (1, 7)]
    assert offsets == [timedelta(hours=1), timedelta(hours=2)]


@pytest.mark.parametrize(
    ("zone", "year"),
    [
        ("Europe/Zurich", 2026),
        ("America/New_York", 2026),
        ("Pacific/Auckland", 2026),
        ("Africa/Casablanca", 2026),  # puts its clocks back for Ramadan, by no yearly rule
        ("Asia/Kolkata", 2026),
        ("Europe/Istanbul", 2016),  # stayed on summer time that year
        ("Europe/Zurich", 2045),
    ],
)
def test_a_zone_that_was_written_is_the_zone_on_every_day(zone: str, year: int) -> None:
    planned = replace(PLAN, zone=zone, starts_on=date(year, 6, 1), ends_on=date(year, 6, 1))
    entry = replace(MEETING, plan=planned, starts_on=planned.starts_on, ends_on=planned.ends_on)
    read_back = read(entry).vtimezone_list[0].tzinfo
    noons = [datetime(year, 1, 1, 12) + timedelta(days=day) for day in range(365)]
    wrong = [noon for noon in noons if read_back.utcoffset(noon) != noon.replace(tzinfo=ZoneInfo(zone)).utcoffset()]
    assert wrong == []


def test_a_cancellation_stays_under_the_same_name_and_a_tentative_date_says_so() -> None:
    cancelled = read(replace(MEETING, status="cancelled", sequence=3)).vevent
    tentative = read(replace(MEETING, status="tentative")).vevent
    assert (cancelled.uid.value, cancelled.sequence.value, cancelled.status.value, cancelled.description.value) == (
        "meeting-abc@corcom.example.org",
        "3",
        "CANCELLED",
        "This meeting was cancelled.",
    )
    assert (tentative.status.value, tentative.transp.value, tentative.description.value) == (
        "TENTATIVE",
        "TRANSPARENT",
        "This date is tentative.",
    )


def test_the_joining_link_stands_only_where_it_is_asked_for() -> None:
    assert "description" not in read(MEETING).vevent.contents
    assert read(MEETING, with_links=True).vevent.description.value == f"To join: {PLAN.joining_link}"


def test_a_deadline_is_a_to_do_with_its_day() -> None:
    todo = read(POINT, address=lambda _one: "https://corcom.example.org/follow-up/3/").vtodo
    assert (todo.uid.value, todo.due.value, todo.status.value, todo.summary.value) == (
        "due-3@corcom.example.org",
        date(2016, 6, 10),
        "NEEDS-ACTION",
        "send a letter; to Angola, and Chad",
    )
    assert todo.description.value.splitlines()[0] == "Zambia"
    done = read(replace(POINT, status="done")).vtodo
    assert (done.status.value, done.completed.value) == ("COMPLETED", CHANGED)


def test_a_meeting_known_only_from_its_record_takes_whole_days() -> None:
    held = replace(MEETING, plan=None, status="held", ends_on=date(2016, 5, 27))
    event = read(held).vevent
    assert (event.dtstart.value, event.dtend.value) == (date(2016, 5, 26), date(2016, 5, 28))


def test_the_same_state_gives_the_same_bytes() -> None:
    first, second = (calendar_ics([MEETING, POINT], name="CorCom", site="x") for _ in range(2))
    assert first == second


def test_a_meeting_of_several_days_stands_on_each() -> None:
    long = replace(MEETING, ends_on=date(2016, 5, 28))
    found = by_day([POINT, long], date(2016, 5, 27), date(2016, 6, 30))
    assert {str(day): [one.number for one in entries] for day, entries in found.items()} == {
        "2016-05-27": [7],
        "2016-05-28": [7],
        "2016-06-10": [3],
    }
    assert [one.number for one in in_order([POINT, long])] == [7, 3]


def test_weeks_cover_each_day_of_a_month_once() -> None:
    for month in range(1, 13):
        days = [day for week in weeks_of(2016, month) for day in week if day.month == month]
        assert days == sorted(set(days))
        assert (days[0].day, len(days)) == (1, (date(2016 + month // 12, month % 12 + 1, 1) - days[0]).days)
