"""A reply that names the number of a letter is proposed to a person where its sender is known, and never filed by itself."""

from __future__ import annotations

import pytest
from tests.factories.answers import an_answer
from tests.factories.messages import prepared, released
from tests.factories.rows import AT

from corcom.directory.actions import record_entry
from corcom.directory.domain.people import Affiliation, ContactPoint, Entry
from corcom.outbox.actions import receive_message
from corcom.outbox.domain.draft import About
from corcom.outbox.queries import incoming_message, incoming_page, proposed_for

pytestmark = pytest.mark.django_db
NUMBER = "CCM/L/2026/3-ZMB"


def reply(subject: str, sender: str = "minister@zambia.example") -> int:
    content = an_answer(subject=subject, sender=sender, message_id=f"<{len(subject)}.{sender}>")
    return receive_message(content=content, name="a.eml", largest=10**6, at=AT).number


def proposed(subject: str, sender: str = "minister@zambia.example") -> list[int]:
    found = incoming_message(number=reply(subject, sender))
    assert found.answers is None
    return [line.number for line in proposed_for(reply=found, now=AT)]


@pytest.fixture(autouse=True)
def _known() -> None:
    contacts = (ContactPoint(value="minister@zambia.example"), ContactPoint(value="Mission@zambia.example"))
    record_entry(entry=Entry(person=None, affiliations=(Affiliation(delegation="ZMB"),), contacts=contacts), at=AT)


def test_the_number_and_a_known_sender_propose_the_letter() -> None:
    (zambia,) = released(recipient="mission@zambia.example", subject=f"{NUMBER}: initial report")
    (norway,) = released(recipient="mission@norway.example", subject="CCM/L/2026/3-NOR: initial report")
    released(recipient="mission@zambia.example", subject="CCM/L/2026/31-ZMB: another")
    prepared(subject=f"{NUMBER}: not yet out")
    assert proposed(f"Your letter {NUMBER.lower()}") == [zambia.pk]
    # Without the part that names the copy, the State of the sender says which.
    assert proposed("Ref. CCM/L/2026/3") == [zambia.pk]
    assert proposed(f"Re: {NUMBER}", "stranger@elsewhere.example") == []
    assert proposed("Your letter of May") == []
    assert proposed("CCM/L/2026/3-NOR, for us", "mission@norway.example") == [norway.pk]
    assert incoming_page().by_filing[""] == 5


def test_a_domain_that_numbers_its_letters_says_what_a_number_is_about() -> None:
    (row,) = released(recipient="mission@zambia.example", subject="Without a number")
    found = incoming_message(number=reply(f"Re: {NUMBER}"))
    known = {NUMBER: [About(kind="letter", number=7)]}
    assert proposed_for(reply=found, now=AT) == []
    lines = proposed_for(reply=found, now=AT, finders=[lambda number: known.get(str(number), [])])
    assert [line.number for line in lines] == [row.pk]
