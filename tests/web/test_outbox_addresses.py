"""Addresses that fail, exchanges, odd mail and leaving, as pages."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.answers import a_report, an_answer
from tests.factories.mail import mail_settings
from tests.factories.messages import clerk, prepared, released
from tests.factories.rows import AT
from tests.web.pages import tree, words

from corcom.access.actions import give_link
from corcom.directory.actions import record_entry
from corcom.directory.domain.people import Affiliation, ContactPoint, Entry
from corcom.outbox.actions import receive_message
from corcom.outbox.domain.leaving import OPENS_FOR, PURPOSE
from corcom.outbox.models import MailPreference, OutgoingMessage
from corcom.web import day

OLD, NEW = "mission@zambia.example", "post@zambia.example"
MEND = f"/outbox/addresses/mend/?address={OLD}"


@pytest.fixture(autouse=True)
def _mail(settings: LazySettings, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    settings.MAIL = mail_settings()


def receive(content: bytes) -> int:
    return receive_message(content=content, name="a.eml", largest=1_000_000, at=AT).number


def notes(page: Any, kind: str) -> list[str]:
    return words(page, f"//*[contains(@class,'note-{kind}')]")


def bounced() -> OutgoingMessage:
    contacts = (ContactPoint(value=OLD, purpose="letters"),)
    record_entry(entry=Entry(person=None, affiliations=(Affiliation(delegation="ZMB"),), contacts=contacts), at=AT)
    (row,) = released(recipient=OLD)
    receive(a_report(row.message_id))
    return row


def test_an_address_that_fails_is_listed_and_mended(secretariat: Client) -> None:
    row, other = bounced(), prepared(subject="Another")
    page = secretariat.get("/outbox/addresses/")
    assert words(page, "//p[@class='status-line']") == ["1 address is left out of letters, 0 are doubtful"]
    assert words(page, "//tbody/tr/td[1]//a") == ["Zambia"]
    assert words(page, "//tbody/tr/td[3]//a") == [f"message {row.pk}"]
    assert (
        secretariat.get("/outbox/addresses/?format=csv").content.decode("utf-8-sig").splitlines()[1].split(",")[0]
        == OLD
    )
    assert notes(secretariat.get("/outbox/"), "warning") == [
        "2 messages that may still go out go to addresses at which letters do not arrive. Mend the addresses"
    ]
    page = secretariat.get(MEND)
    assert tree(page).xpath("//input[@name='message'][@checked]/@value") == [str(row.pk), str(other.pk)]
    page = secretariat.post("/outbox/addresses/mend/", {"address": OLD, "instead": "nobody"})
    assert (page.status_code, "“nobody” is no e-mail address." in page.content.decode()) == (400, True)
    sent = {"address": OLD, "instead": NEW, "message": [str(row.pk)]}
    page = secretariat.post("/outbox/addresses/mend/", sent, follow=True)
    assert notes(page, "success") == [
        "1 contact point of the directory has the new address; the old one stays in its history.",
        "1 letter is prepared again. It goes out when somebody releases it.",
    ]
    assert list(OutgoingMessage.objects.filter(recipient=NEW).values_list("instead_of", "turn")) == [
        (row.pk, "prepared")
    ]
    page = secretariat.get("/outbox/addresses/")
    assert words(page, "//div[@class='empty']/h2") == ["No address fails"]
    assert words(page, "//ol[@class='history']//strong") == [f"{NEW} is used instead of {OLD}"]
    assert notes(secretariat.get(MEND, follow=True), "info") == [
        f"“{OLD}” is not known to fail, or somebody has dealt with it already."
    ]


def test_an_address_works_again_and_readers_see_none_of_it(secretariat: Client, reader: Client) -> None:
    bounced()
    for address in ("/outbox/addresses/", MEND):
        assert reader.get(address).status_code == 403
    assert reader.post("/outbox/addresses/works/", {"address": OLD}).status_code == 403
    page = secretariat.post("/outbox/addresses/works/", {"address": OLD}, follow=True)
    assert words(page, "//ol[@class='history']//strong") == [f"{OLD} works again"]


def test_one_writes_again_in_the_same_thread(secretariat: Client) -> None:
    (row,) = released(recipient=OLD)
    number = receive(an_answer(headers={"In-Reply-To": row.message_id}))
    address = f"/outbox/incoming/{number}/write/"
    assert tree(secretariat.get(address)).xpath("//input[@name='subject']/@value") == [
        "Re: Initial transparency report"
    ]
    assert secretariat.post(address, {"subject": "Re: x", "text": "", "language": "en"}).status_code == 400
    secretariat.post(address, {"subject": "Re: x", "text": "Thank you.", "language": "en"})
    made = OutgoingMessage.objects.get(kind="answer")
    assert (made.in_reply_to, made.turn) == ("<answer-1@zambia.example>", "prepared")
    lines = words(
        secretariat.get(f"/outbox/{made.pk}/"), "//ol[contains(@class,'replies')]/li/*[self::a or self::strong]"
    )
    assert lines == ["Initial transparency report", "Re: Initial transparency report", "Re: x"]
    secretariat.post(f"/outbox/{made.pk}/write/", {"subject": "Re: x", "text": "One more.", "language": "en"})
    assert OutgoingMessage.objects.get(text="One more.").in_reply_to == made.message_id


def test_a_number_in_the_subject_is_proposed_and_odd_mail_says_what_was_not_read(secretariat: Client) -> None:
    (row,) = released(recipient=OLD, subject="CCM/L/2026/3-ZMB")
    number = receive(an_answer(subject="Ref. CCM/L/2026/3-ZMB", attachments=40))
    page = secretariat.get(f"/outbox/incoming/{number}/")
    assert words(page, "//fieldset//strong") == ["proposed"]
    assert tree(page).xpath("//input[@name='message']/@value") == [str(row.pk)]
    assert notes(page, "info") == ["It has 40 attachments; the original has all of them."]


def test_programs_that_answer_each_other_are_told_of(secretariat: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(day, "moment", lambda: AT)
    for number in range(10):
        receive(an_answer(message_id=f"<{number}@zambia.example>", headers={"Auto-Submitted": "auto-replied"}))
    assert len(notes(secretariat.get("/outbox/incoming/"), "warning")) == 1
    page = secretariat.post("/outbox/incoming/aside/", {"sender": OLD}, follow=True)
    assert notes(page, "success") == ["10 automatic answers are set aside."]


def test_one_leaves_by_one_click_without_cookies_and_only_by_the_link(client: Client) -> None:
    at = day.moment()
    link = give_link(purpose=PURPOSE, subject="poll_reminder", party=OLD, ends_at=at + OPENS_FOR, by=clerk(), at=at)
    bare, address = Client(enforce_csrf_checks=True), f"/outbox/leave/?key={link.token}"
    # A program that looks into mail opens every link: that alone changes nothing.
    assert words(bare.get(address), "//h2[@id='step-title']") == ["Leave these messages?"]
    assert MailPreference.objects.count() == 0
    for wrong in ("/outbox/leave/", address[:-2]):
        assert bare.post(wrong, {"List-Unsubscribe": "One-Click"}).status_code == 403
    page = bare.post(address, {"List-Unsubscribe": "One-Click"})
    assert (page.status_code, words(page, "//h2[@id='step-title']")) == (200, ["You get none of these any more"])
    assert list(MailPreference.objects.values_list("address", "kind", "is_wanted")) == [(OLD, "poll_reminder", False)]
    page = client.post(address, {"again": "yes"})
    assert words(page, "//h2[@id='step-title']") == ["You get them again"]
    # The form of any other page still needs its token.
    assert bare.post("/outbox/addresses/works/", {"address": OLD}).status_code == 403
