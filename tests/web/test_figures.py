"""The pages of figures: what the public and the secretariat see, and what is recorded, taken in and struck."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.figures import BY_HAND, OF_A_REPORT, a_figure
from tests.factories.pdf_read import lines_of_pdf
from tests.web.pages import Answer, tree, words

from corcom.documents.domain.tables import csv_file, xlsx_file
from corcom.figures.actions import keep_report_figures, record_figure
from corcom.figures.domain.figure_rows import COLUMNS, write_row
from corcom.figures.domain.figures import Figure
from corcom.figures.domain.minimum_data import COLUMNS as MINIMUM_COLUMNS
from corcom.figures.queries import figures

PAGE = "/conventions/CCM/figures/"
OF_CHE = f"{PAGE}CHE/"
DAY = date(2026, 11, 10)
AT = datetime(2026, 11, 10, 9, tzinfo=UTC)
ROWS = "//*[@id='figures']//tbody/tr"


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = DAY


def record(figure: Figure = BY_HAND, **changes: object) -> int:
    return record_figure(figure=a_figure(figure, **changes), day=DAY, at=AT, by="anna")


def reported(**changes: object) -> None:
    found = [a_figure(OF_A_REPORT, **changes)]
    keep_report_figures(
        convention="CCM", iso3="CHE", report="annual-report", period=2024, found=found, why="", at=AT, by="Ms A"
    )


def cells(page: Answer, row: int) -> list[str]:
    return words(page, f"{ROWS}[{row}]/*")


class TestTheTable:
    def test_without_figures_it_says_where_they_come_from(self, visitor: Client) -> None:
        page = visitor.get(PAGE)
        assert words(page, "//*[@class='empty']/h2") == ["No figure is recorded"]
        assert words(visitor.get("/figures/"), "//*[@id='conventions']//tbody/tr/td") == ["0"] * 6

    def test_a_stock_by_year_adds_up_over_states_and_not_over_years(self, visitor: Client) -> None:
        record()
        record(year=2023, value=1200)
        record(iso3="NOR", value=5)
        page = visitor.get(PAGE)
        assert words(page, "//*[@id='figures']//thead//th") == ["State", "2023", "2024"]
        assert [cell.split(" Why?")[0] for cell in cells(page, 1)] == ["Norway", "", "5"]
        assert [cell.split(" Why?")[0] for cell in cells(page, 2)] == ["Switzerland", "1,200", "100"]
        assert cells(page, 3) == ["All States", "1,2001 State", "1052 States"]
        assert words(page, "//*[@id='drawing-all']//table//tr/*") == ["2023", "1,200, 1 State", "2024", "105, 2 States"]

    def test_a_year_of_which_nothing_is_known_is_no_year_without_any(self, visitor: Client) -> None:
        for year, value in ((2021, 0), (2023, 4)):
            record(measure="destroyed", year=year, value=value)
        drawn = words(visitor.get(PAGE), "//*[@id='drawing-all']//table//tr/*")
        assert drawn == ["2021", "0, 1 State", "2022", "nothing known", "2023", "4, 1 State"]

    def test_a_source_with_an_address_leads_there(self, visitor: Client) -> None:
        record(source="Monitor, Switzerland: https://monitor.example/che")
        for page, where in ((PAGE, f"{ROWS}[1]/td//details//a"), (OF_CHE, "//*[@id='stockpiled']//tbody//a")):
            (link,) = tree(visitor.get(page)).xpath(where)
            assert (link.get("href"), link.text_content()) == ("https://monitor.example/che", "Monitor, Switzerland")

    def test_long_numbers_stand_in_threes_in_every_language(self, visitor: Client) -> None:
        record(value=1234567)
        for language, shown in (("en", "1,234,567"), ("fr", "1 234 567"), ("ar", "1.234.567")):
            visitor.cookies["django_language"] = language
            cell = cells(visitor.get(PAGE), 1)[1]
            assert " ".join(cell.replace("\u202f", " ").split())[: len(shown)] == shown

    def test_what_happens_in_a_year_adds_up(self, visitor: Client) -> None:
        for year, value in ((2023, 3), (2024, 4)):
            record(measure="destroyed", year=year, value=value)
        page = visitor.get(PAGE)
        assert words(page, "//*[@id='figures']//thead//th")[-1] == "All years"
        assert (cells(page, 1)[-1], cells(page, 2)[-1]) == ("7", "7")

    def test_two_sources_are_both_shown_with_which_counts_and_why(self, visitor: Client) -> None:
        record(value=80, certainty="likely", source="a research institute")
        reported()
        (cell,) = words(visitor.get(PAGE), f"{ROWS}[1]/td")
        assert cell == (
            "100 Why? – Switzerland, 2024 Annual transparency report for 2024, version 1, part B, 30 April 2025"
            "counts: the most certain source"
            "does not count: 80 Why? – Switzerland, 2024, 80, which does not count a research institute, 1 March 2025, likely"
        )
        (link,) = tree(visitor.get(PAGE)).xpath(f"{ROWS}[1]/td//details//a/@href")
        assert link == "/conventions/CCM/reports/CHE/annual-report/2024/"

    def test_it_is_narrowed_by_measure_group_and_name(self, visitor: Client) -> None:
        record()
        record(iso3="NOR")
        record(iso3="LAO", measure="destroyed", value=7)
        names = [
            words(visitor.get(f"{PAGE}?{query}"), f"{ROWS}/th")[:-1]
            for query in (
                "",
                "measure=destroyed",
                "group=WEOG",
                "group=African",
                "q=nor",
                "measure=tanks",
                "as_of=2024-12-31",
            )
        ]
        assert names == [["Norway", "Switzerland"], ["Lao People's Democratic Republic"], ["Norway", "Switzerland"], [], ["Norway"], ["Norway", "Switzerland"], []]  # fmt: skip

    def test_it_is_narrowed_to_where_sources_differ(self, visitor: Client) -> None:
        record()
        assert words(visitor.get(PAGE), "//*[contains(@class, 'filter')]//a[.='differ']") == []
        record(iso3="NOR")
        record(iso3="NOR", value=80, source="another", told_on=date(2025, 9, 1))
        page = visitor.get(f"{PAGE}?sources=differ")
        assert words(page, f"{ROWS}/th") == ["Norway", "All States"]
        assert cells(page, 1)[1] == (
            "80 Why? – Norway, 2024 another, 1 September 2025"
            "counts: as certain as the other, and of a later day"
            "does not count: 100 Why? – Norway, 2024, 100, which does not count letter of the mission, 1 March 2025"
        )
        assert words(visitor.get(f"{PAGE}?sources=differ&q=switz"), f"{ROWS}/th") == []

    def test_parts_that_add_up_to_more_than_their_whole_are_named(self, visitor: Client) -> None:
        record(value=4)
        record(type="Mk 1", value=5)
        assert words(visitor.get(OF_CHE), "//*[@id='stockpiled']//tbody/tr/td[2]") == [
            "Mk 1: 5The parts add up to 5, which is more than the whole, 4."
        ]

    def test_only_those_of_the_circle_see_what_is_for_it(self, visitor: Client, secretariat: Client) -> None:
        record(circle="states_parties")
        assert words(visitor.get(PAGE), "//*[@class='empty']/h2") == ["No figure is recorded"]
        assert words(visitor.get(OF_CHE), "//*[@id='stockpiled']") == []
        assert visitor.get(f"{PAGE}?format=csv&columns=all").content.decode("utf-8-sig").strip() == ",".join(COLUMNS)
        assert words(visitor.get("/states/CHE/"), "//*[@id='figures-CCM']") == []
        assert words(secretariat.get(PAGE), f"{ROWS}/th") == ["Switzerland", "All States"]

    @pytest.mark.parametrize("count", [1, 3])
    def test_it_costs_the_same_whatever_its_length(
        self, visitor: Client, secretariat: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for number in range(count):
            record(year=2020 + number)
        with django_assert_num_queries(2):  # treaty actions, figures
            visitor.get(PAGE)
        with django_assert_num_queries(2):
            visitor.get(OF_CHE)
        with django_assert_num_queries(5):  # session, person, treaty actions, figures, their history
            secretariat.get(OF_CHE)


AWKWARD: tuple[dict[str, object], ...] = (
    {"value": 0},
    {"type": "=Mk 1+2", "source": "“Form B”, p. 3; line\nbreak"},
    {"type": "155", "value": 999_999_999_999_999},
    {"measure": "contaminated_area", "area_kind": "confirmed", "value": "0.00000001"},
    {"measure": "assistance_given", "currency": "XXX", "value": "1234567890.12345", "told_on": None},
    {"measure": "casualties", "sex": "unknown", "age": "child", "value": 3, "circle": "states_parties"},
    {"iso3": "LAO", "note": "-1 is no number", "certainty": "doubtful"},
)
"""Figures that a table may turn into others."""


class TestFiles:
    def test_what_is_shown_is_taken_home_as_it_comes_in(self, visitor: Client) -> None:
        record()
        record(measure="destroyed", value=7)
        shown = visitor.get(f"{PAGE}?format=csv").content
        assert shown == csv_file(COLUMNS, [write_row(BY_HAND)])
        every = visitor.get(f"{PAGE}?format=xlsx&columns=all").content
        assert every == xlsx_file(COLUMNS, [write_row(each) for each in reversed(figures())])
        minimum = visitor.get(f"{PAGE}?format=csv&columns=minimum").content.decode("utf-8-sig")
        assert list(csv.reader(io.StringIO(minimum))) == [list(MINIMUM_COLUMNS)]

    def test_a_table_is_taken_in_and_the_second_time_changes_nothing(self, secretariat: Client) -> None:
        data = xlsx_file(COLUMNS, [write_row(a_figure(type=kind)) for kind in ("Mk 1", "Mk 2")])
        for said in ("2 new figures, 0 corrected, 0 were recorded so already", "0 new figures, 0 corrected, 2 were recorded so already"):  # fmt: skip
            page = secretariat.post(f"{PAGE}file/", {"file": SimpleUploadedFile("f.xlsx", data)}, follow=True)
            assert words(page, "//ul[@class='messages']/li") == [said]
        assert [(each.type, each.value) for each in figures()] == [("Mk 1", BY_HAND.value), ("Mk 2", BY_HAND.value)]

    @pytest.mark.parametrize("form", ["csv", "xlsx"])
    def test_what_is_taken_home_comes_back_as_the_same(self, secretariat: Client, form: str) -> None:
        for changes in AWKWARD:
            record(BY_HAND, **changes)
        data = secretariat.get(f"{PAGE}?format={form}&columns=all").content
        sent = {"file": SimpleUploadedFile(f"f.{form}", data)}
        page = secretariat.post(f"{PAGE}file/", sent, follow=True)
        assert words(page, "//ul[@class='messages']/li") == [
            f"0 new figures, 0 corrected, {len(AWKWARD)} were recorded so already"
        ]

    def test_of_a_table_with_a_wrong_cell_nothing_is_taken(self, secretariat: Client) -> None:
        good, bad = write_row(BY_HAND), list(write_row(a_figure(type="x")))
        bad[COLUMNS.index("value")] = "many"
        data = csv_file(COLUMNS, [good, bad])
        page = secretariat.post(f"{PAGE}file/", {"file": SimpleUploadedFile("f.csv", data)})
        assert words(page, "//div[@role='alert']//li") == [
            "f.csv, line 3, value: “many” cannot be taken; allowed: digits, with a point before the fraction, such as 1250 or 0.75."
        ]
        assert (page.status_code, figures()) == (400, [])

    @pytest.mark.parametrize(
        ("name", "data", "why"),
        [
            ("f.csv", b"", "File: The submitted file is empty."),
            ("f.pdf", b"%PDF-1.4 x", "f.pdf: not a table that can be read, which is CSV or XLSX: a PDF (.pdf)"),
            ("f.csv", b"a,b\n1,2\n", "f.csv: the head must have each of these columns once: "),
            (
                "f.csv",
                csv_file(COLUMNS, [write_row(a_figure(convention="APMBC"))]),
                "f.csv, line 2, convention: “APMBC” cannot be taken; allowed: CCM.",
            ),
        ],
    )
    def test_what_is_no_table_of_figures_is_refused(
        self, secretariat: Client, name: str, data: bytes, why: str
    ) -> None:
        page = secretariat.post(f"{PAGE}file/", {"file": SimpleUploadedFile(name, data)})
        (said,) = words(page, "//div[@role='alert']//li")
        assert (page.status_code, figures(), said[: len(why)]) == (400, [], why)


SENT = {
    "measure": "contaminated_area",
    "year": "2024",
    "value": "250 000",
    "unit": "m2",
    "area_kind": "confirmed",
    "source": "report of 2024, part F, as a PDF",
    "told_on": "2025-04-28",
    "certainty": "certain",
    "circle": "public",
}


class TestSteps:
    def test_a_figure_by_hand_is_recorded_corrected_and_struck(self, secretariat: Client) -> None:
        secretariat.post(f"{OF_CHE}record/", SENT)
        (one,) = figures()
        assert (str(one.value), one.area_kind, one.told_on) == ("0.25", "confirmed", date(2025, 4, 28))
        secretariat.post(f"/figures/{one.number}/correct/", SENT | {"value": "0.3", "unit": "km2"})
        (one,) = figures()
        assert str(one.value) == "0.3"
        secretariat.post(f"/figures/{one.number}/strike/", {"why": "Of another year."})
        page = secretariat.get(OF_CHE)
        assert (figures(), words(page, "//ol[@class='history']/li/p[1]")) == (
            [],
            ["Contaminated area, 2024: 0.3 km² (confirmed)", "Contaminated area, 2024: 0.25 km² (confirmed)"],
        )

    @pytest.mark.parametrize(
        ("changes", "why"),
        [
            ({"value": "a lot"}, "“a lot” is no number. Write digits only, such as 1250, and remarks beside it."),
            ({"year": "2027"}, "This year, or the day of the source, has not come yet."),
            ({"sex": "male"}, "Allowed is: nothing: this is not divided so."),
            (
                {"measure": "assistance_given", "area_kind": "", "value": "5", "currency": "F"},
                "Allowed is: the three letters of a currency, such as CHF.",
            ),
        ],
    )
    def test_what_cannot_be_is_said_and_not_recorded(
        self, secretariat: Client, changes: dict[str, str], why: str
    ) -> None:
        page = secretariat.post(f"{OF_CHE}record/", SENT | changes)
        (said,) = words(page, "//div[@role='alert']//li")
        assert (page.status_code, said.split(": ", 1)[-1], figures()) == (400, why, [])

    def test_what_a_report_says_is_not_struck_here(self, secretariat: Client) -> None:
        reported()
        (one,) = figures()
        assert secretariat.get(f"/figures/{one.number}/strike/").status_code == 404

    def test_only_the_secretariat_records(self, reader: Client, visitor: Client) -> None:
        number = record()
        for address in (f"{OF_CHE}record/", f"{PAGE}file/", f"/figures/{number}/strike/"):
            assert (reader.get(address).status_code, visitor.get(address).status_code) == (403, 302)


def test_the_figures_of_a_state_are_taken_home_as_a_document(visitor: Client) -> None:
    record(value=1200)
    reported()
    links = tree(visitor.get(OF_CHE)).xpath("//main//p/a[contains(@href, 'format=')]/@href")
    assert links == ["?format=docx", "?format=pdf"]
    answer = visitor.get(f"{OF_CHE}?format=pdf")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="ccm-che-figures.pdf"'
    assert lines_of_pdf(answer.content) == [
        "Convention on Cluster Munitions Switzerland: Figures",
        "10 November 2026",
        "Switzerland: Figures",
        "Stockpiled (items)",
        "Year In all Of which Source Counts",
        "2024 100 Annual transparency report for",
        "2024, version 1, part B",
        "30 April 2025",
        "counts: as certain as the",
        "other, and the State says so",
        "itself in a report",
        "2024 1,200 letter of the mission",
        "1 March 2025",
        "does not count",
        "Page 1 of 1",
    ]


def test_the_page_of_a_state_names_the_latest_of_each(visitor: Client) -> None:
    record(year=2023)
    record(value=1200)
    record(measure="assistance_given", value="1000.5", currency="CHF")
    page = visitor.get("/states/CHE/")
    assert words(page, "//section[@aria-labelledby='figures-CCM']//li") == [
        "Stockpiled: 1,200 items (2024)",
        "Assistance given: CHF 1,000.5 (2024)",
    ]
