"""Answers out of a mailbox, by IMAP."""

from __future__ import annotations

from typing import Any

import pytest
from tests.factories.answers import an_answer
from tests.factories.mail import mail_settings
from tests.factories.mailbox import Mailbox, mailbox_server
from tests.factories.messages import prepared
from tests.factories.rows import AT

from corcom.outbox.domain.server import MailServer
from corcom.outbox.jobs import Fetched, MailboxUnreachable, fetch_incoming
from corcom.outbox.queries import replies_of


def fetch(server: MailServer, **changes: Any) -> list[Fetched]:
    return list(fetch_incoming(mail=mail_settings(incoming=server, **changes), now=lambda: AT))


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


def test_what_is_too_large_is_not_even_fetched() -> None:
    box = Mailbox({4: an_answer(text="word " * 400_000)})
    with mailbox_server(box) as server:
        (fetched,) = fetch(server, largest=1_000_000)
    assert (fetched.filed, fetched.refused) == (None, "larger than 1 MB")
    assert [command for command in box.said if "BODY" in command] == []


def test_a_mailbox_that_cannot_be_opened_says_why() -> None:
    with mailbox_server(Mailbox({}, word="other")) as server, pytest.raises(MailboxUnreachable) as wrong:
        fetch(server)
    assert wrong.value.why == "refused"
    with pytest.raises(MailboxUnreachable) as closed:
        fetch(MailServer(host="127.0.0.1", port=9, encryption="none"))
    assert "refused" in closed.value.why
