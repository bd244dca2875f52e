"""Reports: the pages for everybody, and a report from the invitation to its acceptance, with a recall and a new version."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from django.conf import LazySettings
from playwright.sync_api import Dialog, FilePayload, Page, expect
from tests.accounts import account
from tests.browser.conftest import DESK, PHONE, OpenPage, Unusable
from tests.factories.filled_forms import REASON, filled_in
from tests.factories.register import the_register
from tests.factories.reports import BEFORE, NOW, handed_in

from corcom.reporting.domain.answers import answers_json
from corcom.reporting.queries import report_versions

REPORT = "/conventions/CCM/reports/CHE/annual-report/2025/"
ADDRESSES = (
    "/reports/",
    "/conventions/CCM/reports/?as_of=2016-04-28",
    "/conventions/CCM/reports/?view=counts",
    "/conventions/CCM/reports/checks/",
    REPORT,
    f"{REPORT}edit/",
    f"{REPORT}submit/",
    f"{REPORT}file/",
)
LOOKS = ((DESK, "light", "en"), (PHONE, "dark", "ar"))


@pytest.fixture(autouse=True)
def _register(settings: LazySettings, transactional_db: None) -> None:
    settings.TODAY = date(2026, 11, 10)
    the_register()


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_of_reports_can_be_used_by_everybody(
    page_at: OpenPage, unusable: Unusable, look: tuple[int, str, str]
) -> None:
    handed_in(BEFORE, "1200")
    handed_in(NOW, "1300")
    width, theme, language = look
    page = page_at("/reports/", width=width, theme=theme, language=language, account=account("secretariat"))
    assert unusable(page, ADDRESSES, opened=True) == {}


def saved(page: Page, part: str) -> None:
    expect(page.locator(f"#saved-{part}")).to_have_text(re.compile("^Saved, "))


def invited(office: Page) -> str:
    """The address of the link that the State is sent."""
    office.get_by_role("button", name="Make a link for the State").click()
    link = office.locator("code").inner_text()
    return link[link.index("/report/") :]


def fill_in(page: Page, munitions: str) -> None:
    page.locator("#part-cover textarea").first.fill("Ms A")
    page.locator("#part-cover textarea").first.blur()
    saved(page, "cover")
    for part in "ACDEFGHI":
        page.locator(f"#state-{part}-not_applicable").check()
        reason = page.locator(f"#part-{part} [name=because]")
        reason.fill(REASON)
        reason.blur()
        saved(page, part)
    page.locator("#state-B-changed").check()
    page.locator("[name=r-stockpiles-0-type]").fill("Mk 1")
    count(page, munitions)


def count(page: Page, munitions: str) -> None:
    field = page.locator("[name=r-stockpiles-0-munitions]")
    field.fill(munitions)
    field.blur()
    saved(page, "B")


def hand_in(page: Page) -> None:
    page.wait_for_timeout(500)
    page.get_by_role("link", name="Check and hand in").first.click()
    page.get_by_role("button", name="Hand in").click()
    expect(page.locator(".status-line")).to_contain_text("submitted")


def fill_in_at_home(page: Page) -> None:
    """The same by the form as a file: taken home, filled in with a word processor, sent back and taken in."""
    page.get_by_role("link", name="Work offline").first.click()
    english = page.get_by_role("listitem").filter(has_text="English")
    with page.expect_download() as form:
        english.get_by_role("link", name="Form as .docx").click()
    content = filled_in(form.value.path().read_bytes(), contact="Ms A", stock=(("Mk 1", "1 200"),))
    file = FilePayload(name="form.docx", mimeType="application/octet-stream", buffer=content)
    page.get_by_label("The form that you filled in").set_input_files([file])
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Take into the draft").click()


def test_from_the_invitation_to_acceptance(page_at: OpenPage) -> None:
    office = page_at(REPORT, account=account("secretariat"))
    ministry = page_at(invited(office))
    fill_in(ministry, "1,200")
    hand_in(ministry)
    office.goto(REPORT.replace("CHE", "NOR"))
    offline = page_at(invited(office))
    fill_in_at_home(offline)
    hand_in(offline)
    (by_page,), (by_file,) = (report_versions(wanted=replace(NOW, iso3=iso3)) for iso3 in ("CHE", "NOR"))
    assert answers_json(by_file.answers) == answers_json(by_page.answers)
    assert (by_page.channel, by_file.channel, by_file.file_name) == ("web", "form", "form.docx")
    ministry.get_by_label("Why").fill("A wrong total.")
    ministry.get_by_role("button", name="Recall").click()
    # What was typed is there again.
    expect(ministry.locator("[name=r-stockpiles-0-munitions]")).to_have_value("1200")
    count(ministry, "1 250")
    hand_in(ministry)
    office.goto(REPORT)
    office.get_by_role("button", name="Take up for review").click()
    office.get_by_role("button", name="Accept").click()
    # What the checks found is open still.
    office.get_by_role("button", name="Accept all the same").click()
    public = page_at(REPORT)
    expect(public.get_by_role("heading", level=2)).to_have_text(["Version 2 – accepted"])
    expect(public.get_by_role("cell", name="1,250")).to_be_visible()


def test_what_cannot_be_saved_stays_in_the_form_and_says_so(page_at: OpenPage) -> None:
    office = page_at(REPORT, account=account("secretariat"), later=503)
    address = invited(office)
    ministry = page_at(address, later=410)
    matters, told, bar = (ministry.locator(one) for one in ("#part-J textarea", "#saved-J", "#autosave-bar"))

    def type_in(words: str) -> None:
        matters.fill(words)
        matters.blur()

    ministry.route("**/report/**", lambda route: route.fulfill(status=204, headers={"HX-Redirect": "/accounts/login/"}))
    type_in("Signed out.")
    expect(told).to_have_text(re.compile("^Not saved: you are signed out"))
    ministry.unroute("**/report/**")
    # Of what is not saved the browser asks before the page is left.
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    ministry.on("dialog", stay)
    ministry.get_by_role("link", name="Work offline").click()
    assert asked == ["beforeunload"]
    type_in("Saved again.")
    expect(told).to_have_text(re.compile("^Saved, "))
    expect(bar).to_be_hidden()
    ministry.route("**/report/**", lambda route: route.fulfill(status=503))
    type_in("While it fails.")
    expect(told).to_have_text(re.compile("^Not saved: CorCom failed. It is tried again by itself."))
    ministry.unroute("**/report/**")
    expect(told).to_have_text(re.compile("^Saved, "), timeout=10_000)
    handed_in(NOW, "12")
    type_in("Too late.")
    expect(told).to_contain_text("The report was handed in meanwhile by Ms A (10 November 2026, 09:00 UTC).")
    expect(bar).to_have_text("Not saved: J: Other relevant matters")
    office.get_by_role("button", name="Withdraw").click()
    type_in("Too late, still.")
    expect(told).to_have_text(re.compile(r"^Not saved\. This link does not open\. It was withdrawn on "))
    expect(matters).to_have_value("Too late, still.")
    # What is left behind knowingly is.
    ministry.remove_listener("dialog", stay)
    ministry.on("dialog", lambda dialog: dialog.accept())
    ministry.goto("/reports/")
