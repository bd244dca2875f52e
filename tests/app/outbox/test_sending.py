"""What becomes of a message at a real server, and at one that hangs up."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from tests.factories.mail import TAKEN, Postbox, mail_server, mail_settings, server_that_hangs_up
from tests.factories.messages import clerk, prepared, released
from tests.factories.rows import AT

from corcom.outbox.actions import (
    Claim,
    NothingToSend,
    NotNow,
    cancel_messages,
    claim_message,
    hand_over,
    record_outcome,
    retry_messages,
    settle_messages,
)
from corcom.outbox.domain.server import MailServer
from corcom.outbox.jobs import Paused, Tried, send_due
from corcom.outbox.models import MessageAttempt, OutgoingMessage
from corcom.outbox.queries import messages_numbered, whole_message

LEASE = timedelta(minutes=5)
LATER = AT + timedelta(hours=1)
LONG = ("word " * 14 + "\n") * 110_000
"""More than the buffers between two programs hold, so that its end cannot be on its way before the other has read."""


@pytest.fixture
def box() -> Postbox:
    return Postbox()


@pytest.fixture
def server(box: Postbox) -> Iterator[MailServer]:
    with mail_server(box) as server:
        yield server


def run(server: MailServer, **changes: Any) -> list[Tried | Paused]:
    at = changes.pop("at", AT)
    return list(send_due(mail=mail_settings(server, **changes), now=lambda: at))


def outcomes(tried: list[Tried | Paused]) -> list[str]:
    return [each.outcome for each in tried if isinstance(each, Tried)]


def state(row: OutgoingMessage, at: Any = AT) -> str:
    (line,) = messages_numbered(numbers=[row.pk], now=at)
    return line.state


def test_each_is_sent_once_over_one_connection(box: Postbox, server: MailServer) -> None:
    rows = released(5)
    assert outcomes(run(server)) == ["sent"] * 5
    assert box.recipients == [row.recipient for row in rows]
    assert box.connections == 1
    assert [state(row) for row in rows] == ["sent"] * 5
    assert run(server) == [Paused()]
    assert len(box.received) == 5


def test_what_nobody_released_is_not_sent(box: Postbox, server: MailServer) -> None:
    row = prepared()
    assert run(server) == [Paused()]
    assert (box.received, state(row)) == ([], "prepared")


def test_the_servers_words_are_kept(box: Postbox, server: MailServer) -> None:
    (row,) = released()
    run(server)
    (attempt,) = whole_message(number=row.pk, now=AT).attempts
    assert (attempt.outcome, attempt.reply, attempt.started_at, attempt.ended_at) == ("sent", TAKEN, AT, AT)


def test_what_arrives_is_what_was_prepared(box: Postbox, server: MailServer) -> None:
    text = "Excellency,\n.\n.. two dots\nتقرير الشفافية\n透明度报告\n" + "word " * 400
    (row,) = released(subject="Rapport de transparence – rappel été", text=text)
    run(server)
    mail = email.message_from_bytes(box.received[0][1], policy=email.policy.default)
    assert mail["subject"] == row.subject
    assert mail.get_content().replace("\r\n", "\n") == text.rstrip("\n") + "\n"
    assert mail["message-id"] == row.message_id
    assert box.senders == ["isu@corcom.example"]


def test_a_refusal_for_good_ends_it_and_the_rest_goes_on(box: Postbox, server: MailServer) -> None:
    rows = released(3)
    box.at_recipient = lambda address: "550 5.1.1 nobody here" if address == rows[1].recipient else "250 OK"
    assert outcomes(run(server)) == ["sent", "refused", "sent"]
    assert [state(row) for row in rows] == ["sent", "failed", "sent"]
    assert whole_message(number=rows[1].pk, now=AT).line.said == "550 5.1.1 nobody here"
    assert outcomes(run(server, at=LATER)) == []
    retry_messages(messages=[rows[1].pk], by=clerk(), at=LATER)
    box.at_recipient = lambda _: "250 OK"
    assert outcomes(run(server, at=LATER)) == ["sent"]
    assert len(box.received) == 3


def test_a_refusal_of_the_message_itself_ends_it(box: Postbox, server: MailServer) -> None:
    rows = released(2)
    box.at_data = lambda recipient, _: "554 looks like spam" if recipient == rows[0].recipient else TAKEN
    assert outcomes(run(server)) == ["refused", "sent"]
    assert [state(row) for row in rows] == ["failed", "sent"]


def test_not_now_is_tried_again_after_waits_that_grow(box: Postbox, server: MailServer) -> None:
    (row,) = released()
    box.at_recipient = lambda _: "451 4.7.1 greylisted"
    at, waits = AT, []
    for _ in range(10):
        assert outcomes(run(server, at=at)) == ["later"]
        row.refresh_from_db()
        if row.due_at is None:
            break
        assert state(row, at) == "waiting"
        assert outcomes(run(server, at=row.due_at - timedelta(seconds=1))) == []
        waits.append(int((row.due_at - at).total_seconds() // 60))
        at = row.due_at
    assert waits == [1, 5, 15, 60, 240, 480, 720, 1440, 1440]
    assert (state(row, at), MessageAttempt.objects.last().outcome) == ("failed", "given_up")  # type: ignore[union-attr]  # there are ten
    assert box.received == []


def test_a_connection_that_drops_before_the_end_is_tried_again_by_itself() -> None:
    (row,) = released(text=LONG)
    with server_that_hangs_up(after=b"word word") as other:
        tried = run(other)
    assert outcomes(tried) == ["later"]
    (attempt,) = whole_message(number=row.pk, now=AT).attempts
    assert (attempt.handed_at, state(row)) == (None, "waiting")


def test_a_connection_that_drops_after_the_end_is_left_to_a_person(box: Postbox, server: MailServer) -> None:
    rows = released(2)
    box.at_data = lambda recipient, _: None if recipient == rows[0].recipient else TAKEN
    assert outcomes(run(server)) == ["unclear", "sent"]
    assert [state(row) for row in rows] == ["uncertain", "sent"]
    assert box.recipients == [row.recipient for row in rows]
    # Not tried again by itself, however late.
    assert outcomes(run(server, at=AT + timedelta(days=9))) == []
    with pytest.raises(NotNow) as refused:
        cancel_messages(messages=[rows[0].pk], by=clerk(), at=LATER)
    assert (refused.value.state, refused.value.verb) == ("uncertain", "cancel")
    settle_messages(messages=[rows[0].pk], arrived=True, by=clerk(), at=LATER)
    assert state(rows[0]) == "sent"
    assert outcomes(run(server, at=LATER)) == []


def test_settled_as_to_be_sent_again_it_goes_with_the_same_bytes(box: Postbox, server: MailServer) -> None:
    (row,) = released()
    box.at_data = lambda *_: None
    run(server)
    settle_messages(messages=[row.pk], arrived=False, by=clerk(), at=LATER)
    assert state(row, LATER) == "released"
    box.at_data = lambda *_: TAKEN
    assert outcomes(run(server, at=LATER)) == ["sent"]
    first, second = box.received
    assert first == second


def test_a_server_that_cannot_be_reached_stops_the_pass_with_its_reason() -> None:
    rows = released(3)
    tried = run(MailServer(host="127.0.0.1", port=9, encryption="none", timeout=2))
    (paused,) = tried
    assert isinstance(paused, Paused)
    assert "refused" in paused.trouble
    assert [state(row) for row in rows] == ["waiting", "released", "released"]


def test_a_refusal_before_the_end_is_heard_and_the_end_not_sent() -> None:
    (row,) = released(text=LONG)
    with server_that_hangs_up(after=b"word word", say=b"552 5.3.4 too large for us\r\n") as other:
        (tried, _) = run(other)
    assert tried == Tried(message=row.pk, recipient=row.recipient, outcome="refused", said="552 5.3.4 too large for us")
    (attempt,) = whole_message(number=row.pk, now=AT).attempts
    assert (attempt.handed_at, state(row)) == (None, "failed")


def test_no_more_than_so_many_a_minute(box: Postbox, server: MailServer) -> None:
    released(5)
    tried = run(server, per_minute=3)
    assert outcomes(tried) == ["sent"] * 3
    assert tried[-1] == Paused(until=AT + timedelta(minutes=1), is_bound=True)
    assert outcomes(run(server, per_minute=3, at=AT + timedelta(seconds=59))) == []
    assert outcomes(run(server, per_minute=3, at=AT + timedelta(seconds=60))) == ["sent"] * 2


def test_a_message_that_one_worker_has_is_not_given_to_another() -> None:
    released()
    first = claim_message(worker="a", at=AT, lease=LEASE, per_minute=0)
    assert isinstance(first, Claim)
    assert claim_message(worker="b", at=AT, lease=LEASE, per_minute=0) == NothingToSend(until=AT + LEASE)


def test_a_worker_that_died_before_the_end_leaves_its_message_to_the_next() -> None:
    (row,) = released()
    first = claim_message(worker="a", at=AT, lease=LEASE, per_minute=0)
    assert isinstance(first, Claim)
    assert state(row) == "sending"
    assert state(row, AT + LEASE) == "released"
    second = claim_message(worker="b", at=AT + LEASE, lease=LEASE, per_minute=0)
    assert isinstance(second, Claim)
    # The first was only asleep: it may not go on.
    assert hand_over(attempt=first.attempt, at=AT + LEASE, lease=LEASE) is False
    assert hand_over(attempt=second.attempt, at=AT + LEASE, lease=LEASE) is True
    assert [each.outcome for each in whole_message(number=row.pk, now=AT).attempts] == ["lost", ""]


def test_a_worker_that_died_after_the_end_leaves_it_uncertain() -> None:
    (row,) = released()
    claim = claim_message(worker="a", at=AT, lease=LEASE, per_minute=0)
    assert isinstance(claim, Claim)
    assert hand_over(attempt=claim.attempt, at=AT, lease=LEASE)
    assert state(row) == "sending"
    assert state(row, AT + LEASE) == "uncertain"
    assert claim_message(worker="b", at=AT + 2 * LEASE, lease=LEASE, per_minute=0) == NothingToSend()


def test_a_confirmation_that_comes_late_is_believed() -> None:
    (row,) = released()
    claim = claim_message(worker="a", at=AT, lease=LEASE, per_minute=0)
    assert isinstance(claim, Claim)
    hand_over(attempt=claim.attempt, at=AT, lease=LEASE)
    settle_messages(messages=[row.pk], arrived=False, by=clerk(), at=AT + LEASE)
    assert state(row, AT + LEASE) == "released"
    record_outcome(attempt=claim.attempt, outcome="sent", reply=TAKEN, at=AT + LEASE)
    assert state(row, AT + LEASE) == "sent"
    assert claim_message(worker="b", at=AT + LEASE, lease=LEASE, per_minute=0) == NothingToSend()


def test_an_attachment_that_is_gone_is_a_refusal_in_words(box: Postbox, server: MailServer) -> None:
    from tests.factories.rows import new_file

    from corcom.outbox.domain.draft import AttachmentFile

    (row,) = released(attachments=(AttachmentFile(file=new_file(name="gone.pdf").pk),))
    assert outcomes(run(server)) == ["refused"]
    line = whole_message(number=row.pk, now=AT).line
    assert (line.state, line.said) == ("failed", "an attachment cannot be read: No such file or directory")
