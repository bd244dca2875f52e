"""Remarks on a report stand at the question that they are about, for both sides, until they are answered."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.register import the_register
from tests.factories.reports import AT, NOW, handed_in
from tests.web.pages import tree, words

from corcom.reporting.actions import remark_on_report
from corcom.reporting.queries import report_versions

REPORT = "/conventions/CCM/reports/CHE/annual-report/2025/"


@pytest.fixture(autouse=True)
def _register(settings: LazySettings) -> None:
    settings.TODAY = date(2026, 11, 10)
    the_register()


def link(secretariat: Client) -> str:
    secretariat.post(f"{REPORT}step/", {"step": "invite"})
    (address,) = words(secretariat.get(REPORT), "//code")
    return address.removeprefix("http://testserver")


def remarks() -> list[tuple[int, str, str, bool, str]]:
    found = reversed(report_versions(wanted=NOW))
    return [
        (version.version, each.part, each.field, each.of_state, each.words)
        for version in found
        for each in version.remarks
    ]


def test_a_remark_on_a_question_and_its_answer(secretariat: Client, visitor: Client) -> None:
    number = handed_in(NOW, "12")
    page = secretariat.get(REPORT)
    assert [value for value in tree(page).xpath("//select[@id='remark-part']//option/@value") if value.startswith("B")][
        :2
    ] == ["B", "B/stockpiles"]
    sent = {"step": "remark", "version": str(number), "part": "B/stockpiles", "note": "Which models?"}
    secretariat.post(f"{REPORT}step/", sent)
    address = link(secretariat)
    page = visitor.get(address)
    assert words(page, "//div[@role='status']//li") == ["B. Stockpiles and destruction, “Stockpiled cluster munitions”"]
    assert words(page, "//div[@id='at-B-stockpiles']//p//bdi")[0] == "Which models?"
    fields = {
        each.get("name"): each.get("value") for each in tree(page).xpath("//div[@id='at-B-stockpiles']//form//input")
    }
    visitor.post(address, {**fields, "answer": "yes", "words": "The Mk 1."})
    assert remarks() == [(1, "B", "stockpiles", False, "Which models?"), (1, "B", "stockpiles", True, "The Mk 1.")]
    assert words(visitor.get(address), "//div[@role='status']//li") == []
    assert words(secretariat.get(REPORT), "//div[@id='at-B-stockpiles']//p//bdi")[::2] == ["Which models?", "The Mk 1."]


def test_accepting_while_a_remark_is_not_answered_is_asked_once(secretariat: Client) -> None:
    number = handed_in(NOW, "12")
    remark_on_report(version=number, part="B", words="Say more.", of_state=False, at=AT, by="Ms A")
    sent = {"step": "accept", "version": str(number)}
    page = secretariat.post(f"{REPORT}step/", sent)
    assert words(page, "//form[@class='step']//li")[-1] == "1 remark is not answered."
    assert [version.state for version in report_versions(wanted=NOW)] == ["submitted"]
    fields = {each.get("name"): each.get("value") for each in tree(page).xpath("//form[@class='step']//input")}
    secretariat.post(f"{REPORT}step/", {**fields, "step": "accept"})
    assert [version.state for version in report_versions(wanted=NOW)] == ["accepted"]


def test_the_new_version_that_was_asked_for_shows_what_was_asked_at_its_place(
    secretariat: Client, visitor: Client
) -> None:
    number = handed_in(NOW, "12")
    for field, said in (("stockpiles", "Which models?"), ("", "Say more.")):
        remark_on_report(version=number, part="B", field=field, words=said, of_state=False, at=AT, by="Ms A")
    address = link(secretariat)
    visitor.post(address, {"again": "yes"})
    part = "//section[@id='part-B']"
    page = visitor.get(address)
    at_question, of_part = (
        f"{part}//fieldset[contains(@class, 'report-table')]",
        f"{part}/form/div[@class='report-thread']",
    )
    assert [words(page, f"{place}//p[contains(@class, 'note')]//bdi")[0] for place in (at_question, of_part)] == [
        "Which models?",
        "Say more.",
    ]
    values = {
        each.get("name"): each.get("value", "")
        for each in tree(page).xpath(f"{part}//input[@name and not(@type='radio')]")
    }
    values.pop("csrfmiddlewaretoken")
    answer = {"state": "changed", "answer": "stockpiles", "answer-stockpiles": "The Mk 1.", "answer--": "Not sent."}
    drawn = visitor.post(address, {**values, **answer}, HTTP_HX_REQUEST="true")
    assert (drawn["X-Autosave"], words(drawn, "//p[contains(@class, 'note')]//bdi")[::2]) == ("saved", ["Say more."])
    # It is an answer in the version in which it was asked.
    assert remarks()[-1] == (1, "B", "stockpiles", True, "The Mk 1.")
    assert words(visitor.get(address), f"{at_question}//p[contains(@class, 'note')]") == []
