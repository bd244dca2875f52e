from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from docx import Document
from playwright.sync_api import Page, Route, expect
from tests.accounts import account
from tests.browser.conftest import DESK, PHONE, OpenPage, Unusable, scrolls_sideways
from tests.factories.plans import a_plan
from tests.factories.rows import AT
from tests.factories.written import begun, full, section, wrote
from tests.web.kept import an_action_point, hand

from corcom.access.models import User
from corcom.consultation.actions import comment_on
from corcom.consultation.domain.comments import Comment, Place
from corcom.meetings.actions import release_agenda
from corcom.minuting.actions import publish_minutes
from corcom.minuting.queries import consultation_of, minutes_draft
from corcom.oversight.actions import approve_minutes, circulate_minutes

Faults = Callable[[Page], list[str]]

SOON = AT + timedelta(days=88)
ADDRESSES = (
    "",
    "head/",
    "versions/",
    "versions/2/",
    "preview/",
    "paragraphs/{paragraph}/",
    "step/correct/",
    "public/",
)
LOOKS = ((DESK, "light", "en"), (PHONE, "dark", "ar"))


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = date(2016, 7, 29)


def second() -> User:
    return account("secretariat", "ben")


def text_of(page: Page, number: int) -> str:
    return page.locator(f"#text-{number}").input_value()


def stands(meeting: int) -> list[str]:
    return [one.said.text for one in section(meeting).paragraphs]


def saved(page: Page, number: int, words: str = "Saved") -> None:
    expect(page.locator(f"#p-{number} [data-state]")).to_have_text(words)


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_of_minutes_can_be_used_by_everybody(
    page_at: OpenPage, unusable: Unusable, transactional_db: None, look: tuple[int, str, str]
) -> None:
    an_action_point()
    meeting, following = full(hand()), a_plan(hand(), "2016-07-28")
    circulate_minutes(meeting=meeting, by=hand(), at=SOON)
    approve_minutes(meeting=meeting, approved_at=following, by=hand(), at=SOON)
    publish_minutes(meeting=meeting, by=hand(), at=SOON)
    width, theme, language = look
    first = section(meeting).paragraphs[0].id
    paths = [f"/meetings/{meeting}/minutes/" + rest.format(paragraph=first) for rest in ADDRESSES]
    page = page_at(paths[0], width=width, theme=theme, language=language, account=account("secretariat"))
    assert unusable(page, paths) == {}


@pytest.mark.parametrize("look", LOOKS)
def test_the_page_on_which_minutes_are_written_can_be_used_by_everybody(
    page_at: OpenPage, faults: Faults, transactional_db: None, look: tuple[int, str, str]
) -> None:
    an_action_point()
    meeting = full(hand())
    width, theme, language = look
    page = page_at(
        f"/meetings/{meeting}/minutes/", width=width, theme=theme, language=language, account=account("secretariat")
    )
    assert faults(page) == []
    assert not scrolls_sideways(page)


def test_two_people_write_minutes_at_the_same_time_and_nothing_is_lost(
    page_at: OpenPage, transactional_db: None
) -> None:
    meeting = begun(hand())
    one = wrote(meeting, hand(), text="The Chair opened the meeting. Croatia reported.")
    other = wrote(meeting, hand(), text="The next meeting is in June.")
    path = f"/meetings/{meeting}/minutes/"
    anna = page_at(path, account=account("secretariat"))
    ben = page_at(path, account=second())

    # At different places of one paragraph: both find their words, and each sees those of the other.
    anna.locator(f"#text-{one}").press("Control+End")
    anna.keyboard.type(" Zambia agreed.")
    saved(anna, one)
    ben.locator(f"#text-{one}").press("Control+Home")
    ben.keyboard.type("At 10:00 ")
    expect(ben.locator(f"#text-{one}")).to_have_value(
        "At 10:00 The Chair opened the meeting. Croatia reported. Zambia agreed."
    )
    expect(anna.locator(f"#text-{one}")).to_have_value(text_of(ben, one), timeout=10_000)

    # At the same place: the second is shown both, word by word, and chooses.
    for page in (anna, ben):
        expect(page.locator(f"#text-{other}")).to_have_value("The next meeting is in June.")
    anna.locator(f"#text-{other}").fill("The next meeting is in July.")
    ben.locator(f"#text-{other}").fill("The next meeting is in August, in Geneva.")
    anna.locator(f"#text-{other}").blur()
    saved(anna, other)
    ben.locator(f"#text-{other}").blur()
    box = ben.locator(f"#p-{other} .mn-collision")
    expect(box).to_be_visible()
    assert box.locator(".mn-diff").first.locator("del, ins").all_inner_texts() != []
    assert stands(meeting)[1] == "The next meeting is in July."
    box.get_by_role("button", name="Save what stands in the field").click()
    saved(ben, other)
    assert stands(meeting) == [
        "At 10:00 The Chair opened the meeting. Croatia reported. Zambia agreed.",
        "The next meeting is in August, in Geneva.",
    ]


def test_what_is_typed_while_the_last_words_are_being_saved_is_not_lost(
    page_at: OpenPage, transactional_db: None
) -> None:
    meeting = begun(hand())
    number = wrote(meeting, hand(), text="A.")
    anna = page_at(f"/meetings/{meeting}/minutes/", account=account("secretariat"))

    def slowly(route: Route) -> None:
        anna.wait_for_timeout(400)
        route.continue_()

    anna.route("**/save/", slowly)
    field = anna.locator(f"#text-{number}")
    field.press("Control+End")
    anna.keyboard.type(" " + " ".join(f"word{at}" for at in range(40)), delay=25)
    field.blur()
    saved(anna, number)
    assert stands(meeting) == ["A. " + " ".join(f"word{at}" for at in range(40))]


def test_minutes_are_written_with_the_keyboard_alone(page_at: OpenPage, transactional_db: None) -> None:
    meeting = begun(hand())
    number = wrote(meeting, hand(), text="One.")
    page = page_at(f"/meetings/{meeting}/minutes/#p-{number}", account=account("secretariat"))
    expect(page.locator(f"#text-{number}")).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" And more.")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(lambda url: not url.endswith(f"#p-{number}"))
    # The page stands before its script has put the caret into the new paragraph; nobody types before they see it.
    expect(page.locator("textarea:focus")).to_have_value("")
    page.keyboard.type("Two.")
    page.keyboard.press("Alt+ArrowUp")
    page.wait_for_load_state()
    expect(page.locator("[data-undo]")).to_be_visible()
    page.keyboard.press("Control+s")
    assert stands(meeting) == ["Two.", "One. And more."]
    page.keyboard.press("Control+Alt+z")
    page.wait_for_load_state()
    expect(page.locator(".mn-text").nth(3)).to_have_value("One. And more.")
    assert stands(meeting) == ["One. And more.", "Two."]


@pytest.mark.parametrize("javascript", [True, False])
def test_minutes_from_the_agenda_to_the_approval(
    page_at: OpenPage, transactional_db: None, *, javascript: bool
) -> None:
    an_action_point()
    meeting, following = a_plan(hand()), a_plan(hand(), "2016-07-28")
    release_agenda(meeting=meeting, by=hand(), at=AT)
    page = page_at(f"/meetings/{meeting}/", account=account("secretariat"), javascript=javascript)
    page.get_by_role("button", name="Write the minutes").click()
    page.locator(".mn-p[data-kind=present] textarea").fill("Croatia: Ana Horvat\nZambia")
    page.get_by_role("button", name=re.compile("Text.*Opening")).click()
    page.locator(".mn-p[data-kind=text] textarea").fill("The agenda was adopted.")
    page.get_by_role("button", name=re.compile("Action point.*Opening")).click()
    new = page.locator(".mn-p[data-kind=action_point]")
    new.locator("textarea").fill("write to Angola")
    new.get_by_label("Who is to act").fill("Zambia; ISU")
    new.get_by_label("By when").fill("2016-07-15")
    page.get_by_role("button", name=re.compile("Put in.*Any other business")).click()
    page.locator(".mn-p[data-kind=report] textarea").fill("The letter went out.")
    page.get_by_label("It is done").last.check()
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.get_by_role("link", name="Circulate the minutes").click()
    page.get_by_label("Croatia").check()
    page.get_by_label("Zambia").check()
    page.get_by_label("Comments by").fill("2036-07-10")
    page.get_by_role("button", name="Circulate the minutes").click()
    _comments(meeting)
    page.goto(f"/meetings/{meeting}/minutes/")
    page.get_by_role("button", name=re.compile("Take this wording.*Zambia")).click()
    page.get_by_role("link", name="Record the approval").click()
    page.get_by_label("What was noted").fill("Zambia asked for it.")
    page.get_by_role("button", name="Record the approval").click()
    page.get_by_role("link", name="Version 2").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Word").click()
    word = Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    numbered = [one.text for one in word.paragraphs if one.style is not None and one.style.name == "Numbered Paragraph"]
    assert numbered[1:4] == [
        "The agenda was adopted as amended.",
        "Action point: write to Angola (Zambia, ISU; by 15 July 2016).",
        "On “Circulate the draft letter (Croatia, 30 June 2016)”: The letter went out. Done.",
    ]
    page.goto(f"/meetings/{following}/")
    page.get_by_role("complementary").get_by_role("link", name="30 June 2016").click()
    assert minutes_draft(meeting=meeting).standing == "approved"


def _comments(meeting: int) -> None:
    """Two delegations comment by their links."""
    asked = consultation_of(meeting=meeting)
    assert asked is not None
    for code, comment in (
        ("HRV", Comment(place=Place("at", "4"), text="Please say which letter.")),
        ("ZMB", Comment(place=Place("at", "2"), change="wording", wording="The agenda was adopted as amended.")),
    ):
        comment_on(number=asked.number, party=code, comment=comment, version=0, at=asked.circulated_at)
