from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.register import RECORDED_ON, a_deposit, a_receipt, the_register
from tests.web.pages import tree, words

APRIL = "as_of=2016-04-28"
ADDRESS = "/conventions/CCM/obligations/"
STEPS = "//div[@class='page-content']/ol[@class='way']/li/span[1]"


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = RECORDED_ON


class TestMatrixAndList:
    def test_the_matrix_has_a_row_for_each_state_that_is_bound(self, visitor: Client) -> None:
        the_register()
        page = visitor.get(f"{ADDRESS}?{APRIL}")
        assert words(page, "//p[@class='status-line']") == ["98 States are bound · 28 April 2016"]
        assert words(page, "//table[@class='matrix']/thead//th") == [
            "State",
            "Destruction of stockpiles",
            "Clearance of contaminated land",
            "Initial transparency report",
            "Annual transparency report",
        ]
        row = "//table[@class='matrix']/tbody/tr[th='South Africa']"
        assert words(page, f"{row}/td") == ["due", "unknown", "due soon", "due soon"]
        assert tree(page).xpath(f"{row}/td[3]/a/@href") == [f"{ADDRESS}ZAF/initial-report/?{APRIL}"]
        assert len(words(page, "//table[@class='matrix']/tbody/tr")) == 98

    @pytest.mark.parametrize(
        ("query", "names", "columns"),
        [
            ("status=met", ["Denmark", "Germany", "North Macedonia", "United Kingdom"], 4),
            (
                "status=due&obligation=initial-report&group=African",
                ["Mauritius", "Rwanda", "Somalia", "South Africa"],
                1,
            ),
            ("obligation=victim-assistance&q=chile", ["Chile"], 1),
            ("status=x&obligation=y&group=z&q=chile", ["Chile"], 4),
            ("status=overdue", [], 0),
        ],
    )
    def test_the_matrix_is_narrowed(self, visitor: Client, query: str, names: list[str], columns: int) -> None:
        the_register()
        page = visitor.get(f"{ADDRESS}?{APRIL}&{query}")
        found = words(page, "//table[@class='matrix']/tbody/tr/th")
        assert (found, len(words(page, "//table[@class='matrix']/thead//th[position() > 1]"))) == (names, columns)

    def test_the_list_has_due_dates_with_their_steps(self, visitor: Client) -> None:
        the_register()
        page = visitor.get(f"{ADDRESS}?view=list&q=south+africa&obligation=initial-report&{APRIL}")
        (cells,) = [words(page, "//*[@id='obligations']//tbody/tr/*")]
        assert (cells[:3], cells[4]) == (["South Africa", "Initial transparency report", "Article 7(1)"], "due soon")
        assert words(page, "//*[@id='obligations']//td[3]//summary//span[@class='deadline-words']") == ["tomorrow"]
        assert words(page, "//*[@id='obligations']//td[3]//ol/li/time") == [
            "28 May 2015",
            "1 November 2015",
            "29 April 2016",
        ]

    def test_the_list_is_sorted_and_paged(self, visitor: Client) -> None:
        the_register()
        day = "//*[@id='obligations']//tbody/tr[1]/td[3]//summary//time"
        base = f"{ADDRESS}?view=list&status=due&{APRIL}"
        assert words(visitor.get(f"{base}&sort=due"), day) == ["29 April 2016"]
        assert words(visitor.get(f"{base}&sort=-due"), day) == ["1 March 2026"]
        assert words(visitor.get(f"{base}&sort=-state"), "//*[@id='obligations']//tbody/tr[1]/th") == ["Zambia"]
        every = visitor.get(f"{ADDRESS}?view=list&{APRIL}")
        assert words(every, "//nav[@class='pages']/span") == ["1 to 100 of 686"]

    def test_the_list_can_be_taken_home_with_the_reasons(self, visitor: Client) -> None:
        a_deposit(on="2010-05-28")
        query = "status=unknown&obligation=initial-report&as_of=2016-04-28&format=csv"
        lines = visitor.get(f"{ADDRESS}?{query}").content.decode("utf-8-sig").splitlines()
        assert lines == ["iso3,state,obligation,name,article,due_on,status,why"]
        the_register_of_thirty()
        lines = visitor.get(f"{ADDRESS}?{query}&q=south").content.decode("utf-8-sig").splitlines()
        why = (
            "Accession: 28 May 2010; The first day of month 6 after that month: 1 November 2010; Plus 180 days: 30 April 2011;"
            " Nothing is recorded of whether it was met; a receipt, or a record that nothing had come by a later day, would settle it"
        )
        assert (
            lines[1] == f'ZAF,South Africa,initial-report,Initial transparency report,7(1),2011-04-30,unknown,"{why}"'
        )

    def test_before_the_entry_into_force_nobody_owes_anything(self, visitor: Client) -> None:
        page = visitor.get(ADDRESS)
        assert words(page, "//*[@class='empty']/h2") == ["Nobody is bound on this day"]

    def test_every_convention_shows_what_falls_due_next_and_a_chosen_one_its_page(self, visitor: Client) -> None:
        the_register()
        page = visitor.get(f"/obligations/?{APRIL}")
        assert words(page, "//div[@class='page-content']/h2") == [
            "Anti-Personnel Mine Ban Convention",
            "Convention on Cluster Munitions",
        ]
        visitor.cookies["convention"] = "ccm"
        assert visitor.get(f"/obligations/?{APRIL}").headers["Location"] == f"{ADDRESS}?{APRIL}"


def the_register_of_thirty() -> None:
    """Enough deposits for the entry into force in general: that of South Africa, and twenty-nine others."""
    from corcom.register.domain.states import state_codes

    for iso3 in sorted(state_codes() - {"ZAF"})[:29]:
        a_deposit(iso3=iso3, on="2010-02-16")


class TestOneDeadline:
    def test_its_steps_lead_from_the_deposit_to_the_day(self, visitor: Client) -> None:
        the_register()
        page = visitor.get(f"{ADDRESS}ZAF/initial-report/?{APRIL}")
        assert words(page, "//h1") == ["South Africa: Initial transparency report"]
        assert words(page, STEPS) == [
            "Ratification: 28 May 2015",
            "The first day of month 6 after that month: 1 November 2015",
            "Plus 180 days: 29 April 2016",
        ]
        assert words(page, "//p[@class='verdict']//span[@class='deadline-words']") == ["tomorrow"]

    @pytest.mark.parametrize(
        ("iso3", "computed", "published"),
        [("CPV", "28 September 2011", "28 October 2011"), ("GIN", "28 September 2015", "19 April 2015")],
    )
    def test_a_day_that_is_published_elsewhere_is_shown_with_both_sources(
        self, visitor: Client, iso3: str, computed: str, published: str
    ) -> None:
        the_register()
        page = visitor.get(f"{ADDRESS}{iso3}/initial-report/?{APRIL}")
        assert f"Plus 180 days: {computed}" in words(page, STEPS)
        assert words(page, "//h2[.='Published elsewhere, and different']/following-sibling::ul[1]/li/strong") == [
            published
        ]
        row = "//*[@id='CCM-initial-report']/td[2]/div/div[2]"
        assert words(visitor.get(f"/states/{iso3}/?convention=CCM&{APRIL}"), row) == [
            f"published elsewhere: {published} (table of due dates of initial transparency reports, as published by the Convention)"
        ]

    def test_an_extension_is_told_from_the_old_day_to_the_new_one(self, visitor: Client) -> None:
        the_register()
        page = visitor.get(f"{ADDRESS}LBN/clearance/?as_of=2022-01-01")
        assert words(page, "//p[@class='verdict']//span[@class='deadline-words']") == ["extended to 1 May 2026"]
        assert words(page, "//h2[.='Extension requests']/following-sibling::ol[1]/li/strong") == ["Granted"]

    def test_what_recurs_shows_every_time_that_it_fell_due(self, visitor: Client) -> None:
        the_register()
        a_receipt(obligation="annual-report", period=2016, on="2017-05-02")
        page = visitor.get(f"{ADDRESS}ZAF/annual-report/?as_of=2018-01-01")
        assert [words(page, f"//*[@id='periods']//tbody/tr[{row}]/*") for row in (1, 2, 3)] == [
            ["2017", "30 April 2018 · in 3 months", "due"],
            ["2016", "30 April 2017 · met 2 days late", "met late"],
            ["2015", "30 April 2016 · fell due 20 months ago, not known whether met", "unknown"],
        ]
        of_2015 = visitor.get(f"{ADDRESS}ZAF/annual-report/?period=2015&as_of=2018-01-01")
        assert words(of_2015, "//h1") == ["South Africa: Annual transparency report for 2015"]
        assert visitor.get(f"{ADDRESS}ZAF/annual-report/?period=1999").status_code == 404

    def test_a_receipt_settles_it_from_its_day_on(self, visitor: Client) -> None:
        the_register()
        a_receipt()
        said = [
            words(
                visitor.get(f"{ADDRESS}ZAF/initial-report/?as_of={day}"),
                "//p[@class='verdict']//span[@class='deadline-words']",
            )
            for day in ("2016-04-19", "2016-04-20")
        ]
        assert said == [["in 10 days"], ["met 9 days early"]]

    def test_what_was_done_without_a_known_day_is_neither_met_in_time_nor_late(self, visitor: Client) -> None:
        the_register()
        page = visitor.get(f"{ADDRESS}GNB/stockpile-destruction/?as_of=2026-01-01")
        assert words(page, "//p[@class='verdict']//span[@class='deadline-words']") == [
            "fulfilled; whether in time is not known"
        ]

    def test_without_evidence_it_says_what_would_settle_it(self, visitor: Client) -> None:
        the_register()
        page = visitor.get(f"{ADDRESS}ZAF/initial-report/")
        assert words(page, "//p[@class='note note-info']") == [
            "Nothing is recorded of whether it was met; a receipt, or a record that nothing had come by a later day, would settle it"
        ]

    @pytest.mark.parametrize(
        ("rest", "title"),
        [
            ("ZAF/initial-report/?as_of=2015-06-01", "South Africa is not bound on 1 June 2015"),
            ("LTU/clearance/", "Lithuania is not bound on 1 November 2026"),
            ("USA/clearance/", "United States is not bound on 1 November 2026"),
        ],
    )
    def test_of_a_state_that_is_not_bound_it_says_so(self, visitor: Client, rest: str, title: str) -> None:
        the_register()
        page = visitor.get(f"{ADDRESS}{rest}")
        assert (page.status_code, words(page, "//h1")) == (404, [title])

    def test_what_is_no_obligation_or_no_state_is_not_there(self, visitor: Client) -> None:
        rest = ("ZAF/letters/", "XYZ/initial-report/", "icrc/initial-report/")
        assert [visitor.get(f"{ADDRESS}{each}").status_code for each in rest] == [404] * 3


class TestState:
    def test_a_state_shows_how_it_stands_to_each_convention(self, visitor: Client) -> None:
        the_register()
        page = visitor.get(f"/states/ZAF/?{APRIL}")
        assert words(page, "//section[@class='standing']/h2") == [
            "Anti-Personnel Mine Ban Convention",
            "Convention on Cluster Munitions",
        ]
        assert words(page, "//*[@id='CCM']/p[@class='verdict']") == ["State Party, bound, since 1 November 2015"]
        assert words(page, "//*[@id='CCM']//ol[@class='way']/li/span[1]") == [
            "Ratification: 28 May 2015",
            "The first day of month 6 after that month: 1 November 2015",
        ]
        assert words(page, "//*[@id='years-CCM']//ol/li")[:3] == [
            "3 December 2008 Signature",
            "28 May 2015 Ratification",
            "1 November 2015 In force for the State",
        ]
        assert words(page, "//*[@id='acts-CCM']//tbody/tr/td") == ["3 December 2008", "28 May 2015"]
        assert tree(page).xpath("//*[@id='CCM-initial-report']/th//a/@href") == [
            f"{ADDRESS}ZAF/initial-report/?{APRIL}"
        ]

    def test_the_day_and_the_convention_are_followed(self, visitor: Client) -> None:
        the_register()
        visitor.cookies["convention"] = "ccm"
        said = [
            words(visitor.get(f"/states/LTU/?as_of={day}"), "//p[@class='verdict']")
            for day in ("2009-01-01", "2011-04-01", "2012-01-01", "2026-01-01")
        ]
        assert said == [
            ["Signatory, not party, since 3 December 2008"],
            ["Consent deposited, not yet in force, since 24 March 2011"],
            ["State Party, bound, since 1 September 2011"],
            ["Withdrawn, since 6 March 2025"],
        ]

    def test_south_sudan_is_bound_from_its_independence(self, visitor: Client) -> None:
        the_register()
        page = visitor.get("/states/SSD/?convention=APMBC")
        assert words(page, "//p[@class='verdict']") == ["State Party, bound, since 9 July 2011"]

    def test_the_public_sees_the_register_and_not_the_records(self, visitor: Client, reader: Client) -> None:
        the_register()
        assert words(visitor.get("/states/ZAF/"), "//aside/h2") == []
        assert words(reader.get("/states/ZAF/"), "//aside/h2") == ["History of what is recorded"]
        assert visitor.get("/states/icrc/").headers["Location"] == "/account/sign-in/?next=/states/icrc/"
