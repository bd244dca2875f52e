from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.register import the_register
from tests.web.kept import TODAY, a_meeting, an_action_point
from tests.web.pages import tree, words

from corcom.kernel.actor import Actor
from corcom.minutes.models import Question

LIST_QUERIES = 4  # session, person; whom records name; what each still has to do
PAGE_QUERIES = 20
"""Session, person; treaty actions, facts of obligations, figures, the history of the acts; what it said, stood for and coordinated,
with actors; attendance; promises and decisions, one with owners; agendas; who confirmed each of them; its terms of office."""


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


def test_without_records_the_page_says_what_belongs_here(reader: Client) -> None:
    page = reader.get("/states/")
    assert words(page, "//*[@class='empty']/h2") == ["No State is named yet"]
    assert words(page, "//p[@class='status-line']") == ["0 States are named in confirmed records · 15 June 2016"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(
    reader: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for day in range(rows):
        a_meeting(f"{day}.txt", date=f"2016-05-{26 - day}")
    with django_assert_num_queries(LIST_QUERIES):
        page = reader.get("/states/")
    assert words(page, "//*[@id='states']//tbody/tr/th") == ["Chile", "Croatia", "Ecuador", "Norway", "Zambia"]
    zambia = words(page, "//*[@id='states']//tbody/tr[5]/td")
    assert zambia == [str(rows), str(rows), str(rows), "0"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?kind=organisation", ["CCM ISU", "ICRC"]),
        ("?kind=office", []),
        ("?sort=-open", ["Zambia", "Norway", "Ecuador", "Croatia", "Chile"]),
        ("?as_of=2016-05-01", []),
    ],
)
def test_the_list_is_narrowed_and_sorted(reader: Client, query: str, names: list[str]) -> None:
    a_meeting()
    found = words(reader.get(f"/states/{query}"), "//*[@id='states']//tbody/tr/th")
    assert (found[:1], sorted(found)) == (names[:1], sorted(names))


@pytest.mark.parametrize("more", [0, 2])
def test_a_page_costs_the_same_whatever_is_on_record(
    reader: Client, more: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_meeting()
    for number in range(more):
        an_action_point(text=f"letter {number}", owners=(Actor("ZMB", "Zambia"),))
    with django_assert_num_queries(PAGE_QUERIES):
        page = reader.get("/states/ZMB/")
    assert len(words(page, "//*[@id='promised']//tbody/tr")) == 1 + more


def test_a_state_shows_what_it_promised_said_and_coordinated(reader: Client) -> None:
    a_meeting()
    page = reader.get("/states/ZMB/")
    assert words(page, "//h1") == ["Zambia"]
    assert words(page, "//p[@class='status-line']") == [
        "1 open and overdue action point · 1 intervention · present at 0 meetings"
    ]
    assert words(page, "//div[@class='page-content']/h2") == ["What it promised", "What it said"]
    assert words(page, "//div[@class='page-content']/h3") == ["Universalization"]
    assert words(page, "//ul[@class='lines']/li/bdi") == ["reported on its visit to Luanda", "Universalization"]
    assert words(page, "//aside/h2") == ["Themes that it coordinated"]


def test_a_state_shows_where_it_stood(reader: Client) -> None:
    a_meeting()
    page = reader.get("/states/NOR/")
    assert words(page, "//div[@class='page-content']/h2") == ["Where it stood"]
    assert words(page, "//div[@class='page-content']/h3") == ["Hosting of the next meeting"]
    number = Question.objects.get().pk
    assert tree(page).xpath("//div[@class='page-content']/h3/a/@href") == [f"/questions/{number}/"]
    assert words(page, "//div[@class='page-content']//ul[@class='lines']/li/strong") == ["for"]
    assert words(page, "//aside//li") == ["present at 1"]


def test_the_years_are_drawn_with_a_list_beside_them(reader: Client) -> None:
    a_meeting()
    an_action_point(text="write to Angola again", due="2016-08", owners=(Actor("ZMB", "Zambia"),))
    drawn = words(reader.get("/states/ZMB/"), "//figure[@id='years']//ol/li")
    assert drawn == ["10 June 2016 Send a letter to Angola", "31 August 2016 Write to Angola again"]


def test_organisations_and_offices_have_pages_too(reader: Client) -> None:
    a_meeting()
    an_action_point(owners=(Actor("office:president", "President"),))
    assert words(reader.get("/states/ccm-isu/"), "//h1") == ["CCM ISU"]
    page = reader.get("/states/office:president/")
    assert words(page, "//h1") == ["President"]
    assert words(page, "//*[@id='promised']//tbody/tr/th//span/a") == ["Circulate the draft letter"]


def test_a_state_of_which_nothing_is_on_record_says_so_and_anything_else_is_not_there(reader: Client) -> None:
    page = reader.get("/states/TUV/")
    assert (words(page, "//h1"), words(page, "//*[@class='empty']/h2")) == (
        ["Tuvalu"],
        ["Nothing is on record by this day"],
    )
    assert reader.get("/states/name:nobody/").status_code == 404
    a_meeting()
    assert words(reader.get("/states/ZMB/?as_of=2016-05-01"), "//*[@class='empty']/h2") == [
        "Nothing is on record by this day"
    ]


def test_names_lead_to_pages_on_the_day_of_this_one(reader: Client) -> None:
    a_meeting()
    page = reader.get("/follow-up/?as_of=2016-06-01")
    assert tree(page).xpath("//td//a[@class='state-name']/@href") == ["/states/ZMB/?as_of=2016-06-01"]


def test_the_page_of_a_state_says_in_a_line_where_it_stands_and_what_falls_due_next(client: Client) -> None:
    the_register()
    said = {
        day: words(client.get(f"/states/ZAF/?convention=CCM&as_of={day}"), "//*[@class='status-line']")
        for day in ("2008-12-02", "2008-12-04", "2016-04-28", "2016-05-02")
    }
    assert said == {
        "2008-12-02": ["CCM: not party, not signatory"],
        "2008-12-04": ["CCM: signatory, not party since 3 December 2008"],
        "2016-04-28": [
            "CCM: State Party, bound since 1 November 2015; next due: Initial transparency report, 29 April 2016"
        ],
        "2016-05-02": [
            "CCM: State Party, bound since 1 November 2015; next due: Annual transparency report, 30 April 2017"
        ],
    }
