from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import vobject
from django.conf import LazySettings
from docx import Document
from playwright.sync_api import Page, expect
from tests.accounts import account
from tests.browser.conftest import DESK, PHONE, OpenPage, Unusable
from tests.factories.plans import a_plan
from tests.web.kept import TODAY, a_meeting, hand

Faults = Callable[[Page], list[str]]

ADDRESSES = (
    "/meetings/",
    "/meetings/schedule/",
    "/meetings/forums/",
    "/meetings/{meeting}/",
    "/meetings/{meeting}/plan/move/",
    "/meetings/{meeting}/agenda/",
    "/calendar/?at=2016-06",
    "/calendar/?view=year&at=2016",
    "/calendar/?view=list&at=2016",
    "/calendar/feeds/",
)
LOOKS = ((DESK, "light", "en"), (PHONE, "dark", "ar"))


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_of_planning_can_be_used_by_everybody(
    page_at: OpenPage, unusable: Unusable, transactional_db: None, look: tuple[int, str, str]
) -> None:
    a_meeting()
    width, theme, language = look
    meeting = a_plan(hand())
    paths = [address.format(meeting=meeting) for address in ADDRESSES]
    page = page_at(paths[0], width=width, theme=theme, language=language, account=account("secretariat"))
    assert unusable(page, paths) == {}


def press(page: Page, role: str, name: str) -> None:
    page.get_by_role(role, name=name, exact=True).first.focus()  # type: ignore[arg-type]  # a role is one of many words
    page.keyboard.press("Enter")


def write(page: Page, label: str, text: str) -> None:
    page.get_by_label(label).first.focus()
    page.keyboard.type(text)


def saved(page: Page, link: str) -> bytes:
    with page.expect_download() as download:
        press(page, "link", link)
    return Path(download.value.path()).read_bytes()


def test_with_the_keyboard_alone_a_meeting_is_planned_its_agenda_released_and_taken_home(
    page_at: OpenPage, transactional_db: None
) -> None:
    a_meeting()
    page = page_at("/meetings/", account=account("secretariat"))
    press(page, "link", "Plan a meeting")
    page.locator("#id_convention").focus()
    page.keyboard.type("CCM")
    write(page, "Body", "Coordination Committee")
    page.locator("#id_starts_on").focus()
    page.keyboard.type("06302016")
    write(page, "Starts at", "10:00")
    page.locator("#id_zone").focus()
    page.keyboard.type("Europe/Zurich")
    press(page, "button", "Plan it")
    expect(page.get_by_role("heading", level=1)).to_have_text("Coordination Committee, 30 June 2016")
    items = page.locator(".agenda-list > li > strong")
    expect(items.nth(1)).to_have_text("Approval of the minutes of 26 May 2016")
    press(page, "link", "Edit the agenda")
    write(page, "Title", "Sponsorship")
    press(page, "button", "Add it")
    expect(items.last).to_have_text("Sponsorship")
    page.locator(".agenda-list > li:last-child button[name=up]").focus()
    page.keyboard.press("Enter")
    expect(items.nth(6)).to_have_text("Sponsorship")
    press(page, "button", "Release the agenda")
    expect(page.get_by_text("Version 1 is released and does not change any more.")).to_be_visible()
    document = Document(io.BytesIO(saved(page, "Agenda, Word")))
    assert [row.cells[1].text for row in document.tables[-1].rows][7] == "Sponsorship"
    event = vobject.readOne(saved(page, "Invitation (.ics)").decode()).vevent
    assert (str(event.dtstart.value), event.status.value) == ("2016-06-30 10:00:00+02:00", "TENTATIVE")
