"""The pages of the committee and the directory, for everybody, on a desk and on a phone, by keyboard and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from tests.accounts import account
from tests.browser.conftest import DESK, PHONE, OpenPage, Unusable
from tests.factories.people import ANA, MISSION
from tests.factories.rows import AT
from tests.web.kept import TODAY, a_meeting

from corcom.directory.actions import record_entries, record_entry
from corcom.mandates.actions import record_terms
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.mandates.queries import terms

Faults = Callable[[Page], list[str]]

ADDRESSES = (
    "/committee/?as_of=2012-06-01",
    "/committee/",
    "/committee/CCM/record/",
    "/committee/CCM/coordinator/cooperation/ESP/",
    "/committee/terms/{number}/strike/",
    "/committee/soundings/",
    "/committee/plan/?meeting=3MSP",
    "/directory/",
    "/directory/new/",
    "/directory/import/",
    "/directory/duplicates/",
    "/directory/people/{person}/",
    "/directory/people/{person}/contact/",
    "/directory/delegations/NOR/",
)
LOOKS = ((DESK, "light", "en"), (PHONE, "dark", "ar"))


@pytest.fixture(autouse=True)
def _confirmed(transactional_db: None, settings: LazySettings) -> None:
    settings.TODAY = TODAY
    a_meeting()


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_of_the_committee_and_the_directory_can_be_used_by_everybody(
    page_at: OpenPage, unusable: Unusable, look: tuple[int, str, str]
) -> None:
    record_terms(found=packaged_terms(), at=AT)
    width, theme, language = look
    record_entries(entries=[ANA, MISSION], at=AT)
    person = record_entry(entry=ANA, at=AT)
    paths = [address.format(number=terms()[0].number, person=person) for address in ADDRESSES]
    page = page_at(paths[0], width=width, theme=theme, language=language, account=account("secretariat"))
    assert unusable(page, paths, opened=True) == {}


def test_with_the_keyboard_alone_and_without_javascript_a_term_is_recorded_from_the_words_of_minutes(
    page_at: OpenPage,
) -> None:
    page = page_at("/committee/", account=account("secretariat"), javascript=False)
    page.get_by_role("link", name="Record the term of Ecuador").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Source")).to_have_value(
        "minutes of the Coordination Committee (CCM) of 26 May 2016"
    )
    page.get_by_role("button", name="Record a term").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("The term is recorded.")
    assert [(each.holder, each.theme) for each in terms() if each.finding] == [("ECU", "universalization")]
