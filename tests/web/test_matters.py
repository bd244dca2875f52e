from __future__ import annotations

import io

import pytest
from django.conf import LazySettings
from django.test import Client
from docx import Document
from icalendar import Calendar
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries
from tests.web.kept import TODAY, a_decision, a_meeting, an_action_point
from tests.web.pages import tree, words

QUERIES = 11  # session, person; the meetings around the day; all that arises; where it comes from
ADDRESS = "/matters/?convention=CCM&body=Coordination+Committee"


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


def test_without_meetings_the_page_says_what_belongs_here(reader: Client) -> None:
    for address in ("/matters/", ADDRESS):
        assert words(reader.get(address), "//*[@class='empty']/h2") == ["No meeting to look back on"]


def test_without_a_body_the_page_asks_for_one(reader: Client) -> None:
    a_meeting()
    page = reader.get("/matters/")
    assert words(page, "//div[@class='page-content']//a") == ["Coordination Committee, CCM"]
    assert tree(page).xpath("//div[@class='page-content']//a/@href") == [ADDRESS]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_whatever_arises(
    reader: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_meeting()
    for number in range(rows):
        an_action_point(text=f"letter {number}", due="2016-06-05")
    with django_assert_num_queries(QUERIES):
        page = reader.get(ADDRESS)
    assert len(words(page, "//*[@id='fell-due']//tbody/tr")) == rows + 1


def test_each_matter_stands_in_exactly_one_list(reader: Client) -> None:
    a_meeting()
    an_action_point(text="a", due="2016-05-20")
    an_action_point(text="b", due="2016-07-10")
    an_action_point(text="c", due="")
    a_decision(text="d")
    page = reader.get(ADDRESS)
    assert words(page, "//p[@class='status-line']") == [
        "Since 26 May 2016, for the meeting of 30 June 2016; the one after it on 28 July 2016 (what nobody has said is reckoned: about monthly)"
    ]
    lists = {
        part.get("id"): [" ".join(found.text_content().split()) for found in part.xpath(".//tbody/tr/th//span/a/bdi")]
        for part in tree(page).xpath("//section[@class='listing']")
    }
    assert lists == {
        "overdue": ["A"],
        "fell-due": ["Send a letter to Angola"],
        "falls-due": ["B"],
        "open": ["C"],
        "done": ["Posted the calendar"],
        "decisions": ["D", "Meet on the last Thursday of each month"],
    }
    assert words(page, "//div[@class='page-content']/p") == ["1 overdue · 1 fell due · 1 falls due next · 1 done"]


def test_the_days_of_the_meetings_can_be_said(reader: Client) -> None:
    a_meeting()
    an_action_point(text="b", due="2016-07-10")
    page = reader.get(f"{ADDRESS}&next=2016-07-12&after=2016-08-01")
    assert words(page, "//*[@id='fell-due']//tbody/tr/th//span/a")[-1:] == ["B"]
    assert words(page, "//p[@class='status-line']") == [
        "Since 26 May 2016, for the meeting of 12 July 2016; the one after it on 1 August 2016"
    ]


def test_page_and_files_have_the_same_lists_in_the_same_order(reader: Client) -> None:
    a_meeting()
    an_action_point(text="a", due="2016-05-20")
    an_action_point(text="b", due="2016-07-10")
    an_action_point(text="c", due="")
    page = reader.get(ADDRESS)
    captions = [part.text.strip() for part in tree(page).xpath("//p[@class='listing-caption']")]
    document = Document(io.BytesIO(reader.get(tree(page).xpath("//aside//a/@href")[0]).content))
    headings = [one.text.rpartition(" (")[0] for one in document.paragraphs if one.text.endswith(")")]
    assert (headings, len(captions)) == (captions, 6)


@pytest.mark.parametrize(
    "asked",
    ["&next=soon", "&next=2016-07-12&after=2016-07-01", "&next=2016-07-12&after=2016-07-12", "&next=9999-12-31"],
)
def test_days_that_cannot_be_are_refused(reader: Client, asked: str) -> None:
    a_meeting()
    page = reader.get(ADDRESS + asked)
    assert (page.status_code, words(page, "//h1")) == (400, ["This request could not be read"])


def test_matters_arising_are_taken_home_as_a_page_and_as_a_calendar(reader: Client) -> None:
    a_meeting()
    number = an_action_point(text="b", due="2016-07-10")
    links = tree(reader.get(ADDRESS)).xpath("//aside//a/@href")
    query = "convention=CCM&body=Coordination+Committee&next=2016-06-30&after=2016-07-28"
    assert links == [f"/matters/arising.{form}?{query}" for form in ("docx", "pdf", "ics")]
    page = reader.get(links[0])
    assert page.headers["Content-Disposition"] == 'attachment; filename="matters-arising-2016-06-30.docx"'
    document = Document(io.BytesIO(page.content))
    assert "B\nRaised on 28 April 2016" in [row.cells[0].text for table in document.tables for row in table.rows]
    laid_out = reader.get(links[1])
    assert laid_out.headers["Content-Disposition"] == 'attachment; filename="matters-arising-2016-06-30.pdf"'
    assert "Raised on 28 April 2016" in PdfReader(io.BytesIO(laid_out.content)).pages[0].extract_text()
    calendar = reader.get(links[2])
    assert calendar.headers["Content-Type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(calendar.content).walk("VEVENT")
    assert f"http://testserver/follow-up/{number}/" in {str(event.get("url")) for event in events}
    refused = [reader.get(f"/matters/arising.ics?{asked}").status_code for asked in ("body=Bureau", f"{query}&next=x")]
    assert refused == [404, 400]


def test_they_are_taken_home_in_the_language_of_the_reader(reader: Client) -> None:
    """All but the words of the record: labels, days and the names of States and conventions."""
    reading = a_meeting()
    reader.post("/choose-language/", {"language": "fr"})
    page = reader.get("/matters/arising.docx?convention=CCM&body=Coordination+Committee")
    lines = [
        cell.text for table in Document(io.BytesIO(page.content)).tables for row in table.rows for cell in row.cells
    ]
    assert lines[:2] == [
        "Convention sur les armes à sous-munitions\nCoordination Committee",
        "Questions découlant de la réunion précédente\nPour la réunion du 30 juin 2016",
    ]
    assert {"Objet", "Échéance", "Statut", "Zambie", "10 juin 2016"} <= set(lines)
    record = reader.get(f"/meetings/{reading.meeting_id}/record.docx")
    said = [paragraph.text for paragraph in Document(io.BytesIO(record.content)).paragraphs]
    assert "Procès-verbal de la réunion" in said
    laid_out = reader.get(f"/meetings/{reading.meeting_id}/record.pdf")
    assert "Procès-verbal de la réunion" in PdfReader(io.BytesIO(laid_out.content)).pages[0].extract_text()
