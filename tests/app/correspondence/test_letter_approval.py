"""What an approval looks at once more: the audience, what was changed meanwhile, and what no message can hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.letters import ENGLISH_WORDS, TERMS, WRITING, a_letter, addressed, made, told
from tests.factories.mail import mail_settings
from tests.factories.messages import clerk
from tests.factories.rows import AT

from corcom.correspondence.actions import (
    AddresseesGone,
    AddressesGone,
    AnswerCame,
    AnsweredBeforeSent,
    AudienceMoved,
    LetterStepRefused,
    NoStateChosen,
    approve_letter,
    leave_out,
    record_answer,
    send_letter,
    set_language,
)
from corcom.directory.models import DirectoryContact, DirectoryPerson, PersonAffiliation
from corcom.outbox.domain.draft_checks import DraftRefused

pytestmark = pytest.mark.django_db


def test_a_state_that_left_the_audience_meanwhile_is_not_written_to() -> None:
    number = a_letter("ZMB", "NOR", "HRV")
    now = [addressed("NOR"), addressed("HRV", date(2015, 1, 1)), addressed("TCD")]
    with pytest.raises(AudienceMoved) as caught:
        approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT, named=now)
    assert (caught.value.came, caught.value.went, caught.value.other) == (("TCD",), ("ZMB",), ("HRV",))
    assert (told(number).state, told(number).reference) == ("drafting", "")


def test_a_letter_is_not_sent_to_a_state_that_has_reported_since_the_approval() -> None:
    number = made(a_letter("ZMB", "NOR"))
    now = [addressed("NOR"), addressed("TCD")]
    with pytest.raises(AddresseesGone) as caught:
        send_letter(letter=number, mail=mail_settings(), by=clerk(), at=AT, named=now)
    assert (caught.value.came, caught.value.went, told(number).state) == ((), ("ZMB",), "made")
    now = [addressed("NOR"), addressed("TCD"), addressed("ZMB")]
    assert send_letter(letter=number, mail=mail_settings(), by=clerk(), at=AT, named=now) == 2


def test_one_that_is_left_out_may_have_left_the_audience() -> None:
    number = a_letter("ZMB", "NOR")
    leave_out(letter=number, states=["ZMB"], why="it reported", by=clerk(), at=AT)
    now = [addressed("NOR")]
    assert approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT, named=now) == "CCM/L/2016/1"


def test_what_somebody_changed_after_it_was_read_is_not_approved_unread() -> None:
    number = a_letter("ZMB", "NOR")
    read = len(told(number).steps)
    set_language(letter=number, states=["ZMB"], language="fr", by=clerk(), at=AT)
    with pytest.raises(LetterStepRefused):
        approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT, steps=read)
    again = len(told(number).steps)
    assert approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT, steps=again) == "CCM/L/2016/1"


def test_a_subject_that_no_message_takes_is_refused_before_a_number_is_given() -> None:
    number = a_letter("COD", wordings={"en": replace(ENGLISH_WORDS, subject="{state} " * 60)})
    with pytest.raises(DraftRefused) as caught:
        approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT)
    assert (caught.value.field, told(number).reference) == ("subject", "")


def test_what_is_pasted_around_a_name_does_not_reach_the_letter() -> None:
    number = a_letter("ZMB", signatory="\ufeffMs.\tSheila\x85Example\x07", title="One\nand two")
    assert (told(number).terms.signatory, told(number).terms.title) == ("Ms. Sheila Example", "One and two")


def test_steps_with_no_state_are_refused_and_leave_no_trace() -> None:
    number = a_letter("ZMB")
    with pytest.raises(NoStateChosen):
        leave_out(letter=number, states=[], why="why", by=clerk(), at=AT)
    assert [step.kind for step in told(number).steps] == ["drafted"]


def test_nobody_answers_a_letter_that_has_not_left() -> None:
    number = a_letter("ZMB", terms=TERMS)
    came = AnswerCame(received_on=date(2016, 4, 1), channel="telephone")
    with pytest.raises(AnsweredBeforeSent):
        record_answer(letter=number, iso3="ZMB", came=came, day=date(2016, 5, 3), by=clerk(), at=AT)
    assert told(number).answered == ()


def test_a_letter_goes_to_the_addresses_of_the_day_on_which_it_leaves() -> None:
    number = made(a_letter("ZMB", "NOR", "HRV"))
    DirectoryContact.objects.filter(delegation="ZMB").update(value="new@zmb.example")
    DirectoryContact.objects.filter(delegation="NOR").delete()
    assert send_letter(letter=number, mail=mail_settings(), by=clerk(), at=AT) == 2
    assert {copy.iso3: copy.addresses for copy in told(number).going} == {
        "HRV": ("mission@hrv.example",),
        "NOR": (),
        "ZMB": ("new@zmb.example",),
    }
    assert [copy.iso3 for copy in told(number).to_post] == ["NOR"]


def test_a_letter_by_email_only_waits_for_an_address_that_has_gone() -> None:
    number = made(a_letter("ZMB", "NOR", on_paper=False))
    DirectoryContact.objects.filter(delegation="NOR").delete()
    with pytest.raises(AddressesGone) as caught:
        send_letter(letter=number, mail=mail_settings(), by=clerk(), at=AT)
    assert (caught.value.states, told(number).state) == (("NOR",), "made")


def test_a_letter_dated_ahead_goes_to_whoever_is_there_today() -> None:
    number = a_letter("ZMB", dated=date(2016, 7, 1), answer_due_on=date(2016, 8, 1))
    member = PersonAffiliation.objects.create(
        person=DirectoryPerson.objects.create(name="A. B."), delegation="ZMB", until=date(2016, 6, 1)
    )
    DirectoryContact.objects.filter(delegation="ZMB").update(delegation="", person=member.person)
    approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT)
    assert told(number).going[0].addresses == ("mission@zmb.example",)
