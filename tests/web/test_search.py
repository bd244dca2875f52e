from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.minutes import TEXT
from tests.web.pages import Answer, tree, words
from tests.web.taken_in import a_document, the

from corcom.minutes.models import Reading
from corcom.oversight.actions import index_reading

HITS = "//ol[@class='hits']/li"
PAGE_QUERIES = 11  # session, person; official documents (none here, else three); the eight of a search


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = date(2018, 6, 1)


def read(name: str = "minutes.txt", **changes: Any) -> Reading:
    reading = a_document(name, **changes)
    index_reading(reading=reading.pk)
    return reading


def choices(page: Answer, name: str) -> list[str]:
    return words(page, f"//ul[@aria-labelledby='search-{name}']//a")


def test_an_empty_search_asks_for_words(reader: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    read()
    with django_assert_num_queries(2):
        page = reader.get("/search/")
    assert words(page, "//p[@class='status-line']") == ["Across all that was read: every paragraph of every document."]
    assert (words(page, HITS), words(page, "//nav[@class='filters']")) == ([], [])


@pytest.mark.parametrize("count", [1, 3])
def test_hits_show_the_passage_and_open_the_document_there(
    reader: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    readings = [read(f"{n}.txt") for n in range(count)]
    with django_assert_num_queries(PAGE_QUERIES):
        page = reader.get("/search/", {"q": '"letter to angola"'})
    assert words(page, "//p[@class='status-line']") == [
        f"{count} passage{'s' if count > 1 else ''}, newest meeting first"
    ]
    assert words(page, f"{HITS}[1]/p") == [
        "CCM Coordination Committee, 26 May 2016 · 2 Universalization (Ecuador and Zambia)",
        "Action point: Zambia to send a letter to Angola by 10 June 2016.",
        f"Universalization · Angola, Zambia · {readings[-1].file.name}",
    ]
    assert words(page, f"{HITS}[1]//mark") == ["letter to Angola"]
    address = tree(page).xpath(f"{HITS}[1]/p[1]/a/@href")[0]
    start = TEXT.index("Action point: Zambia")
    assert address == f"/documents/{readings[-1].file_id}/review/?at={start}-{start + 64}#passage"
    opened = reader.get(address)
    assert "".join(words(opened, "//*[@class='passage']")).startswith("Action point:")


def test_filters_narrow_and_are_counted(reader: Client) -> None:
    read()
    read("later.txt", convention="Anti-Personnel Mine Ban Convention", date="2017-03-02", body="Committee on Victims")
    page = reader.get("/search/?q=zambia")
    assert choices(page, "state") == ["All", "Zambia 6", "Angola 2", "Ecuador 2"]
    assert choices(page, "year") == ["All", "2017 3", "2016 3"]
    assert choices(page, "convention") == [
        "All",
        "Anti-Personnel Mine Ban Convention 3",
        "Convention on Cluster Munitions 3",
    ]
    links = tree(page).xpath("//ul[@aria-labelledby='search-year']//a/@href")
    assert links[1] == "?q=zambia&year=2017"
    assert len(words(reader.get("/search/?q=zambia&year=2017"), HITS)) == 3
    assert len(words(reader.get("/search/?q=zambia&convention=CCM&state=AGO"), HITS)) == 1
    assert len(words(reader.get("/search/?state=AGO"), HITS)) == 2
    assert len(words(reader.get("/search/?q=zambia&since=2017-01-01&until=2017-12-31"), HITS)) == 3


def test_the_convention_in_the_bar_narrows(reader: Client) -> None:
    read()
    reader.cookies["convention"] = "apmbc"
    page = reader.get("/search/?q=zambia")
    assert words(page, "//p[@class='status-line']") == ["0 passages, newest meeting first"]
    assert choices(page, "convention") == []


def test_nothing_is_found_after_the_day_of_the_page(reader: Client) -> None:
    read()
    assert len(words(reader.get("/search/?q=zambia&as_of=2016-05-26"), HITS)) == 3
    assert words(reader.get("/search/?q=zambia&as_of=2016-05-25"), HITS) == []
    kept = tree(reader.get("/search/?q=zambia&as_of=2016-05-26&year=2016")).xpath("//form[@class='search']/input")
    assert [(field.get("name"), field.get("value")) for field in kept] == [("as_of", "2016-05-26"), ("year", "2016")]


@pytest.mark.parametrize(
    "typed", ['"', "*", "-", '-"', "(", "zambia AND", "a:b", "'; DROP TABLE x", "%", "\\", "x" * 5000, "\x00"]
)
def test_no_words_are_an_error(reader: Client, typed: str) -> None:
    read()
    page = reader.get("/search/", {"q": typed})
    assert page.status_code == 200
    assert tree(page).xpath("//input[@id='search-q']/@value") == [typed.strip()[:300].replace("\x00", "")]


@pytest.mark.parametrize("query", ["page=0", "page=x", "page=99", "year=x", "year=0", "since=soon", "until=2016-02-31"])
def test_what_no_filter_understands_is_passed_over(reader: Client, query: str) -> None:
    read()
    assert len(words(reader.get(f"/search/?q=zambia&{query}"), HITS)) == 3


def test_nothing_found_offers_the_next_step(reader: Client) -> None:
    read()
    page = reader.get("/search/?q=zambia+%26&theme=Nothing")
    assert words(page, "//*[@class='empty']//h2") == ["Nothing was found"]
    assert tree(page).xpath("//*[@class='empty']//a/@href") == ["?q=zambia+%26"]
    assert choices(page, "theme") == ["All", "Universalization 3", "Nothing 0"]


def test_words_of_a_document_are_never_markup(reader: Client) -> None:
    read(text=TEXT + "\n\n<b>Bold</b> & <script>alert(1)</script> claims were made.")
    page = reader.get("/search/?q=script+claims")
    assert words(page, f"{HITS}/p[2]") == ["<b>Bold</b> & <script>alert(1)</script> claims were made."]
    assert words(page, f"{HITS}//mark") == ["script", "script", "claims"]


def test_a_long_passage_is_cut_around_the_words(reader: Client) -> None:
    read(text=TEXT + "\n\n" + "The Committee met. " * 25 + "Sponsorship was discussed. " + "It closed. " * 60)
    (shown,) = words(reader.get("/search/?q=sponsorship"), f"{HITS}/p[2]")
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "Sponsorship was discussed." in shown


def test_corrections_are_found(secretariat: Client) -> None:
    reading = read()
    letter = the(reading, "action_point")
    sent = {"save": letter.pk, "text": "send a letter to Angola", "owner": ["Norway"], "status": "open"}
    secretariat.post(f"/documents/{reading.file_id}/review/verdict/", sent)
    assert len(words(secretariat.get("/search/?q=angola&state=NOR"), HITS)) == 1


def test_visitors_are_asked_to_sign_in(visitor: Client) -> None:
    assert visitor.get("/search/?q=x").headers["Location"] == "/account/sign-in/?next=/search/%3Fq%3Dx"
