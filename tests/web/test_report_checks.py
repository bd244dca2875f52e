"""The checks of a report on its page, in the list of a convention, and what the State answers by its link."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories.mail import mail_settings
from tests.factories.messages import clerk
from tests.factories.register import the_register
from tests.factories.reports import AT, BEFORE, NOW, an_address, handed_in
from tests.web.pages import tree, words

from corcom.access.actions import give_link
from corcom.outbox.models import OutgoingMessage
from corcom.web.by_link import path_by_link

REPORT = "/conventions/CCM/reports/CHE/annual-report/2025/"
LIST = "/conventions/CCM/reports/checks/"
MARKS = "//p[@class='report-finding-marks']/span[1]"
GREW = "Cluster munitions: 100 more than in the report before, and nothing says where they came from."
LATE = "The report came on 10 November 2026; it was due on 30 April 2026."


@pytest.fixture(autouse=True)
def _reports(settings: LazySettings) -> None:
    settings.TODAY = date(2026, 11, 10)
    settings.MAIL = mail_settings()
    the_register()
    handed_in(BEFORE, "1200")
    handed_in(NOW, "1300")


def send(client: Client, step: str, *found: str, note: str = "", **more: str) -> list[str]:
    """Tick what begins with these words, take a step, and read what is said then."""
    page = client.get(REPORT)
    boxes = tree(page).xpath("//div[@class='report-finding']")
    marks = [box.xpath(".//input/@value")[0] for box in boxes if box.xpath("string(.//label)").startswith(tuple(found))]
    (seen,) = tree(page).xpath("//input[@name='seen']/@value")
    sent = {"step": step, "finding": marks, "note": note, "seen": seen, **more}
    answer = client.post(f"{REPORT}checks/step/", sent, follow=True)
    return words(answer, "//*[contains(@class, 'message')]//*[self::span or self::p]")


def test_each_finding_says_how_it_was_found(secretariat: Client) -> None:
    page = secretariat.get(REPORT)
    assert words(page, "//section[@id='checks']/p")[0].startswith("2 findings, of which 2 are not settled.")
    assert words(page, "//div[@class='report-finding']//label") == [LATE, GREW]
    assert words(page, MARKS) == ["open", "open"]
    (_, grew) = tree(page).xpath("//div[@class='report-finding']/details")
    assert [" ".join(found.text_content().split()) for found in grew.xpath(".//p | .//dl/div")] == [
        "1300 − 1200 = 100",
        "Cluster munitions before 1200 report for 2024, version 1",
        "Cluster munitions now 1300 report for 2025, version 1",
        (
            "Stocks may not grow, and land is not contaminated anew without a cause. A stock may have been found or"
            " transferred, and a survey may have found more land: the report should say so. The convention forbids to"
            " develop, produce or acquire what it asks to destroy."
        ),
        "More than before · CCM, Article 7(1)(b), 7(1)(e), 7(1)(f) and 7(1)(g)",
    ]
    assert grew.xpath(".//a/@href") == [REPORT.replace("2025", "2024"), REPORT]


def test_a_remark_that_is_then_explained(secretariat: Client) -> None:
    assert send(secretariat, "remark", "Cluster", note="Please explain.") == ["1 finding is put to the State."]
    assert words(secretariat.get(REPORT), MARKS) == ["open", "put to the State"]
    assert send(secretariat, "settle", "Cluster", note="A depot was found.") == ["1 finding is explained."]
    page = secretariat.get(REPORT)
    assert words(page, MARKS) == ["open", "explained"]
    assert words(page, "//div[@class='report-finding']/ol/li")[1].endswith("A depot was found.")


def test_the_state_answers_by_its_link(secretariat: Client, visitor: Client) -> None:
    link = give_link(
        purpose="report",
        subject="CCM:CHE:annual-report:2025",
        party="CHE",
        ends_at=AT.replace(year=2040),
        by=clerk(),
        at=AT,
    )
    theirs = path_by_link("report_by_link", link)
    send(secretariat, "remark", "Cluster")
    assert set(tree(visitor.get(theirs)).xpath("//div[@class='report-thread']//input[@name='part']/@value")) == {"B"}
    visitor.post(theirs, {"answer": "yes", "part": "B", "words": " "})
    assert words(secretariat.get(REPORT), MARKS) == ["open", "put to the State"]
    visitor.post(theirs, {"answer": "yes", "part": "B", "words": "A depot was found."})
    assert words(secretariat.get(REPORT), MARKS) == ["open", "answered by the State"]
    assert words(visitor.get(theirs), "//div[@id='at-B--']/p/span/bdi")[-1] == "A depot was found."


def test_one_letter_in_the_language_that_was_chosen(secretariat: Client) -> None:
    an_address()
    assert send(secretariat, "letter", "Cluster", "The report", language="fr") == [
        (
            "One letter waits in the outbox, to 1 address, until somebody releases it. It has no link to the report: none is"
            " open. Make one above before, where the State needs it."
        )
    ]
    assert [(row.recipient, row.language) for row in OutgoingMessage.objects.all()] == [("reports@che.example", "fr")]
    assert words(secretariat.get(REPORT), MARKS) == ["a letter waits in the outbox"] * 2


@pytest.mark.parametrize(
    ("step", "found", "note", "said"),
    [
        ("remark", (), "", "None was chosen. Tick the boxes before the findings that are meant."),
        ("settle", ("Cluster",), " ", "Say in the note how it is explained, or why it is set aside. Nothing was done."),
        (
            "letter",
            ("Cluster",),
            "",
            (
                "The directory has no e-mail address of Switzerland for transparency reports. Add one there, or put the"
                " findings as remarks."
            ),
        ),
    ],
)
def test_what_is_refused_is_said_and_nothing_is_done(
    secretariat: Client, step: str, found: tuple[str, ...], note: str, said: str
) -> None:
    assert send(secretariat, step, *(found or ("nothing",)), note=note) == [said]
    assert (words(secretariat.get(REPORT), MARKS), OutgoingMessage.objects.count()) == (["open", "open"], 0)


def test_a_finding_that_vanished_meanwhile(secretariat: Client) -> None:
    page = tree(secretariat.get(REPORT))
    marks = page.xpath("//input[@name='finding']/@value")
    handed_in(NOW, "1200")
    sent = {"step": "settle", "finding": marks, "note": "A depot was found.", "seen": "0"}
    answer = secretariat.post(f"{REPORT}checks/step/", sent, follow=True)
    assert words(answer, "//*[contains(@class, 'message')]//*[self::span or self::p]") == [
        (
            "Something changed meanwhile, and one of these is found no longer, or with other values. Nothing was done: read"
            " the list again."
        )
    ]
    assert words(answer, MARKS) == ["open"]


def test_the_list_of_a_convention_and_its_table(secretariat: Client) -> None:
    before = words(secretariat.get("/conventions/CCM/reports/"), "//p[a[contains(@href, '/checks/')]]")
    assert before == ["3 findings of the checks are not settled. See them"]
    send(secretariat, "aside", "The report", note="Post was slow.")
    rows = "//table//tbody/tr"
    assert [len(words(secretariat.get(f"{LIST}{query}"), rows)) for query in ("", "?status=all", "?check=growth")] == [
        2,
        3,
        1,
    ]
    told = list(
        csv.DictReader(io.StringIO(secretariat.get(f"{LIST}?check=growth&format=csv").content.decode("utf-8-sig")))
    )
    assert [(row["iso3"], row["period"], row["first"], row["second"], row["status"]) for row in told] == [
        ("CHE", "2025", "1200", "1300", "open")
    ]
    own = secretariat.get(f"{REPORT}checks/?format=xlsx")
    assert own["Content-Disposition"] == 'attachment; filename="ccm-che-annual-report-2025-findings.xlsx"'
    assert secretariat.get(f"{REPORT}checks/")["Location"] == f"{REPORT}#checks"


def test_the_list_takes_as_many_queries_for_three_reports_as_for_two(secretariat: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as taken:
            secretariat.get(LIST)
        return len(taken)

    first = queries()
    handed_in(BEFORE, "12", iso3="AUT")
    assert queries() == first


def test_checks_are_for_those_who_may_record(reader: Client, visitor: Client) -> None:
    assert words(reader.get(REPORT), "//section[@id='checks']") == []
    assert words(visitor.get("/conventions/CCM/reports/"), "//p[a[contains(@href, '/checks/')]]") == []
    answers = [reader.get(LIST), reader.get(f"{REPORT}checks/"), reader.post(f"{REPORT}checks/step/")]
    assert [answer.status_code for answer in answers] == [403, 403, 403]
