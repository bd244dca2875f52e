from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from tests.accounts import account
from tests.browser.conftest import DESK, PHONE, OpenPage, scrolls_sideways

Faults = Callable[[Page], list[str]]

ADDRESS = (
    "/time-lines/?template=apmbc-standing-committees&start=2004-02-09&end=2004-02-12"
    "&committee1=2003-10-08&committee2=2003-11-19&move=agendas&to=2003-12-08"
)


@pytest.fixture(autouse=True)
def _today(settings: LazySettings, transactional_db: None) -> None:
    settings.TODAY = date(2003, 10, 9)


@pytest.mark.parametrize("look", [(DESK, "light", "en"), (PHONE, "dark", "ar")])
@pytest.mark.parametrize("address", ["/time-lines/", ADDRESS])
def test_a_time_line_can_be_used_by_everybody(
    page_at: OpenPage, faults: Faults, address: str, look: tuple[int, str, str]
) -> None:
    width, theme, language = look
    page = page_at(address, width=width, theme=theme, language=language, account=account("secretariat"))
    assert faults(page) == []
    assert not scrolls_sideways(page)


def test_from_the_days_of_a_meeting_to_action_points_without_javascript(page_at: OpenPage) -> None:
    page = page_at("/time-lines/", javascript=False, account=account("secretariat"))
    page.get_by_role("link", name="Meetings of the Standing Committees").click()
    page.get_by_label("The meeting begins on").fill("2004-02-09")
    page.get_by_label("It ends on").fill("2004-02-12")
    page.get_by_label("Committee meeting 1 on").fill("2003-10-08")
    page.get_by_label("Committee meeting 2 on").fill("2003-11-19")
    page.get_by_role("button", name="Show", exact=True).click()
    page.get_by_label("What moves").select_option("agendas")
    page.get_by_label("To", exact=True).fill("2003-12-08")
    page.get_by_role("button", name="Show what changes").click()
    expect(page.locator("#changes tbody tr")).to_have_count(2)
    page.get_by_role("button", name="Make the steps action points").click()
    expect(page.get_by_role("status")).to_contain_text("6 added")
