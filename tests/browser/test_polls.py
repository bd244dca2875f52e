from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect
from tests.accounts import account
from tests.browser.conftest import DESK, PHONE, OpenPage, Unusable, scrolls_sideways
from tests.factories.plans import a_plan
from tests.factories.polls import a_poll, offered, said
from tests.factories.register import the_register
from tests.web.kept import hand

from corcom.polls.actions import answer_poll
from corcom.polls.queries import poll
from corcom.web.day import moment

Faults = Callable[[Page], list[str]]
LOOKS = ((DESK, "light", "en"), (PHONE, "dark", "ar"))


def opened(count: int = 2) -> int:
    dates = [offered(f"2036-06-{day}") for day in range(20, 20 + count)]
    meeting = a_plan(hand(), on="2036-06-30")
    return a_poll(meeting, dates=dates, closes_at=moment() + timedelta(days=3), at=moment())


def link(number: int) -> str:
    return f"/poll/?{urlencode({'key': poll(number=number).parties[0].link.token})}"


ADDRESSES = (
    "/work-plan/?year=2036&convention=all",
    "/calendar/?view=list&at=2036&convention=all",
    "/meetings/{other}/agenda/circulate/",
    "/polls/{poll}/",
    "/polls/{poll}/answers/{party}/",
    "/meetings/{other}/poll/",
    "/meetings/{other}/mail/",
)


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_of_polls_can_be_used_by_everybody(
    page_at: OpenPage, unusable: Unusable, transactional_db: None, look: tuple[int, str, str]
) -> None:
    number = opened(8)
    found = poll(number=number)
    dates = [one.number for one in found.dates]
    answer_poll(poll=number, party="ZMB", choices=said(dates, "ynmynmyn"), note="In the morning.", at=moment())
    other = a_plan(hand(), on="2036-07-14")
    the_register()
    width, theme, language = look
    numbers = {"poll": number, "party": found.parties[0].number, "other": other}
    paths = [address.format(**numbers) for address in ADDRESSES]
    page = page_at(paths[0], width=width, theme=theme, language=language, account=account("secretariat"))
    assert unusable(page, paths) == {}


@pytest.mark.parametrize("look", LOOKS)
def test_a_delegation_answers_in_a_browser_without_an_account(
    page_at: OpenPage, faults: Faults, transactional_db: None, look: tuple[int, str, str]
) -> None:
    number = opened()
    width, theme, language = look
    page = page_at(link(number), width=width, theme=theme, language=language)
    assert faults(page) == []
    assert not scrolls_sideways(page)
    for choice in ("no", "yes"):
        page.locator(f"input[type=radio][value={choice}]").nth(1 if choice == "yes" else 0).focus()
        page.keyboard.press("Space")
    page.locator("form.step button.btn-primary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".messages li, .messages p").first).to_be_visible()
    assert [*poll(number=number).answers["HRV"].values()] == ["no", "yes"]
