from __future__ import annotations

import io
import json
from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from docx import Document
from lxml import etree
from pytest_django import DjangoAssertNumQueries
from tests.factories.minutes import words as words_of
from tests.factories.rows import AT
from tests.web.kept import TODAY, a_later_meeting, a_meeting
from tests.web.pages import tree, words

from corcom.minutes.domain import reading as typed
from corcom.register.actions import record_treaty_actions
from corcom.register.domain.treaty_action_rows import packaged_actions

LIST_QUERIES = 5  # session, person; meetings; their bodies and years; what is planned
RECORD_QUERIES = 17  # session, person; what was planned; nine for the record; one for its warnings; two for who confirmed what; two for minutes


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


def test_without_a_record_the_page_says_what_belongs_here(reader: Client) -> None:
    page = reader.get("/meetings/")
    assert words(page, "//p[@class='status-line']") == ["No meeting has a record yet"]
    assert words(page, "//*[@class='empty']/h2") == ["No meetings yet"]
    assert tree(page).xpath("//*[@class='empty']//a/@href") == ["/documents/"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(
    reader: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for day in range(rows):
        a_meeting(f"{day}.txt", date=f"2016-05-{26 - day}")
    with django_assert_num_queries(LIST_QUERIES):
        page = reader.get("/meetings/")
    assert words(page, "//*[@id='meetings']//tbody/tr/th") == [f"{26 - day} May 2016" for day in range(rows)]
    first = words(page, "//*[@id='meetings']//tbody/tr[1]/td")
    assert first == [
        "Coordination Committee (CCM), meeting 4",
        "Palais des Nations",
        "Croatia",
        "1",
        "2",
        "",
    ]


def test_meetings_are_narrowed_by_links_and_taken_home_as_shown(reader: Client) -> None:
    a_meeting("a.txt")
    a_meeting("b.txt", date="2015-03-04", body="Meeting of States Parties")
    page = reader.get("/meetings/?year=2015")
    assert words(page, "//*[@id='meetings']//tbody/tr/th") == ["4 March 2015"]
    assert words(page, "//nav[@class='filters']//a") == ["All", "2016 1", "2015 1"]
    file = reader.get("/meetings/?year=2015&format=csv").content.decode("utf-8-sig").splitlines()
    assert file[1:] == ["CCM,Meeting of States Parties,2015-03-04,2015-03-04,Palais des Nations,Croatia,1,2"]


def test_a_meeting_that_had_not_been_held_by_the_day_of_the_page_is_not_there(reader: Client) -> None:
    meeting = a_meeting().meeting_id
    assert words(reader.get("/meetings/?as_of=2016-05-25"), "//*[@class='empty']/h2") == ["No meetings yet"]
    before = reader.get(f"/meetings/{meeting}/?as_of=2016-05-25")
    assert (before.status_code, words(before, "//h1")) == (404, ["On 25 May 2016 this meeting had not been held"])
    assert words(before, "//dl//dd") == [
        "It was held on 26 May 2016.",
        "Go back to today, or choose a later day in the bar above.",
    ]
    assert tree(before).xpath("//main//a/@href") == [f"/meetings/{meeting}/", "/"]
    assert reader.get(f"/meetings/{meeting}/?as_of=2016-05-26").status_code == 200
    assert reader.get("/meetings/99/").status_code == 404


@pytest.mark.parametrize("more", [0, 2])
def test_a_record_costs_the_same_whatever_it_holds(
    reader: Client, more: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    figures = tuple(
        typed.Figure(what=f"States {n}", value=n, evidence=words_of("Zambia reported on its visit to Luanda."))
        for n in range(1, 2 + more)
    )
    meeting = a_meeting(figures=figures).meeting_id
    with django_assert_num_queries(RECORD_QUERIES):
        page = reader.get(f"/meetings/{meeting}/")
    assert len(words(page, "//details[@id='figures']//tbody/tr")) == 1 + more


def test_the_record_shows_who_was_there_what_was_said_decided_and_promised(reader: Client) -> None:
    page = reader.get(f"/meetings/{a_meeting().meeting_id}/")
    assert words(page, "//h1") == ["Coordination Committee, 26 May 2016"]
    assert words(page, "//p[@class='status-line']") == [
        "Thursday 26 May 2016, 10:00 · 2 action points: 1 overdue, 1 done"
    ]
    assert words(page, "//article//h2") == [
        "Attendance",
        "Agenda",
        "Decisions",
        "Action points",
        "Themes and who holds them",
        "Who wants what",
        "Next meeting",
    ]
    roll = [" ".join(found.split("Why?")[0].split()) for found in words(page, "//ul[@class='roll']/li")]
    assert roll == ["Croatia, President: Ms. Ana Horvat", "Norway: Mr. Ole Berg", "ICRC", "Chile"]
    said = tree(page).xpath("//section[@class='agenda-item'][2]//ul[@class='said']/li/bdi")
    assert [found.text for found in said] == ["reported on its visit to Luanda"]
    points = words(page, "//h2[@id='points']/following-sibling::table[1]//tbody/tr/td[2]")
    assert points == ["Zambia", "CCM ISU"]
    assert words(page, "//h2[@id='next']/following-sibling::p") == ["30 June 2016, 10:00, Room XXII"]
    assert words(page, "//h2[@id='decisions']/following-sibling::p[1]") == [
        "The Coordination Committee discusses and prepares; it decides on its own work alone."
    ]


def test_every_fact_opens_its_words_its_document_and_who_confirmed_it(reader: Client) -> None:
    reading = a_meeting()
    page = reader.get(f"/meetings/{reading.meeting_id}/")
    why = "//h2[@id='points']/following-sibling::table[1]//tbody/tr[1]//*[@class='why-panel']"
    assert words(page, f"{why}/blockquote") == ["Zambia to send a letter to Angola by 10 June 2016."]
    assert words(page, f"{why}/p") == ["minutes.txt", "Confirmed by Carl Clerk, 2 May 2016"]
    found = reading.findings.filter(kind="action_point").order_by("position")[0]
    assert tree(page).xpath(f"{why}//a/@href") == [f"/documents/{reading.file_id}/review/#finding-{found.pk}"]


def test_what_waits_and_what_cannot_be_right_is_said(reader: Client) -> None:
    caution = typed.Caution(text="2016-05-26 is not a Friday", evidence=words_of("26 May 2016"))
    reading = a_meeting(left_out=("position", "warning"), warnings=(caution,))
    page = reader.get(f"/meetings/{reading.meeting_id}/")
    assert words(page, "//*[contains(@class,'note-warning')]//bdi")[:1] == ["26 May 2016 is not a Friday"]
    reader.post("/choose-language/", {"language": "fr"})
    french = reader.get(f"/meetings/{reading.meeting_id}/")
    warned = words(french, "//*[contains(@class,'note-warning')]//bdi")[:1]
    assert warned == ["le 26 mai 2016 n’est pas un vendredi"]
    assert words(page, "//aside//p[@class='quiet']") == ["3 findings wait for review and are not in this record."]
    assert words(page, "//h2[@id='positions']") == []


def test_the_record_leads_to_its_follow_up_and_to_the_next_meeting(reader: Client) -> None:
    meeting = a_meeting().meeting_id
    page = reader.get(f"/meetings/{meeting}/?as_of=2016-06-01")
    assert tree(page).xpath("//div[@class='page-action']/a/@href") == [
        "/matters/?convention=CCM&body=Coordination+Committee&as_of=2016-06-01"
    ]
    links = tree(page).xpath("//aside//a/@href")
    assert f"/follow-up/?meeting={meeting}&state=all&as_of=2016-06-01" in links


def test_two_meetings_of_a_body_keep_their_own_records(reader: Client) -> None:
    first, second = a_meeting().meeting_id, a_later_meeting().meeting_id
    assert first != second
    assert words(reader.get(f"/meetings/{second}/"), "//h1") == ["Coordination Committee, 9 June 2016"]


def test_the_record_is_taken_home_in_four_forms(reader: Client) -> None:
    meeting = a_meeting().meeting_id
    links = tree(reader.get(f"/meetings/{meeting}/")).xpath("//aside//a[contains(@href, 'record.')]/@href")
    assert links == [f"/meetings/{meeting}/record.{form}" for form in ("docx", "pdf", "json", "xml")]
    docx, pdf, json_file, xml = (reader.get(link) for link in links)
    name = 'attachment; filename="ccm-coordination-committee-2016-05-26'
    assert [one.headers["Content-Disposition"] for one in (docx, pdf, json_file, xml)] == [
        f'{name}.docx"',
        f'{name}.pdf"',
        f'{name}.json"',
        f'{name}.xml"',
    ]
    assert "Send a letter to Angola" in "\n".join(
        cell.text for table in Document(io.BytesIO(docx.content)).tables for row in table.rows for cell in row.cells
    )
    assert pdf.content.startswith(b"%PDF-")
    assert json.loads(json_file.content)["meeting"]["date"] == "2016-05-26"
    assert etree.QName(etree.fromstring(xml.content)[0]).localname == "debateReport"
    missing = [reader.get(f"/meetings/{rest}").status_code for rest in ("99/record.docx", f"{meeting}/record.exe")]
    assert missing == [404, 404]
    assert reader.get(f"/meetings/{meeting}/record.docx?as_of=2016-05-25").status_code == 404


def test_a_listener_is_told_what_each_why_is_about(reader: Client) -> None:
    page = reader.get(f"/meetings/{a_meeting().meeting_id}/")
    told = words(page, "//details[@class='why']//span[@class='visually-hidden']")
    assert told
    assert [one for one in told if "=" in one] == []


def test_a_count_that_the_register_does_not_bear_out_is_explained(reader: Client) -> None:
    record_treaty_actions(actions=packaged_actions(), day=date(2026, 11, 26), at=AT)
    evidence = words_of("Zambia reported on its visit to Luanda.")
    said = [("States yet to join the Convention", 93), ("States Parties", 100), ("new States Parties", 2)]
    figures = tuple(typed.Figure(what=what, value=value, evidence=evidence) for what, value in said)
    page = reader.get(f"/meetings/{a_meeting(figures=figures).meeting_id}/")
    remark = (
        "The record says 93 (States yet to join the Convention); the register counts 96 that day: members of the United"
        " Nations on that day that are not counted by deposit. It seems to be 193 members of the United Nations less 100"
        " States Parties; but 3 of those parties are no members."
    )
    assert words(page, "//li[contains(@class, 'note-warning')]//bdi") == [remark]
