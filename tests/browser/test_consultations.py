from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from tests.browser.conftest import DESK, PHONE, OpenPage, Unusable
from tests.factories.consultations import TEXT, anna, circulated

from corcom.access.queries import links_for
from corcom.consultation import actions
from corcom.consultation.domain.comments import Comment, Place
from corcom.consultation.queries import Consultation, comments_on
from corcom.kernel import clock

Faults = Callable[[Page], list[str]]

SECRETARIAT = (
    "/consultations/",
    "/consultations/new/",
    "/consultations/{open}/",
    "/consultations/{open}/extend/",
    "/consultations/{over}/compare/",
    "/consultations/{over}/draft/",
    "/consultations/{over}/draft/paragraph/?place=at&paragraph=3",
    "/consultations/{silent}/",
)
LOOKS = ((DESK, "light", "en"), (PHONE, "dark", "ar"))
JULY = TEXT[2].text.replace("17 June", "1 July")
SHORT = TEXT[2].text.replace(" draft", "")


@pytest.fixture(autouse=True)
def _seal(settings: LazySettings) -> None:
    settings.SEAL_KEY = "ab" * 32


def text(*, days: int = 5, procedure: str = "comments") -> Consultation:
    now = clock.now()
    return circulated(anna(), at=now - timedelta(days=10), closes_at=now + timedelta(days=days), procedure=procedure)


def three() -> dict[str, int]:
    """A text that is open, one that is over and has comments that collide, and one under silence."""
    numbers = {"open": text().number, "over": text(days=-1).number, "silent": text(procedure="silence").number}
    for party, wording in (("AUT", JULY), ("ZMB", TEXT[2].text.replace("17 June", "1 May"))):
        said = Comment(place=Place("at", "3"), text="Later.", change="wording", wording=wording)
        at = clock.now() - timedelta(days=5)
        actions.comment_on(number=numbers["over"], party=party, comment=said, version=0, at=at)
    return numbers


def link(number: int, party: str) -> str:
    links = links_for(purpose="comments", subject=f"consultation:{number}")
    return "/comments/?key=" + next(each.token for each in links if each.party == party)


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_of_consultations_can_be_used_by_everybody(
    page_at: OpenPage, unusable: Unusable, transactional_db: None, look: tuple[int, str, str]
) -> None:
    width, theme, language = look
    found = three()
    paths = [address.format(**found) for address in SECRETARIAT]
    page = page_at(paths[0], width=width, theme=theme, language=language, account=anna())
    assert unusable(page, paths) == {}


@pytest.mark.parametrize("look", LOOKS)
def test_the_page_of_a_delegation_can_be_used_by_everybody(
    page_at: OpenPage, unusable: Unusable, transactional_db: None, look: tuple[int, str, str]
) -> None:
    width, theme, language = look
    found = three()
    paths = [f"{link(found[name], 'AUT')}&place=at&paragraph=3" for name in ("open", "over", "silent")]
    page = page_at(paths[0], width=width, theme=theme, language=language)
    assert unusable(page, paths) == {}


def test_two_colleagues_propose_wording_on_their_phones_and_lose_nothing(
    page_at: OpenPage, transactional_db: None
) -> None:
    number = text().number
    path = link(number, "AUT")
    first = page_at(path, width=PHONE, javascript=False)
    second = page_at(path, width=PHONE, javascript=False, later=409)
    for page, wording, name in ((first, JULY, "Kari"), (second, SHORT, "Ola")):
        page.locator("#at-3").get_by_role("link").click()
        page.get_by_label("another wording").check()
        page.get_by_label("The paragraph as it should read").fill(wording)
        page.get_by_label("Your name").fill(name)
    first.get_by_role("button", name="Save").click()
    expect(first.get_by_text("It is kept. You can change it until the deadline.")).to_be_visible()
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_role("alert")).to_contain_text("Kari wrote here while you did. Nothing is lost.")
    together = "Austria will circulate a letter by 1 July 2016."
    expect(second.get_by_label("The paragraph as it should read")).to_have_value(together)
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_text("It is kept.")).to_be_visible()
    assert [(each.said_by, each.version, each.comment.wording) for each in comments_on(number)] == [
        ("Ola", 2, together)
    ]


def test_an_objection_is_made_and_taken_back_with_its_receipt(page_at: OpenPage, transactional_db: None) -> None:
    path = link(text(procedure="silence").number, "ZMB")
    page = page_at(path, width=PHONE)
    page.get_by_label("Objection", exact=True).fill("We disagree.")
    page.get_by_role("button", name="Object", exact=True).click()
    code = page.locator(".receipt").inner_text()
    page.goto(page.url)
    expect(page.get_by_text("We disagree.")).to_have_count(0)
    page.get_by_label("Code of the receipt").fill(code)
    page.get_by_role("button", name="Look at it or take it back").click()
    expect(page.get_by_text("We disagree.")).to_be_visible()
    page.get_by_role("button", name="Take the objection back").click()
    expect(page.get_by_text("The objection is taken back.")).to_be_visible()
