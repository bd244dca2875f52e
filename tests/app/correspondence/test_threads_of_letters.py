"""What is written further in the thread of a letter or a reminder, or goes to another address, and how the copy stands."""

from __future__ import annotations

from datetime import date

import pytest
from tests.factories.answers import a_report, an_answer
from tests.factories.letters import WRITING, a_letter
from tests.factories.mail import Postbox, mail_server, mail_settings
from tests.factories.messages import clerk
from tests.factories.register import RECORDED_ON
from tests.factories.reminders import BEFORE, a_plan_of_reminders, moment_of, ran
from tests.factories.rows import AT

from corcom.correspondence.actions import approve_letter, make_copies, send_letter
from corcom.correspondence.actions.reminders.stopping import stop_plan
from corcom.correspondence.domain.letters_told import CopyTold
from corcom.correspondence.models import StateLetter
from corcom.correspondence.queries import letter_lines, letter_told
from corcom.outbox.actions import (
    answer_incoming,
    cancel_messages,
    mend_address,
    receive_message,
    release_messages,
    write_again,
)
from corcom.outbox.jobs import send_due
from corcom.outbox.models import OutgoingMessage
from corcom.register.actions import record_treaty_actions
from corcom.register.domain.treaty_action_rows import packaged_actions

pytestmark = pytest.mark.django_db
WORDS = {"subject": "Re: Letter", "text": "Thank you.", "language": "en"}
OLD, NEW = "mission@zmb.example", "new@zmb.example"


def sent() -> OutgoingMessage:
    """The message of a letter to Zambia, which the server took."""
    number = a_letter("ZMB")
    approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT)
    make_copies(letter=number, writing=WRITING, by=clerk(), at=AT)
    with mail_server(Postbox()) as server:
        send_letter(letter=number, mail=mail_settings(server), by=clerk(), at=AT)
        list(send_due(mail=mail_settings(server), now=lambda: AT))
    return OutgoingMessage.objects.get()


def comes(content: bytes) -> int:
    return receive_message(content=content, name="a.eml", largest=10**6, at=AT).number


def the_copy() -> CopyTold:
    found = letter_told(number=StateLetter.objects.get().pk, now=AT)
    assert found is not None
    return found.copies[0]


def came_back() -> list[int]:
    return [line.came_back for line in letter_lines(now=AT)]


def test_a_copy_stands_as_its_own_message_does_whatever_is_written_further() -> None:
    row = sent()
    reply = comes(an_answer(headers={"In-Reply-To": row.message_id}))
    further = answer_incoming(number=reply, **WORDS, mail=mail_settings(), by=clerk(), at=AT)
    assert (the_copy().standing, [one.number for one in the_copy().messages]) == ("sent", [row.pk])
    release_messages(messages=[further], by=clerk(), at=AT)
    comes(a_report(OutgoingMessage.objects.get(pk=further).message_id))
    assert (the_copy().standing, the_copy().came_back, came_back()) == ("sent", False, [0])


def test_a_copy_whose_words_went_to_another_address_has_not_come_back() -> None:
    row = sent()
    comes(a_report(row.message_id, recipient=OLD))
    assert (the_copy().came_back, came_back()) == (True, [1])
    mended = mend_address(address=OLD, instead=NEW, again=[row.pk], mail=mail_settings(), by=clerk(), at=AT)
    assert (the_copy().came_back, the_copy().standing, came_back()) == (False, "prepared", [0])
    assert [one.recipient for one in the_copy().standing_messages] == [NEW]
    # Who cancels what was prepared anew is where they were.
    cancel_messages(messages=mended.messages, by=clerk(), at=AT)
    assert (the_copy().came_back, came_back()) == (True, [1])


def test_stopping_a_reminder_leaves_what_a_person_wrote_to_the_state() -> None:
    acts = [act for act in packaged_actions() if act.convention == "CCM"]
    record_treaty_actions(actions=acts, day=RECORDED_ON, at=AT)
    plan = a_plan_of_reminders(states=["ZMB"])
    ran(BEFORE)
    row = OutgoingMessage.objects.get()
    further = write_again(number=row.pk, **WORDS, mail=mail_settings(), by=clerk(), at=moment_of(date(2016, 4, 2)))
    assert stop_plan(plan=plan.number, by=clerk(), at=moment_of(date(2016, 4, 3))) == 1
    turns = dict(OutgoingMessage.objects.values_list("pk", "turn"))
    assert turns == {row.pk: "cancelled", further: "prepared"}
