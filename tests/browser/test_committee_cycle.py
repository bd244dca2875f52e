"""From one meeting of the committee to the next, as those who do it have it on their screens."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import vobject
from django.conf import LazySettings
from docx import Document
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from tests.accounts import a_delegate, account
from tests.browser.conftest import PHONE, OpenPage
from tests.factories.mail import mail_settings
from tests.factories.rows import AT
from tests.web.kept import a_meeting

from corcom.access.queries import links_for
from corcom.kernel import clock
from corcom.mandates.actions import record_terms
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.minuting.queries import consultation_of
from corcom.participation.queries import invitations
from corcom.web.by_link import path_by_link

SetClock = Callable[[datetime], None]
PLANNING = datetime(2016, 6, 15, 9, tzinfo=UTC)
MEETING = datetime(2016, 6, 30, 9, 30, tzinfo=UTC)
AFTER = datetime(2016, 7, 4, 9, tzinfo=UTC)
CLOSED = datetime(2016, 7, 12, 9, tzinfo=UTC)
ITEMS = ".agenda-list > li > strong"
NEXT = datetime(2016, 7, 28, 9, tzinfo=UTC)


@pytest.fixture
def set_clock(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> SetClock:
    settings.MAIL = mail_settings()

    def put(moment: datetime) -> None:
        settings.TODAY = moment.date()
        monkeypatch.setattr(clock, "now", lambda: moment)

    put(PLANNING)
    return put


def click(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()


def saved(page: Page, link: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name=link).first.click()
    return Path(download.value.path()).read_bytes()


def number_of(page: Page) -> int:
    return int(page.url.split("/meetings/")[1].split("/")[0])


def plan(page: Page, day: str) -> int:
    """Plan a meeting of the committee on a day; its number."""
    page.goto("/meetings/schedule/")
    page.locator("#id_convention").select_option("CCM")
    page.get_by_label("Body").fill("Coordination Committee")
    page.locator("#id_starts_on").fill(day)
    page.get_by_label("Starts at").fill("10:00")
    page.locator("#id_zone").select_option("Europe/Zurich")
    click(page, "Plan it")
    return number_of(page)


def answer_by_link(page_at: OpenPage, meeting: int, code: str, *names: str) -> None:
    """A delegation answers on a phone, without an account."""
    (invited,) = (one for one in invitations(meeting=meeting) if one.code == code)
    page = page_at(path_by_link("answer_invitation", invited.link), width=PHONE)
    if not names:
        page.get_by_label("Apologies").check()
    else:
        page.get_by_label("Takes part").check()
    for place, name in enumerate(names):
        page.locator("fieldset.answer-person").nth(place).get_by_label("Name", exact=True).fill(name)
    if names:
        page.locator("fieldset.answer-person").first.get_by_label("Head of delegation").check()
    click(page, "Save the answer")
    expect(page.get_by_role("alert")).to_have_count(0)


def comment_by_link(page_at: OpenPage, number: int, party: str, paragraph: str, wording: str) -> None:
    """A delegation proposes another wording of a paragraph, without an account."""
    (link,) = (one for one in links_for(purpose="comments", subject=f"consultation:{number}") if one.party == party)
    page = page_at(path_by_link("comments", link))
    page.locator(f"a[href*='place=at&paragraph={paragraph}']").click()
    page.get_by_label("another wording").check()
    page.get_by_label("The paragraph as it should read").fill(wording)
    click(page, "Save")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_whole_cycle(page_at: OpenPage, transactional_db: None, set_clock: SetClock) -> None:
    a_meeting()
    record_terms(found=packaged_terms(), at=AT)
    president, office = page_at("/meetings/", account=a_delegate("NLD")), page_at("/", account=account("secretariat"))
    meeting = plan(president, "2016-06-30")
    expect(president.locator(ITEMS).nth(1)).to_have_text("Approval of the minutes of 26 May 2016")
    the_agenda_goes_out(president, meeting)
    the_committee_answers(page_at, office, meeting)
    set_clock(MEETING)
    attendance_is_taken(office, meeting)
    set_clock(AFTER)
    minutes_are_written(office, meeting)
    they_are_commented_on(page_at, office, meeting)
    set_clock(CLOSED)
    following = plan(president, "2016-07-28")
    expect(president.locator(ITEMS).nth(1)).to_have_text("Approval of the minutes of 30 June 2016")
    set_clock(NEXT)
    they_are_approved(office, meeting, following)
    # What was promised is followed up.
    office.goto("/follow-up/")
    expect(office.get_by_role("link", name=re.compile("write to Angola and to Benin", re.IGNORECASE))).to_be_visible()


def the_agenda_goes_out(president: Page, meeting: int) -> None:
    follow(president, "Confirm")
    click(president, "Confirm")
    follow(president, "Edit the agenda")
    click(president, "Release the agenda")
    president.goto(f"/meetings/{meeting}/")
    event = vobject.readOne(saved(president, "Invitation (.ics)").decode()).vevent
    assert (str(event.dtstart.value), event.status.value) == ("2016-06-30 10:00:00+02:00", "CONFIRMED")


def the_committee_answers(page_at: OpenPage, office: Page, meeting: int) -> None:
    office.goto(f"/meetings/{meeting}/invitations/")
    follow(office, "Choose whom to invite")
    office.get_by_label("Members of the committee").first.check()
    office.get_by_label("Answers until").fill("2016-06-27")
    click(office, "Invite them")
    answer_by_link(page_at, meeting, "ZMB", "Ana Banda", "Bo Chanda")
    answer_by_link(page_at, meeting, "AUS", "Nils Example")
    answer_by_link(page_at, meeting, "CHL")


def attendance_is_taken(office: Page, meeting: int) -> None:
    office.goto(f"/meetings/{meeting}/attendance/")
    click(office, "Begin with who is expected")
    for name in ("Zambia", "Australia", "Netherlands"):
        mark = office.get_by_role("button", name=re.compile(rf"^Present\s*: {name}"))
        mark.click()
        expect(mark).to_have_attribute("aria-pressed", "true")
    office.get_by_role("button", name="Mark the rest as absent without apology").click()


def minutes_are_written(office: Page, meeting: int) -> None:
    """Who was there is put in, not typed again."""
    office.goto(f"/meetings/{meeting}/")
    office.get_by_role("button", name="Write the minutes").click()
    there = office.locator(".mn-p[data-kind=present] textarea")
    expect(there).to_have_value(re.compile("Australia: Nils Example\nNetherlands.*\nZambia: Ana Banda, Bo Chanda"))
    office.get_by_role("button", name=re.compile("Text.*Opening")).click()
    office.locator(".mn-p[data-kind=text] textarea").fill("The agenda was adopted.")
    office.get_by_role("button", name=re.compile("Action point.*Opening")).click()
    point = office.locator(".mn-p[data-kind=action_point]")
    point.locator("textarea").fill("write to Angola")
    point.get_by_label("Who is to act").fill("Zambia")
    point.get_by_label("By when").fill("2016-07-15")
    office.get_by_role("button", name="Save", exact=True).first.click()


def they_are_commented_on(page_at: OpenPage, office: Page, meeting: int) -> None:
    office.get_by_role("link", name="Circulate the minutes").first.click()
    office.get_by_label("Australia").check()
    office.get_by_label("Zambia").check()
    office.get_by_label("Comments by").fill("2016-07-11")
    office.get_by_role("button", name="Circulate the minutes").click()
    found = consultation_of(meeting=meeting)
    assert found is not None
    adopted = next(one.number for one in found.paragraphs if one.text == "The agenda was adopted.")
    write = next(one.number for one in found.paragraphs if "write to Angola" in one.text)
    comment_by_link(page_at, found.number, "ZMB", write, "write to Angola and to Benin")
    comment_by_link(page_at, found.number, "AUS", adopted, "The agenda was adopted without a change.")


def they_are_approved(office: Page, meeting: int, following: int) -> None:
    """With the wording that was proposed, as a correct record; the documents say so."""
    office.goto(f"/meetings/{meeting}/minutes/")
    office.get_by_role("button", name=re.compile("^Take this wording.*Australia")).click()
    # What is to be done is written by a person, with the proposal beside it.
    point = office.locator(".mn-p[data-kind=action_point]")
    expect(point.locator(".mn-comment ins")).to_have_text(re.compile("and to Benin"))
    point.locator("textarea").fill("write to Angola and to Benin")
    office.get_by_role("button", name="Save", exact=True).first.click()
    office.goto(f"/meetings/{meeting}/minutes/step/approve/")
    office.get_by_label("Approved by the meeting of").select_option(str(following))
    office.get_by_role("button", name="Record the approval").click()
    office.get_by_role("link", name="Version 2").first.click()
    words = Document(io.BytesIO(saved(office, "Word")))
    text = [paragraph.text for paragraph in words.paragraphs]
    assert "The agenda was adopted without a change." in text
    assert "The agenda was adopted." not in text
    pages = PdfReader(io.BytesIO(saved(office, "PDF"))).pages
    assert "Ana Banda" in "\n".join(page.extract_text() for page in pages)
