from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.rows import AT, new_user
from tests.web.pages import tree, words
from tests.web.taken_in import a_document, the

from corcom.documents.domain.keeping import place_of
from corcom.documents.models import StoredFile
from corcom.minutes.actions import accept_finding

ROWS = "//table[@class='rows']/tbody/tr"
LIST_QUERIES = 6  # session, person; counts by review, by kind, rows, findings


@pytest.fixture(autouse=True)
def _here(settings: LazySettings, tmp_path: Path) -> None:
    settings.TODAY = date(2016, 6, 1)
    settings.MEDIA_ROOT = tmp_path / "files"


def test_an_empty_list_offers_the_first_step_to_those_who_may(secretariat: Client, reader: Client) -> None:
    page = secretariat.get("/documents/")
    assert words(page, "//p[@class='status-line']") == ["0 documents were taken in."]
    assert words(page, "//*[@class='empty']//h2 | //*[@class='empty']//a") == [
        "No documents yet",
        "Take in the first file",
    ]
    assert words(reader.get("/documents/"), "//*[@class='empty']//a") == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_says_what_each_document_is_and_how_far_it_is(
    secretariat: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        a_document(f"minutes-{number}.txt")
    with django_assert_num_queries(LIST_QUERIES):
        page = secretariat.get("/documents/?sort=name")
    assert words(page, f"{ROWS}/th") == [f"minutes-{number}.txt" for number in range(count)]
    assert words(page, f"{ROWS}[1]/td") == ["Plain text", "not yet confirmed", "2 May 2016", "16", "0", "0"]
    assert words(page, "//nav[@class='filters']//a") == [
        f"All {count}",
        f"Something waits {count}",
        "Nothing waits 0",
        f"All {count}",
        f"Plain text {count}",
    ]


def test_a_confirmed_meeting_is_named_and_counted(secretariat: Client) -> None:
    reading = a_document()
    accept_finding(finding=the(reading, "meeting").pk, by=new_user(), at=AT)
    page = secretariat.get("/documents/")
    assert words(page, f"{ROWS}/td")[1:] == [
        "CCM Coordination Committee, 26 May 2016",
        "2 May 2016",
        "15",
        "1",
        "0",
    ]
    before = secretariat.get("/documents/?as_of=2016-05-25&sort=name")
    assert words(before, f"{ROWS}/th") == []
    assert words(before, "//p[@class='quiet later']") == ["1 document is of a meeting after this day. Back to today"]
    assert tree(before).xpath("//p[@class='quiet later']/a/@href") == ["?sort=name"]
    assert words(secretariat.get("/documents/?as_of=2016-05-26"), "//p[@class='quiet later']") == []
    secretariat.cookies["convention"] = "apmbc"
    assert words(secretariat.get("/documents/?as_of=2016-05-25"), "//p[@class='quiet later']") == []


def test_filters_narrow_and_stay_in_the_links(secretariat: Client) -> None:
    a_document()
    assert words(secretariat.get("/documents/?review=waiting&kind=text/plain"), f"{ROWS}/th") == ["minutes.txt"]
    page = secretariat.get("/documents/?review=done&as_of=2016-05-30")
    assert words(page, f"{ROWS}/th") == []
    assert words(page, "//section[@id='documents']/p") == ["Nothing fits these filters."]
    links = tree(page).xpath("//nav[@class='filters']//a/@href")
    assert links[1] == "?as_of=2016-05-30&review=waiting"


@pytest.mark.parametrize("query", ["review=nonsense", "kind=x", "sort=x", "page=-1", "page=x", "page=99999999999"])
def test_what_no_filter_knows_is_passed_over(secretariat: Client, query: str) -> None:
    a_document()
    assert words(secretariat.get(f"/documents/?{query}"), f"{ROWS}/th") == ["minutes.txt"]


def test_the_list_can_be_taken_away(reader: Client) -> None:
    a_document()
    answer = reader.get("/documents/?format=csv")
    assert answer.content.decode("utf-8-sig").splitlines() == [
        "Document,What it is,Meeting,Taken in,Waiting,Confirmed,Rejected",
        "minutes.txt,Plain text,,2016-05-02,16,0,0",
    ]


def test_an_original_is_saved_and_never_shown(reader: Client, secretariat: Client, settings: LazySettings) -> None:
    file = StoredFile.objects.create(
        name='a "page".html',
        sha256="ab" * 32,
        media_type="text/html",
        size=9,
        content=place_of("ab" * 32),
        stored_at=AT,
    )
    path = Path(settings.MEDIA_ROOT) / place_of("ab" * 32)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"<script/>")
    # Nobody read it as a document: it may be a letter that came, and is for those who do the mail.
    assert reader.get(f"/documents/{file.pk}/original/").status_code == 404
    answer = secretariat.get(f"/documents/{file.pk}/original/")
    assert b"".join(answer.streaming_content) == b"<script/>"  # type: ignore[attr-defined]  # the test client's answer has it
    answer.close()
    assert {
        name: answer.headers[name] for name in ("Content-Type", "X-Content-Type-Options", "Content-Disposition")
    } == {
        "Content-Type": "application/octet-stream",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": 'attachment; filename="a \\"page\\".html"',
    }
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_an_original_that_is_not_there_is_not_found(reader: Client) -> None:
    file = a_document().file
    assert reader.get(f"/documents/{file.pk}/original/").status_code == 404
    assert reader.get("/documents/999999/original/").status_code == 404


@pytest.mark.parametrize("address", ["/documents/", "/documents/upload/", "/documents/1/original/"])
def test_visitors_are_asked_to_sign_in(visitor: Client, address: str) -> None:
    answer = visitor.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/account/sign-in/?next={address}")
