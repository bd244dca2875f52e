from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import vobject
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.accounts import AT, account
from tests.factories.register import a_receipt, the_register
from tests.web.pages import tree, words

from corcom.access.actions import link_person
from corcom.directory.actions import record_entry
from corcom.directory.domain.people import Affiliation, Entry, Person

DAY = date(2016, 4, 28)
LIST = "/calendar/?view=list&at=2016&convention=CCM"


@pytest.fixture(autouse=True)
def _register(settings: LazySettings) -> None:
    settings.TODAY = DAY
    the_register()


def rows(page: Any) -> list[list[str]]:
    many = len(words(page, "//*[@id='entries']//tbody/tr"))
    return [words(page, f"//*[@id='entries']//tbody/tr[{at}]/*") for at in range(1, many + 1)]


def test_what_many_states_owe_on_one_day_is_one_entry(
    reader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(7):
        page = reader.get("/calendar/?at=2016-04&convention=CCM")
    assert words(page, "//table[@class='cal-month']//li") == [
        "Initial transparency report, South Africa (CCM) open",
        "Annual transparency report for 2015, 92 States (CCM) open",
    ]
    assert tree(page).xpath("//table[@class='cal-month']//li/a/@href") == [
        "/conventions/CCM/obligations/ZAF/initial-report/",
        "/conventions/CCM/obligations/?view=next&obligation=annual-report",
    ]


def test_the_state_of_the_filter_sees_its_own(reader: Client) -> None:
    page = reader.get(f"{LIST}&state=MRT")
    assert rows(page) == [
        [
            "30 April 2016",
            "Annual transparency report for 2015, Mauritania (CCM)",
            "Mauritania",
            "open",
        ]
    ]
    choice = words(page, "//select[@name='state']/option[@selected]")
    assert choice == ["Mauritania (1)"]
    assert words(reader.get(f"{LIST}&state=ZAF"), "//*[@id='entries']//tbody/tr/*[1]") == [
        "29 April 2016",
        "30 April 2016",
    ]


def test_a_theme_narrows_and_a_body_has_none(reader: Client) -> None:
    found = words(reader.get(f"{LIST}&theme=Stockpile+Destruction+and+Retention"), "//*[@id='entries']//tbody/tr/*[2]")
    assert found == []
    assert rows(reader.get(f"{LIST}&theme=Transparency+Reporting"))[0] == [
        "28 February 2016",
        "Initial transparency report, Canada, Paraguay (CCM)",
        "Canada, Paraguay",
        "unknown",
    ]
    assert rows(reader.get(f"{LIST}&body=Coordination+Committee")) == []


def test_what_was_met_is_done_and_what_nobody_recorded_is_unknown(reader: Client) -> None:
    a_receipt()
    found = rows(reader.get(f"{LIST}&state=ZAF&as_of=2016-05-15"))
    assert [(line[0], line[3]) for line in found] == [("29 April 2016", "done"), ("30 April 2016", "unknown")]
    other = rows(reader.get(f"{LIST}&state=MRT&as_of=2016-05-15"))
    assert [(line[0], line[3]) for line in other] == [("30 April 2016", "unknown")]


def feed(client: Client, query: str) -> Any:
    client.post(f"/calendar/feeds/?{query}")
    address: str = tree(client.get("/calendar/feeds/")).xpath("//tbody/tr[1]//input[@readonly]/@value")[0]
    return vobject.readOne(Client().get(address.removeprefix("http://testserver")).content.decode())


def to_dos(calendar: Any) -> list[tuple[str, str, str, date]]:
    found = calendar.contents.get("vtodo", [])
    return [(one.uid.value, one.summary.value, one.status.value, one.due.value) for one in found]


def test_a_feed_of_a_state_has_its_deadlines_as_to_dos_that_keep_their_names(reader: Client) -> None:
    before = feed(reader, "convention=CCM&state=ZAF")
    first = "obligation-ZAF-CCM-initial-report@testserver"
    name = "Initial transparency report, South Africa (CCM)"
    assert to_dos(before)[0] == (first, name, "NEEDS-ACTION", date(2016, 4, 29))
    years = [f"obligation-ZAF-CCM-annual-report-{year}@testserver" for year in range(2015, 2021)]
    assert [uid for uid, *_rest in to_dos(before)[1:]] == years
    sequence = int(before.vtodo_list[0].sequence.value)
    a_receipt()
    after = feed(reader, "convention=CCM&state=ZAF")
    assert to_dos(after)[0] == (first, name, "COMPLETED", date(2016, 4, 29))
    assert int(after.vtodo_list[0].sequence.value) == sequence + 1


def test_a_feed_of_a_convention_or_a_theme_has_one_to_do_for_what_many_owe(reader: Client) -> None:
    every = to_dos(feed(reader, "convention=CCM"))
    assert ("obligation-CCM-annual-report-2015-2016-04-30@testserver") in [uid for uid, *_rest in every]
    assert len({uid for uid, *_rest in every}) == len(every)
    narrowed = to_dos(feed(reader, "convention=CCM&theme=Transparency+Reporting"))
    assert narrowed == [one for one in every if "-report" in one[0]]
    assert to_dos(feed(reader, "convention=CCM&body=Coordination+Committee")) == []


def test_a_feed_of_a_person_follows_the_delegation_that_they_belong_to(settings: LazySettings) -> None:
    member = Client()
    mara = account("reader", "mara")
    member.force_login(mara)
    # Without a person there is nothing of one's own.
    assert words(member.get("/calendar/feeds/"), "//button[@name='own']") == []
    entry = Entry(
        person=Person(name="Mara Example"),
        affiliations=(
            Affiliation(delegation="ZAF", until=date(2016, 6, 1)),
            Affiliation(delegation="MRT", since=date(2016, 6, 1)),
        ),
    )
    link_person(username="mara", person=record_entry(entry=entry, at=AT), at=AT)
    assert words(member.get("/calendar/feeds/"), "//button[@name='own']") != []
    member.post("/calendar/feeds/?convention=CCM", {"own": "yes"})
    page = member.get("/calendar/feeds/")
    assert words(page, "//tbody/tr/td[1]/bdi") == ["CCM, what concerns my own delegation"]
    address: str = tree(page).xpath("//tbody/tr[1]//input[@readonly]/@value")[0]

    def whose() -> set[str]:
        answer = Client().get(address.removeprefix("http://testserver"))
        return {uid.split("-")[1] for uid, *_rest in to_dos(vobject.readOne(answer.content.decode()))}

    assert whose() == {"ZAF"}
    settings.TODAY = date(2016, 6, 1)
    assert whose() == {"MRT"}
    settings.TODAY = date(2016, 5, 1)
    assert whose() == {"ZAF"}
