from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import vobject
from django.conf import LazySettings
from docx import Document
from playwright.sync_api import Locator, Page, expect
from tests.accounts import account
from tests.browser.conftest import DESK, PHONE, OpenPage, Unusable
from tests.factories.programmes import WEEK, a_week
from tests.factories.rows import AT
from tests.web.kept import hand

from corcom.mandates.actions import record_terms
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.programme import actions
from corcom.programme.queries import draft_programme

Faults = Callable[[Page], list[str]]

ADDRESSES = (
    "/meetings/{meeting}/programme/",
    "/meetings/{meeting}/programme/{session}/",
    "/meetings/{meeting}/programme/hours/",
    "/meetings/{meeting}/programme/versions/1/",
)
LOOKS = ((DESK, "light", "en"), (PHONE, "dark", "ar"))
RECORDED = [
    ("Monday 9 February 2004", "General Status and Operation"),
    ("Tuesday 10 February 2004", "Victim Assistance"),
    ("Wednesday 11 February 2004", "Mine Clearance"),
    ("Thursday 12 February 2004", "Stockpile Destruction"),
    ("Friday 13 February 2004", "First Preparatory Meeting of the Review Conference"),
]
PARALLEL = "“Victim Assistance” and “Mine Clearance” are in parallel on 11 February 2004, which the rules do not allow."


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = date(2003, 12, 1)


@pytest.fixture
def week(transactional_db: None) -> int:
    """The meetings of February 2004, and who holds which office; nothing is drawn up yet."""
    record_terms(found=[term for term in packaged_terms() if term.convention == "APMBC"], at=AT)
    return a_week(hand())


@pytest.fixture
def filled(week: int) -> int:
    actions.fill_from_template(meeting=week, template=WEEK, by=hand(), at=AT)
    return week


def place(one: Locator) -> tuple[float, float]:
    """From where to where it stands across the page."""
    box = one.bounding_box()
    assert box is not None
    return box["x"], box["x"] + box["width"]


def on_the_grid(page: Page) -> list[tuple[str, str]]:
    """The day of its column and the name of each session, as they stand on the page."""
    heads = [(*place(one), " ".join(one.inner_text().split())) for one in page.locator(".pg-grid thead th").all()]
    found = []
    for one in page.locator(".pg-grid .pg-name").all():
        middle = sum(place(one)) / 2
        (day,) = [words for start, end, words in heads if start <= middle < end]
        found.append((day, one.inner_text()))
    return found


def conflicts(page: Page) -> list[str]:
    return page.locator(".pg-conflicts li").all_inner_texts()


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_of_a_programme_can_be_used_by_everybody(
    page_at: OpenPage, unusable: Unusable, filled: int, look: tuple[int, str, str]
) -> None:
    actions.release_programme(meeting=filled, by=hand(), at=AT)
    first = draft_programme(meeting=filled).programme.in_order[0]
    actions.move_session(meeting=filled, number=first.number, version=1, step="day_after", by=hand(), at=AT)
    width, theme, language = look
    paths = [address.format(meeting=filled, session=first.number) for address in ADDRESSES]
    page = page_at(paths[0], width=width, theme=theme, language=language, account=account("secretariat"))
    assert unusable(page, paths) == {}


def test_the_week_of_february_2004_by_keyboard_alone(page_at: OpenPage, week: int) -> None:
    page = page_at(f"/meetings/{week}/plan/", account=account("secretariat"))
    page.get_by_role("link", name="Sessions of all days").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Fill in what is missing").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("5 sessions were added.")).to_be_visible()
    assert on_the_grid(page) == RECORDED

    page.get_by_role("table").get_by_role("link", name="Victim Assistance").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#pg-told")).to_have_text(f"“Victim Assistance”: 11 February 2004, 10:00–18:00. {PARALLEL}")
    assert on_the_grid(page)[1:3] == [
        ("Wednesday 11 February 2004", "Victim Assistance"),
        ("Wednesday 11 February 2004", "Mine Clearance"),
    ]
    assert conflicts(page) == [f"Conflict: {PARALLEL}"]
    assert page.evaluate("document.activeElement.innerText") == "Victim Assistance"
    expect(page.locator("#programme-status")).to_contain_text("5 sessions · 1 conflict")

    page.keyboard.press("ArrowDown")
    expect(page.locator("#pg-told")).to_have_text("There are no later hours on this day in which it fits.")
    page.keyboard.press("u")
    expect(page.get_by_text("Taken back: Session moved.", exact=True)).to_be_visible()
    assert (on_the_grid(page), conflicts(page)) == (RECORDED, [])

    page.get_by_role("button", name="Release it").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Version 1 is released and does not change any more.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Word").press("Enter")
    document = Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert [table.rows[1].cells[1].text.splitlines()[0] for table in document.tables[1:]] == [
        name for _, name in RECORDED
    ]
    with page.expect_download() as download:
        page.get_by_role("link", name="Calendar", exact=True).last.press("Enter")
    events = vobject.readOne(Path(download.value.path()).read_text(encoding="utf-8")).vevent_list
    assert [event.summary.value for event in events] == [name for _, name in RECORDED]


def test_a_session_is_dragged_to_another_day_and_hour(page_at: OpenPage, filled: int) -> None:
    actions.withdraw_session(
        meeting=filled,
        number=draft_programme(meeting=filled).programme.in_order[0].number,
        version=1,
        by=hand(),
        at=AT,
    )
    page = page_at(f"/meetings/{filled}/programme/", account=account("secretariat"))
    there = page.locator('td[data-day="2004-02-09"][data-start="10:00"]')
    page.locator(".pg-session", has_text="Mine Clearance").drag_to(there)
    expect(page.locator("#pg-told")).to_contain_text("“Mine Clearance”: 9 February 2004, 10:00–18:00.")
    assert on_the_grid(page)[0] == ("Monday 9 February 2004", "Mine Clearance")


def test_from_right_to_left_the_arrows_go_where_they_point(page_at: OpenPage, filled: int) -> None:
    page = page_at(f"/meetings/{filled}/programme/", language="ar", account=account("secretariat"))
    places = [place(one) for one in page.locator(".pg-grid .pg-name").all()]
    assert places == sorted(places, reverse=True)
    page.locator(".pg-grid .pg-name").first.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#programme-board")).to_have_attribute("data-focus", re.compile(r"\d+"))
    assert draft_programme(meeting=filled).programme.in_order[0].day == date(2004, 2, 10)


def test_without_scripts_buttons_and_forms_do_the_same(page_at: OpenPage, filled: int) -> None:
    page = page_at(f"/meetings/{filled}/programme/", javascript=False, account=account("secretariat"))
    page.locator(".pg-days > li", has_text="Victim Assistance").get_by_role("button", name="Day after").click()
    assert conflicts(page) == [f"Conflict: {PARALLEL}"]
    page.get_by_role("button", name="Take back: Session moved: Victim Assistance").click()
    assert on_the_grid(page) == RECORDED


def test_on_a_phone_the_sessions_are_a_list(page_at: OpenPage, filled: int) -> None:
    page = page_at(f"/meetings/{filled}/programme/", width=PHONE, account=account("secretariat"))
    expect(page.locator(".pg-grid")).to_be_hidden()
    assert page.locator(".pg-days strong").all_inner_texts() == [name for _, name in RECORDED]
