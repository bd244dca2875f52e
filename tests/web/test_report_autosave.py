"""What is typed into a report, or a questionnaire, that takes it no more stays in the form, and is said not to be saved."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.mail import mail_settings
from tests.factories.questionnaires import opened
from tests.factories.register import the_register
from tests.factories.reports import NOW, handed_in
from tests.web.kept import hand
from tests.web.pages import tree, words

from corcom.questionnaires.actions import close_questionnaire
from corcom.questionnaires.queries import asked_states
from corcom.reporting import actions
from corcom.reporting.queries import report_versions
from corcom.web.by_link import path_by_link
from corcom.web.day import moment, today

REPORT = "/conventions/CCM/reports/CHE/annual-report/2025/"
TYPING: dict[str, Any] = {"HTTP_HX_REQUEST": "true"}
STAYS = "What you typed stays in this form; copy it before you leave the page."


@pytest.fixture(autouse=True)
def _register(settings: LazySettings) -> None:
    settings.TODAY = date(2026, 11, 10)
    settings.MAIL = mail_settings()


def link(secretariat: Client) -> str:
    secretariat.post(f"{REPORT}step/", {"step": "invite"})
    (address,) = words(secretariat.get(REPORT), "//code")
    return address.removeprefix("http://testserver")


def sent_to_j(client: Client, address: str, words: str) -> dict[str, str]:
    """What a form that stands open sends when something is typed into part J."""
    form = tree(client.get(address)).xpath("//section[@id='part-J']//form")[0]
    hidden = {each.get("name"): each.get("value") for each in form.xpath(".//input[@type='hidden']")}
    hidden.pop("csrfmiddlewaretoken", None)
    return {**hidden, "state": "changed", "v-matters": words}


def told(answer: Any) -> tuple[int, str, str]:
    return answer.status_code, answer["X-Autosave"], " ".join(tree(answer).text_content().split())


class TestReports:
    def test_handed_in_meanwhile(self, secretariat: Client, visitor: Client) -> None:
        the_register()
        address = link(secretariat)
        sent = sent_to_j(visitor, address, "A last word.")
        handed_in(NOW, "12")
        status, became, said = told(visitor.post(address, sent, **TYPING))
        assert (status, became) == (200, "not-saved")
        assert said == (
            "Not saved. The report was handed in meanwhile by Ms A (10 November 2026, 09:00 UTC). What you typed is not in it. To"
            f" correct it, recall it or begin a new version, and save this part again here. Open it in another window {STAYS}"
        )
        page = visitor.post(address, sent)
        assert (page.status_code, words(page, "//textarea")) == (409, ["A last word."])
        assert [version.state for version in report_versions(wanted=NOW)] == ["submitted"]

    def test_the_secretariat_begins_no_new_version_by_typing_into_an_old_page(self, secretariat: Client) -> None:
        the_register()
        sent = sent_to_j(secretariat, f"{REPORT}edit/", "A last word.")
        number = handed_in(NOW, "12")
        actions.accept_report(version=number, at=moment(), by="Ms A")
        _, became, said = told(secretariat.post(f"{REPORT}edit/", sent, **TYPING))
        assert (became, said.partition(" What")[0]) == (
            "not-saved",
            "Not saved. The report was handed in meanwhile by Ms A (10 November 2026, 09:00 UTC), and it is accepted.",
        )
        assert [version.state for version in report_versions(wanted=NOW)] == ["accepted"]

    def test_after_a_new_version_is_begun_what_was_typed_stands_beside_what_it_says(
        self, secretariat: Client, visitor: Client
    ) -> None:
        the_register()
        address = link(secretariat)
        sent = sent_to_j(visitor, address, "A last word.")
        other = sent_to_j(visitor, address, "Something else.")
        visitor.post(address, other)
        number = handed_in(NOW, "12")
        actions.recall_report(version=number, why="Wrong.", day=today(), at=moment(), by="Ms A")
        _, became, said = told(visitor.post(address, sent, **TYPING))
        assert (became, said.partition(" (")[0]) == (
            "not-saved",
            "Not saved. The report was recalled meanwhile by Ms A",
        )
        visitor.post(address, {"again": "yes"})
        answer = visitor.post(address, {**sent, "revision": "1"}, **TYPING)
        assert (answer["X-Autosave"], answer["HX-Retarget"]) == ("conflict", "#part-J")
        assert words(answer, "//div[@role='alert']//p/bdi") == ["Something else."]
        assert words(answer, "//textarea") == ["A last word."]

    def test_who_saved_is_named_in_the_language_of_the_reader(self, secretariat: Client, visitor: Client) -> None:
        the_register()
        address = link(secretariat)
        visitor.post(address, {"hand": "Ms B"})
        visitor.post(address, sent_to_j(visitor, address, "A last word."))
        visitor.cookies["django_language"] = "fr"
        assert words(visitor.get(address), "//span[@id='saved-J']")[0].endswith("Ms B, Suisse")


class TestQuestionnaires:
    def test_closed_meanwhile(self, visitor: Client) -> None:
        office = hand()
        number = opened(office, "CHE", at=moment(), closes_at=moment() + timedelta(days=9))
        (asked,) = asked_states(number=number)
        address = path_by_link("questionnaire_by_link", asked.link)
        close_questionnaire(number=number, by=office, at=moment())
        sent = {"part": "2", "revision": "0", "state": "changed", "v-q4": "A last word."}
        status, became, said = told(visitor.post(address, sent, **TYPING))
        assert (status, became, said.startswith("Not saved. The questionnaire takes no answers any more")) == (
            200,
            "not-saved",
            True,
        )
        assert said.endswith(STAYS)
        page = visitor.post(address, sent)
        assert (page.status_code, words(page, "//textarea")) == (409, ["A last word."])
