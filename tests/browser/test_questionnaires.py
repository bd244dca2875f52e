"""A questionnaire from its beginning to the document: built, opened, answered by link on a phone, collated, opened."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import docx
import pytest
from playwright.sync_api import Page, expect
from tests.accounts import account
from tests.browser.conftest import PHONE, OpenPage, Unusable
from tests.factories.register import the_register

from corcom.questionnaires.models import Questionnaire
from corcom.questionnaires.queries import asked_states
from corcom.web.day import moment


@pytest.fixture(autouse=True)
def _register(transactional_db: None) -> None:
    the_register()


def built(page: Page) -> int:
    """Begun from one that comes with CorCom, with one question more, and opened."""
    page.get_by_label("Financing of the implementation support unit").check()
    page.get_by_role("button", name="Begin").click()
    number = Questionnaire.objects.get().pk
    page.get_by_role("link", name=re.compile("^Add a question.*The work of the unit$")).click()
    for language in ("English", "French", "Spanish"):
        page.get_by_label(f"Question ({language})").fill(f"Who decides? ({language})")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Open for answers").click()
    page.get_by_label("Deadline").fill((moment() + timedelta(days=9)).date().isoformat())
    page.get_by_role("button", name="Open it").click()
    page.get_by_label("Other States, one on each line").fill("Croatia")
    page.get_by_role("button", name="Ask them").click()
    expect(page.locator(".messages")).to_contain_text("1 State is asked")
    return number


def test_from_the_first_question_to_the_document(page_at: OpenPage, unusable: Unusable) -> None:
    desk = page_at("/questionnaires/new/", account=account("secretariat"))
    number = built(desk)
    here = f"/questionnaires/{number}"
    desk.goto(f"{here}/states/HRV/")
    address = desk.locator("#link").input_value()
    path = re.sub(r"^https?://[^/]+", "", address)

    phone = page_at(path, width=PHONE, theme="dark")
    phone.locator("#part-1 [name=v-q1]").select_option("yes")
    phone.locator("[name=r-q2-0-k1]").fill("2035")
    phone.locator("[name=r-q2-0-k2]").fill("12 000")
    phone.locator("[name=r-q2-0-k2]").blur()
    expect(phone.locator("#saved-1")).to_have_text(re.compile("^Saved, "))
    phone.locator("#part-3 [name=v-q9]").fill("The parliament, each year.")
    phone.locator("#part-3 [name=v-q9]").blur()
    expect(phone.locator("#saved-3")).to_have_text(re.compile("^Saved, "))
    phone.get_by_role("link", name="Check and hand in").first.click()
    phone.get_by_label("Name", exact=True).fill("Ana Horvat")
    phone.get_by_label("Office or function").fill("Ministry of Foreign Affairs")
    phone.get_by_label("it may be quoted by name").focus()
    phone.keyboard.press("Space")
    phone.get_by_role("button", name="Hand in").focus()
    phone.keyboard.press("Enter")
    expect(phone.locator(".messages")).to_contain_text("version 1")
    (asked,) = asked_states(number=number)
    assert asked.last is not None
    assert (asked.last.hand, asked.last.answers["1"].rows("q2")) == ("Ana Horvat", ({"k1": "2035", "k2": "12000"},))

    desk.goto(f"{here}/answers/")
    with desk.expect_download() as download:
        desk.get_by_role("link", name="Word").click()
    paper = docx.Document(io.BytesIO(download.value.path().read_bytes()))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert cells[-4:] == ["State", "Answer", "Croatia", "The parliament, each year."]

    draft = "/questionnaires/new/"
    desk.goto(draft)
    desk.get_by_label("a copy of").check()
    desk.get_by_role("button", name="Begin").click()
    copy = f"/questionnaires/{number + 1}"
    pages = ["/questionnaires/", draft, f"{here}/", f"{here}/ask/", f"{here}/open/", f"{here}/answers/"]
    pages += [f"{here}/states/HRV/{page}" for page in ("", "write/", "hand-in/")]
    pages += [f"{copy}/{page}" for page in ("", "words/", "parts/p1/", "questions/q3/", "away/p1/", "preview/")]
    assert unusable(desk, pages, opened=True) == {}
    arabic = page_at(path, width=PHONE, theme="dark", language="ar")
    theirs = [path, path.replace("/questionnaire/", "/questionnaire/hand-in/")]
    assert unusable(arabic, theirs) == {}
    ours = page_at(f"{copy}/", width=PHONE, theme="dark", language="ar", account=account("secretariat", "berta"))
    assert unusable(ours, [f"{copy}/", f"{copy}/questions/q3/", f"{here}/", f"{here}/answers/"], opened=True) == {}
