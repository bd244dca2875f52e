"""Who acts for a holder in an office: on the roster, on the page of the office, on that of the person."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.rows import AT
from tests.factories.terms import a_term
from tests.web.kept import TODAY
from tests.web.pages import tree, words
from tests.web.test_committee import ROWS, spaced

from corcom.directory.actions import merge_people, record_entry
from corcom.directory.domain.people import Affiliation, Entry, Person
from corcom.mandates.actions import record_person_in_office, record_term
from corcom.mandates.domain.acting import PersonActing
from corcom.mandates.domain.checks import TermRefused
from corcom.mandates.models import ActingPerson

SEAT = "/committee/CCM/coordinator/clearance/IRL/"
SAID = {"since": "2012-01-01", "until": "", "source": "note verbale of 3 January 2012"}


@pytest.fixture(autouse=True)
def _term(settings: LazySettings) -> None:
    settings.TODAY = TODAY
    record_term(term=a_term(), at=AT)


def a_person(name: str = "Una Example", *, until: date | None = None, delegation: str = "IRL") -> int:
    belongs = Affiliation(delegation=delegation, until=until)
    return record_entry(entry=Entry(person=Person(name=name, title="Ms."), affiliations=(belongs,)), at=AT)


def acting(number: int, **changes: object) -> PersonActing:
    values = {"convention": "CCM", "office": "coordinator", "theme": "clearance", "holder": "IRL", "source": "a note"}
    return PersonActing(**{**values, "person": number, **changes})  # type: ignore[arg-type]  # one key of several


def test_the_roster_names_who_acts_for_the_holder_on_that_day(secretariat: Client, reader: Client) -> None:
    number = a_person(until=date(2012, 8, 1))
    record_person_in_office(acting=acting(number, since=date(2012, 2, 1)), at=AT)
    holder = f"{ROWS}/td[1]"
    days = ("2012-01-31", "2012-02-01", "2012-07-31", "2012-08-01")
    found = [spaced(reader.get(f"/committee/?as_of={day}"), holder) for day in days]
    assert found == [["Ireland"], ["Ireland Ms. Una Example"], ["Ireland Ms. Una Example"], ["Ireland"]]
    links = f"{holder}//a[contains(., 'Una')]/@href"
    page = f"/committee/?as_of={days[1]}"
    assert tree(secretariat.get(page)).xpath(links) == [f"/directory/people/{number}/?as_of=2012-02-01"]
    assert tree(reader.get(page)).xpath(links) == []


def test_office_and_person_lead_to_each_other(secretariat: Client, reader: Client) -> None:
    number = a_person()
    assert words(secretariat.get(SEAT), "//a[contains(., 'Say who acts')]") == ["Say who acts for it"]
    said = secretariat.post(f"{SEAT}person/", SAID | {"person": str(number)})
    assert (said.status_code, said["Location"]) == (302, SEAT)
    assert words(secretariat.get(SEAT), "//ul[@class='lines']/li/a") == ["Ms. Una Example"]
    page = secretariat.get(f"/directory/people/{number}/")
    assert words(page, "//ul[@class='lines']/li") == [
        "Clearance and Risk Reduction, Coordinator (CCM), for Ireland from 1 January 2012"
    ]
    assert tree(page).xpath("//ul[@class='lines']/li/a/@href") == [SEAT]
    assert words(reader.get(SEAT), "//a[contains(., 'Say who acts') or contains(., 'Strike')]") == []


def test_what_cannot_be_is_refused(secretariat: Client) -> None:
    number, stranger = a_person(until=date(2011, 1, 1)), a_person("Olaf Example", delegation="NOR")
    sent = SAID | {"person": str(number)}
    refusals = (
        (sent, ["Person: Allowed: somebody who belongs to the delegation at that time."]),
        (
            sent | {"until": "2011-12-31"},
            ["Until: Allowed: later than 1 January 2012; a term does not end before it starts."],
        ),
        (sent | {"source": ""}, ["Source: This field is required."]),
    )
    for said, reasons in refusals:
        refused = secretariat.post(f"{SEAT}person/", said)
        assert (refused.status_code, words(refused, "//*[@role='alert']//li")) == (400, reasons)
    assert secretariat.post(f"{SEAT}person/", sent | {"person": str(stranger)}).status_code == 400
    with pytest.raises(TermRefused):
        record_person_in_office(acting=acting(a_person(), office="king"), at=AT)
    assert ActingPerson.objects.count() == 0


def test_it_is_ended_and_struck_and_stays_readable(secretariat: Client) -> None:
    number = record_person_in_office(acting=acting(a_person()), at=AT)
    assert secretariat.post(f"/committee/people/{number}/end/", {"until": "2012-05-01"}).status_code == 302
    roster = [spaced(secretariat.get(f"/committee/?as_of=2012-0{month}-01"), f"{ROWS}/td[1]") for month in (4, 5)]
    assert roster == [["Ireland Ms. Una Example"], ["Ireland"]]
    again = ActingPerson.objects.get(ended_at=None).pk
    assert secretariat.post(f"/committee/people/{again}/strike/", {"why": "It was another."}).status_code == 302
    assert secretariat.get(f"/committee/people/{again}/strike/").status_code == 404
    assert list(ActingPerson.objects.order_by("id").values_list("ended_why", "ended_by")) == [
        ("", "anna"),
        ("It was another.", "anna"),
    ]


def test_who_was_merged_is_the_one_that_was_kept(reader: Client) -> None:
    number = a_person()
    record_person_in_office(acting=acting(number), at=AT)
    merge_people(keep=a_person("Una B. Example"), other=number, at=AT)
    assert spaced(reader.get("/committee/?as_of=2012-06-01"), f"{ROWS}/td[1]") == ["Ireland Ms. Una B. Example"]


@pytest.mark.parametrize("people", [1, 3])
def test_the_roster_costs_the_same_however_many_act(
    reader: Client, people: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(people):
        record_person_in_office(acting=acting(a_person(f"Una {number} Example")), at=AT)
    # Two more than without anybody who acts: who does, and whom they belong to.
    with django_assert_num_queries(7):
        reader.get("/committee/?as_of=2012-06-01")
