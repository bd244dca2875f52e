from __future__ import annotations

from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.mail import mail_settings
from tests.factories.plans import a_plan
from tests.web.kept import TODAY, hand
from tests.web.pages import tree, words

from corcom.outbox.models import OutgoingMessage

SAID = "//*[contains(@class,'messages')]//li"


@pytest.fixture(autouse=True)
def _mail(settings: LazySettings) -> None:
    settings.TODAY = TODAY
    settings.MAIL = mail_settings()


def told(page: Any) -> list[list[str]]:
    many = len(words(page, "//*[@id='told']//tbody/tr"))
    return [words(page, f"//*[@id='told']//tbody/tr[{at}]/*") for at in range(1, many + 1)]


def test_invitations_wait_in_the_outbox_and_follow_what_becomes_of_the_meeting(secretariat: Client) -> None:
    number = a_plan(hand())
    here = f"/meetings/{number}/mail/"
    page = secretariat.get(f"/meetings/{number}/")
    assert tree(page).xpath("//aside//a[.='Invitations for calendars']/@href") == [here]
    sent = {"others": "Permanent Mission of Norway <norway@mission.example>\nzambia@mission.example", "language": "en"}
    page = secretariat.post(here, sent, follow=True)
    assert words(page, SAID) == ["2 invitations wait in the outbox, where they can be released."]
    assert [(line[0], *line[2:]) for line in told(page)] == [
        ("zambia@mission.example", "prepared", "the meeting as it stands"),
        ("Permanent Mission of Norway <norway@mission.example>", "prepared", "the meeting as it stands"),
    ]
    moved = secretariat.post(
        f"/meetings/{number}/plan/move/", {"starts_on": "2016-07-07", "ends_on": "", "note": ""}, follow=True
    )
    assert words(moved, SAID)[-1] == "2 messages about the change wait in the outbox."
    assert [line[2:] for line in told(secretariat.get(here))] == [["prepared", "the meeting as it stands"]] * 2
    assert [row.turn for row in OutgoingMessage.objects.order_by("pk")] == ["cancelled"] * 2 + ["prepared"] * 2
    message = OutgoingMessage.objects.latest("pk")
    assert words(secretariat.get(f"/outbox/{message.pk}/"), "//dl//div[dt='For calendars']/dd") == [
        "A meeting to accept, or the change of one"
    ]


def test_what_cannot_be_is_answered_in_words(secretariat: Client, settings: LazySettings) -> None:
    here = f"/meetings/{a_plan(hand())}/mail/"
    error = "//*[contains(@class,'note-error')]//li"
    assert words(secretariat.post(here, {"language": "en"}), error) == ["Choose somebody, or write an address."]
    wrong = secretariat.post(here, {"language": "en", "others": "not an address"})
    assert (wrong.status_code, words(wrong, error)) == (400, ["“not an address” is no e-mail address."])
    settings.MAIL = mail_settings(sender="")
    without = secretariat.post(here, {"language": "en", "others": "a@b.example"})
    assert words(without, error) == ["There is no address to send from: CORCOM_MAIL_FROM is not set."]
    assert OutgoingMessage.objects.count() == 0
    assert secretariat.get("/meetings/999/mail/").status_code == 404


def test_mail_is_for_those_who_may_send(reader: Client, visitor: Client) -> None:
    number = a_plan(hand())
    here = f"/meetings/{number}/mail/"
    assert [reader.get(here).status_code, reader.post(f"{here}update/").status_code] == [403, 403]
    assert visitor.post(f"{here}update/").headers["Location"] == f"/account/sign-in/?next={here}"
