from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import urlencode

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from tests.accounts import account
from tests.browser.conftest import DESK, PHONE, OpenPage, Unusable
from tests.factories.invited import SORRY, ZAMBIA_COMES, answered, invited
from tests.factories.plans import a_plan
from tests.factories.rows import AT
from tests.web.kept import hand

from corcom.kernel import clock
from corcom.participation.actions import invite, open_attendance, start_checklist
from corcom.participation.domain.invitees import invitee, special_invitee
from corcom.participation.queries import attendance_of

Faults = Callable[[Page], list[str]]
ADDRESSES = (
    "/answer/?{key}",
    "/meetings/{meeting}/invitations/",
    "/meetings/{meeting}/invitations/choose/",
    "/meetings/{meeting}/invitations/{zambia}/",
    "/meetings/{meeting}/attendance/",
    "/meetings/{meeting}/attendance/{line}/",
    "/meetings/{meeting}/participants/",
    "/meetings/{meeting}/checklist/",
)
LOOKS = ((DESK, "light", "en"), (PHONE, "dark", "ar"))


@pytest.fixture
def meeting(settings: LazySettings, monkeypatch: pytest.MonkeyPatch, transactional_db: None) -> int:
    settings.TODAY = AT.date()
    monkeypatch.setattr(clock, "now", lambda: AT)
    by = hand()
    number = a_plan(by, "2016-09-05", kind="msp", body="Meeting of States Parties", ends_on=date(2016, 9, 7))
    asked = [*map(invitee, ("NOR", "ZMB", "icrc")), special_invitee("Survivors’ Network")]
    invite(meeting=number, delegations=asked, answer_by=date(2016, 8, 20), by=by, at=AT)
    start_checklist(meeting=number, by=by, at=AT)
    return number


def key(meeting: int) -> str:
    return urlencode({"key": invited(meeting, "ZMB").link.token})


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_of_taking_part_can_be_used_by_everybody(
    page_at: OpenPage, unusable: Unusable, meeting: int, look: tuple[int, str, str]
) -> None:
    answered(meeting, "ZMB", ZAMBIA_COMES)
    answered(meeting, "NOR", SORRY)
    open_attendance(meeting=meeting, by=hand(), at=AT)
    taken = attendance_of(meeting=meeting)
    assert taken is not None
    numbers = {"key": key(meeting), "meeting": meeting, "zambia": invited(meeting, "ZMB").number}
    paths = [address.format(**numbers, line=taken.lines[-1].number) for address in ADDRESSES]
    width, theme, language = look
    page = page_at(paths[0], width=width, theme=theme, language=language, account=account("secretariat"))
    assert unusable(page, paths) == {}


def test_a_delegation_answers_on_a_phone_without_scripts_and_comes_back(page_at: OpenPage, meeting: int) -> None:
    page = page_at(f"/answer/?{key(meeting)}", width=PHONE, javascript=False)
    page.get_by_label("Takes part", exact=True).check()
    first = page.get_by_role("group", name="Person 1")
    first.get_by_label("Name", exact=True).fill("Ana Banda")
    first.get_by_label("Function").fill("Minister")
    page.get_by_role("button", name="Save the answer").click()
    expect(page.get_by_text("Your answer is saved.")).to_be_visible()
    page.get_by_label("Sends apologies").check()
    page.get_by_role("button", name="Save the answer").click()
    expect(page.locator(".answer > p .status")).to_contain_text("sends apologies")
    # Who was named stays, should the delegation come after all.
    expect(page.get_by_role("group", name="Person 1").get_by_label("Function")).to_have_value("Minister")
    found = invited(meeting, "ZMB").last
    assert found is not None
    assert (found.version, found.answer.said, found.answer.people[0].name) == (2, "apologies", "Ana Banda")


def test_attendance_is_taken_by_tapping(page_at: OpenPage, meeting: int) -> None:
    answered(meeting, "ZMB", ZAMBIA_COMES)
    page = page_at(f"/meetings/{meeting}/attendance/", width=PHONE, account=account("secretariat"))
    page.get_by_role("button", name="Begin with who is expected").click()
    page.get_by_role("button", name=re.compile("Present ?: Zambia")).click()
    expect(page.get_by_role("button", name=re.compile("^There ?: Bo Chanda"))).to_be_visible()
    expect(page.locator("#tally")).to_have_text("Present 1")
    page.get_by_role("button", name=re.compile("^There ?: Bo Chanda")).click()
    expect(page.get_by_role("button", name=re.compile("^Not there ?: Bo Chanda"))).to_be_visible()
    taken = attendance_of(meeting=meeting)
    assert taken is not None
    assert [one.name for one in taken.lines[0].present] == ["Ana Banda"]
