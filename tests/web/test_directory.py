"""The directory's pages, what leaves them as a file and comes in again, and whom they are closed to."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.people import ANA, BO, MISSION
from tests.factories.rows import AT
from tests.web.kept import TODAY
from tests.web.pages import tree, words
from tests.web.test_committee import spaced

from corcom.directory.actions import record_entries, record_entry
from corcom.directory.queries import people, person_entry

ROWS = "//*[@id='people']//tbody/tr"
QUERIES = 5  # session, person; people with their delegations and contact points


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(
    secretariat: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    record_entries(entries=[BO] * rows, at=AT)
    with django_assert_num_queries(QUERIES):
        page = secretariat.get("/directory/")
    assert words(page, f"{ROWS}/th") == ["Bo Bergström"] * rows


def test_the_list_shows_whom_each_represents_on_the_day(secretariat: Client) -> None:
    record_entries(entries=[ANA, BO], at=AT)
    page = secretariat.get("/directory/")
    assert spaced(page, ROWS) == [
        "H.E. Ms. Ana Lucía Müller Norway Permanent Representative Spanish, French ana@example.org +41 22 123 45 67 Rue des Essais 1, 1202 Genève",
        "Bo Bergström Norway bo@example.org",
    ]
    before = secretariat.get("/directory/?as_of=2015-01-01&q=ana")
    assert spaced(before, f"{ROWS}/td[1]") == ["Chile Counsellor"]


@pytest.mark.parametrize(
    "address",
    [
        "/directory/",
        "/directory/?format=csv",
        "/directory/directory.csv",
        "/directory/people.vcf",
        "/directory/import/",
        "/directory/new/",
        "/directory/duplicates/",
        "/directory/people/{number}/",
        "/directory/people/{number}/card.vcf",
        "/directory/people/{number}/change/",
        "/directory/people/{number}/merge/",
        "/directory/affiliations/1/end/",
        "/directory/contacts/1/withdraw/",
        "/directory/delegations/NOR/contact/",
    ],
)
def test_the_directory_is_closed_to_all_but_the_secretariat(reader: Client, visitor: Client, address: str) -> None:
    path = address.format(number=record_entry(entry=ANA, at=AT))
    assert (reader.get(path).status_code, reader.post(path).status_code) == (403, 403)
    assert visitor.get(path).headers["Location"].startswith("/account/sign-in/")


def test_a_reader_sees_of_a_delegation_what_is_public_and_no_people(reader: Client, secretariat: Client) -> None:
    record_entries(entries=[ANA, BO, MISSION], at=AT)
    page = reader.get("/directory/delegations/NOR/")
    assert words(page, "//*[@id='contacts']//tbody/tr/th") == ["mission@example.org"]
    assert words(page, "//*[@id='people']") == []
    assert "example.org" not in page.content.decode().replace("mission@example.org", "")
    full = secretariat.get("/directory/delegations/NOR/")
    assert words(full, f"{ROWS}/th") == ["H.E. Ms. Ana Lucía Müller", "Bo Bergström"]
    assert reader.get("/directory/delegations/XXX/").status_code == 404
    assert words(reader.get("/search/?q=Bergström"), "//mark") == []


def test_a_person_is_put_in_changed_and_reached(secretariat: Client) -> None:
    sent = {
        "name": "Bo Berg",
        "delegation": "NOR",
        "function": "Attaché",
        "languages": "NO, en",
        "email": "bo@example.org",
    }
    page = secretariat.post("/directory/new/", sent, follow=True)
    assert (words(page, "//h1"), words(page, "//p[@class='status-line']")) == (
        ["Bo Berg"],
        ["represents Norway · Norwegian, English"],
    )
    number = people(day=TODAY)[0].person.number
    base = f"/directory/people/{number}"
    secretariat.post(f"{base}/change/", {"name": "Bo Bergström", "languages": "en"})
    secretariat.post(f"{base}/contact/", {"kind": "phone", "value": "+41 22 123 45 67", "purpose": "finance"})
    secretariat.post(f"{base}/affiliation/", {"delegation": "CHL", "since": "2017-01-01"})
    found = person_entry(number=number, day=TODAY)
    assert (found.person.name, [each.value for each in found.contacts]) == (
        "Bo Bergström",
        ["bo@example.org", "+41 22 123 45 67"],
    )
    assert [(each.delegation, each.function) for each in found.affiliations] == [("NOR", "Attaché"), ("CHL", "")]
    history = words(secretariat.get(f"{base}/"), "//ol[@class='history']/li/p[1]")
    assert history == [
        "A delegation was added",
        "A contact point was added",
        "Changed: Bo Berg",
        "Put into the directory",
    ]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"name": "", "delegation": "NOR"}, "Name: This field is required."),
        (
            {"name": "X", "delegation": "NOR", "email": "nowhere"},
            "E-mail: Allowed: an e-mail address, such as mission@example.org.",
        ),
        (
            {"name": "X", "delegation": "NOR", "languages": "French"},
            "Languages: Allowed: codes of languages, such as fr, en.",
        ),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(secretariat: Client, sent: dict[str, str], said: str) -> None:
    page = secretariat.post("/directory/new/", sent)
    assert (page.status_code, words(page, "//*[@role='alert']//li")) == (400, [said])
    assert people(day=TODAY) == []


def test_leaving_a_delegation_and_taking_a_contact_point_out(secretariat: Client) -> None:
    number = record_entry(entry=BO, at=AT)
    found = person_entry(number=number, day=TODAY)
    secretariat.post(f"/directory/affiliations/{found.affiliations[0].number}/end/", {"until": "2016-06-01"})
    secretariat.post(f"/directory/contacts/{found.contacts[0].number}/withdraw/")
    page = secretariat.get(f"/directory/people/{number}/")
    assert words(page, "//p[@class='status-line']") == ["represents nobody on this day"]
    assert words(page, "//*[@id='contacts']") == []
    assert secretariat.post("/directory/contacts/99/withdraw/").status_code == 404
    assert secretariat.post("/directory/affiliations/99/end/", {"until": "2016-06-01"}).status_code == 404


def test_duplicates_are_merged_and_the_merge_is_taken_back(secretariat: Client) -> None:
    one, other = (record_entry(entry=ANA, at=AT) for _ in range(2))
    page = secretariat.get("/directory/duplicates/")
    assert spaced(page, "//*[@id='duplicates']//tbody/tr/td[2]") == ["e-mail address, delegation"]
    link = tree(page).xpath("//*[@id='duplicates']//tbody//td[last()]//a/@href")[0]
    form = secretariat.get(link)
    assert tree(form).xpath("//option[@selected]/@value") == [str(other)]
    merged = secretariat.post(link, {"other": other}, follow=True)
    assert words(merged, "//ul[@class='messages']/li")[0].startswith("The two are one entry now.")
    assert secretariat.get(f"/directory/people/{other}/").headers["Location"] == f"/directory/people/{one}/"
    undo = tree(merged).xpath("//form[contains(@action, '/undo/')]/@action")[0]
    parted = secretariat.post(undo, follow=True)
    assert words(parted, "//ul[@class='messages']/li") == ["The two are two again."]
    assert len(people(day=TODAY)) == 2
    again = secretariat.post(undo, follow=True)
    assert words(again, "//ul[@class='messages']/li")[0].startswith("The merge was taken back already")


def test_everything_goes_out_as_csv_and_comes_in_again(secretariat: Client) -> None:
    record_entries(entries=[ANA, BO, MISSION], at=AT)
    content = secretariat.get("/directory/directory.csv").content
    sent: dict[str, Any] = {"file": SimpleUploadedFile("directory.csv", content)}
    page = secretariat.post("/directory/import/", sent, follow=True)
    assert words(page, "//ul[@class='messages']/li") == ["2 people were taken in."]
    assert words(page, "//h1") == ["Possible duplicates"]
    again = secretariat.get("/directory/directory.csv").content.decode()
    assert again.count("Bo Bergström") == 2 * content.decode().count("Bo Bergström")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "people.csv",
            "name,delegation\nBo,Atlantis\n",
            "File: Line 2, delegation: “Atlantis” cannot be read; allowed:",
        ),
        ("people.csv", "", "File: The submitted file is empty."),
        ("people.xlsx", "PK\x03\x04 no workbook", "File: "),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_refused_whole(
    secretariat: Client, name: str, content: str, said: str
) -> None:
    page = secretariat.post("/directory/import/", {"file": SimpleUploadedFile(name, content.encode())})
    assert (page.status_code, words(page, "//*[@role='alert']//li")[0][: len(said)]) == (400, said)
    assert people(day=TODAY) == []


def test_vcards_go_out_and_come_in(secretariat: Client) -> None:
    pytest.importorskip("vobject", reason="vobject is not installed here; `make test` installs it")
    number = record_entry(entry=ANA, at=AT)
    card = secretariat.get(f"/directory/people/{number}/card.vcf")
    assert (card.headers["Content-Type"], card.content[:11]) == ("text/vcard; charset=utf-8", b"BEGIN:VCARD")
    assert secretariat.get("/directory/people.vcf").content == card.content
    sent = {"file": SimpleUploadedFile("ana.vcf", card.content.replace(b"Ana", b"Eva"))}
    secretariat.post("/directory/import/", sent)
    assert [each.person.name for each in people(day=TODAY)] == ["Ana Lucía Müller", "Eva Lucía Müller"]
    refused = secretariat.post("/directory/import/", {"file": SimpleUploadedFile("x.vcf", b"hello")})
    assert words(refused, "//*[@role='alert']//li")[0].startswith("File: Card 1: it cannot be read as a vCard")
