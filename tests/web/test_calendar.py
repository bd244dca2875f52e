from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import vobject
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.plans import PLAN, a_plan
from tests.factories.rows import AT
from tests.web.kept import TODAY, a_meeting, an_action_point, hand
from tests.web.pages import tree, words

from corcom.access.models import User
from corcom.kernel.actor import Actor
from corcom.meetings.actions import cancel_meeting, move_meeting
from corcom.meetings.models import CalendarFeed

QUERIES = (
    9  # session, person; meetings; action points, their owners and their steps; treaty actions, facts, their changes
)


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


def entries(page: Any) -> list[str]:
    return words(page, "//table[@class='cal-month']//li")


@pytest.mark.parametrize("rows", [1, 3])
def test_a_month_shows_meetings_and_deadlines_and_costs_the_same(
    reader: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_plan(hand())
    for number in range(rows):
        an_action_point(text=f"write letter {number}", due="2016-06-10")
    with django_assert_num_queries(QUERIES):
        page = reader.get("/calendar/")
    assert words(page, "//h1") == ["Calendar: June 2016"]
    assert words(page, "//td[@id='day-2016-06-30']//li") == ["10:00 Coordination Committee (CCM) tentative"]
    assert words(page, "//td[@id='day-2016-06-10']//li") == [f"Write letter {number} overdue" for number in range(rows)]
    assert tree(page).xpath("//a[@rel='next']/@href") == ["?at=2016-07"]


def test_the_year_leads_to_its_months_and_the_list_says_everything(reader: Client) -> None:
    meeting = a_meeting().meeting_id
    a_plan(hand(), ends_on=date(2016, 7, 1), end_time="")
    year = reader.get("/calendar/?view=year&at=2016")
    assert len(words(year, "//table[@class='cal-small']")) == 12
    assert tree(year).xpath("//table[@class='cal-small']//a/@href") == [
        "?at=2016-05#day-2016-05-26",
        "?at=2016-06#day-2016-06-10",
        "?at=2016-06#day-2016-06-30",
        "?at=2016-07#day-2016-07-01",
    ]
    page = reader.get("/calendar/?view=list&at=2016")
    rows = [words(page, f"//*[@id='entries']//tbody/tr[{at}]/*") for at in (1, 2, 3)]
    assert rows == [
        ["26 May 2016", "Coordination Committee (CCM)", "Palais des Nations", "held"],
        ["10 June 2016", "Send a letter to Angola", "Zambia", "overdue"],
        [
            "30 June 2016 to 1 July 2016, 10:00 (Europe/Zurich)",
            "Coordination Committee (CCM)",
            "Palais des Nations",
            "tentative",
        ],
    ]
    assert tree(page).xpath("//*[@id='entries']//tbody/tr[1]//a/@href") == [f"/meetings/{meeting}/"]


def test_filters_are_links_and_leave_meetings_where_they_narrow_deadlines(reader: Client) -> None:
    a_plan(hand())
    an_action_point(text="a", due="2016-06-10", theme="Clearance", owners=(Actor("ZMB", "Zambia"),))
    an_action_point(text="b", due="2016-06-11", theme="Universalization", owners=(Actor("HRV", "Croatia"),))
    page = reader.get("/calendar/?at=2016-06")
    assert words(page, "//nav[@class='filters']//a") == [
        *("All", "CCM 3"),
        *("All", "Coordination Committee 3"),
        *("All", "Clearance 1", "Universalization 1"),
        *("All", "Croatia 1", "Zambia 1"),
    ]
    meeting = "10:00 Coordination Committee (CCM) tentative"
    assert entries(reader.get("/calendar/?at=2016-06&theme=Clearance")) == ["A overdue", meeting]
    assert entries(reader.get("/calendar/?at=2016-06&state=HRV")) == ["B overdue", meeting]
    assert entries(reader.get("/calendar/?at=2016-06&convention=APMBC")) == []


@pytest.mark.parametrize(
    "asked", ["at=soon", "at=2016-13", "at=9999-12", "at=0001-01", "view=week", "at=99999", "view=year&at=9999"]
)
def test_an_address_that_says_nothing_shows_a_month_all_the_same(reader: Client, asked: str) -> None:
    assert reader.get(f"/calendar/?{asked}").status_code == 200


def make_feed(client: Client, query: str = "convention=CCM") -> str:
    assert client.post(f"/calendar/feeds/?{query}").status_code == 302
    address: str = tree(client.get("/calendar/feeds/")).xpath("//tbody/tr[1]//input[@readonly]/@value")[0]
    return address.removeprefix("http://testserver")


def read(address: str) -> Any:
    """As a program reads it: nobody is signed in."""
    answer = Client().get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return vobject.readOne(answer.content.decode())


def test_a_feed_keeps_up_with_what_is_moved_and_cancelled(reader: Client) -> None:
    number, point = a_plan(hand()), an_action_point(text="write to Angola", due="2016-06-20")
    address = make_feed(reader)
    first = read(address)
    move_meeting(meeting=number, starts_on=date(2016, 7, 7), by=hand(), at=AT)
    moved = read(address).vevent
    cancel_meeting(meeting=number, by=hand(), at=AT)
    last = read(address).vevent
    assert [
        (one.uid.value, one.sequence.value, one.status.value, str(one.dtstart.value))
        for one in (first.vevent, moved, last)
    ] == [
        (last.uid.value, "0", "TENTATIVE", "2016-06-30 10:00:00+02:00"),
        (last.uid.value, "1", "TENTATIVE", "2016-07-07 10:00:00+02:00"),
        (last.uid.value, "2", "CANCELLED", "2016-07-07 10:00:00+02:00"),
    ]
    assert (first.vtodo.uid.value, first.vtodo.due.value, first.vtodo.url.value) == (
        f"due-{point}@testserver",
        date(2016, 6, 20),
        f"http://testserver/follow-up/{point}/",
    )
    assert PLAN.joining_link not in Client().get(address).content.decode()


def test_a_feed_shows_what_it_was_made_for(reader: Client) -> None:
    an_action_point(text="a", due="2016-06-10", theme="Clearance", owners=(Actor("ZMB", "Zambia"),))
    an_action_point(text="b", due="2016-06-11", theme="Universalization", owners=(Actor("HRV", "Croatia"),))
    a_plan(hand(), body="Bureau")
    for query, found in (
        ("theme=Clearance", ["a"]),
        ("state=HRV", ["b"]),
        ("body=Bureau", []),
        ("convention=", ["a", "b"]),
    ):
        calendar = read(make_feed(reader, query))
        assert [todo.summary.value for todo in calendar.contents.get("vtodo", [])] == found
    assert words(reader.get("/calendar/feeds/"), "//tbody/tr/td[1]/bdi") == [
        "all meetings and deadlines",
        "Bureau",
        "Croatia",
        "Clearance",
    ]


def test_an_address_that_was_tampered_with_revoked_or_closed_opens_nothing_and_says_why(reader: Client) -> None:
    address = make_feed(reader)

    def refused(at: str) -> tuple[int, str]:
        answer = Client().get(at)
        return answer.status_code, answer.content.decode()

    tampered = (404, "This address is not one that CorCom gave out. Copy it again from the page of your feeds.")
    assert [refused(at) for at in (f"{address}x", "/calendar/feed.ics", address.replace("key=", "key=a"))] == [
        tampered
    ] * 3
    User.objects.filter(username="rosa").update(is_active=False)
    assert refused(address) == (404, "The account of this address is closed.")
    User.objects.filter(username="rosa").update(is_active=True)
    number = CalendarFeed.objects.get().pk
    other = Client()
    other.force_login(hand())
    assert words(
        other.post("/calendar/feeds/step/", {"number": number}, follow=True), "//*[contains(@class,'messages')]//li"
    ) == ["This address was revoked already."]
    assert reader.post("/calendar/feeds/step/", {"number": number}).status_code == 302
    assert refused(address) == (404, "This address was revoked. Make a new one on the page of your feeds.")


def test_the_calendar_is_for_those_who_are_signed_in(visitor: Client) -> None:
    assert [visitor.get(at).status_code for at in ("/calendar/", "/calendar/feeds/")] == [302, 302]
