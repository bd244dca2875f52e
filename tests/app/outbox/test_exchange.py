"""An exchange hangs together by its headers, however often it goes to and fro."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes
from typing import Any

import pytest
from tests.factories.answers import an_answer
from tests.factories.mail import mail_settings
from tests.factories.messages import clerk, prepared
from tests.factories.rows import AT

from corcom.outbox.actions import answer_incoming, receive_message, write_again
from corcom.outbox.domain.draft import About
from corcom.outbox.domain.forming import formed
from corcom.outbox.models import OutgoingMessage
from corcom.outbox.queries import NoSuchIncoming, NoSuchMessage, exchange_of, message_to_send, replies_about

pytestmark = pytest.mark.django_db
WORDS: dict[str, Any] = {"subject": "Re: Initial transparency report", "text": "Thank you.", "language": "en"}


def receive(message_id: str, answered: OutgoingMessage, days: int) -> int:
    content = an_answer(message_id=message_id, headers={"In-Reply-To": answered.message_id})
    return receive_message(content=content, name="a.eml", largest=10**6, at=AT + timedelta(days=days)).number


def write(write_to: Any, number: int, days: int) -> OutgoingMessage:
    made = write_to(number=number, **WORDS, mail=mail_settings(), by=clerk(), at=AT + timedelta(days=days))
    return OutgoingMessage.objects.get(pk=made)


def test_every_message_shows_the_whole_exchange_in_its_order() -> None:
    first, other = prepared(), prepared()
    reply = receive("<one@zambia.example>", first, 1)
    second = write(answer_incoming, reply, 2)
    last = receive("<two@zambia.example>", second, 3)
    third = write(write_again, second.pk, 4)
    expected = [("out", first.pk), ("in", reply), ("out", second.pk), ("in", last), ("out", third.pk)]

    def told(**of: int) -> list[tuple[str, int]]:
        found = exchange_of(now=AT, **of)
        return [("out", one.out.number) if one.out else ("in", one.came.number if one.came else 0) for one in found]

    assert [told(message=row.pk) for row in (first, second, third)] == [expected] * 3
    assert [told(incoming=number) for number in (reply, last)] == [expected] * 2
    assert told(message=other.pk) == [("out", other.pk)]
    headers = message_from_bytes(formed(message_to_send(number=second.pk).message))
    assert headers["In-Reply-To"] == "<one@zambia.example>"
    assert headers["References"].split() == [first.message_id, "<one@zambia.example>"]
    assert third.references.split() == [first.message_id, "<one@zambia.example>", second.message_id]
    assert (second.recipient, second.kind, second.about_kind, second.about_number) == (
        "mission@zambia.example",
        "answer",
        "letter",
        7,
    )
    replies = replies_about(kind="letter", numbers=[7, 8])
    assert [(one.number, one.about) for one in replies] == [
        (each, About(kind="letter", number=7)) for each in (reply, last)
    ]


def test_one_goes_on_from_nothing_that_is_not_there() -> None:
    with pytest.raises(NoSuchIncoming):
        write(answer_incoming, 99, 1)
    with pytest.raises(NoSuchMessage):
        write(write_again, 99, 1)
    assert exchange_of(now=AT, message=99) == []
