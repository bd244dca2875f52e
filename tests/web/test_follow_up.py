from __future__ import annotations

import csv
import io

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.kept import TODAY, a_meeting, an_action_point
from tests.web.pages import Answer, tree, words

from corcom.followup.models import FollowUpEvent
from corcom.kernel.actor import Actor

LIST_QUERIES = 12  # session, person; how many, which, their owners; two for their sources; five for the filters
ROWS = "//*[@id='action-points']//tbody/tr"


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


def texts(page: Answer) -> list[str]:
    return words(page, f"{ROWS}/th/span/a")


def test_without_promises_the_page_says_what_belongs_here(reader: Client) -> None:
    page = reader.get("/follow-up/")
    assert words(page, "//*[@class='empty']/h2") == ["Nothing is open"]
    assert words(page, "//p[@class='status-line']") == ["0 action points are open · 15 June 2016"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(
    reader: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for day in range(rows):
        a_meeting(f"{day}.txt", date=f"2016-05-{26 - day}")
    with django_assert_num_queries(LIST_QUERIES):
        page = reader.get("/follow-up/")
    assert texts(page) == ["Send a letter to Angola"] * rows


def test_a_row_says_who_until_when_on_what_and_where_it_comes_from(reader: Client) -> None:
    reading = a_meeting()
    page = reader.get("/follow-up/")
    assert words(page, "//p[@class='status-line']") == ["1 action point is open and overdue · 15 June 2016"]
    cells = words(page, f"{ROWS}[1]/td")
    assert cells[0] == "Zambia"
    assert cells[1].startswith("10 June 2016 · overdue by 5 days")
    assert cells[2:] == ["Universalization", "26 May 2016Coordination Committee"]
    assert tree(page).xpath(f"{ROWS}[1]/td[4]//a/@href") == [f"/meetings/{reading.meeting_id}/"]
    assert words(page, f"{ROWS}[1]/th//blockquote") == ["Zambia to send a letter to Angola by 10 June 2016."]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["A", "B", "C zebra"]),
        ("?state=overdue", ["A"]),
        ("?state=done", []),
        ("?state=all", ["A", "B", "C zebra"]),
        ("?state=nonsense", ["A", "B", "C zebra"]),
        ("?owner=NOR", ["C zebra"]),
        ("?theme=Clearance", ["B"]),
        ("?due=14", []),
        ("?due=30", ["B"]),
        ("?due=soon", ["A", "B", "C zebra"]),
        ("?q=zebra", ["C zebra"]),
        ("?convention=APMBC", []),
        ("?body=Bureau", ["C zebra"]),
        ("?sort=-text", ["C zebra", "B", "A"]),
        ("?sort=nonsense&page=0", ["A", "B", "C zebra"]),
        ("?sort=owner", ["A", "B", "C zebra"]),
        ("?as_of=2016-05-17", ["A", "B", "C zebra"]),
        ("?as_of=2016-04-27", []),
    ],
)
def test_filters_search_and_sort_are_links_that_can_be_shared(reader: Client, query: str, found: list[str]) -> None:
    an_action_point(text="a", due="2016-05-17")
    an_action_point(text="b", due="2016-07-10", theme="Clearance")
    an_action_point(text="c zebra", due="", owners=(Actor("NOR", "Norway"),), body="Bureau")
    assert texts(reader.get(f"/follow-up/{query}")) == found


def test_the_promises_of_one_meeting_are_found_by_its_number(reader: Client) -> None:
    reading = a_meeting()
    an_action_point(text="older")
    page = reader.get(f"/follow-up/?meeting={reading.meeting_id}&state=all")
    assert sorted(texts(page)) == ["Posted the calendar", "Send a letter to Angola"]
    chosen = words(page, "//nav[@class='filters']//a[@aria-current]")
    assert chosen[-1] == "Coordination Committee, 26 May 2016"


def test_the_convention_that_was_chosen_in_the_bar_narrows_the_list(reader: Client) -> None:
    an_action_point(text="a")
    an_action_point(text="b", convention="APMBC")
    reader.cookies["convention"] = "apmbc"
    page = reader.get("/follow-up/")
    assert texts(page) == ["B"]
    assert "Convention" not in words(page, "//span[@class='filter-name']")
    assert texts(reader.get("/follow-up/?convention=CCM")) == ["A"]


def test_what_is_shown_is_taken_home_as_a_file(reader: Client) -> None:
    a_meeting()
    an_action_point(text="later")
    page = reader.get("/follow-up/?state=overdue")
    links = tree(page).xpath("//p[@class='listing-downloads']/a/@href")
    assert links == ["?state=overdue&format=xlsx", "?state=overdue&format=csv"]
    answer = reader.get(f"/follow-up/{links[1]}")
    (row,) = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert row == {
        "Action point": "send a letter to Angola",
        "Owner": "Zambia",
        "Due": "2016-06-10",
        "Due, in the words of the record": "by 10 June 2016",
        "Status": "overdue",
        "Since": "2016-05-26",
        "Theme": "Universalization",
        "Convention": "CCM",
        "Body": "Coordination Committee",
        "Raised on": "2016-05-26",
        "Document": "minutes.txt",
        "Words quoted": "Zambia to send a letter to Angola by 10 June 2016.",
    }


def test_long_lists_have_pages(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corcom.web.followup.page.SIZE", 2)
    for number in range(5):
        an_action_point(text=f"letter {number}")
    assert texts(reader.get("/follow-up/?page=3")) == ["Letter 4"]
    assert len(texts(reader.get("/follow-up/?format=pdf"))) == 2
    page = reader.get("/follow-up/?page=2&sort=text")
    assert words(page, "//nav[@class='pages']/span") == ["3 to 4 of 5"]
    assert len(reader.get("/follow-up/?format=csv").content.decode().splitlines()) == 6


def test_only_the_secretariat_is_offered_to_close(reader: Client, secretariat: Client) -> None:
    an_action_point()
    assert tree(reader.get("/follow-up/")).xpath("//input[@type='checkbox']") == []
    assert len(tree(secretariat.get("/follow-up/")).xpath("//input[@type='checkbox'][@form='chosen-rows']")) == 1
    assert tree(secretariat.get("/follow-up/?as_of=2016-06-01")).xpath("//input[@type='checkbox']") == []
    assert reader.get("/follow-up/close/").status_code == 403


def test_several_are_closed_with_one_note_after_asking(secretariat: Client) -> None:
    chosen = [an_action_point(text="a"), an_action_point(text="b")]
    an_action_point(text="c")
    address = f"/follow-up/close/?point={chosen[0]}&point={chosen[1]}"
    asked = secretariat.get(address)
    assert words(asked, "//*[@id='chosen']//tbody/tr/th") == ["A", "B"]
    assert words(asked, "//form[@class='step']//button") == ["Close 2 action points"]
    answer = secretariat.post(address, {"on": "2016-06-14", "note": "reported by the ISU"}, follow=True)
    assert words(answer, "//ul[@class='messages']/li") == ["2 action points were closed."]
    assert texts(answer) == ["A", "B"]
    assert texts(secretariat.get("/follow-up/")) == ["C"]
    closed = FollowUpEvent.objects.filter(kind="closed").values_list("action_point", "note", "on", "by__username")
    assert list(closed) == [(number, "reported by the ISU", TODAY.replace(day=14), "anna") for number in chosen]


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"on": "2016-06-14", "note": " "}, "Note: This field is required."),
        ({"on": "2016-06-16", "note": "x"}, "On: This day has not come yet."),
        ({"on": "2016-04-27", "note": "x"}, "27 April 2016 is before the meeting that raised it, on 28 April 2016."),
        ({"on": "", "note": "x"}, "On: This field is required."),
    ],
)
def test_several_are_closed_together_or_not_at_all(secretariat: Client, said: dict[str, str], refused: str) -> None:
    number = an_action_point()
    answer = secretariat.post(f"/follow-up/close/?point={number}", said)
    assert (answer.status_code, words(answer, "//*[@role='alert']//li")) == (400, [refused])
    assert not FollowUpEvent.objects.filter(kind="closed").exists()


def test_where_none_is_chosen_the_page_says_how(secretariat: Client) -> None:
    page = secretariat.get("/follow-up/close/?point=x")
    assert words(page, "//div[@class='page-content']/p")[0].startswith("None was chosen.")


def test_owners_to_choose_from_are_called_as_the_reader_calls_them(reader: Client) -> None:
    an_action_point(text="a", owners=(Actor("NOR", "Norway"),))
    reader.post("/choose-language/", {"language": "fr"})
    assert words(reader.get("/follow-up/"), "//select[@id='owner']/option") == ["Tout responsable", "Norvège (1)"]
