from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.register import RECORDED_ON, a_deposit, the_register
from tests.web.pages import tree, words

from corcom.register.actions import strike_treaty_action

APRIL = "as_of=2016-04-28"
STATUS = "//p[@class='status-line']"


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = RECORDED_ON


def counts(client: Client, address: str) -> dict[str, str]:
    page = client.get(address)
    return dict(
        zip(words(page, "//dl[@class='counts']//dt"), words(page, "//dl[@class='counts']//strong"), strict=True)
    )


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2016-04-28", "100 States Parties by deposit, 98 bound; 96 UN members not party · 28 April 2016"),
        ("2016-10-01", "100 States Parties by deposit, 100 bound; 96 UN members not party · 1 October 2016"),
        ("2025-03-06", "111 States Parties by deposit, 111 bound; 86 UN members not party · 6 March 2025"),
    ],
)
def test_the_page_counts_as_of_its_day(visitor: Client, day: str, said: str) -> None:
    the_register()
    assert words(visitor.get(f"/conventions/CCM/?as_of={day}"), STATUS) == [said]


def test_the_count_of_march_2011_is_that_of_the_minutes(visitor: Client) -> None:
    the_register()
    assert counts(visitor, "/conventions/CCM/?as_of=2011-03-30")["States Parties by deposit"] == "55"


def test_each_count_leads_to_the_list_of_those_it_counts(visitor: Client) -> None:
    the_register()
    page = visitor.get(f"/conventions/CCM/?{APRIL}")
    found = counts(visitor, f"/conventions/CCM/?{APRIL}")
    assert found == {
        "States Parties by deposit": "100",
        "States Parties, bound": "98",
        "Contracting States": "2",
        "Signatories, ever": "108",
        "Signatories not party": "19",
        "Withdrawn": "0",
        "States not party": "97",
        "UN members not party": "96",
    }
    links = tree(page).xpath("//dl[@class='counts']//dt/a/@href")
    rows = [str(len(words(visitor.get(link), "//*[@id='states']//tbody/tr"))) for link in links]
    assert rows == list(found.values())


def test_the_page_explains_why_96_and_not_93(visitor: Client) -> None:
    the_register()
    said = words(visitor.get(f"/conventions/CCM/?{APRIL}"), "//dl[@class='counts']/following-sibling::p[1]")
    first, second = (
        "193 UN members less 97 of them that are States Parties by deposit leaves 96",
        "Cook Islands, Holy See",
    )
    assert said == [f"{first}; 3 States Parties are not UN members: {second}, State of Palestine."]


def test_the_summary_has_a_column_for_each_status_in_which_somebody_stands(visitor: Client) -> None:
    the_register()
    page = visitor.get("/conventions/CCM/?as_of=2016-04-28")
    assert words(page, "//*[@id='summary']//thead//th") == ["Obligation", "due", "met", "unknown", "does not apply"]


def test_what_falls_due_next_is_of_the_day(visitor: Client) -> None:
    the_register()
    page = visitor.get(f"/conventions/CCM/?{APRIL}")
    first, second = words(page, "//*[@id='next-CCM']//tbody/tr/*[1]//span[@class='deadline-words']")[:2]
    assert (first, second) == ("tomorrow", "in 2 days")
    assert words(page, "//*[@id='next-CCM']//tbody/tr[1]/td") == ["Initial transparency report", "South Africa"]
    assert words(page, "//*[@id='next-CCM']//tbody/tr[2]/td") == ["Annual transparency report for 2015", "92 States"]
    every = tree(page).xpath("//*[@id='next-CCM']//tbody/tr[2]//a/@href")[0]
    assert words(visitor.get(every), "//p[@class='listing-caption']/span") == ["92 rows"]


def test_the_map_and_the_years_say_the_same_in_words(visitor: Client) -> None:
    the_register()
    page = visitor.get(f"/conventions/CCM/?{APRIL}")
    assert words(page, "//*[@id='map']//ul[@class='legend']/li/span") == ["98", "2", "19", "0", "78"]
    assert words(page, "//*[@id='map']//dl/dd[2]/a") == ["Cuba", "Palau"]
    assert words(page, "//*[@id='years']//tbody/tr[last()]/*") == ["2016", "2", "0", "100", "98"]
    assert words(visitor.get("/conventions/CCM/?as_of=2008-12-02"), "//*[@id='years']") == []


def test_the_entry_into_force_is_told_when_it_was_certain(visitor: Client) -> None:
    the_register()
    steps = "//aside//ol[@class='way']/li/span[1]"
    assert words(visitor.get("/conventions/CCM/?as_of=2010-03-01"), "//aside/p") == [
        "Enters into force on 1 August 2010."
    ]
    assert words(visitor.get(f"/conventions/CCM/?{APRIL}"), steps) == [
        "Deposit that was needed for the entry into force in general: 16 February 2010",
        "The first day of month 6 after that month: 1 August 2010",
    ]
    assert words(visitor.get("/conventions/CCM/?as_of=2010-02-15"), steps) == []


def test_without_facts_the_page_says_what_belongs_here(visitor: Client, secretariat: Client) -> None:
    for client, links in ((visitor, []), (secretariat, ["/conventions/CCM/states/"])):
        page = client.get("/conventions/CCM/")
        assert words(page, "//*[@class='empty']/h2") == ["No treaty action is recorded"]
        assert "corcom import register" in words(page, "//*[@class='empty']/p")[0]
        assert tree(page).xpath("//*[@class='empty']//a/@href") == links


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/conventions/", 1),
        ("/conventions/CCM/", 3),
        ("/conventions/CCM/states/", 1),
        ("/conventions/CCM/obligations/", 2),
        ("/conventions/CCM/obligations/?view=list", 2),
        ("/conventions/CCM/obligations/?view=next", 2),
        ("/conventions/CCM/what-if/?state=USA&deposit=2026-12-01", 1),
        ("/obligations/", 2),
        ("/states/ZAF/", 3),
    ],
)
def test_a_page_costs_the_same_whatever_is_recorded(
    visitor: Client, address: str, queries: int, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """For everybody: the treaty actions, and the facts of obligations; the convention's page asks for these twice."""
    for iso3 in ("ZAF", "NOR", "LBN")[:rows]:
        a_deposit(iso3=iso3)
    with django_assert_num_queries(queries):
        assert visitor.get(address).status_code == 200


def test_every_convention_stands_in_the_list(visitor: Client) -> None:
    the_register()
    page = visitor.get(f"/conventions/?{APRIL}")
    assert [words(page, f"//*[@id='conventions']//tbody/tr[{row}]/*") for row in (1, 2, 3)] == [
        ["Anti-Personnel Mine Ban Convention", "162", "162", "1", "34", "1 March 1999"],
        ["Arms Trade Treaty", "", "", "", "", "no treaty action is recorded"],
        ["Convention on Cluster Munitions", "100", "98", "19", "96", "1 August 2010"],
    ]


def test_nobody_is_called_not_party_where_nothing_is_recorded(visitor: Client) -> None:
    page = visitor.get("/conventions/CCM/states/")
    assert words(page, "//p[@class='status-line']") == ["no treaty action is recorded · 1 November 2026"]
    assert words(page, "//*[@id='ZAF']/td[1]") == ["no treaty action is recorded"]
    assert words(visitor.get("/states/ZAF/"), "//section[@class='standing']") == []


def test_a_convention_without_a_rulebook_has_no_page(visitor: Client) -> None:
    rest = ("", "states/", "obligations/", "what-if/", "obligations/ZAF/initial-report/")
    assert [visitor.get(f"/conventions/XYZ/{each}").status_code for each in rest] == [404] * 5


def test_what_is_struck_is_not_counted_and_was_known_before(visitor: Client) -> None:
    from tests.factories.rows import AT

    number = a_deposit()
    strike_treaty_action(number=number, why="twice", at=AT.replace(year=2020))
    said = {
        query: words(visitor.get(f"/conventions/?{query}"), "//tbody/tr[3]/td[1]")[0]
        for query in ("", "known_on=2018-01-01", "known_on=2016-05-01", "known_on=2021-01-01")
    }
    assert said == {"": "", "known_on=2018-01-01": "1", "known_on=2016-05-01": "", "known_on=2021-01-01": ""}
    assert visitor.get("/conventions/?known_on=yesterday").status_code == 400


class TestStates:
    address = "/conventions/CCM/states/"

    def test_every_state_stands_in_the_list(self, visitor: Client) -> None:
        the_register()
        page = visitor.get(f"{self.address}?{APRIL}")
        assert len(words(page, "//*[@id='states']//tbody/tr")) == 197
        assert words(page, "//*[@id='ZAF']/*") == [
            "South Africa",
            "State Party, bound",
            "1 November 2015",
            "28 May 2015",
            "ratification",
            "3 December 2008",
            "African",
        ]

    @pytest.mark.parametrize(
        ("query", "names"),
        [
            ("status=contracting", ["Cuba", "Palau"]),
            ("status=deposited&group=Eastern European&sort=-deposit", ["Slovakia", "Hungary"]),
            ("q=cote", ["Côte d'Ivoire"]),
            ("q=zaf", ["South Africa"]),
            ("status=bound&sort=since&q=s", ["Austria", "Burkina Faso"]),
            ("status=nonsense&group=x&sort=y&q=tuvalu", ["Tuvalu"]),
        ],
    )
    def test_the_list_is_narrowed_and_sorted(self, visitor: Client, query: str, names: list[str]) -> None:
        the_register()
        page = visitor.get(f"{self.address}?{APRIL}&{query}")
        assert words(page, "//*[@id='states']//tbody/tr/th")[:2] == names

    def test_the_day_changes_the_list(self, visitor: Client) -> None:
        the_register()
        said = [
            words(visitor.get(f"{self.address}?as_of={day}"), "//*[@id='LTU']/td[1]")
            for day in ("2025-03-05", "2025-03-06")
        ]
        assert said == [["State Party, bound"], ["withdrawn"]]

    def test_what_is_not_certain_says_so(self, visitor: Client) -> None:
        a_deposit(certainty="doubtful", on="2015")
        assert words(visitor.get(self.address), "//*[@id='ZAF']/td[3]/div/div") == ["2015", "unverified"]

    def test_the_list_can_be_taken_home(self, visitor: Client) -> None:
        a_deposit()
        lines = visitor.get(f"{self.address}?format=csv&status=deposited").content.decode("utf-8-sig").splitlines()
        assert lines == [
            "iso3,State,Status,Since,Deposit,Kind,Signature,Regional group,Certainty,Source",
            'ZAF,South Africa,"consent deposited, not yet in force",2015-05-28,2015-05-28,accession,,African,,notification',
        ]


class TestWhatIf:
    address = "/conventions/CCM/what-if/"

    def test_a_deposit_that_has_not_happened_shows_what_would_follow_and_stores_nothing(self, visitor: Client) -> None:
        the_register()
        before = words(visitor.get("/conventions/CCM/"), STATUS)
        page = visitor.get(f"{self.address}?state=USA&deposit=2026-12-01")
        assert words(page, "//p[@class='verdict']") == [
            "United States: deposited on 1 December 2026, bound from 1 June 2027"
        ]
        assert words(page, "//ol[@class='way']/li/span[1]") == [
            "Accession: 1 December 2026",
            "The first day of month 6 after that month: 1 June 2027",
        ]
        due = words(page, "//*[@id='would-owe']//tbody/tr/td[2]//summary//time")
        assert due == ["1 June 2035", "1 June 2037", "28 November 2027", "30 April 2028"]
        assert words(page, "//*[@id='counts-2026-12-01']//tbody/tr[1]/*") == [
            "States Parties by deposit",
            "112",
            "113",
            "+1",
        ]
        assert words(page, "//*[@id='counts-2027-06-01']//tbody/tr[2]/*") == [
            "States Parties, bound",
            "112",
            "113",
            "+1",
        ]
        assert words(visitor.get("/conventions/CCM/"), STATUS) == before

    @pytest.mark.parametrize(
        ("query", "said"),
        [
            (
                "state=ZAF&deposit=2026-12-01",
                "The State has consented already: accession, 28 May 2015. Only after a withdrawal can it do so again.",
            ),
            ("state=USA&deposit=9999-12-31", "If it deposits on: That is too far ahead."),
            ("state=USA&deposit=x", "If it deposits on: Enter a valid date."),
        ],
    )
    def test_what_cannot_be_is_said_in_words(self, visitor: Client, query: str, said: str) -> None:
        a_deposit()
        page = visitor.get(f"{self.address}?{query}")
        assert (page.status_code, words(page, "//*[@role='alert']//li")) == (400, [said])

    def test_where_nothing_is_recorded_nothing_can_be_asked(self, visitor: Client) -> None:
        page = visitor.get(f"{self.address}?state=USA&deposit=2026-12-01")
        assert words(page, "//p[@class='note note-info']") == ["No treaty action is recorded"]
        assert words(page, "//main//form") == []

    def test_before_the_entry_into_force_nobody_would_be_bound(self, visitor: Client) -> None:
        a_deposit(iso3="NOR", on="2008-12-03")
        page = visitor.get(f"{self.address}?state=USA&deposit=2009-12-01")
        assert words(page, "//p[@class='verdict']/strong") == [
            "deposited on 1 December 2009; the convention is not yet in force"
        ]
        assert words(page, "//*[@id='would-owe']") == []
