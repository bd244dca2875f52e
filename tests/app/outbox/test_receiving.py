from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from pytest_django.fixtures import DjangoAssertNumQueries as AssertQueries
from tests.factories.answers import a_report, an_answer, an_old_bounce
from tests.factories.mail import mail_settings
from tests.factories.messages import clerk, prepared
from tests.factories.rows import AT

from corcom.documents.models import StoredFile
from corcom.outbox.actions import (
    Filed,
    FiledAlready,
    IncomingRefused,
    file_incoming,
    receive_message,
    set_incoming_aside,
)
from corcom.outbox.domain.draft import About
from corcom.outbox.domain.forming import formed
from corcom.outbox.models import IncomingMessage, OutgoingMessage
from corcom.outbox.queries import (
    MessagesWanted,
    NoSuchIncoming,
    NoSuchMessage,
    incoming_message,
    incoming_page,
    messages_page,
    replies_of,
    replies_to,
    whole_message,
)

LARGEST = 1_000_000


def receive(content: bytes, name: str = "answer.eml") -> Filed:
    return receive_message(content=content, name=name, largest=LARGEST, at=AT)


def through(row: OutgoingMessage) -> list[str]:
    return [reply.filed_through for reply in replies_of(message=row.pk)]


def test_an_answer_is_filed_with_the_message_it_answers_and_its_original_kept() -> None:
    row = prepared()
    content = an_answer(headers={"In-Reply-To": row.message_id})
    filed = receive(content)
    assert filed == Filed(number=filed.number, kind="reply", answers=row.pk, is_new=True)
    (reply,) = replies_to(about=About(kind="letter", number=7))
    assert (reply.sender, reply.text.strip(), reply.answers) == (
        "mission@zambia.example",
        "We shall report in May.",
        row.pk,
    )
    file = StoredFile.objects.get(pk=reply.file)
    with file.content.open("rb") as kept:
        assert kept.read() == content
    assert (file.name, file.media_type) == ("answer.eml", "message/rfc822")
    assert replies_to(about=About(kind="letter", number=8)) == ()


def test_an_answer_deep_in_a_thread_is_filed_by_its_references() -> None:
    row = prepared()
    receive(
        an_answer(
            headers={
                "In-Reply-To": "<theirs@zambia.example>",
                "References": f"{row.message_id} <theirs@zambia.example>",
            }
        )
    )
    assert through(row) == ["references"]


def test_an_answer_without_headers_is_filed_by_the_token_of_its_address() -> None:
    row = prepared(mail=mail_settings(plus=True))
    receive(an_answer(to=row.reply_to))
    assert through(row) == ["token"]


def test_a_report_is_filed_with_what_could_not_be_delivered() -> None:
    row = prepared()
    filed = receive(a_report(row.message_id))
    assert (filed.kind, through(row)) == ("bounce", ["report"])
    reply = incoming_message(number=filed.number)
    assert (reply.failed_recipient, reply.failed_code) == ("mission@zambia.example", "5.1.1")
    assert whole_message(number=row.pk, now=AT).line.came_back
    assert messages_page(wanted=MessagesWanted(came_back=True), now=AT).total == 1
    # It is no answer of a State.
    assert replies_to(about=About(kind="letter", number=7)) == ()


def test_a_report_without_the_original_is_filed_by_the_address_it_came_to() -> None:
    row = prepared(mail=mail_settings(plus=True))
    receive(a_report("<unknown@elsewhere.example>", to=row.bounces_to, recipient="other@zambia.example"))
    assert through(row) == ["token"]


def test_an_old_bounce_and_a_delay_are_filed_too() -> None:
    row = prepared()
    assert (receive(an_old_bounce(row.message_id)).kind, receive(a_report(row.message_id, action="delayed")).kind) == (
        "bounce",
        "delay",
    )
    assert through(row) == ["report", "report"]


def test_an_automatic_answer_is_filed_as_such() -> None:
    row = prepared()
    filed = receive(an_answer(headers={"In-Reply-To": row.message_id, "Auto-Submitted": "auto-replied"}))
    assert (filed.kind, filed.answers) == ("automatic", row.pk)
    assert replies_to(about=About(kind="letter", number=7)) == ()
    assert [reply.kind for reply in replies_to(about=About(kind="letter", number=7), kinds=("automatic",))] == [
        "automatic"
    ]


def test_the_same_again_changes_nothing() -> None:
    row = prepared()
    content = an_answer(headers={"In-Reply-To": row.message_id})
    first = receive(content)
    assert receive(content, "copy.eml") == Filed(number=first.number, kind="reply", answers=row.pk, is_new=False)
    # The copy for another mailbox came another way, and is the same message.
    other = b"Received: from elsewhere\r\n" + content
    assert receive(other).is_new is False
    assert IncomingMessage.objects.count() == 1
    # Another sender cannot hide behind the identifier of the first.
    assert receive(an_answer(headers={"In-Reply-To": row.message_id}, sender="x@elsewhere.example")).is_new is True


def test_what_answers_nothing_waits_until_a_person_files_it() -> None:
    row, filed = prepared(), receive(an_answer())
    assert filed.answers is None
    assert [reply.number for reply in incoming_page().lines] == [filed.number]
    with pytest.raises(NoSuchMessage):
        file_incoming(number=filed.number, message=row.pk + 1, by=clerk(), at=AT)
    file_incoming(number=filed.number, message=row.pk, by=clerk(), at=AT)
    reply = incoming_message(number=filed.number)
    assert (reply.answers, reply.filed_through, reply.filed_by) == (row.pk, "person", "Carl Clerk")
    with pytest.raises(FiledAlready):
        file_incoming(number=filed.number, message=row.pk, by=clerk(), at=AT)
    with pytest.raises(FiledAlready):
        set_incoming_aside(number=filed.number, by=clerk(), at=AT)
    assert incoming_page().by_filing == {"": 0, "filed": 1, "aside": 0, "all": 1}


def test_what_belongs_to_nothing_is_set_aside_and_can_be_taken_up() -> None:
    row, filed = prepared(), receive(an_answer())
    set_incoming_aside(number=filed.number, by=clerk(), at=AT)
    assert incoming_page().by_filing == {"": 0, "filed": 0, "aside": 1, "all": 1}
    assert [reply.is_aside for reply in incoming_page(filing="aside").lines] == [True]
    file_incoming(number=filed.number, message=row.pk, by=clerk(), at=AT)
    assert incoming_page().by_filing == {"": 0, "filed": 1, "aside": 0, "all": 1}
    with pytest.raises(NoSuchIncoming):
        set_incoming_aside(number=filed.number + 1, by=clerk(), at=AT)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"From: a@b\nTo: c\n\n" + b"x" * 4 * LARGEST, "larger than 4 MB"),
        (b"PK\x03\x04", "this is no e-mail"),
        (b"", "this is no e-mail"),
    ],
    ids=["large", "binary", "empty"],
)
def test_what_is_refused_leaves_nothing_behind(content: bytes, why: str, settings: LazySettings) -> None:
    with pytest.raises(IncomingRefused) as refused:
        receive(content, "odd.eml")
    assert str(refused.value) == f"odd.eml: {why}"
    assert not list(Path(settings.MEDIA_ROOT).glob("*"))
    assert StoredFile.objects.count() == 0


def test_what_went_out_from_here_is_not_taken_in() -> None:
    row = prepared()
    with pytest.raises(IncomingRefused) as refused:
        receive(formed(whole_message(number=row.pk, now=AT).message))
    assert refused.value.why == "it went out from here"


@pytest.mark.parametrize("count", [1, 4])
def test_lists_take_as_many_queries_however_long(count: int, django_assert_num_queries: AssertQueries) -> None:
    row = prepared()
    for number in range(count):
        receive(an_answer(message_id=f"<{number}@zambia.example>", headers={"In-Reply-To": row.message_id}))
    with django_assert_num_queries(1):
        assert len(replies_to(about=About(kind="letter", number=7))) == count
    with django_assert_num_queries(2):
        assert len(incoming_page(filing="filed").lines) == count
