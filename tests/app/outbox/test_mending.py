"""An address that failed is mended: the directory, what did not arrive, and what is written from then on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.factories.answers import a_report
from tests.factories.mail import mail_settings
from tests.factories.messages import clerk, prepared, released
from tests.factories.rows import AT

from corcom.directory.actions import record_entry
from corcom.directory.domain.people import Affiliation, ContactPoint, Entry
from corcom.directory.queries import delegation_entry, owners_of, steps
from corcom.outbox.actions import Mended, NotFailing, SameAddress, address_works, mend_address, receive_message
from corcom.outbox.domain.draft_checks import AddressRefused
from corcom.outbox.models import AddressFact, OutgoingMessage
from corcom.outbox.queries import (
    addresses_failing,
    addresses_now,
    addresses_told,
    dead_addresses,
    messages_undelivered,
    waiting_to,
)

pytestmark = pytest.mark.django_db
OLD, NEW, LATER = "mission@zambia.example", "post@zambia.example", AT + timedelta(days=1)


def bounced() -> OutgoingMessage:
    """A message that came back, and one that still waits for the same address."""
    (row,) = released(recipient=OLD)
    receive_message(content=a_report(row.message_id), name="b.eml", largest=1_000_000, at=AT)
    return row


def mend(instead: str = NEW, again: tuple[int, ...] = ()) -> Mended:
    return mend_address(address=OLD, instead=instead, again=again, mail=mail_settings(), by=clerk(), at=LATER)


def test_the_directory_has_the_new_address_and_what_did_not_arrive_is_prepared_again() -> None:
    contact = ContactPoint(value="Mission@zambia.example", purpose="letters")
    record_entry(entry=Entry(person=None, affiliations=(Affiliation(delegation="ZMB"),), contacts=(contact,)), at=AT)
    row, waiting = bounced(), prepared(subject="Another")
    assert [owner.delegations for owner in owners_of(addresses=[OLD])[OLD]] == [("ZMB",)]
    assert [line.number for line in messages_undelivered(address=OLD, now=LATER)] == [row.pk, waiting.pk]
    assert [line.number for line in waiting_to(addresses={OLD}, now=LATER)] == [row.pk, waiting.pk]
    done = mend(again=(row.pk, waiting.pk, 99))
    assert (done.contacts, len(done.messages)) == (1, 2)
    again = OutgoingMessage.objects.get(pk=done.messages[0])
    assert (again.recipient, again.instead_of_id, again.turn, again.text) == (NEW, row.pk, "prepared", row.text)
    waiting.refresh_from_db()
    assert (waiting.turn, again.about_number) == ("cancelled", row.about_number)
    assert [point.value for point in delegation_entry(code="ZMB", day=date(2016, 6, 1)).contacts] == [NEW]
    assert [(step.verb, step.before.get("value")) for step in steps(delegation="ZMB")] == [
        ("readdressed", "Mission@zambia.example"),
        ("recorded", None),
    ]
    assert not dead_addresses()
    assert messages_undelivered(address=OLD, now=LATER) == []
    assert [(one.address, one.instead, one.by) for one in addresses_told()] == [(OLD, NEW, "Carl Clerk")]
    assert addresses_now([OLD, "Other@x.example"]) == {OLD: NEW, "Other@x.example": "Other@x.example"}


def test_an_address_that_works_again_gets_letters_until_something_comes_back_anew() -> None:
    row = bounced()
    address_works(address="Mission@Zambia.example", by=clerk(), at=LATER)
    assert (addresses_failing(), addresses_now([OLD])) == ([], {OLD: OLD})
    late = a_report(row.message_id, message_id="<report-2@mx.zambia.example>")
    receive_message(content=late, name="c.eml", largest=1_000_000, at=LATER + timedelta(hours=1))
    assert (set(dead_addresses()), addresses_now([OLD])) == ({OLD}, {OLD: ""})


def test_what_cannot_be_is_refused_and_nothing_is_written() -> None:
    row = bounced()
    for instead, error in (("nobody", AddressRefused), (" Mission@zambia.example ", SameAddress)):
        with pytest.raises(error):
            mend(instead, again=(row.pk,))
    with pytest.raises(NotFailing):
        address_works(address=NEW, by=clerk(), at=LATER)
    assert (AddressFact.objects.count(), OutgoingMessage.objects.count()) == (0, 1)
