from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries as AssertQueries
from tests.factories.answers import a_report, an_answer
from tests.factories.mail import TAKEN, Postbox, mail_server, mail_settings
from tests.factories.messages import clerk, prepared, released
from tests.factories.rows import AT
from tests.web.pages import tree, words

from corcom.kernel import clock
from corcom.outbox.actions import receive_message
from corcom.outbox.domain.server import MailServer, MailSettings
from corcom.outbox.jobs import send_due
from corcom.outbox.models import OutgoingMessage

OUT = MailServer(host="mail.corcom.example", port=587, user="isu", password="seven quiet rivers")  # noqa: S106  to see that it is not shown


@pytest.fixture(autouse=True)
def mail(settings: LazySettings, tmp_path: Any) -> MailSettings:
    settings.MEDIA_ROOT = tmp_path
    settings.MAIL = mail_settings(OUT)
    return mail_settings(OUT)


@pytest.fixture
def box() -> Postbox:
    return Postbox()


@pytest.fixture
def server(box: Postbox) -> Iterator[MailServer]:
    with mail_server(box) as server:
        yield server


def status(page: Any) -> list[str]:
    return words(page, "//p[@class='status-line']")


def state(number: int) -> str:
    row = OutgoingMessage.objects.get(pk=number)
    return row.turn


def test_an_empty_outbox_says_what_belongs_here(secretariat: Client) -> None:
    page = secretariat.get("/outbox/")
    assert words(page, "//div[@class='empty']/h2") == ["Nothing is in the outbox"]
    assert status(page) == ["0 messages wait for a release, 0 were sent"]
    assert tree(page).xpath("//div[@class='empty']//a/@href") == ["/outbox/settings/"]


def test_the_outbox_is_for_the_secretariat(reader: Client) -> None:
    number = prepared().pk
    for address in (
        "/outbox/",
        "/outbox/progress/",
        "/outbox/settings/",
        "/outbox/incoming/",
        "/outbox/incoming/1/",
        f"/outbox/{number}/",
        f"/outbox/{number}/message.eml",
        f"/outbox/steps/release/?message={number}",
    ):
        assert reader.get(address).status_code == 403
    for address in ("/outbox/try/", "/outbox/rules/", "/outbox/steps/release/"):
        assert reader.post(address, {"messages": str(number)}).status_code == 403
    assert state(number) == "prepared"
    assert "Outbox" not in words(reader.get("/"), "//nav[@id='menu']//a")


def test_the_list_shows_where_each_stands_and_is_narrowed(secretariat: Client) -> None:
    first = prepared()
    (second,) = released()
    page = secretariat.get("/outbox/")
    assert words(page, "//tbody//th//a") == ["Permanent Mission of Zambia", "Permanent Mission of Zambia"]
    assert words(page, "//*[contains(@class,'status ')]") == ["released", "prepared"]
    assert tree(page).xpath("//input[@name='message']/@value") == [str(second.pk), str(first.pk)]
    narrowed = secretariat.get("/outbox/?state=prepared&q=zambia")
    assert tree(narrowed).xpath("//input[@name='message']/@value") == [str(first.pk)]
    assert secretariat.get("/outbox/?state=nothing&page=9999999&kind=x&batch=%00").status_code == 200


def test_several_are_released_after_a_look_at_all_that_is_meant(secretariat: Client) -> None:
    numbers = [prepared().pk, prepared().pk]
    (other,) = released()
    asked = "&".join(f"message={number}" for number in [*numbers, other.pk])
    page = secretariat.get(f"/outbox/steps/release/?{asked}")
    assert words(page, "//h2[@id='step-title']") == ["2 messages"]
    assert words(page, "//form//p[@class='quiet']") == ["1 of those chosen stands otherwise and is left out."]
    meant = tree(page).xpath("//form[contains(@action,'steps')]//input[@name='messages']/@value")
    assert meant == [f"{numbers[0]},{numbers[1]}"]
    assert [state(number) for number in numbers] == ["prepared", "prepared"]
    done = secretariat.post("/outbox/steps/release/", {"messages": meant[0]}, follow=True)
    assert words(done, "//*[contains(@class,'note-success')]") == ["2 messages were released."]
    assert [state(number) for number in numbers] == ["released", "released"]


def test_everything_that_was_prepared_together_is_released_together(secretariat: Client) -> None:
    rows = released(3)
    page = secretariat.get(f"/outbox/{rows[0].pk}/")
    (together,) = tree(page).xpath("//a[contains(@href,'batch=')]/@href")
    assert len(tree(secretariat.get(together)).xpath("//input[@name='message']")) == 3
    held = secretariat.get(f"/outbox/steps/hold/?batch={rows[0].batch}")
    assert words(held, "//h2[@id='step-title']") == ["3 messages"]


def test_a_step_that_does_not_fit_any_more_is_said_and_nothing_done(secretariat: Client) -> None:
    one, other = prepared().pk, prepared().pk
    secretariat.post("/outbox/steps/cancel/", {"messages": str(other)})
    page = secretariat.post("/outbox/steps/release/", {"messages": f"{one},{other}"}, follow=True)
    assert words(page, "//*[contains(@class,'note-error')]") == [
        f"Message {other} is cancelled, so this does not apply. Nothing was changed with any of them."
    ]
    assert state(one) == "prepared"
    page = secretariat.post("/outbox/steps/release/", {"messages": "x,-1"}, follow=True)
    assert words(page, "//*[contains(@class,'note-error')]") == [
        "None was chosen. Tick the boxes before the messages that are meant."
    ]
    assert words(secretariat.get("/outbox/steps/release/"), "//div[@class='page-content']/p") == [
        "None was chosen. Tick the boxes before the messages that are meant. Back to the outbox"
    ]
    assert secretariat.get("/outbox/steps/burn/").status_code == 404


def test_one_message_shows_what_goes_out_and_what_happened(
    secretariat: Client, box: Postbox, server: MailServer
) -> None:
    (row,) = released(text="Excellency,\n\n<b>not bold</b>\n")
    box.at_recipient = lambda _: "550 5.1.1 nobody here"
    list(send_due(mail=mail_settings(server), now=lambda: AT))
    page = secretariat.get(f"/outbox/{row.pk}/")
    assert words(page, "//div[@class='letter-text']/p") == ["Excellency,", "<b>not bold</b>"]
    assert words(page, "//*[contains(@class,'note-warning')]") == [
        "The server said: 550 5.1.1 nobody here",
        "Messages do not arrive at mission0@state.example: did not arrive on 2 May 2016. Mend the address",
    ]
    assert words(page, "//nav[@class='verbs']/a") == ["Try again …", "Cancel …"]
    assert words(page, "//ol[@class='history']//strong") == ["Prepared", "Released", "Try 1: It was refused."]
    file = secretariat.get(f"/outbox/{row.pk}/message.eml")
    assert email.message_from_bytes(file.content, policy=email.policy.default)["message-id"] == row.message_id
    assert secretariat.get(f"/outbox/{row.pk + 1}/").status_code == 404
    assert secretariat.get(f"/outbox/{row.pk + 1}/message.eml").status_code == 404


def test_an_uncertain_message_is_named_and_settled(secretariat: Client, box: Postbox, server: MailServer) -> None:
    (row,) = released()
    box.at_data = lambda *_: None
    list(send_due(mail=mail_settings(server), now=lambda: AT))
    page = secretariat.get("/outbox/")
    assert words(page, "//*[contains(@class,'note-warning')]") == [
        "Of 1 message it is not known whether it arrived. It is not sent again before you say so. Show and settle"
    ]
    assert words(secretariat.get(f"/outbox/{row.pk}/"), "//nav[@class='verbs']/a") == ["It arrived …", "Send again …"]
    done = secretariat.post("/outbox/steps/arrived/", {"messages": str(row.pk)}, follow=True)
    assert words(done, "//*[contains(@class,'note-success')]") == ["1 message counts as sent."]
    assert status(done) == ["sent The server took it."]
    assert [line.partition(" So said")[0] for line in words(done, "//ol[@class='history']/li/p[not(@class)]")][-1] == (
        "It arrived."
    )


def test_what_goes_out_now_shows_how_far_it_is(secretariat: Client, box: Postbox, server: MailServer) -> None:
    released(3)
    list(send_due(mail=mail_settings(server, per_minute=2), now=clock.now))
    page = secretariat.get("/outbox/")
    assert words(page, "//section[@class='work']//p[@role='status']") == ["2 of 3 done"]
    assert tree(page).xpath("//section[@class='work']/@hx-get") == ["/outbox/progress/"]
    assert "HX-Refresh" not in secretariat.get("/outbox/progress/").headers
    list(send_due(mail=mail_settings(server), now=clock.now))
    assert secretariat.get("/outbox/progress/").headers["HX-Refresh"] == "true"
    assert words(secretariat.get("/outbox/"), "//section[@class='work']") == []


def test_where_no_worker_runs_the_page_says_so(secretariat: Client) -> None:
    released()
    said = "Nothing was tried for two minutes. Is “corcom send --keep-going” running?"
    assert words(secretariat.get("/outbox/"), "//*[contains(@class,'note-info')]") == [said]


def test_settings_are_shown_without_secrets(secretariat: Client, settings: LazySettings) -> None:
    page = secretariat.get("/outbox/settings/")
    assert b"seven quiet rivers" not in page.content
    facts = dict(zip(words(page, "//dt"), words(page, "//dd"), strict=True))
    assert facts["Server"] == "mail.corcom.example:587, encrypted after a greeting (STARTTLS), signed in as isu"
    assert (facts["Sender"], facts["At most"], facts["Mailbox of answers"]) == (
        "CCM Implementation Support Unit <isu@corcom.example>",
        "no bound",
        "not set",
    )
    settings.MAIL = MailSettings()
    assert status(secretariat.get("/outbox/settings/")) == [
        "No server or no sender is set: messages can be prepared, and nothing is sent."
    ]


def test_a_message_to_oneself_waits_like_any_other(secretariat: Client, settings: LazySettings) -> None:
    page = secretariat.post("/outbox/try/", follow=True)
    row = OutgoingMessage.objects.get()
    assert (row.kind, row.recipient, row.turn) == ("trial", "anna@example.org", "prepared")
    assert page.redirect_chain == [(f"/outbox/{row.pk}/", 302)]
    settings.MAIL = replace(settings.MAIL, sender="")
    page = secretariat.post("/outbox/try/", follow=True)
    assert words(page, "//*[contains(@class,'note-error')]") == [
        "There is no address to send from: CORCOM_MAIL_FROM is not set."
    ]


def test_a_rule_is_switched_on_and_off(secretariat: Client) -> None:
    page = secretariat.post("/outbox/rules/", {"kind": "reminder", "on": "yes"}, follow=True)
    assert words(page, "//*[contains(@class,'note-success')]") == [
        "Messages of the kind “reminder” now go out by themselves."
    ]
    rules = dict(zip(words(page, "//table//tbody//th"), words(page, "//table//tbody//td[1]"), strict=True))
    assert rules["invitation"] == rules["letter"] == "off: each waits for a person"
    assert rules["reminder"].endswith("by Anna Lindqvist")
    page = secretariat.post("/outbox/rules/", {"kind": "reminder", "on": "yes"}, follow=True)
    assert words(page, "//*[contains(@class,'note-error')]") == ["The rule for “reminder” is on already."]
    page = secretariat.post("/outbox/rules/", {"kind": "reminder", "on": "no"}, follow=True)
    assert words(page, "//*[contains(@class,'note-success')]") == [
        "Messages of the kind “reminder” now wait for a person."
    ]
    page = secretariat.post("/outbox/rules/", {"kind": "nobody’s", "on": "yes"}, follow=True)
    assert words(page, "//*[contains(@class,'note-')]") == []


def receive(content: bytes) -> int:
    return receive_message(content=content, name="a.eml", largest=1_000_000, at=AT).number


def test_what_came_back_stands_with_the_message(secretariat: Client) -> None:
    (row,) = released()
    receive(an_answer(headers={"In-Reply-To": row.message_id}))
    receive(a_report(row.message_id))
    page = secretariat.get(f"/outbox/{row.pk}/")
    assert words(page, "//ol[contains(@class,'replies')]/li/strong") == ["Initial transparency report"]
    assert words(page, "//ol[contains(@class,'replies')]/li/a") == [
        "Re: Initial transparency report",
        "Undelivered Mail Returned to Sender",
    ]
    assert [
        option for option in words(secretariat.get("/outbox/"), "//nav[@class='filters']//a") if "came" in option
    ] == ["came back 1"]


def test_what_is_not_filed_is_filed_by_a_choice(secretariat: Client) -> None:
    (row,) = released(recipient="mission@zambia.example")
    number = receive(an_answer(sender="Ms. Mwansa <mwansa@zambia.example>"))
    page = secretariat.get("/outbox/incoming/")
    assert status(page) == ["1 message is not filed, 0 are filed"]
    assert words(page, "//tbody//th//a") == ["Ms. Mwansa"]
    page = secretariat.get(f"/outbox/incoming/{number}/")
    assert tree(page).xpath("//input[@name='message']/@value") == [str(row.pk)]
    assert tree(secretariat.get(f"/outbox/incoming/{number}/?q=chile")).xpath("//input[@name='message']") == []
    page = secretariat.post(f"/outbox/incoming/{number}/", follow=True)
    assert words(page, "//*[contains(@class,'note-error')]") == ["Choose the message that is meant."]
    page = secretariat.post(f"/outbox/incoming/{number}/", {"message": str(row.pk)}, follow=True)
    assert words(page, "//*[contains(@class,'note-success')]") == [f"It is filed with message {row.pk}."]
    page = secretariat.post(f"/outbox/incoming/{number}/", {"message": str(row.pk)}, follow=True)
    assert words(page, "//*[contains(@class,'note-error')]") == ["Somebody has filed it already."]
    assert words(secretariat.get("/outbox/incoming/"), "//div[@class='empty']/h2") == ["Nothing waits to be filed"]


def test_what_belongs_to_nothing_is_set_aside(secretariat: Client) -> None:
    number = receive(an_answer())
    page = secretariat.post(f"/outbox/incoming/{number}/", {"aside": "yes"}, follow=True)
    assert words(page, "//*[contains(@class,'note-success')]") == ["It is set aside. You can still file it."]
    assert words(secretariat.get("/outbox/incoming/?filing=aside"), "//tbody//th//a") == ["Ms. Mwansa"]
    assert secretariat.get(f"/outbox/incoming/{number + 1}/").status_code == 404


def test_nothing_of_a_message_from_outside_becomes_markup(secretariat: Client) -> None:
    odd = "<script>alert(1)</script>"
    number = receive(an_answer(sender=f'"{odd}" <x@zambia.example>', subject=odd, text=odd))
    for address in ("/outbox/incoming/", f"/outbox/incoming/{number}/"):
        assert odd.encode() not in secretariat.get(address).content


@pytest.mark.parametrize("count", [1, 4])
def test_lists_take_as_many_queries_however_long(
    secretariat: Client, count: int, django_assert_num_queries: AssertQueries
) -> None:
    (row,) = released()
    for number in range(count):
        prepared()
        receive(an_answer(message_id=f"<{number}@zambia.example>"))
        receive(an_answer(message_id=f"<{number}b@zambia.example>", headers={"In-Reply-To": row.message_id}))
    with django_assert_num_queries(14):
        secretariat.get("/outbox/")
    with django_assert_num_queries(5):
        secretariat.get("/outbox/incoming/")
    with django_assert_num_queries(16):
        secretariat.get(f"/outbox/{row.pk}/")


def test_taken_home_the_list_has_all_of_it(secretariat: Client, box: Postbox, server: MailServer) -> None:
    released(2)
    box.at_data = lambda *_: TAKEN
    list(send_due(mail=mail_settings(server), now=lambda: AT + timedelta(minutes=1)))
    lines = secretariat.get("/outbox/?format=csv").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert lines[0].split(",")[:5] == ["Number", "Kind", "Recipient", "Address", "Subject"]
    assert lines[1].split(",")[6:] == ["sent", "", "2016-05-02 09:30", "2016-05-02 09:30", "2016-05-02 09:31", TAKEN]
    assert clerk().name == "Carl Clerk"
