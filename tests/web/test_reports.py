from __future__ import annotations

import csv
import io

import pytest
from django.conf import LazySettings
from django.test import Client
from docx import Document
from pytest_django import DjangoAssertNumQueries
from tests.factories.pdf_read import lines_of_pdf
from tests.factories.register import RECORDED_ON, a_receipt, the_register
from tests.web.pages import tree, words

from corcom.reporting.models import ReportCountOnRecord

APRIL = "as_of=2016-04-28"
ADDRESS = "/conventions/CCM/reports/"
LINE_OF_SENTENCES = "1. Initial transparency report: of 91 that had fallen due by 28 April 2016, 0 were"
ROWS = "//*[@id='reports']//tbody/tr"


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = RECORDED_ON


def test_the_sentences_for_the_minutes(visitor: Client) -> None:
    the_register()
    page = visitor.get(f"{ADDRESS}?{APRIL}")
    assert words(page, "//section[@aria-labelledby='in-sentences']/p")[0] == (
        "Initial transparency report: of 91 that had fallen due by 28 April 2016, 0 were received (0 of them late) and 0 are"
        " recorded as overdue; of 91 nothing is recorded."
    )


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("report=initial-report&status=due&group=African", ["Mauritius", "Somalia", "Rwanda", "South Africa"]),
        ("report=annual-report&period=2014&q=switz", ["Switzerland"]),
        ("report=x&period=x&status=x&group=x&q=south+afr", ["South Africa", "South Africa"]),
        ("status=overdue", []),
    ],
)
def test_the_list_is_narrowed(visitor: Client, query: str, names: list[str]) -> None:
    the_register()
    assert words(visitor.get(f"{ADDRESS}?{APRIL}&{query}"), f"{ROWS}/th") == names


def test_a_receipt_stands_in_its_row_and_leads_to_its_page(visitor: Client) -> None:
    the_register()
    a_receipt(iso3="CHE", obligation="annual-report", period=2014, on="2015-05-04")
    page = visitor.get(f"{ADDRESS}?{APRIL}&period=2014&q=switz")
    assert words(page, f"{ROWS}/*") == [
        "Switzerland",
        "Annual transparency report for 2014",
        "30 April 2015 · met 4 days late",
        "4 May 2015",
        "received late",
    ]
    assert tree(page).xpath(f"{ROWS}/td[1]//a/@href") == [f"/conventions/CCM/reports/CHE/annual-report/2014/?{APRIL}"]


def test_counted_by_year_and_by_regional_group(visitor: Client) -> None:
    the_register()
    a_receipt(iso3="CHE", obligation="annual-report", period=2014, on="2015-04-04")
    page = visitor.get(f"{ADDRESS}?{APRIL}&view=counts")
    assert words(page, "//*[@id='years']//tbody/tr[2]/*") == [
        "2015",
        "Annual transparency report",
        "84",
        "1",
        "0",
        "0",
        "83",
        "100",
        "Switzerland",
    ]
    assert sum(int(count) for count in words(page, "//*[@id='groups']//tbody/tr/td[1]")) == 416


def test_what_is_shown_is_taken_home_as_the_command_has_it(visitor: Client) -> None:
    the_register()
    answer = visitor.get(f"{ADDRESS}?{APRIL}&report=initial-report&q=south+africa&format=csv")
    assert list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))) == [
        ["iso3", "state", "report", "period", "due_on", "received_on", "status"],
        ["ZAF", "South Africa", "initial-report", "", "2016-04-29", "", "due"],
    ]


def test_who_owes_what_is_taken_home_as_a_document(reader: Client, visitor: Client) -> None:
    the_register()
    asked = f"{ADDRESS}?{APRIL}&report=initial-report&q=south+africa"
    pdf = lines_of_pdf(reader.get(f"{asked}&format=pdf").content)
    assert pdf[:4] == ["Convention on Cluster Munitions Reports", "28 April 2016", "Reports", LINE_OF_SENTENCES]
    assert pdf[-5:] == [
        "Report: Initial transparency report · “south africa”",
        "Who owes what",
        "State Report Due Received Status",
        "South Africa Initial transparency report 29 April 2016 due",
        "Page 1 of 1",
    ]
    table = Document(io.BytesIO(reader.get(f"{ADDRESS}?{APRIL}&view=counts&format=docx").content)).tables[1]
    assert [cell.text for cell in table.rows[0].cells][:3] == ["Regional group", "Fallen due", "Received"]
    page = "text/html; charset=utf-8"
    assert reader.get(f"{ADDRESS}?{APRIL}&format=pdf").headers["Content-Type"] == page  # too long before it is narrowed
    assert visitor.get(f"{asked}&format=pdf").headers["Content-Type"] == page


def test_every_convention_has_its_reports(visitor: Client) -> None:
    page = visitor.get("/reports/")
    assert words(page, "//*[@id='conventions']//tbody/tr/th") == [
        "Anti-Personnel Mine Ban Convention",
        "Arms Trade Treaty",
        "Convention on Cluster Munitions",
    ]


def test_before_anybody_is_bound_it_says_so(visitor: Client) -> None:
    the_register()
    page = visitor.get(f"{ADDRESS}?as_of=2009-01-01")
    assert words(page, "//*[@class='empty']//*[self::h2 or self::p]")[:1] == ["Nobody owes a report on this day"]


def test_one_query_reads_what_is_recorded(visitor: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    the_register()
    visitor.get(f"{ADDRESS}?{APRIL}")
    with django_assert_num_queries(2):
        visitor.get(f"{ADDRESS}?{APRIL}")


def test_a_count_of_a_record_stands_beside_the_computed_one(secretariat: Client, visitor: Client) -> None:
    the_register()
    step, page = "/conventions/CCM/reports/counts/step/", "/conventions/CCM/reports/?view=counts&as_of=2016-04-28"
    count = {
        "report": "initial-report",
        "counts": "overdue",
        "reports": "22",
        "on": "2016-04-28",
        "source": "minutes of 28 April 2016",
    }
    assert visitor.post(step, count).status_code == 302
    secretariat.post(step, {**count, "period": "2015"})
    secretariat.post(step, {**count, "on": "2999-01-01"})
    assert ReportCountOnRecord.objects.count() == 0
    secretariat.post(step, count)
    row = ReportCountOnRecord.objects.get()
    assert (row.reports, row.on.isoformat(), row.source) == (22, "2016-04-28", "minutes of 28 April 2016")
    shown = " ".join(words(visitor.get(page), "//section[@aria-labelledby='counts-on-record']"))
    assert "22" in shown
    assert "Can be: 22 of the 91 of which nothing is recorded." in shown
    secretariat.post(step, {"strike": "yes", "count": str(row.pk), "why": ""})
    secretariat.post(step, {"strike": "yes", "count": str(row.pk), "why": "of another convention"})
    row.refresh_from_db()
    assert row.ended_why == "of another convention"
    assert "Can be" not in " ".join(words(visitor.get(page), "//main"))
