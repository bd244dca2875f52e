"""The page of the committee, the forms of terms, and what they refuse."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.rows import AT
from tests.factories.terms import a_term
from tests.web.kept import TODAY, a_meeting
from tests.web.pages import Answer, tree, words

from corcom.mandates.actions import record_term, record_terms
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.mandates.models import RecordedTerm
from corcom.mandates.queries import terms

QUERIES = 6  # session, person; the terms; who acts in them; confirmed mandates, of which there are none here, and the terms beside them
JUNE_2012 = "/committee/?as_of=2012-06-01"
ROWS = "//*[@id='roster']//tbody/tr"


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


@pytest.fixture
def _packaged(db: None) -> None:
    record_terms(found=packaged_terms(), at=AT)


def spaced(page: Answer, path: str) -> list[str]:
    """The text of each element at `path`, the parts of a cell and the cells of a row set apart."""
    return [" ".join(" ".join(found.itertext()).split()) for found in tree(page).xpath(path)]


def given(**changes: Any) -> dict[str, Any]:
    return {
        "office": "coordinator",
        "theme": "clearance",
        "body": "",
        "holder": "IRL",
        "since": "2MSP",
        "until": "3MSP",
        "seen_on": "",
        "source": "minutes",
        "certainty": "certain",
        "note": "",
        **changes,
    }


def test_without_terms_the_page_says_what_belongs_here(reader: Client, secretariat: Client) -> None:
    page = reader.get("/committee/")
    assert words(page, "//p[@class='status-line']") == ["15 June 2016 · 0 holders"]
    assert words(page, "//*[@class='empty']/h2") == ["No term covers this day"]
    assert words(page, "//*[@class='page-action']/a") == []
    assert words(secretariat.get("/committee/"), "//*[@class='page-action']/a") == ["Record a term"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_whatever_is_recorded(
    reader: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for holder in ("IRL", "NOR", "CHL")[:number]:
        record_term(term=a_term(holder=holder), at=AT)
    with django_assert_num_queries(QUERIES):
        page = reader.get(JUNE_2012)
    assert len(words(page, ROWS)) == number


@pytest.mark.usefixtures("_packaged")
def test_the_roster_of_june_2012(reader: Client) -> None:
    page = reader.get(JUNE_2012)
    assert words(page, "//p[@class='status-line']") == ["1 June 2012 · 22 holders · records differ on 3 terms"]
    clearance = [row for row in spaced(page, ROWS) if row.startswith("Clearance")]
    days = "16 September 2011 to"
    assert [row.partition(" Why?")[0] for row in clearance] == [
        f"Clearance and Risk Reduction Coordinator Ireland records differ 2MSP to 3MSP {days} 14 September 2012",
        f"Clearance and Risk Reduction Coordinator Lao People's Democratic Republic 2MSP to 3MSP {days} 14 September 2012",
        f"Clearance and Risk Reduction Coordinator Ireland records differ 2MSP to 4MSP {days} 13 September 2013",
    ]
    assert words(page, f"{ROWS}[th//text()='Transparency Reporting']//details/div/p[1]") == [
        "minutes of the CCM Coordination Committee of 29 September 2011, item 2, certain",
        "minutes of the CCM Coordination Committee of 13 December 2011, list of attendees, certain",
    ]


@pytest.mark.usefixtures("_packaged")
def test_cautions_vacancies_and_the_next_rotation(reader: Client) -> None:
    page = reader.get(JUNE_2012)
    assert words(page, "//*[@aria-labelledby='cautions']//li")[0] == (
        "to clear up Records give 2 different terms for Ireland, Clearance and Risk Reduction."
    )
    assert spaced(page, "//*[@id='vacancies-3msp']//tbody/tr")[:3] == [
        "President-designate 1 Norway nobody",
        "General Status and Operation Coordinator 1 Holy See Zambia",
        "Universalization Coordinator 1 Japan Portugal",
    ]
    assert words(page, "//*[@id='vacancies-3msp']//tbody/tr[5]/td[1]") == ["1–2"]
    assert words(page, "//div[@class='stances']//h3") == [
        "They leave",
        "They leave by one record and stay by another",
        "No record says until when they serve",
        "They stay",
        "They come",
    ]
    assert words(page, "//div[@class='stances']/div[2]//li") == [
        "Ireland (Clearance and Risk Reduction, Coordinator)",
        "Mexico (Cooperation and Assistance, Coordinator)",
        "Spain (Cooperation and Assistance, Coordinator)",
    ]


@pytest.mark.usefixtures("_packaged")
def test_another_convention_and_a_day_without_rules(reader: Client) -> None:
    page = reader.get("/committee/?convention=APMBC&as_of=2003-10-08")
    assert (words(page, "//h1"), len(words(page, ROWS))) == (["Committee of the APMBC"], 20)
    later = reader.get("/committee/?convention=APMBC")
    assert words(later, "//aside/p")[0].startswith("No rules for this committee are written for this day")


@pytest.mark.usefixtures("_packaged")
def test_the_roster_goes_home_as_a_table(reader: Client) -> None:
    page = reader.get(f"{JUNE_2012}&format=csv")
    lines = page.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Office,Theme,Holder,Person,Since,Until,Records differ,Certainty,Sources"
    assert [line for line in lines if ",Croatia," in line] == [
        (
            "Coordinator,Stockpile Destruction and Retention,Croatia,,2011-09-16,2013-09-13,no,certain,"
            '"minutes of the CCM Coordination Committee of 29 September 2011, item 2; '
            'minutes of the CCM Coordination Committee of 13 December 2011, list of attendees"'
        )
    ]
    assert reader.get(f"{JUNE_2012}&format=xlsx").content[:2] == b"PK"


@pytest.mark.usefixtures("_packaged")
def test_a_state_shows_what_it_held_up_to_the_day(reader: Client) -> None:
    page = reader.get("/states/IRL/?as_of=2012-06-01")
    assert words(page, "//aside//h2")[0] == "Offices and themes that it holds or held"
    (line,) = spaced(page, "//aside//ul[1]/li")
    assert line.startswith("Clearance and Risk Reduction, Coordinator CCM records differ 2MSP to 3MSP")
    assert words(reader.get("/states/IRL/?as_of=2011-06-01"), "//aside//h2") == []


def test_the_secretariat_records_a_term(secretariat: Client) -> None:
    page = secretariat.post("/committee/CCM/record/", given(since="2msp"), follow=True)
    assert words(page, "//ul[@class='messages']/li") == ["The term is recorded."]
    assert [(each.since, each.holder, each.seen_on) for each in terms()] == [("2MSP", "IRL", None)]
    assert RecordedTerm.objects.get().recorded_by == "anna"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"until": "1MSP"}, "Until: Allowed: later than 16 September 2011; a term does not end before it starts."),
        ({"holder": ""}, "Holder: This field is required."),
        (
            {"since": "", "until": ""},
            "Since: Allowed: the day or the meeting from which the term runs, or a day on which it ran.",
        ),
        ({"source": " "}, "Source: This field is required."),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_recorded(
    secretariat: Client, changes: dict[str, str], said: str
) -> None:
    page = secretariat.post("/committee/CCM/record/", given(**changes))
    assert (page.status_code, words(page, "//*[@role='alert']//li")) == (400, [said])
    assert terms() == []


def test_the_same_term_twice_is_refused(secretariat: Client) -> None:
    record_term(term=a_term(), at=AT)
    page = secretariat.post("/committee/CCM/record/", given())
    assert words(page, "//*[@role='alert']//li") == ["This term is recorded from this source already."]


def test_a_term_is_corrected_and_struck_and_its_history_shows_both(secretariat: Client, reader: Client) -> None:
    number = record_term(term=a_term(), at=AT)
    address = "/committee/CCM/coordinator/clearance/IRL/"
    page = secretariat.post(f"/committee/terms/{number}/correct/", given(until="4MSP"), follow=True)
    assert words(page, "//h1") == ["Ireland"]
    assert words(page, "//ol[@class='history']/li/p[1]") == [
        "16 September 2011 to 13 September 2013 (certain)",
        "16 September 2011 to 14 September 2012 (certain)",
    ]
    new = terms()[0].number
    refused = secretariat.post(f"/committee/terms/{new}/strike/", {"why": " "})
    assert (refused.status_code, len(terms())) == (400, 1)
    secretariat.post(f"/committee/terms/{new}/strike/", {"why": "another State"})
    assert terms() == []
    lines = words(reader.get(address), "//ol[@class='history']/li[1]/p")
    assert lines[-1].endswith(": another State")
    assert secretariat.get(f"/committee/terms/{new}/correct/").status_code == 404


def test_a_term_is_recorded_from_the_words_of_confirmed_minutes(secretariat: Client, reader: Client) -> None:
    a_meeting()
    page = secretariat.get("/committee/")
    assert words(page, "//*[@id='unrecorded']//tbody/tr/th") == ["Ecuador", "Zambia"]
    link = tree(page).xpath("//*[@id='unrecorded']//tbody/tr[2]/td[last()]//a/@href")[0]
    form = secretariat.get(link)
    assert words(form, "//figure/blockquote") == ["Universalization (Ecuador and Zambia)"]
    source = tree(form).xpath("//input[@name='source']/@value")[0]
    assert source == "minutes of the Coordination Committee (CCM) of 26 May 2016"
    sent = given(theme="universalization", holder="ZMB", since="", until="", seen_on="2016-05-26", source=source)
    secretariat.post(link, sent)
    (found,) = terms()
    assert (found.holder, found.seen_on, found.finding is not None) == ("ZMB", date(2016, 5, 26), True)
    assert words(reader.get("/committee/"), "//*[@id='unrecorded']//tbody/tr/th") == ["Ecuador"]


@pytest.mark.parametrize("path", ["CCM/record/", "terms/{number}/correct/", "terms/{number}/strike/"])
def test_a_reader_records_nothing_and_a_visitor_sees_nothing(reader: Client, visitor: Client, path: str) -> None:
    address = f"/committee/{path.format(number=record_term(term=a_term(), at=AT))}"
    assert (reader.get(address).status_code, reader.post(address, given()).status_code) == (403, 403)
    assert visitor.get("/committee/").headers["Location"] == "/account/sign-in/?next=/committee/"
    assert words(reader.get("/committee/CCM/coordinator/clearance/IRL/"), "//a[text()='Correct']") == []
    assert len(terms()) == 1


def test_what_is_not_there_is_not_found(secretariat: Client) -> None:
    addresses = (
        "/committee/XYZ/record/",
        "/committee/terms/99/correct/",
        "/committee/terms/99/strike/",
        "/committee/CCM/coordinator/clearance/IRL/",
        "/committee/CCM/king/-/IRL/",
    )
    assert [secretariat.get(address).status_code for address in addresses] == [404] * 5
