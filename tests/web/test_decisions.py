from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.kept import TODAY, a_decision, a_meeting
from tests.web.pages import tree, words

LIST_QUERIES = 12  # session, person; how many, which, their owners; two for their sources; five for the filters
ROWS = "//*[@id='decisions']//tbody/tr"


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


def test_without_decisions_the_page_says_what_belongs_here(reader: Client) -> None:
    page = reader.get("/decisions/")
    assert words(page, "//*[@class='empty']/h2") == ["No decisions yet"]
    assert words(page, "//section[@aria-labelledby='competence']") == []


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(
    reader: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for day in range(rows):
        a_meeting(f"{day}.txt", date=f"2016-05-{26 - day}")
    with django_assert_num_queries(LIST_QUERIES):
        page = reader.get("/decisions/")
    assert words(page, f"{ROWS}/th//span/a") == ["Meet on the last Thursday of each month"] * rows
    assert words(page, f"{ROWS}/td[4]") == [f"{26 - day} May 2016" for day in range(rows)]


def test_decisions_of_other_bodies_are_marked_and_each_body_has_its_competence(reader: Client) -> None:
    a_decision(text="a", paragraph="12")
    a_decision(text="b", body="Meeting of States Parties", reported=True, taken_on=None)
    page = reader.get("/decisions/?sort=text")
    assert words(page, f"{ROWS}/th//div[@class='stack']/div") == ["A", "paragraph 12", "B"]
    assert words(page, f"{ROWS}/td[1]") == [
        "Coordination Committee",
        "Meeting of States Partiesreported, decided elsewhere",
    ]
    assert words(page, "//table[contains(@class,'competence')]//th[@scope='row']") == [
        "Coordination Committee",
        "Meeting of States Parties",
    ]
    assert words(page, "//table[contains(@class,'competence')]//td/p") == [
        "The Coordination Committee discusses and prepares; it decides on its own work alone.",
        "The Meeting of States Parties decides on matters of substance.",
    ]


def test_a_deadline_shows_while_something_is_still_to_be_done(secretariat: Client) -> None:
    number = a_decision(due="2016-06-10")
    assert words(secretariat.get("/decisions/"), f"{ROWS}/td[3]") == ["10 June 2016 · overdue by 5 days"]
    secretariat.post(f"/decisions/{number}/close/", {"on": "2016-06-14", "note": "done"})
    page = secretariat.get("/decisions/?state=done")
    assert words(page, f"{ROWS}/td[3]") == ["done"]
    assert words(page, "//p[@class='status-line']") == ["0 decisions are still to be carried out · 15 June 2016"]


def test_the_list_is_taken_home_as_shown(reader: Client) -> None:
    a_decision(text="a")
    a_decision(text="b", theme="Clearance")
    file = reader.get("/decisions/?theme=Clearance&format=csv").content.decode("utf-8-sig").splitlines()
    assert file[1:] == [
        "b,Coordination Committee,no,,,,open,2016-04-28,Clearance,CCM,2016-04-28,would circulate",
    ]
    assert tree(reader.get("/decisions/?q=zebra")).xpath(ROWS) == []


def test_only_a_file_holds_all_decisions_at_once(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corcom.web.followup.decisions.SIZE", 2)
    for number in range(3):
        a_decision(text=f"decision {number}")
    assert len(words(reader.get("/decisions/?format=pdf"), ROWS)) == 2
    assert reader.get("/decisions/?format=csv").content.count(b"\n") == 4
