from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.papers import EVERY_CIRCLE, a_file, a_paper, a_version
from tests.factories.rows import AT
from tests.factories.word import paragraph, word_file
from tests.web.kept import TODAY, a_meeting
from tests.web.pages import tree, words

from corcom.documents import actions
from corcom.documents.domain.circles import Circle, up_to
from corcom.documents.models import LanguageVersion, RegisteredDocument, StoredFile

FORM: dict[str, Any] = {
    "convention": "CCM",
    "meeting": "CCM|2016-09-05/Meeting of States Parties",
    "kind": "report",
    "title": "Draft report",
    "symbol": "",
    "series": "CCM|msp",
    "original_language": "en",
    "circle": "states_parties",
}


@pytest.fixture(autouse=True)
def _site(settings: LazySettings, tmp_path: Any) -> None:
    settings.TODAY = TODAY
    settings.MEDIA_ROOT = tmp_path


def refusals(page: Any) -> list[str]:
    return words(page, "//*[@role='alert']//li")


def one_of_each() -> dict[Circle, int]:
    """A released document for each circle."""
    numbers = {}
    for at, circle in enumerate(EVERY_CIRCLE, 1):
        numbers[circle] = a_paper(circle, symbol=f"CCM/MSP/2016/{at}", title=f"Paper for {circle}")
        a_version(numbers[circle], words=f"Words {circle}")
    return numbers


def test_a_document_is_registered_with_the_next_symbol_of_a_series(secretariat: Client) -> None:
    a_paper(symbol="CCM/MSP/2016/4")
    shown = secretariat.post("/documents/official/register/", {**FORM, "propose": ""})
    assert words(shown, "//*[@role='status']") == [
        "The next free symbol is CCM/MSP/2016/5. It is taken once you register the document."
    ]
    assert RegisteredDocument.objects.count() == 1
    made = secretariat.post("/documents/official/register/", FORM)
    row = RegisteredDocument.objects.latest("pk")
    assert (made.status_code, made.headers["Location"]) == (302, f"/documents/official/{row.pk}/")
    assert (row.symbol, row.circle, row.body, row.meeting_on) == (
        "CCM/MSP/2016/5",
        "states_parties",
        "Meeting of States Parties",
        date(2016, 9, 5),
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": ""}, "Title: This field is required."),
        (
            {"symbol": "one"},
            "“one” is no symbol. Write it as CCM/MSP/2016/1, with /Rev.1, /Add.1 or /Corr.1 at its end.",
        ),
        ({"meeting": ""}, "Meeting: Choose the meeting: a symbol of this series says its year."),
        ({"series": "APMBC|msp"}, "Next symbol of the series: This is a series of another convention."),
        ({"convention": "APMBC"}, "Meeting: This is a meeting of another convention."),
        ({"circle": "all"}, "Class: Select a valid choice. all is not one of the available choices."),
    ],
)
def test_what_cannot_be_registered_is_said_in_words(secretariat: Client, changes: dict[str, str], said: str) -> None:
    page = secretariat.post("/documents/official/register/", {**FORM, **changes})
    assert (page.status_code, refusals(page), RegisteredDocument.objects.count()) == (400, [said], 0)


def test_a_symbol_of_another_document_is_refused_with_which_it_is(secretariat: Client) -> None:
    number = a_paper()
    page = secretariat.post("/documents/official/register/", {**FORM, "symbol": "CCM/MSP/2016/1"})
    said = f"CCM/MSP/2016/1 is the symbol of another document (number {number}). Choose another."
    assert (page.status_code, refusals(page)) == (400, [said])


def test_a_revision_begins_with_what_is_said_of_the_document(secretariat: Client) -> None:
    number = a_paper("committee")
    page = secretariat.get(f"/documents/official/{number}/")
    assert words(page, "//aside//ul[@class='plain-list']//a") == ["Revision", "Addendum", "Corrigendum"]
    form = secretariat.get(tree(page).xpath("//aside//ul[@class='plain-list']//a/@href")[0])
    assert tree(form).xpath("//input[@name='symbol']/@value") == ["CCM/MSP/2016/1/Rev.1"]
    chosen = {
        name: tree(form).xpath(f"//select[@name='{name}']//option[@selected]/@value") for name in ("meeting", "circle")
    }
    assert chosen == {"meeting": [FORM["meeting"]], "circle": ["committee"]}


def test_the_list_shows_each_circle_what_is_for_it(secretariat: Client, reader: Client, visitor: Client) -> None:
    numbers = one_of_each()
    secret = a_paper("public", symbol="CCM/MSP/2016/9", title="Paper not yet released")
    a_version(secret, words="Not yet", released=False)
    seen: dict[Circle, set[int]] = {
        "public": {numbers["public"]},
        "committee": {numbers[circle] for circle in up_to("committee")},
        "secretariat": {*numbers.values(), secret},
    }
    clients: dict[Circle, Client] = {"public": visitor, "committee": reader, "secretariat": secretariat}
    for circle, client in clients.items():
        for address in (
            "/documents/official/",
            "/documents/official/?q=paper",
            "/documents/official/?as_of=2016-06-01",
        ):
            rows = tree(client.get(address)).xpath("//*[@id='official-documents']//tbody/tr/@id")
            assert {int(row.removeprefix("document-")) for row in rows} == seen[circle]
        sheet = client.get("/documents/official/?format=csv").content.decode("utf-8-sig").splitlines()
        assert len(sheet) == 1 + len(seen[circle])
        for number in (*numbers.values(), secret):
            version = LanguageVersion.objects.get(document=number).pk
            status = 200 if number in seen[circle] else 404
            assert client.get(f"/documents/official/{number}/").status_code == status
            file: Any = client.get(f"/documents/official/{number}/files/{version}/")
            assert file.status_code == status
            assert file.streaming is (status == 200)
            b"".join(file.streaming_content if file.streaming else ())
    # Nobody gets round it by the number of the stored file.
    for file in StoredFile.objects.all():
        assert secretariat.get(f"/documents/{file.pk}/original/").status_code == 404


def test_search_finds_titles_and_symbols_of_what_the_reader_may_see(secretariat: Client, reader: Client) -> None:
    one_of_each()
    at = "//section[@id='official-hits']//li//a"
    assert words(secretariat.get("/search/?q=paper"), at) == [f"CCM/MSP/2016/{n}" for n in (1, 2, 3, 4)]
    assert words(reader.get("/search/?q=paper"), at) == [f"CCM/MSP/2016/{n}" for n in (1, 2, 3)]
    assert words(reader.get("/search/?q=CCM/MSP/2016/4"), at) == []
    assert words(reader.get("/search/?q=CCM/MSP/2016/2"), at) == ["CCM/MSP/2016/2"]


def test_a_file_is_saved_under_symbol_and_language(visitor: Client) -> None:
    number = a_paper()
    key = a_version(number, "fr", "Projet")
    answer = visitor.get(f"/documents/official/{number}/files/{key}/")
    assert b"".join(answer.streaming_content) == a_file("Projet")  # type: ignore[attr-defined]  # a file comes in pieces
    assert answer.headers["Content-Disposition"] == 'attachment; filename="CCM_MSP_2016_1_FR.docx"'
    assert answer.headers["Cache-Control"] == "private, no-store, no-transform"


def test_the_page_of_a_document_says_how_far_each_language_is(secretariat: Client, visitor: Client) -> None:
    number = a_paper()
    a_version(number)
    actions.say_translation(
        number=number,
        language="fr",
        version=1,
        said="in_translation",
        due_on=date(2016, 6, 1),
        translator="UNOG",
        by="clerk",
        at=AT,
    )
    at = "//*[@id='languages']//tbody/tr/*"
    page = words(secretariat.get(f"/documents/official/{number}/"), at)
    assert [page[n : n + 4] for n in range(0, len(page), 5)] == [
        ["Arabic", "not begun", "", ""],
        ["Chinese", "not begun", "", ""],
        ["English · original", "released", "Save (.docx)3 kB, version 1", "2 May 2016"],
        ["French", "in translationdue 1 June 2016, UNOG", "", ""],
        ["Russian", "not begun", "", ""],
        ["Spanish", "not begun", "", ""],
    ]
    public = words(visitor.get(f"/documents/official/{number}/"), at)
    assert [public[n] for n in (1, 9, 13)] == ["not available", "released", "not available"]
    assert words(visitor.get(f"/documents/official/{number}/"), "//*[@class='history']//li") == []


def test_a_version_is_uploaded_released_and_withdrawn(secretariat: Client, visitor: Client) -> None:
    number = a_paper()
    address = f"/documents/official/{number}/"
    sent = {"language": "en", "note": "First", "file": SimpleUploadedFile("a.docx", a_file())}
    assert secretariat.post(f"{address}upload/", sent).headers["Location"] == address
    key = LanguageVersion.objects.get().pk
    assert visitor.get(address).status_code == 404
    asked = secretariat.get(f"{address}versions/{key}/release/")
    assert words(asked, "//form[@class='step']/p") == [
        "English, version 1 (a.docx) goes out to: public. It never changes again; a later version can take its place."
    ]
    assert secretariat.post(f"{address}versions/{key}/release/", {"note": ""}).status_code == 302
    assert words(visitor.get(address), "//h1") == ["Draft report of the Sixth Meeting of States Parties"]
    again = secretariat.post(f"{address}versions/{key}/release/", {"note": ""})
    assert refusals(again) == ["Version 1 is released already and does not change any more."]
    assert refusals(secretariat.post(f"{address}versions/{key}/withdraw/", {"reason": ""})) == [
        "Why: This field is required."
    ]
    assert secretariat.post(f"{address}versions/{key}/withdraw/", {"reason": "Issued in error"}).status_code == 302
    page = visitor.get(address)
    assert words(page, "//p[contains(@class,'note-warning')]")[0].endswith("Issued in error")
    assert tree(page).xpath("//*[@id='languages']//a") == []
    steps = words(secretariat.get(address), "//ol[@class='history']/li/p[1]")
    assert steps == [
        "Version withdrawn English, version 1",
        "Version released English, version 1",
        "Translation English",
        "Version uploaded English, version 1",
        "Registered",
    ]


@pytest.mark.parametrize(
    ("name", "part", "ending"), [("a.docx", "word/vbaProject.bin", ".docx"), ("a.docm", "word/vbaProject.bin", ".docx")]
)
def test_a_file_with_macros_is_refused_in_words_and_not_kept(
    secretariat: Client, name: str, part: str, ending: str
) -> None:
    number = a_paper()
    data = word_file(paragraph("x"), extra={part: b"\x01"})
    sent = {"language": "en", "file": SimpleUploadedFile(name, data)}
    page = secretariat.post(f"/documents/official/{number}/upload/", sent)
    said = (
        f"{name} was refused: contains macros (in its part {part}), and what runs by itself is no document; open it, save "
        f"it as {ending} without macros, and send that file. Nothing of it was kept."
    )
    assert (page.status_code, [one.replace("\u2068", "").replace("\u2069", "") for one in refusals(page)]) == (
        400,
        [said],
    )
    assert StoredFile.objects.count() == 0


def test_a_form_without_a_file_says_so(secretariat: Client) -> None:
    page = secretariat.post(f"/documents/official/{a_paper()}/upload/", {"language": "en"})
    assert (page.status_code, refusals(page)) == (400, ["Choose a file."])


def test_opening_a_document_to_more_asks_first(secretariat: Client, visitor: Client) -> None:
    number = a_paper("committee")
    a_version(number)
    address = f"/documents/official/{number}/"
    asked = secretariat.post(f"{address}class/", {"circle": "public", "note": "", "version": "1"})
    assert words(asked, "//*[@role='alert']") == [
        "More people could read it: now committee, then public. Its 1 released language versions would be open to them at once."
    ]
    assert (visitor.get(address).status_code, words(asked, "//form[@class='step']/button")) == (
        404,
        ["Yes, open it to them"],
    )
    # Who is sure of one class is not sure of another.
    other = secretariat.post(f"{address}class/", {"circle": "public", "version": "1", "sure": "states_parties"})
    assert (other.status_code, visitor.get(address).status_code) == (200, 404)
    done = secretariat.post(f"{address}class/", {"circle": "public", "version": "1", "sure": "public"})
    assert (done.status_code, visitor.get(address).status_code) == (302, 200)
    stale = secretariat.post(f"{address}class/", {"circle": "secretariat", "version": "1"})
    assert refusals(stale) == ["anna changed this document meanwhile. Its class is now: public."]
    assert secretariat.post(f"{address}class/", {"circle": "secretariat", "version": "2"}).status_code == 302
    assert visitor.get(address).status_code == 404


def test_the_second_of_two_who_change_a_document_sees_both(secretariat: Client) -> None:
    number = a_paper()
    form = secretariat.get(f"/documents/official/{number}/change/")
    sent = {key: FORM[key] for key in ("convention", "meeting", "kind", "original_language")}
    was = {
        f"was-{field.get('name')[4:]}": field.get("value")
        for field in tree(form).xpath("//input[starts-with(@name,'was-')]")
    }
    said = {**sent, **was, "title": was["was-title"], "symbol": "CCM/MSP/2016/1", "version": "1"}
    assert secretariat.post(f"/documents/official/{number}/change/", {**said, "kind": "decision"}).status_code == 302
    both = secretariat.post(f"/documents/official/{number}/change/", {**said, "title": "Report"})
    assert (both.status_code, words(both, "//*[@role='alert']//li")) == (409, ["Kind: Decision"])
    values = {key: tree(both).xpath(f"//input[@name='{key}']/@value")[0] for key in ("version", "was-kind")}
    assert values == {"version": "2", "was-kind": "decision"}
    assert words(both, "//textarea[@name='title']") == ["Report"]
    assert tree(both).xpath("//select[@name='kind']/option[@selected]/@value") == ["decision"]
    done = secretariat.post(
        f"/documents/official/{number}/change/", {**said, "title": "Report", "kind": "decision", "version": "2"}
    )
    row = RegisteredDocument.objects.get()
    assert (done.status_code, row.title, row.kind) == (302, "Report", "decision")


def test_a_translation_is_noted_and_the_list_is_narrowed_by_it(secretariat: Client) -> None:
    number = a_paper()
    address = f"/documents/official/{number}/translation/?language=fr"
    sent = {"language": "fr", "version": "1", "said": "in_translation", "due_on": "2016-07-01", "translator": ""}
    assert refusals(secretariat.post(address, sent)) == ["Say who translates it."]
    assert secretariat.post(address, {**sent, "translator": "UNOG"}).status_code == 302
    assert refusals(secretariat.post(address, {**sent, "translator": "Me"})) == [
        "anna changed this translation while you wrote. Look at it again, then say what you know."
    ]
    rows = "//*[@id='official-documents']//tbody/tr/@id"
    assert tree(secretariat.get("/documents/official/?state=in_translation&language=fr")).xpath(rows) == [
        f"document-{number}"
    ]
    assert tree(secretariat.get("/documents/official/?state=in_translation&language=es")).xpath(rows) == []
    assert secretariat.get(f"/documents/official/{number}/translation/?language=de").status_code == 404


@pytest.mark.parametrize(
    "rest", ["change/", "class/", "upload/", "translation/?language=fr", "versions/1/release/", "versions/1/withdraw/"]
)
def test_steps_are_for_the_secretariat(reader: Client, visitor: Client, rest: str) -> None:
    number = a_paper()
    a_version(number)
    assert reader.get(f"/documents/official/{number}/{rest}").status_code == 403
    assert visitor.get(f"/documents/official/{number}/{rest}").status_code == 302
    assert reader.get("/documents/official/register/").status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_cost_the_same_however_many_there_are(
    visitor: Client, secretariat: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for at in range(rows):
        a_version(a_paper(symbol=f"CCM/MSP/2016/{at + 1}"), words=f"Draft {at}")
    with django_assert_num_queries(3):
        visitor.get("/documents/official/")
    with django_assert_num_queries(5):
        secretariat.get("/documents/official/")


def test_both_lists_stand_under_documents(reader: Client, visitor: Client) -> None:
    a_meeting()
    for address, here in (("/documents/official/", "Official documents"), ("/documents/", "Files read")):
        page = reader.get(address)
        assert words(page, "//nav[@class='tabs']//a") == ["Official documents", "Files read"]
        assert words(page, "//nav[@class='tabs']//a[@aria-current]") == [here]
        assert words(page, "//nav[@id='menu']//a[@aria-current]") == ["Documents"]
    assert words(visitor.get("/documents/official/"), "//nav[@class='tabs']//a") == []


def test_a_meeting_leads_to_its_documents_and_back(secretariat: Client) -> None:
    from tests.factories.plans import a_plan
    from tests.web.kept import hand

    meeting = a_plan(hand(), "2016-09-05", body="Meeting of States Parties", kind="msp")
    number = a_paper()
    page = secretariat.get(f"/meetings/{meeting}/")
    (address,) = tree(page).xpath("//a[contains(@href,'/documents/official/?')]/@href")
    assert tree(secretariat.get(address)).xpath("//tbody/tr/@id") == [f"document-{number}"]
    back = tree(secretariat.get(f"/documents/official/{number}/")).xpath("//dl[@class='facts']//a/@href")
    assert back == [f"/meetings/{meeting}/"]
    secretariat.post(f"/meetings/{meeting}/plan/move/", {"starts_on": "2016-09-12", "holidays": "", "anyway": "yes"})
    assert RegisteredDocument.objects.get().meeting_on == date(2016, 9, 12)
