from __future__ import annotations

from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.register import DEPOSIT, a_deposit, a_receipt
from tests.web.pages import tree, words

from corcom.obligations.models import RecordedFact
from corcom.oversight.actions import RELEASE_ACCOUNT
from corcom.register.models import RecordedTreatyAction

ONLY_SIGNATORIES = "Only a State that has signed can do this, and no signature by then is recorded"
ACT = {"kind": "accession", "on": "2015-05-28", "source": "C.N.300.2015", "certainty": "certain", "note": ""}
FACT = {"kind": "fulfilled", "on": "2016-04-20", "source": "letter", "certainty": "certain", "note": ""}
RECORD_ACT = "/conventions/CCM/states/ZAF/record/"
RECORD_FACT = "/conventions/CCM/obligations/ZAF/initial-report/record/"
ERRORS = "//*[@role='alert']//li"


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = date(2026, 11, 1)


@pytest.fixture
def addresses() -> list[str]:
    act, fact = a_deposit(), a_receipt()
    return [
        RECORD_ACT,
        RECORD_FACT,
        f"/register/acts/{act}/correct/",
        f"/register/acts/{act}/strike/",
        f"/register/facts/{fact}/correct/",
        f"/register/facts/{fact}/strike/",
    ]


def test_only_those_with_the_right_record(
    addresses: list[str], visitor: Client, reader: Client, secretariat: Client
) -> None:
    assert [visitor.post(address).status_code for address in addresses] == [302] * 6
    assert [reader.post(address).status_code for address in addresses] == [403] * 6
    assert [secretariat.get(address).status_code for address in addresses] == [200] * 6


def test_what_is_not_there_is_not_found(secretariat: Client) -> None:
    for address in (
        "/conventions/XYZ/states/ZAF/record/",
        "/conventions/CCM/states/XYZ/record/",
        "/conventions/CCM/obligations/ZAF/letters/record/",
        "/conventions/CCM/obligations/XYZ/clearance/record/",
        "/register/acts/9/correct/",
        "/register/acts/9/strike/",
        "/register/facts/9/correct/",
        "/register/facts/9/strike/",
    ):
        assert (address, secretariat.get(address).status_code) == (address, 404)


def test_an_act_is_recorded_and_stands_on_the_page_of_the_state(secretariat: Client) -> None:
    answer = secretariat.post(RECORD_ACT, ACT)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/states/ZAF/")
    row = RecordedTreatyAction.objects.get()
    assert (row.convention, row.iso3, row.kind, row.on, row.source, row.recorded_by) == (
        *("CCM", "ZAF", "accession", "2015-05-28", "C.N.300.2015"),
        "anna",
    )
    page = secretariat.get("/states/ZAF/?convention=CCM")
    assert words(page, "//aside//ol[@class='history']/li/p[1]") == ["Accession, 28 May 2015 (CCM)"]
    assert words(page, "//ul[@class='messages']/li") == ["It is recorded; what was there before stays in the history."]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"on": "2015-02-30"}, "On: This is no day, month or year."),
        ({"on": "2027-01-01"}, "This day has not come yet: accession, 1 January 2027."),
        (
            {"on": "2016-01-01"},
            "The State has consented already: accession, 28 May 2015. Only after a withdrawal can it do so again.",
        ),
        ({"kind": "withdrawal", "on": "2014-01-01"}, "A State cannot withdraw before it has deposited its consent."),
        (
            {"kind": "withdrawal", "on": "2020-01-01", "effective_on": "2019-01-01"},
            "A withdrawal cannot have effect before the convention lets it: notice of withdrawal, 1 January 2020.",
        ),
        ({"kind": "accession"}, "The same act is recorded already: accession, 28 May 2015."),
        (
            {"iso3": "ESP", "kind": "ratification"},
            f"{ONLY_SIGNATORIES}: ratification, 28 May 2015. Record the signature first; a State that did not sign accedes.",
        ),
        ({"source": " "}, "Source: This field is required."),
    ],
)
def test_an_act_that_cannot_be_is_refused_in_words(secretariat: Client, changes: dict[str, str], said: str) -> None:
    a_deposit()
    page = secretariat.post(RECORD_ACT.replace("ZAF", changes.get("iso3", "ZAF")), {**ACT, **changes})
    assert (page.status_code, words(page, ERRORS)) == (400, [said])
    assert RecordedTreatyAction.objects.count() == 1


def test_a_corrected_act_takes_the_place_of_the_old_one_which_stays_readable(secretariat: Client) -> None:
    number = a_deposit()
    form = secretariat.get(f"/register/acts/{number}/correct/")
    assert tree(form).xpath("//input[@name='on']/@value") == [DEPOSIT.on]
    assert secretariat.post(f"/register/acts/{number}/correct/", {**ACT, "on": "2015-05-29"}).status_code == 302
    history = words(secretariat.get("/states/ZAF/"), "//aside//ol[@class='history']/li")
    assert [("29 May 2015" in line, "Corrected" in line and "by anna" in line) for line in history] == [
        (True, False),
        (False, True),
    ]
    # The old one is not there any more to be corrected again.
    assert secretariat.get(f"/register/acts/{number}/correct/").status_code == 404


def test_an_act_is_struck_with_a_reason_and_can_be_recorded_again(secretariat: Client) -> None:
    number = a_deposit()
    without = secretariat.post(f"/register/acts/{number}/strike/", {"why": " "})
    assert (without.status_code, words(without, ERRORS)) == (400, ["Say why: a fact is struck with a reason."])
    assert secretariat.post(f"/register/acts/{number}/strike/", {"why": "wrong State"}).status_code == 302
    page = secretariat.get("/states/ZAF/")
    assert words(page, "//aside//ol[@class='history']/li/p[3]")[0].endswith("by anna: wrong State")
    (again,) = tree(page).xpath("//aside//ol[@class='history']//a/@href")
    assert tree(secretariat.get(again)).xpath("//input[@name='on']/@value") == [DEPOSIT.on]
    assert secretariat.post(again, ACT).status_code == 302
    assert RecordedTreatyAction.objects.filter(ended_at=None).count() == 1


def test_a_fact_is_recorded_corrected_and_struck(secretariat: Client) -> None:
    assert secretariat.post(RECORD_FACT, FACT).headers["Location"] == RECORD_FACT.removesuffix("record/")
    number = RecordedFact.objects.get().pk
    assert secretariat.post(f"/register/facts/{number}/correct/", {**FACT, "on": "2016-04-21"}).status_code == 302
    new = RecordedFact.objects.get(ended_at=None)
    assert (new.on, new.recorded_by) == ("2016-04-21", "anna")
    assert secretariat.post(f"/register/facts/{new.pk}/strike/", {"why": "of another State"}).status_code == 302
    assert RecordedFact.objects.filter(ended_at=None).count() == 0


@pytest.mark.parametrize(
    ("obligation", "changes", "said"),
    [
        ("initial-report", {"on": "2027-01-01"}, "This day has not come yet."),
        ("initial-report", {}, "The same fact is recorded already."),
        ("initial-report", {"kind": "outstanding", "on": ""}, "On: Say by which day none had come."),
        ("annual-report", {}, "Year that it covers: Say which year the report covers."),
        (
            "clearance",
            {"kind": "granted"},
            "Say the deadline: a request, a grant and a published deadline name a day.",
        ),
    ],
)
def test_a_fact_that_cannot_be_is_refused_in_words(
    secretariat: Client, obligation: str, changes: dict[str, str], said: str
) -> None:
    a_receipt()
    page = secretariat.post(RECORD_FACT.replace("initial-report", obligation), {**FACT, **changes})
    assert (page.status_code, words(page, ERRORS)) == (400, [said])


def test_what_was_recorded_after_the_day_of_the_page_says_so(secretariat: Client, reader: Client) -> None:
    a_deposit()
    later = "//aside//ol[@class='history']/li/p[2]/strong"
    assert words(reader.get("/states/ZAF/?as_of=2016-01-01"), later) == ["recorded after the day of this page"]
    assert words(reader.get("/states/ZAF/?as_of=2016-06-01"), later) == []
    # What comes with CorCom was known before the site took it over.
    RecordedTreatyAction.objects.update(recorded_by=RELEASE_ACCOUNT)
    assert words(reader.get("/states/ZAF/?as_of=2016-01-01"), later) == []
    # Nothing is recorded on a page of another day, or by who only reads.
    links = "//aside//ol[@class='history']//a | //a[contains(@href, '/record/')]"
    assert tree(secretariat.get("/states/ZAF/?as_of=2016-06-01")).xpath(links) == []
    assert tree(reader.get("/states/ZAF/")).xpath(links) == []
