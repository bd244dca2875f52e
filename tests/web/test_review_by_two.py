"""Two people review the same document."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.rows import new_user
from tests.web.pages import tree, words
from tests.web.taken_in import a_document, the

from corcom.minutes.actions import accept_finding, edit_finding
from corcom.minutes.models import Finding

SINCE = "on 1 June 2016 at 10:15 UTC. Nothing was changed; this is how it stands now."
AT = datetime(2016, 6, 1, 10, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = date(2016, 6, 1)


@pytest.fixture
def letter() -> Finding:
    return the(a_document(), "action_point")


@pytest.fixture
def bea() -> Any:
    return new_user(username="bea", name="Bea Berg")


def page_of(letter: Finding) -> str:
    return f"/documents/{letter.reading.file_id}/review/"


def button(client: Client, letter: Finding, verb: str, query: str = "") -> dict[str, str]:
    """What a button of the page sends."""
    page = client.get(f"{page_of(letter)}{query}")
    (value,) = tree(page).xpath(f"//li[@id='finding-{letter.pk}']//button[@name='{verb}']/@value")
    return {verb: value}


def test_the_second_step_changes_nothing_and_shows_who_was_first(
    secretariat: Client, letter: Finding, bea: Any
) -> None:
    rejecting = button(secretariat, letter, "reject")
    accept_finding(finding=letter.pk, by=bea, at=AT)
    answer = secretariat.post(f"{page_of(letter)}verdict/", rejecting)
    page = secretariat.get(answer.headers["Location"])
    assert words(page, "//*[@class='messages']/li") == [f"Bea Berg accepted it meanwhile, {SINCE}"]
    assert words(page, f"//li[@id='finding-{letter.pk}']/p[1]") == ["action point certain accepted"]
    assert [row.verdict for row in letter.verdicts.all()] == ["accepted"]
    secretariat.post(f"{page_of(letter)}verdict/", button(secretariat, letter, "undo"))
    assert [row.verdict for row in letter.verdicts.all()] == ["accepted", "undone"]


def test_a_script_gets_the_finding_as_it_stands(secretariat: Client, letter: Finding, bea: Any) -> None:
    accepting = button(secretariat, letter, "accept")
    edit_finding(finding=letter.pk, payload={"text": "send two letters"}, by=bea, at=AT)
    part = secretariat.post(f"{page_of(letter)}verdict/", accepting, headers={"HX-Request": "true"})
    assert words(part, f"//li[@id='finding-{letter.pk}']/p") == [
        "action point certain corrected",
        "send two letters",
        f"Bea Berg corrected it meanwhile, {SINCE}",
        "“Zambia to send a letter to Angola by 10 June 2016.”",
    ]
    (undo,) = tree(part).xpath(f"//li[@id='finding-{letter.pk}']//button[@name='undo']/@value")
    assert undo == f"{letter.pk}-{letter.verdicts.get().pk}"


def test_a_form_keeps_what_was_written_and_what_it_was_opened_with(
    secretariat: Client, letter: Finding, bea: Any
) -> None:
    saving = button(secretariat, letter, "save", f"?edit={letter.pk}")
    edit_finding(finding=letter.pk, payload={"text": "send two letters"}, by=bea, at=AT)
    mine = {"text": "send three letters", "owner": ["Zambia"], "due": "soon", "due_text": "", "status": "open"}
    page = secretariat.post(f"{page_of(letter)}verdict/", saving | mine)
    # A form that does not fit is still the one that was opened before the other's verdict.
    assert tree(page).xpath("//button[@name='save']/@value") == [saving["save"]]
    page = secretariat.post(f"{page_of(letter)}verdict/", saving | mine | {"due": "2016-06"})
    assert page.status_code == 400
    assert words(page, f"//li[@id='finding-{letter.pk}']/p[@role='alert']") == [
        f"Bea Berg corrected it meanwhile, {SINCE}"
    ]
    assert words(page, f"//li[@id='finding-{letter.pk}']/p[2]") == ["send two letters"]
    assert words(page, "//form[@class='edit']//textarea[@name='text']") == ["send three letters"]
    (again,) = tree(page).xpath("//button[@name='save']/@value")
    secretariat.post(f"{page_of(letter)}verdict/", {"save": again} | mine | {"due": "2016-06"})
    letter.refresh_from_db()
    assert (letter.confirmed or {})["text"] == "send three letters"
