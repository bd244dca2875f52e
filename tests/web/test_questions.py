from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.minutes import words as words_of
from tests.web.kept import TODAY, a_meeting
from tests.web.pages import words

from corcom.minutes.domain import reading as typed
from corcom.minutes.models import Question

LIST_QUERIES = 5  # session, person; the questions; their positions; who took them
PAGE_QUERIES = 9  # session, person; the question and its wordings; positions, actors; who confirmed them
ROWS = "//*[@id='questions']//tbody/tr"


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


def asked(question: str, delegation: str, stance: typed.Stance) -> typed.Position:
    return typed.Position(
        question=question,
        delegation=delegation,
        stance=stance,
        text=f"{delegation} was {stance}",
        evidence=words_of("Norway preferred Geneva."),
    )


def numbered(title: str) -> int:
    return Question.objects.get(title=title).pk


def test_without_positions_the_page_says_what_belongs_here(reader: Client) -> None:
    assert words(reader.get("/questions/"), "//*[@class='empty']/h2") == ["No question is open"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(
    reader: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_meeting(positions=tuple(asked(f"Question {n}", "Norway", "for") for n in range(rows)))
    with django_assert_num_queries(LIST_QUERIES):
        page = reader.get("/questions/")
    assert words(page, f"{ROWS}/th") == [f"Question {n}" for n in range(rows)]
    assert words(page, f"{ROWS}[1]/td") == ["26 May 2016", "1", "0", "0", "0"]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_question_costs_the_same_however_many_stand_on_it(
    reader: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    names = ("Norway", "Zambia", "Chile")[:rows]
    a_meeting(positions=tuple(asked("Hosting", name, "for") for name in names))
    with django_assert_num_queries(PAGE_QUERIES):
        page = reader.get(f"/questions/{numbered('Hosting')}/")
    assert words(page, "//*[@id='positions']//tbody/tr/th") == list(names)


def test_a_question_shows_who_wants_what_now_and_over_time(reader: Client) -> None:
    a_meeting("a.txt", date="2016-04-28", positions=(asked("Hosting", "Norway", "against"),))
    a_meeting("b.txt", positions=(asked("Hosting", "Norway", "for"), asked("Hosting", "Chile", "asks")))
    address = f"/questions/{numbered('Hosting')}/"
    page = reader.get(address)
    assert words(page, "//p[@class='status-line']") == ["for: 1 · asks for something first: 1"]
    assert words(page, "//div[@class='stances']//h2") == ["For", "Asks for something first"]
    assert words(page, "//div[@class='stances']//li") == ["Norway", "Chile"]
    assert words(page, "//figure[@id='over-time']//ol/li") == [
        "28 April 2016 1 against",
        "26 May 2016 1 for, 1 asks for something first",
    ]
    before = reader.get(f"{address}?as_of=2016-05-01")
    assert words(before, "//p[@class='status-line']") == ["against: 1"]
    assert words(reader.get("/questions/?as_of=2016-05-01"), f"{ROWS}/td")[1:] == ["0", "1", "0", "0"]


def test_the_secretariat_renames_a_question(secretariat: Client) -> None:
    a_meeting()
    number = numbered("Hosting of the next meeting")
    page = secretariat.post(f"/questions/{number}/rename/", {"title": "Where to meet"}, follow=True)
    assert (words(page, "//h1"), words(page, "//ul[@class='messages']/li")) == (["Where to meet"], ["It was renamed."])
    refused = secretariat.post(f"/questions/{number}/rename/", {"title": " "})
    assert (refused.status_code, words(refused, "//*[@role='alert']//li")) == (400, ["Title: This field is required."])


def test_the_secretariat_joins_two_questions_after_being_asked(secretariat: Client) -> None:
    a_meeting(positions=(asked("Hosting", "Norway", "for"), asked("Where to meet", "Chile", "against")))
    keep, other = numbered("Hosting"), numbered("Where to meet")
    form = secretariat.get(f"/questions/{keep}/merge/")
    assert words(form, "//select/option") == ["Where to meet"]
    assert words(form, "//form[@class='step']/p")[0].endswith("This cannot be undone.")
    page = secretariat.post(f"/questions/{keep}/merge/", {"other": other}, follow=True)
    assert words(page, "//p[@class='status-line']") == ["for: 1 · against: 1"]
    assert secretariat.get(f"/questions/{other}/").headers["Location"] == f"/questions/{keep}/"
    refused = secretariat.post(f"/questions/{keep}/merge/", {"other": keep})
    assert refused.status_code == 400


@pytest.mark.parametrize("verb", ["rename", "merge"])
def test_a_reader_changes_nothing(reader: Client, verb: str) -> None:
    a_meeting()
    number = numbered("Hosting of the next meeting")
    assert words(reader.get(f"/questions/{number}/"), "//nav[@class='verbs']") == []
    assert reader.post(f"/questions/{number}/{verb}/", {"title": "x", "other": number}).status_code == 403
    assert Question.objects.get(pk=number).title == "Hosting of the next meeting"


def test_what_is_not_there_is_not_found(secretariat: Client) -> None:
    a_meeting()
    number = numbered("Hosting of the next meeting")
    addresses = ("/questions/99/", f"/questions/{number}/burn/", "/questions/99/rename/")
    assert [secretariat.get(address).status_code for address in addresses] == [404] * 3
