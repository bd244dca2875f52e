"""The accounts, as the secretariat sees and changes them, and the link by which a password is set."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.accounts import AT, WORDS, a_delegate, account
from tests.web.kept import TODAY
from tests.web.pages import tree, words

from corcom.access.models import User
from corcom.access.queries import account_steps
from corcom.directory.actions import record_entry
from corcom.directory.domain.people import Affiliation, Entry, Person
from corcom.mandates.actions import record_terms
from corcom.mandates.domain.term_rows import packaged_terms

ROWS = "//section[@id='accounts']//tbody/tr"
NEW = {"username": "tess", "name": "Tess Example", "email": "tess@example.org", "role": "delegate", "person": ""}


@pytest.fixture(autouse=True)
def _rosters(settings: LazySettings) -> None:
    settings.TODAY = TODAY
    record_terms(found=packaged_terms(), at=AT)


def a_person(code: str = "AUS") -> int:
    person = Person(name="Tess Example", title="Ms.")
    return record_entry(entry=Entry(person=person, affiliations=(Affiliation(delegation=code),)), at=AT)


def number_of(username: str) -> int:
    return User.objects.get(username=username).pk


def cells(client: Client) -> list[list[str]]:
    return [
        [" ".join(cell.text_content().split()) for cell in row.xpath("*")]
        for row in tree(client.get("/accounts/")).xpath(ROWS)
    ]


def link_on(client: Client, number: int) -> str:
    found: str = tree(client.get(f"/accounts/{number}/")).xpath("//input[@id='link']/@value")[0]
    return found.removeprefix("http://testserver")


def test_the_list_says_what_each_may_do_and_why(secretariat: Client) -> None:
    a_delegate("AUS")
    a_delegate("IRL", "nils")
    a_delegate("FJI", "ro")
    assert [row[:1] + row[3:4] for row in cells(secretariat)] == [
        ["Anna Lindqvist (anna)", "secretariat: may do everything"],
        [
            "Anna Lindqvist (mara)",
            "Victim Assistance, Coordinator (CCM), until the close of the 6MSP, 7 September 2016",
        ],
        ["Anna Lindqvist (nils)", "Ireland"],
        ["Anna Lindqvist (ro)", "Fiji"],
    ]
    assert [row[2] for row in cells(secretariat)] == ["", "Mara of AUS", "Mara of IRL", "Mara of FJI"]


def test_the_list_is_narrowed_by_role(secretariat: Client) -> None:
    a_delegate("AUS")
    page = secretariat.get("/accounts/?role=delegate")
    assert words(page, f"{ROWS}/*[1]") == ["Anna Lindqvist (mara)"]
    chosen = "//nav[@aria-label='Filters']//a | //*[contains(@class,'filter')]//a"
    assert [each.split() for each in words(page, chosen)] == [
        ["All", "2"],
        ["secretariat", "1"],
        ["reader", "0"],
        ["delegate", "1"],
    ]


def test_records_that_differ_are_pointed_out(secretariat: Client, settings: LazySettings) -> None:
    settings.TODAY = TODAY.replace(year=2012)
    a_delegate("IRL", "nils")
    expected = "Clearance and Risk Reduction, Coordinator (CCM), until the close of the 4MSP, 13 September 2013, records differ"
    assert cells(secretariat)[1][3] == expected


def test_the_page_of_an_account_says_for_what_each_right_holds(secretariat: Client) -> None:
    a_delegate("AUS")
    page = secretariat.get(f"/accounts/{number_of('mara')}/")
    rows = [
        [" ".join(cell.text_content().split()) for cell in row.xpath("*")][:2]
        for row in tree(page).xpath("//section[@id='rights']//tbody/tr")
    ]
    assert rows == [
        ["Read records, action points and meetings", "Convention on Cluster Munitions"],
        ["Follow up action points", "Victim Assistance, Convention on Cluster Munitions"],
        [
            "Change agenda items",
            "Victim Assistance, Convention on Cluster Munitionswhat concerns Australia, Convention on Cluster Munitions",
        ],
        ["Take files home", "Convention on Cluster Munitions"],
        ["See what concerns the own delegation", "what concerns Australia"],
    ]
    assert words(page, "//ol[@class='history']/li/p[1]") == ["Linked to a person: Mara of AUS", "Opened"]


def test_an_account_is_opened_by_invitation_and_its_owner_sets_the_password(
    secretariat: Client, visitor: Client
) -> None:
    sent = NEW | {"person": str(a_person())}
    opened = secretariat.post("/accounts/new/", sent)
    number = number_of("tess")
    assert (opened.status_code, opened["Location"]) == (302, f"/accounts/{number}/")
    assert cells(secretariat)[1][0] == "Tess Example (tess) invited, no password yet"
    address = link_on(secretariat, number)
    assert "tess" in words(visitor.get(address), "//main//p")[0]
    wrong = visitor.post(address, {"password": WORDS, "again": "seven loud rivers"})
    assert (wrong.status_code, words(wrong, "//*[@role='alert']//li")) == (
        400,
        ["New password, once more: The two are not the same."],
    )
    assert visitor.post(address, {"password": "short", "again": "short"}).status_code == 400
    done = visitor.post(address, {"password": WORDS, "again": WORDS})
    assert (done.status_code, done["Location"]) == (302, "/account/sign-in/")
    assert visitor.login(username="tess", password=WORDS)
    again = Client().post(address, {"password": "eight quiet rivers", "again": "eight quiet rivers"})
    assert (again.status_code, words(again, "//h1")) == (410, ["This link does not open"])
    assert [step.verb for step in account_steps(number=number)] == ["password", "invited"]
    assert statuses_of(visitor, "/follow-up/", "/accounts/") == [200, 403]


def statuses_of(client: Client, *addresses: str) -> list[int]:
    return [client.get(address).status_code for address in addresses]


def test_a_forgotten_password_is_set_anew_by_a_link_and_earlier_links_are_withdrawn(secretariat: Client) -> None:
    account("reader", "rosa")
    number = number_of("rosa")
    secretariat.post(f"/accounts/{number}/link/", {"sure": "yes"})
    first = link_on(secretariat, number)
    secretariat.post(f"/accounts/{number}/link/", {"sure": "yes"})
    second = link_on(secretariat, number)
    signed_in = Client()
    signed_in.force_login(User.objects.get(username="rosa"))
    assert statuses_of(Client(), first, second) == [410, 200]
    # Until it is used, the password that was forgotten holds.
    assert Client().login(username="rosa", password=WORDS)
    assert Client().post(second, {"password": "eight quiet rivers", "again": "eight quiet rivers"}).status_code == 302
    assert signed_in.get("/")["Location"] == "/account/sign-in/?next=/"
    assert not Client().login(username="rosa", password=WORDS)


def test_closing_signs_out_withdraws_links_and_is_taken_back(secretariat: Client) -> None:
    rosa = account("reader", "rosa")
    reader = Client()
    reader.force_login(rosa)
    secretariat.post(f"/accounts/{rosa.pk}/link/", {"sure": "yes"})
    link = link_on(secretariat, rosa.pk)
    asked = secretariat.get(f"/accounts/{rosa.pk}/deactivate/")
    assert words(asked, "//form[@class='step']/p") == [
        "Whoever is signed in with it is signed out. Its history stays, and it can be opened again."
    ]
    assert secretariat.post(f"/accounts/{rosa.pk}/deactivate/", {"sure": "yes"}).status_code == 302
    assert reader.get("/").status_code == 302
    assert Client().get(link).status_code == 410
    verbs = words(secretariat.get(f"/accounts/{rosa.pk}/"), "//nav[@class='verbs']//a")
    assert verbs == ["Open the account again"]
    assert secretariat.post(f"/accounts/{rosa.pk}/reactivate/", {"sure": "yes"}).status_code == 302
    assert reader.get("/").status_code == 200


def test_somebody_of_the_secretariat_is_always_left(secretariat: Client) -> None:
    number = number_of("anna")
    for verb, sent in (("deactivate", {"sure": "yes"}), ("change", {"name": "", "email": "", "role": "reader"})):
        refused = secretariat.post(f"/accounts/{number}/{verb}/", sent)
        assert (refused.status_code, words(refused, "//*[@role='alert']//li")) == (
            400,
            ["This is the last open account of the secretariat. Open another one first."],
        )
    account("secretariat", "bea")
    assert secretariat.post(f"/accounts/{number}/deactivate/", {"sure": "yes"}).status_code == 302


def test_a_person_is_linked_and_taken_away_and_the_history_says_so(secretariat: Client) -> None:
    account("delegate", "mara")
    number, person = number_of("mara"), a_person()
    assert secretariat.post(f"/accounts/{number}/person/", {"person": str(person)}).status_code == 302
    assert cells(secretariat)[1][2] == "Tess Example"
    assert secretariat.post(f"/accounts/{number}/unlink/", {"sure": "yes"}).status_code == 302
    assert cells(secretariat)[1][2:4] == ["", "nothing today"]
    changed = {"name": "Mara Example", "email": "mara@example.org", "role": "reader"}
    assert secretariat.post(f"/accounts/{number}/change/", changed).status_code == 302
    history = words(secretariat.get(f"/accounts/{number}/"), "//ol[@class='history']/li/p[1]")
    assert history == [
        "Changed: delegate, Anna Lindqvist",
        "Linked to nobody any more: Tess Example",
        "Linked to a person: Tess Example",
        "Opened",
    ]


def test_what_cannot_be_is_refused_and_nothing_is_opened(secretariat: Client) -> None:
    refusals = [
        ({"username": "anna"}, ["Name to sign in with: There is an account anna already."]),
        ({"email": "nowhere"}, ["E-mail: Enter a valid email address."]),
        (
            {"person": "999"},
            ["Person of the directory: Select a valid choice. 999 is not one of the available choices."],
        ),
        ({"role": "king"}, ["Role: Select a valid choice. king is not one of the available choices."]),
    ]
    for changes, said in refusals:
        refused = secretariat.post("/accounts/new/", NEW | changes)
        assert (refused.status_code, words(refused, "//*[@role='alert']//li")) == (400, said)
    assert User.objects.filter(username="tess").count() == 0


def test_the_accounts_are_for_the_secretariat(reader: Client) -> None:
    number = number_of("rosa")
    addresses = ("/accounts/", "/accounts/new/", f"/accounts/{number}/", f"/accounts/{number}/deactivate/")
    assert statuses_of(reader, *addresses) == [403] * 4
    assert (
        reader.post(f"/accounts/{number}/change/", {"name": "", "email": "", "role": "secretariat"}).status_code == 403
    )


@pytest.mark.parametrize("others", [1, 4])
def test_the_list_costs_the_same_however_many_there_are(
    secretariat: Client, others: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number, code in enumerate(("AUS", "NLD", "IRL", "FJI")[:others]):
        a_delegate(code, f"mara{number}")
    # Session and account; the accounts, affiliations, terms.
    with django_assert_num_queries(5):
        secretariat.get("/accounts/")
