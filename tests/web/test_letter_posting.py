"""Postings on the pages: of a letter, of a copy, in the register, of the State."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.letters import WRITING, a_letter
from tests.factories.mail import mail_settings
from tests.factories.register import the_register
from tests.factories.rows import AT
from tests.web.kept import hand
from tests.web.pages import tree, words

from corcom.correspondence.actions import approve_letter, make_copies
from corcom.correspondence.models import LetterPosting

SAID = "//*[contains(@class,'messages')]//li"
ERROR = "//*[contains(@class,'note-error')]//li"
SENT = {"on": "2016-05-03", "way": "bag", "remark": "Seal 17"}


@pytest.fixture(autouse=True)
def _site(settings: LazySettings) -> None:
    settings.MAIL, settings.TODAY = mail_settings(), date(2016, 5, 4)


def made(*states: str) -> int:
    number = a_letter(*states, by_email=False)
    approve_letter(letter=number, writing=WRITING, by=hand(), at=AT, asks_unknown="It asks.")
    make_copies(letter=number, writing=WRITING, by=hand(), at=AT)
    return number


def test_papers_are_posted_for_several_at_once_and_stand_on_every_page(secretariat: Client) -> None:
    the_register()
    number = made("ZMB", "NOR", "HRV")
    page = f"/letters/{number}/"
    some = secretariat.post(page, {**SENT, "posted": "yes", "state": ["ZMB"]}, follow=True)
    assert words(some, SAID) == ["It is written down of 1 copy that it was posted."]
    every = secretariat.post(page, {**SENT, "way": "hand", "remark": "", "posted_all": "yes"}, follow=True)
    assert words(every, SAID) == ["It is written down of 2 copies that they were posted."]
    assert words(every, "//tbody//tr/td[3]") == [
        "posted3 May 2016, by handdue on 30 May 2014",
        "posted3 May 2016, by handdue on 30 May 2014",
        "posted3 May 2016, diplomatic bag (Seal 17)due on 30 May 2014",
    ]
    assert words(every, "//ol[@class='history']/li/p[strong]") == [
        "2 copies posted 3 May 2016, by hand · Croatia, Norway",
        "1 copy posted 3 May 2016, diplomatic bag (Seal 17) · Zambia",
        "Copies made",
        "Approved",
        "Drafted",
    ]
    assert words(secretariat.get("/letters/"), "//tbody//td[4]") == ["sent3 of 3 posted"]
    assert secretariat.get("/letters/?format=csv").content.decode().splitlines()[1].split(",")[-3:] == [
        "3",
        "0",
        "2016-05-03",
    ]
    rows = [row.split(",")[-3:] for row in secretariat.get(f"{page}?format=csv").content.decode().splitlines()]
    assert rows == [
        ["posted_on", "posted_by", "remark"],
        ["2016-05-03", "hand", ""],
        ["2016-05-03", "hand", ""],
        ["2016-05-03", "bag", "Seal 17"],
    ]
    assert words(secretariat.get("/states/ZMB/"), "//*[@id='letters']//tbody//td[2]") == [
        "posted3 May 2016, diplomatic bag (Seal 17)"
    ]


def test_what_is_refused_of_a_posting_keeps_what_was_written_and_chosen(secretariat: Client) -> None:
    page = f"/letters/{made('ZMB', 'NOR')}/"
    nobody = secretariat.post(page, {**SENT, "posted": "yes"})
    assert (nobody.status_code, words(nobody, ERROR)) == (
        400,
        ["None was chosen. Tick the boxes before the States that are meant."],
    )
    assert tree(nobody).xpath("string(//input[@name='remark']/@value)") == "Seal 17"
    late = secretariat.post(page, {**SENT, "on": "2016-05-05", "posted": "yes", "state": ["ZMB"]})
    assert words(late, ERROR) == ["It left on: This day has not come yet."]
    assert tree(late).xpath("//input[@name='state'][@checked]/@value") == ["ZMB"]
    assert LetterPosting.objects.count() == 0


def test_a_posting_is_written_down_and_struck_on_the_page_of_the_copy(secretariat: Client) -> None:
    number = made("ZMB")
    page = f"/letters/{number}/ZMB/"
    assert words(secretariat.post(page, {**SENT, "posted": "yes"}, follow=True), SAID) == [
        "It is written down of 1 copy that it was posted."
    ]
    strike = {"strike_posting": "yes", "posting": str(LetterPosting.objects.get().pk)}
    assert words(secretariat.post(page, {**strike, "why": ""}, follow=True), SAID) == ["Say why."]
    answer = secretariat.post(f"/letters/{number}/step/", {"withdraw": "yes", "why": "no"}, follow=True)
    assert words(answer, SAID) == [
        "Copies have left on paper: Zambia. Where that was written down by mistake, strike it first."
    ]
    struck = secretariat.post(page, {**strike, "why": "it lay here"}, follow=True)
    assert words(struck, SAID) == ["1 posting is struck."]
    assert words(struck, "//ol[@class='history']//del") == ["3 May 2016, diplomatic bag (Seal 17)"]
    assert words(secretariat.get("/letters/"), "//tbody//td[4]") == ["ready to send0 of 1 posted"]
