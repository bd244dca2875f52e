from __future__ import annotations

import io
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.conf import LazySettings
from django.test import Client
from docx import Document
from pytest_django import DjangoAssertNumQueries
from tests.factories.pdf_read import lines_of_pdf
from tests.factories.plans import a_plan
from tests.factories.polls import CLOSES, a_poll
from tests.factories.register import the_register
from tests.factories.rows import AT
from tests.factories.terms import a_term
from tests.web.kept import TODAY, a_meeting, an_action_point, hand
from tests.web.pages import tree, words

from corcom.mandates.actions import record_terms
from corcom.meetings.actions import cancel_meeting, circulate_agenda, record_forum_dates

HERE = "/work-plan/?year=2016&convention=CCM"
# session, person; meetings, action points with their owners and steps, which of them are steps of time-lines;
# consultations with paragraphs, delegations, deadlines and who set them; polls; treaty actions, facts, their changes; terms; forums
QUERIES = 18


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


def everything() -> None:
    a_meeting()
    meeting = a_plan(hand(), on="2016-06-30")
    a_poll(meeting, closes_at=CLOSES)
    circulate_agenda(
        meeting=meeting,
        title="Draft agenda",
        parties=["ZMB"],
        closes_at=datetime(2016, 6, 21, 0, 0, tzinfo=ZoneInfo("Europe/Zurich")),
        by=hand(),
        at=AT,
    )
    cancel_meeting(meeting=a_plan(hand(), on="2016-07-28"), by=hand(), at=AT)
    an_action_point(text="not a step", due="2016-06-10")
    record_forum_dates(
        name="First Committee",
        starts_on=date(2016, 10, 3),
        ends_on=date(2016, 11, 2),
        place="New York",
        source="a letter",
        by=hand(),
        at=AT,
    )
    the_register()
    record_terms(found=[a_term(since="5MSP", until="6MSP")], at=datetime(2026, 11, 1, tzinfo=UTC))


def test_everything_that_has_a_day_stands_in_its_month(
    reader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    everything()
    with django_assert_num_queries(QUERIES):
        page = reader.get(HERE)
    assert words(page, "//h1") == ["Work plan of 2016"]
    june = "//section[@aria-labelledby='month-6']//li"
    assert words(page, june) == [
        "10 Answers end: dates of the Coordination Committee",
        "20 Input ends: Draft agenda",
        "29 Initial transparency report (CCM), number of States: 1",
        "30 Coordination Committee (CCM) tentative",
    ]
    assert words(page, "//section[@aria-labelledby='month-5']//li") == ["26 Coordination Committee (CCM) held"]
    assert words(page, "//section[@aria-labelledby='month-7']//li[contains(., 'Committee')]") == []
    assert words(page, "//section[@aria-labelledby='month-10']//li") == [
        "3 October 2016 to 2 November 2016 First Committee, New York"
    ]
    april = words(page, "//section[@aria-labelledby='month-4']//li")
    assert "30 Annual transparency report (CCM), number of States: 92" in april
    september = words(page, "//section[@aria-labelledby='month-9']//li")
    assert "Terms end at the close of the 6MSP (CCM): 1" in [line.partition(" ")[2] for line in september]
    links = tree(page).xpath(f"{june}//a/@href")
    assert [link.rpartition("/")[0].rpartition("/")[0] for link in links] == [
        "/polls",
        "/consultations",
        "/conventions/CCM",
        "/meetings",
    ]


def test_it_is_narrowed_turned_and_taken_home(reader: Client) -> None:
    everything()
    every = reader.get("/work-plan/?year=2016&convention=all")
    assert len(words(every, "//section[@aria-labelledby='month-4']//li[contains(.,'(APMBC)')]")) > 0
    other = reader.get("/work-plan/?year=2016&convention=APMBC")
    assert words(other, "//section[@aria-labelledby='month-6']//li[contains(.,'Committee')]") == []
    page = reader.get(HERE)
    assert tree(page).xpath("//a[@rel='next']/@href") == ["?convention=CCM&year=2017"]
    rows = reader.get(f"{HERE}&format=csv").content.decode("utf-8-sig").splitlines()
    assert rows[0] == "starts_on,ends_on,kind,what,status,convention"
    assert "2016-06-30,2016-06-30,Meetings,Coordination Committee (CCM),tentative,CCM" in rows
    word, pdf = tree(page).xpath("//aside//a[contains(@href, 'work-plan.')]/@href")
    document = Document(io.BytesIO(reader.get(word).content))
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["30 June 2016", "Coordination Committee (CCM)", "tentative"] in cells
    assert "30 June 2016 Coordination Committee (CCM) tentative" in lines_of_pdf(reader.get(pdf).content)


def test_the_calendar_and_the_time_lines_lead_to_it(reader: Client) -> None:
    assert tree(reader.get("/calendar/?at=2015-03")).xpath("//aside//a[contains(@href,'work-plan')]/@href") == [
        "/work-plan/?year=2015"
    ]
    assert tree(reader.get("/time-lines/")).xpath("//aside//a[contains(@href,'work-plan')]/@href") == ["/work-plan/"]


@pytest.mark.parametrize("asked", ["year=soon", "year=0", "year=99999", "year=9998", "year=2&convention=none"])
def test_an_odd_address_shows_a_year_all_the_same(reader: Client, asked: str) -> None:
    page = reader.get(f"/work-plan/?{asked}")
    assert (page.status_code, len(words(page, "//h1"))) == (200, 1)


def test_it_is_for_those_who_are_signed_in(visitor: Client) -> None:
    assert visitor.get("/work-plan/").status_code == 302
