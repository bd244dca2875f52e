from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.accounts import WORDS, account
from tests.browser.conftest import DESK, PHONE, OpenPage, scrolls_sideways

Faults = Callable[[Page], list[str]]

# Each pair of width, theme and language once.
LOOKS = [(PHONE, "light", "en"), (PHONE, "dark", "ar"), (DESK, "dark", "en"), (DESK, "light", "ar")]


@pytest.mark.parametrize(("width", "theme", "language"), LOOKS)
def test_every_piece_can_be_used_by_everybody(
    page_at: OpenPage, faults: Faults, width: int, theme: str, language: str
) -> None:
    page = page_at("/style/", width=width, theme=theme, language=language)
    page.evaluate("document.querySelectorAll('main details').forEach(function (one) { one.open = true; })")
    assert faults(page) == []
    assert not scrolls_sideways(page)
    assert page.evaluate("getComputedStyle(document.body).direction") == ("rtl" if language == "ar" else "ltr")


@pytest.mark.parametrize(("width", "theme"), [(PHONE, "light"), (DESK, "dark")])
@pytest.mark.parametrize(("path", "status"), [("/style/ar/", 200), ("/account/sign-in/", 200), ("/nowhere/", 404)])
def test_the_other_open_pages_can_be_used_by_everybody(
    page_at: OpenPage, faults: Faults, path: str, status: int, width: int, theme: str
) -> None:
    page = page_at(path, width=width, theme=theme, status=status)
    assert faults(page) == []
    assert not scrolls_sideways(page)


def test_a_planted_fault_is_found(page_at: OpenPage, faults: Faults) -> None:
    page = page_at("/account/sign-in/")
    page.evaluate("document.querySelector('label[for=id_password]').remove()")
    assert [fault.partition(":")[0] for fault in faults(page)] == ["label"]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_frame_of_who_is_signed_in_can_be_used_by_everybody(page_at: OpenPage, faults: Faults, width: int) -> None:
    page = page_at("/?as_of=2016-04-28", width=width, account=account("secretariat"))
    expect(page.get_by_role("heading", level=1)).to_have_text("As of 28 April 2016")
    page.evaluate("document.querySelectorAll('details').forEach(function (one) { one.open = true; })")
    assert faults(page) == []
    assert not scrolls_sideways(page)


def test_the_system_decides_while_the_theme_is_automatic(page_at: OpenPage) -> None:
    page = page_at("/style/", theme="auto")
    papers = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        papers.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert papers == ["rgb(253, 252, 249)", "rgb(18, 23, 29)"]


def test_without_javascript_one_signs_in_chooses_a_day_a_theme_and_a_language_and_leaves(page_at: OpenPage) -> None:
    account("secretariat")
    page = page_at("/", javascript=False)
    page.get_by_label("Name of the account, or e-mail").fill("anna")
    page.get_by_label("Password").fill(WORDS)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Today")
    page.locator(".bar-day > summary").click()
    page.get_by_label("Show everything as of this day").fill("2016-04-28")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("status")).to_contain_text("As of 28 April 2016.")
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    expect(page.get_by_role("status")).to_contain_text("As of 28 April 2016.")
    page.locator("details:has(button[name=language]) > summary").click()
    page.get_by_role("button", name="Français").click()
    expect(page.get_by_role("status")).to_contain_text("État au 28 avril 2016.")
    page.get_by_role("link", name="Revenir à aujourd’hui").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aujourd’hui")
    page.locator("details:has(form[action*=sign-out]) > summary").click()
    page.get_by_role("button", name="Se déconnecter").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Se connecter")


def test_the_keyboard_alone_reaches_the_content_and_opens_a_deadline(page_at: OpenPage) -> None:
    page = page_at("/style/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    first = page.locator("#deadlines summary").first
    first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#deadlines").get_by_text("Ratification deposited")).to_be_visible()


def test_the_menu_of_a_phone_opens_and_closes_without_javascript(page_at: OpenPage) -> None:
    page = page_at("/", width=PHONE, javascript=False, account=account("reader"))
    menu = page.get_by_role("navigation", name="Main menu")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()


def test_letters_move_through_findings_and_show_their_words(page_at: OpenPage) -> None:
    page = page_at("/style/")
    page.keyboard.press("j")
    expect(page.locator("#finding-1")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("#finding-3")).to_be_focused()
    expect(page.locator("mark.is-current")).to_have_text("would put their answers on one page")
    page.keyboard.press("k")
    expect(page.locator("mark.is-current")).to_have_attribute("data-finding", "2")
    page.locator('mark[data-finding="4"]').click()
    expect(page.locator("#finding-4")).to_be_focused()


def test_on_a_phone_a_row_of_a_table_is_a_card_and_still_a_row(page_at: OpenPage) -> None:
    page = page_at("/style/", width=PHONE)
    table = page.get_by_role("table", name="Action points")
    expect(table.get_by_role("row")).to_have_count(7)
    expect(table.get_by_role("rowheader").first).to_have_text("Austria")


def test_arabic_letters_come_from_the_font_that_was_vendored_for_them(page_at: OpenPage) -> None:
    page = page_at("/style/ar/")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("Array.from(document.fonts).filter(f => f.status === 'loaded').map(f => f.family)")
    assert "Noto Naskh Arabic" in {family.strip('"') for family in loaded}
    page.goto("/account/sign-in/")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("Array.from(document.fonts).filter(f => f.status === 'loaded').map(f => f.family)")
    assert {family.strip('"') for family in loaded} <= {"Source Sans 3", "Source Serif 4"}


def test_a_page_prints_on_a4_without_its_frame(page_at: OpenPage) -> None:
    page = page_at("/", account=account("reader"))
    page.emulate_media(media="print")
    for gone in (".bar", ".rail", ".foot"):
        expect(page.locator(gone)).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
