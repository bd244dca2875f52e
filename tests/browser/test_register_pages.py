from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from tests.accounts import account
from tests.browser.conftest import DESK, PHONE, OpenPage, Unusable, scrolls_sideways
from tests.factories.register import the_register

Faults = Callable[[Page], list[str]]

ADDRESSES = (
    "/conventions/",
    "/conventions/CCM/",
    "/conventions/CCM/states/?status=deposited&group=WEOG",
    "/conventions/CCM/obligations/?group=GRULAC",
    "/conventions/CCM/obligations/?view=list&q=lebanon",
    "/conventions/CCM/obligations/LBN/clearance/",
    "/conventions/CCM/obligations/GIN/initial-report/",
    "/conventions/CCM/what-if/?state=USA&deposit=2026-12-01",
    "/obligations/",
    "/states/CPV/",
    "/conventions/CCM/states/ZAF/record/",
    "/conventions/CCM/obligations/ZAF/clearance/record/",
)
LOOKS = ((DESK, "light", "en"), (PHONE, "dark", "ar"))


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = date(2016, 6, 15)


@pytest.fixture(autouse=True)
def _register(transactional_db: None) -> None:
    the_register()


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_of_the_register_can_be_used_by_everybody(
    page_at: OpenPage, unusable: Unusable, look: tuple[int, str, str]
) -> None:
    width, theme, language = look
    paths = list(ADDRESSES)
    page = page_at(paths[0], width=width, theme=theme, language=language, account=account("secretariat"))
    assert unusable(page, paths, opened=True) == {}
    assert page.evaluate("getComputedStyle(document.body).direction") == ("rtl" if language == "ar" else "ltr")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_public_finds_its_way(page_at: OpenPage, faults: Faults, width: int) -> None:
    page = page_at("/conventions/CCM/", width=width)
    assert faults(page) == []
    assert not scrolls_sideways(page)
    page.get_by_role("link", name="Obligations").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Obligations")


def choose_day(page: Page, day: str) -> None:
    page.locator(".bar-day > summary").click()
    page.get_by_label("Show everything as of this day").fill(day)
    page.get_by_role("button", name="Show", exact=True).click()


def legend(page: Page) -> list[str]:
    return page.locator("#map .legend .filter-count").all_inner_texts()


@pytest.mark.parametrize("scripts", ["with scripts", "without"])
def test_with_the_day_figures_map_and_lists_change(page_at: OpenPage, scripts: str) -> None:
    page = page_at("/conventions/CCM/", javascript=scripts == "with scripts")
    choose_day(page, "2016-04-28")
    status = page.locator(".status-line")
    expect(status).to_have_text("100 States Parties by deposit, 98 bound; 96 UN members not party · 28 April 2016")
    expect(page.locator(".ribbon")).to_contain_text("As of 28 April 2016.")
    assert legend(page) == ["98", "2", "19", "0", "78"]
    expect(page.locator("#next-CCM tbody tr").first).to_contain_text("South Africa")
    choose_day(page, "2011-03-30")
    expect(status).to_contain_text("55 States Parties by deposit, 42 bound")
    assert legend(page)[:2] == ["42", "13"]
    page.get_by_role("link", name="Contracting States").click()
    expect(page.locator("#states tbody tr")).to_have_count(13)
    expect(page.locator(".ribbon")).to_contain_text("As of 30 March 2011.")


def test_a_deadline_opens_its_steps_and_leads_to_its_page(page_at: OpenPage) -> None:
    page = page_at("/conventions/CCM/obligations/?view=list&status=due&as_of=2016-04-28")
    row = page.locator("#obligations tbody tr").filter(has_text="South Africa").filter(has_text="Article 7(1)")
    row.locator(".deadline > summary").focus()
    page.keyboard.press("Enter")
    steps = row.get_by_role("list", name="How this day was computed").get_by_role("listitem")
    expect(steps).to_have_count(3)
    expect(steps.last).to_contain_text("Plus 180 days")
    expect(steps.last).to_contain_text("29 April 2016")
    row.get_by_role("link", name="Initial transparency report").click()
    expect(page.locator("ol.way > li").nth(1)).to_contain_text("1 November 2015")


def test_another_convention_shows_the_same_page_of_it(page_at: OpenPage) -> None:
    page = page_at("/conventions/CCM/states/?as_of=2016-04-28")
    page.locator(".bar-choice > summary").first.click()
    page.get_by_role("button", name="Anti-Personnel Mine Ban Convention").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Anti-Personnel Mine Ban Convention: States")
    expect(page.locator(".status-line")).to_contain_text("162 States Parties by deposit, 162 bound")
    assert page.url.endswith("/conventions/APMBC/states/?as_of=2016-04-28")


def test_without_javascript_a_receipt_is_recorded_and_settles_the_deadline(page_at: OpenPage) -> None:
    page = page_at("/conventions/CCM/obligations/ZAF/initial-report/", javascript=False, account=account("secretariat"))
    expect(page.locator(".verdict")).to_contain_text("not known whether met")
    page.get_by_role("link", name="Record a fact").click()
    page.get_by_label("What").select_option("fulfilled")
    page.get_by_label("On (may stay empty)").fill("2016-04-20")
    page.get_by_role("textbox", name="Source").fill("letter of the mission")
    page.get_by_role("button", name="Record a fact").click()
    expect(page.locator(".verdict")).to_contain_text("met 9 days early")
    page.get_by_role("complementary").get_by_role("link", name="Strike").click()
    page.get_by_label("Why").fill("of another State")
    page.get_by_role("button", name="Strike").click()
    expect(page.locator(".verdict")).to_contain_text("not known whether met")
    expect(page.locator("aside")).to_contain_text("of another State")
