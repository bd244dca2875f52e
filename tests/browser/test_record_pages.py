from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from tests.accounts import account
from tests.browser.conftest import DESK, PHONE, OpenPage, Unusable
from tests.web.kept import TODAY, a_decision, a_later_meeting, a_meeting, an_action_point

from corcom.kernel.actor import Actor
from corcom.minutes.models import Question

Faults = Callable[[Page], list[str]]

ADDRESSES = (
    "/",
    "/meetings/",
    "/meetings/{meeting}/",
    "/follow-up/",
    "/follow-up/{point}/",
    "/follow-up/{point}/close/?q=letter",
    "/follow-up/{point}/correct/",
    "/follow-up/close/?point={point}",
    "/decisions/",
    "/states/",
    "/states/ZMB/",
    "/questions/",
    "/questions/{question}/",
    "/questions/{question}/rename/",
    "/matters/?convention=CCM&body=Coordination+Committee",
)
LOOKS = ((DESK, "light", "en"), (PHONE, "dark", "ar"))


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


@pytest.fixture
def numbers(transactional_db: None) -> dict[str, int]:
    reading = a_meeting()
    a_later_meeting()
    a_decision(text="meet every month", due="2016-06-01")
    an_action_point(text="write to Angola again", due="2016-08", owners=(Actor("ZMB", "Zambia"),))
    point = an_action_point(text="circulate the draft letter", due="2016-06", due_text="in June")
    assert reading.meeting_id is not None
    return {"meeting": reading.meeting_id, "point": point, "question": Question.objects.get().pk}


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_of_the_record_can_be_used_by_everybody(
    page_at: OpenPage, unusable: Unusable, numbers: dict[str, int], look: tuple[int, str, str]
) -> None:
    width, theme, language = look
    paths = [address.format(**numbers) for address in ADDRESSES]
    page = page_at(paths[0], width=width, theme=theme, language=language, account=account("secretariat"))
    assert unusable(page, paths, opened=True) == {}


def test_with_the_keyboard_alone_a_promise_is_found_closed_and_its_history_read(
    page_at: OpenPage, numbers: dict[str, int]
) -> None:
    page = page_at("/follow-up/", account=account("secretariat"))
    link = page.get_by_role("link", name="Circulate the draft letter")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Circulate the draft letter")
    page.get_by_role("link", name="Close").focus()
    page.keyboard.press("Enter")
    search = page.get_by_label("Find the words of a later record that show it")
    search.focus()
    page.keyboard.type("circulated")
    page.keyboard.press("Enter")
    words = page.get_by_label("Croatia said that the draft letter had been circulated.")
    words.focus()
    page.keyboard.press("Space")
    expect(words).to_be_checked()
    page.get_by_role("button", name="Close", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("It is closed. You can reopen it.")).to_be_visible()
    history = page.get_by_role("complementary").get_by_role("listitem")
    expect(history).to_have_count(2)
    expect(history.first).to_contain_text("Closed 9 June 2016")
    expect(history.first).to_contain_text("Croatia said that the draft letter had been circulated.")
    page.goto("/follow-up/")
    expect(page.get_by_role("link", name="Circulate the draft letter")).to_have_count(0)


def test_without_javascript_several_are_chosen_and_closed(page_at: OpenPage, numbers: dict[str, int]) -> None:
    page = page_at("/follow-up/", javascript=False, account=account("secretariat"))
    for name in ("Circulate the draft letter", "Write to Angola again"):
        page.get_by_label(f"Choose: {name[0].lower()}{name[1:]}").check()
    page.get_by_role("button", name="Close those chosen").click()
    page.get_by_label("Note").fill("Reported by the ISU.")
    page.get_by_role("button", name="Close 2 action points").click()
    expect(page.get_by_text("2 action points were closed.")).to_be_visible()


def test_the_record_prints_without_its_frame_and_its_forms(page_at: OpenPage, numbers: dict[str, int]) -> None:
    page = page_at(f"/meetings/{numbers['meeting']}/", account=account("reader"))
    page.emulate_media(media="print")
    for gone in (".bar", ".rail", ".why", ".page-aside nav"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.get_by_role("heading", name="Action points")).to_be_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
