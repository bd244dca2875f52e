from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from tests.accounts import account
from tests.browser.conftest import DESK, PHONE, OpenPage, Unusable
from tests.factories.answers import an_answer
from tests.factories.mail import Postbox, mail_server, mail_settings
from tests.factories.messages import prepared, released
from tests.factories.rows import AT

from corcom.outbox.actions import receive_message
from corcom.outbox.jobs import send_due
from corcom.outbox.models import OutgoingMessage

Faults = Callable[[Page], list[str]]

ADDRESSES = (
    "/outbox/",
    "/outbox/{message}/",
    "/outbox/steps/arrived/?message={message}",
    "/outbox/settings/",
    "/outbox/incoming/",
    "/outbox/incoming/{answer}/",
)
LOOKS = ((DESK, "light", "en"), (PHONE, "dark", "ar"))


@pytest.fixture(autouse=True)
def _mail(settings: LazySettings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    settings.MAIL = mail_settings()


@pytest.fixture
def numbers(transactional_db: None) -> dict[str, int]:
    """A message that is uncertain, others on their way, and an answer that is not filed."""
    first, *_ = released(3)
    box = Postbox(at_data=lambda *_: None)
    with mail_server(box) as server:
        list(send_due(mail=mail_settings(server, per_minute=1), now=lambda: AT))
    answer = receive_message(content=an_answer(), name="a.eml", largest=1_000_000, at=AT).number
    return {"message": first.pk, "answer": answer}


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_of_the_outbox_can_be_used_by_everybody(
    page_at: OpenPage, unusable: Unusable, numbers: dict[str, int], look: tuple[int, str, str]
) -> None:
    width, theme, language = look
    paths = [address.format(**numbers) for address in ADDRESSES]
    page = page_at(paths[0], width=width, theme=theme, language=language, account=account("secretariat"))
    assert unusable(page, paths) == {}


def test_messages_are_released_by_keyboard_without_a_script(page_at: OpenPage, transactional_db: None) -> None:
    rows = [prepared(), prepared()]
    page = page_at("/outbox/?state=prepared", javascript=False, account=account("secretariat"))
    for box in page.locator("input[name=message]").all():
        box.focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="Release …").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#step-title")).to_have_text("2 messages")
    page.locator("form.step button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".note-success")).to_contain_text("2 messages were released.")
    assert [OutgoingMessage.objects.get(pk=row.pk).turn for row in rows] == ["released", "released"]
