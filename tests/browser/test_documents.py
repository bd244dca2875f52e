"""From upload to confirmation and search, as a person with a keyboard does it, and as one without scripts does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from tests.accounts import account
from tests.browser.conftest import DESK, PHONE, OpenPage, scrolls_sideways

import corcom.minutes
from corcom.minutes.models import Finding
from corcom.oversight.actions import index_reading

Faults = Callable[[Page], list[str]]
WORD = Path(corcom.minutes.__file__).parent / "samples" / "2019-07-11-coordination-committee.docx"


@pytest.fixture(autouse=True)
def _files(settings: LazySettings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, name: str) -> None:
    """Go on with the tabulator until the focus is on what has this name."""
    for _ in range(80):
        press(page, "Tab")
        here = page.evaluate("document.activeElement.textContent || document.activeElement.name || ''")
        if " ".join(here.split()) == name:
            return
    raise AssertionError(name)


def open_with_enter(page: Page) -> None:
    with page.expect_navigation():
        press(page, "Enter")


def answers(page: Page, verb: str, state: str) -> None:
    """Press a key and see the proposal that has the focus stand so, with the focus still on it."""
    here = page.evaluate("document.activeElement.id")
    press(page, verb)
    expect(page.locator(f"#{here}")).to_have_attribute("data-state", state)
    expect(page.locator(f"#{here}")).to_be_focused()


def kind_of_current(page: Page) -> str:
    return str(page.evaluate("document.activeElement.querySelector('.finding-kind').innerText.replace(/\\s+/g, ' ')"))


def test_with_the_keyboard_alone_from_the_file_to_its_words_in_search(page_at: OpenPage) -> None:
    page = page_at("/documents/", account=account("secretariat"))
    _take_in_a_file(page)
    told, progress = page.locator("#review-told"), page.locator("#review-progress")
    expect(progress).to_contain_text("0 of ")

    tab_to(page, f"Action points {Finding.objects.filter(kind='action_point').count()}")
    open_with_enter(page)
    press(page, "j")
    first = page.evaluate("document.activeElement.id")
    assert kind_of_current(page).startswith("action point")
    assert page.locator("mark.is-current").count() > 0

    answers(page, "a", "accepted")
    expect(told).to_contain_text("Accepted:")
    expect(progress).to_contain_text("2 of ")  # with the head of the record
    answers(page, "u", "proposed")
    expect(told).to_contain_text("Undone:")
    press(page, "e")
    expect(page.locator(".edit [name=text]")).to_be_focused()
    press(page, "Control+a")
    page.keyboard.type("send a zebra to the museum")
    tab_to(page, "due")
    page.keyboard.type("soon")
    press(page, "Enter")
    expect(page.locator(".edit [name=due]")).to_be_focused()
    expect(page.locator(".edit-error")).to_contain_text("Write a day as 2016-05-26")
    expect(page.locator(".edit [name=text]")).to_have_value("send a zebra to the museum")
    press(page, "Control+a")
    page.keyboard.type("2019-09")
    tab_to(page, "Save")
    press(page, "Enter")
    expect(told).to_contain_text("Saved: send a zebra to the museum.")
    expect(page.locator(f"#{first}")).to_be_focused()
    press(page, "j")
    answers(page, "x", "rejected")
    press(page, "k")
    expect(page.locator(f"#{first}")).to_be_focused()
    press(page, "?")
    expect(page.locator("#review-keys")).to_be_visible()
    press(page, "Escape")
    expect(page.locator("#review-keys")).not_to_be_visible()
    assert sorted(Finding.objects.exclude(state="proposed").values_list("kind", "state")) == [
        ("action_point", "accepted"),
        ("action_point", "rejected"),
        ("meeting", "accepted"),
    ]
    _search_for_the_words(page)


def _take_in_a_file(page: Page) -> None:
    tab_to(page, "Take in files")
    open_with_enter(page)
    tab_to(page, "files")
    with page.expect_file_chooser() as chooser:
        press(page, "Space")
    chooser.value.set_files(WORD)
    tab_to(page, "Take in")
    open_with_enter(page)
    expect(page.locator(".outcome-first")).to_contain_text("findings wait for you", timeout=30_000)
    tab_to(page, f"Review {WORD.name}")
    open_with_enter(page)


def _search_for_the_words(page: Page) -> None:
    words = Finding.objects.get(kind="action_point", state="accepted").quote
    page.locator("#bar-search").focus()
    page.keyboard.type(f'"{" ".join(words.split()[:5])}"')
    open_with_enter(page)
    expect(page.locator(".hit-words mark").first).to_have_text(" ".join(words.split()[:5]))
    page.locator(".hit-place a").first.focus()
    open_with_enter(page)
    expect(page.locator(".passage").first).to_be_in_viewport()


def test_without_scripts_the_same_steps_are_forms_and_links(page_at: OpenPage) -> None:
    page = page_at("/documents/upload/", account=account("secretariat"), javascript=False)
    page.locator("#id_files").set_input_files(WORD)
    page.get_by_role("button", name="Take in").click()
    while page.get_by_role("button", name="Read on").count():
        page.get_by_role("button", name="Read on").click()
    page.get_by_role("link", name=f"Review {WORD.name}").click()
    page.get_by_role("link", name="Action points").first.click()
    item = page.locator("li.finding").first
    item.get_by_role("button", name="Accept").click()
    expect(page.locator(".messages")).to_contain_text("Accepted:")
    assert "#finding-" in page.url
    item.get_by_role("button", name="Edit").click()
    page.get_by_label("Due", exact=True).fill("2019-09-30")
    page.get_by_role("button", name="Save").click()
    expect(item).to_contain_text("30 September 2019")
    item.get_by_role("button", name="Undo").click()
    item.get_by_role("button", name="Reject").click()
    expect(page.locator(".messages")).to_contain_text("Rejected:")
    page.get_by_role("button", name="of this kind").click()
    expect(page.locator(".note")).to_contain_text("were accepted in one step.")
    page.get_by_role("button", name="Undo all of them").click()
    expect(page.locator(".messages")).to_contain_text("wait again.")


# Each pair of width, theme and language once.
LOOKS = [(PHONE, "light", "en"), (PHONE, "dark", "ar"), (DESK, "dark", "en"), (DESK, "light", "ar")]


@pytest.mark.parametrize(("width", "theme", "language"), LOOKS)
def test_every_page_of_documents_can_be_used_by_everybody(
    page_at: OpenPage, faults: Faults, width: int, theme: str, language: str
) -> None:
    from tests.web.taken_in import a_document, the

    reading = a_document()
    index_reading(reading=reading.pk)
    review = f"/documents/{reading.file_id}/review/"
    user = account("secretariat")
    for path in (
        "/documents/",
        "/documents/upload/",
        review,
        f"{review}?edit={the(reading, 'action_point').pk}",
        f"{review}?at=0-60",
        "/search/?q=zambia",
        "/search/?q=nowhere",
    ):
        page = page_at(path, width=width, theme=theme, language=language, account=user)
        assert (path, faults(page)) == (path, [])
        assert (path, scrolls_sideways(page)) == (path, False)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_longest_name_of_a_file_breaks(page_at: OpenPage, width: int) -> None:
    from tests.web.taken_in import a_document

    reading = a_document("x" * 200 + ".txt")
    a_document("minutes of the meeting.txt")
    page = page_at("/documents/", account=account("secretariat"), width=width)
    assert not scrolls_sideways(page)
    page.goto(page.url + f"{reading.file_id}/review/")
    assert not scrolls_sideways(page)


def test_a_mark_chooses_its_proposal_and_the_words_their_mark(page_at: OpenPage) -> None:
    from tests.web.taken_in import a_document, the

    reading = a_document()
    letter = the(reading, "action_point")
    page = page_at(f"/documents/{reading.file_id}/review/", account=account("reader"))
    page.locator(f"mark[data-findings~='{letter.pk}']").first.click()
    assert page.evaluate("document.activeElement.id") == f"finding-{letter.pk}"
    assert page.locator("li.finding button").count() == 0
    speech = the(reading, "intervention")
    page.locator(f"#finding-{speech.pk} a").click()
    expect(page.locator("mark.is-current")).to_have_text("Zambia reported on its visit to Luanda.")
