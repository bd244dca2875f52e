"""Answers out of a mailbox, by IMAP."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from tests.factories.answers import a_report, an_answer, nested
from tests.factories.mail import mail_settings
from tests.factories.mailbox import Mailbox, mailbox_server
from tests.factories.messages import clerk, prepared
from tests.factories.rows import AT

from corcom.documents.models import StoredFile
from corcom.outbox.actions import set_automatic_aside
from corcom.outbox.domain.server import MailServer
from corcom.outbox.jobs import Fetched, MailboxUnreachable, fetch_incoming
from corcom.outbox.queries import Reply, automatic_senders, incoming_message, incoming_page, replies_of


def fetch(server: MailServer, **changes: Any) -> list[Fetched]:
    return list(fetch_incoming(mail=mail_settings(incoming=server, **changes), now=lambda: AT))


def said(reply: Reply) -> list[str]:
    return [template % values for template, values in reply.not_read]


def test_what_was_not_seen_is_taken_in_once_and_stays_where_it_is() -> None:
    row = prepared()
    answer = an_answer(headers={"In-Reply-To": row.message_id})
    box = Mailbox({4: answer, 7: an_answer(message_id="<other@zambia.example>"), 9: b"no message at all"})
    with mailbox_server(box) as server:
        fetched = fetch(server)
        assert [(each.name, each.filed.answers if each.filed else None, each.refused) for each in fetched] == [
            ("mail-4.eml", row.pk, ""),
            ("mail-7.eml", None, ""),
            ("mail-9.eml", None, "this is no e-mail"),
        ]
        assert (box.seen, sorted(box.messages)) == ({4, 7, 9}, [4, 7, 9])
        assert fetch(server) == []
    assert len(replies_of(message=row.pk)) == 1


def test_a_large_one_is_kept_whole_and_read_in_part() -> None:
    row = prepared()
    content = an_answer(text="word " * 60_000, attachments=40, headers={"In-Reply-To": row.message_id})
    box = Mailbox({4: content})
    with mailbox_server(box) as server:
        (fetched,) = fetch(server, largest=100_000)
    assert (fetched.refused, fetched.filed and fetched.filed.answers) == ("", row.pk)
    (reply,) = replies_of(message=row.pk)
    with StoredFile.objects.get(pk=reply.file).content.open("rb") as kept:
        assert kept.read() == content
    assert said(reply) == ["It has 1 MB: only the first 0 MB were read. The original is kept whole."]
    assert reply.text.startswith("word word")


def test_one_that_is_far_too_large_stays_in_the_mailbox_and_is_said_to() -> None:
    row = prepared()
    box = Mailbox({4: an_answer(text="word " * 1_000_000, headers={"In-Reply-To": row.message_id})})
    with mailbox_server(box) as server:
        (fetched,) = fetch(server, largest=1_000_000)
    assert (fetched.refused, fetched.filed and fetched.filed.answers, sorted(box.messages)) == ("", row.pk, [4])
    assert [command for command in box.said if "BODY" in command] == ["UID FETCH 4 (BODY.PEEK[HEADER])"]
    (reply,) = replies_of(message=row.pk)
    assert said(reply) == [
        (
            "It has 6 MB, more than is kept here: only its headers were taken in. The whole of it stays in the mailbox, "
            "marked as seen."
        )
    ]


def test_odd_mail_stops_nothing_that_comes_after_it() -> None:
    row = prepared()
    report = a_report("<nobody@elsewhere.example>").replace(b"Final-Recipient: rfc822; mission@zambia.example\r\n", b"")
    box = Mailbox({4: nested(3000), 5: report, 6: an_answer(headers={"In-Reply-To": row.message_id})})
    with mailbox_server(box) as server:
        fetched = fetch(server)
    assert [(each.refused, each.filed and each.filed.kind) for each in fetched] == [
        ("", "reply"),
        ("", "bounce"),
        ("", "reply"),
    ]
    told = [said(incoming_message(number=each.filed.number)) for each in fetched if each.filed]
    assert told == [
        ["It could not be taken apart into words and attachments; only its headers were read."],
        ["The report does not say which recipient could not be reached."],
        [],
    ]


def test_programs_that_answer_each_other_are_named_and_set_aside_at_once() -> None:
    answers = {
        number: an_answer(message_id=f"<{number}@zambia.example>", headers={"Auto-Submitted": "auto-replied"})
        for number in range(1, 13)
    }
    with mailbox_server(Mailbox(answers)) as server:
        fetch(server)
    assert automatic_senders(since=AT - timedelta(days=1)) == {"mission@zambia.example": 12}
    assert automatic_senders(since=AT + timedelta(days=1)) == {}
    assert set_automatic_aside(sender="mission@zambia.example", by=clerk(), at=AT) == 12
    assert incoming_page().by_filing == {"": 0, "filed": 0, "aside": 12, "all": 12}


def test_a_mailbox_that_cannot_be_opened_says_why() -> None:
    with mailbox_server(Mailbox({}, word="other")) as server, pytest.raises(MailboxUnreachable) as wrong:
        fetch(server)
    assert wrong.value.why == "refused"
    with pytest.raises(MailboxUnreachable) as closed:
        fetch(MailServer(host="127.0.0.1", port=9, encryption="none"))
    assert "refused" in closed.value.why
