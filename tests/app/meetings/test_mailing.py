"""Invitations through a real server on this machine; what arrives is read by vobject, which did not write it."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import vobject
from tests.factories.mail import Postbox, mail_server, mail_settings
from tests.factories.messages import clerk
from tests.factories.plans import a_plan
from tests.factories.rows import AT

from corcom.kernel.wording import ENGLISH
from corcom.meetings.actions import (
    AlreadySaid,
    cancel_meeting,
    confirm_meeting,
    move_meeting,
    prepare_invitations,
    prepare_updates,
)
from corcom.meetings.domain.calendar_invitation import CalendarAddress
from corcom.meetings.queries import NotPlanned, mailed
from corcom.outbox.actions import NoSender, release_messages
from corcom.outbox.domain.server import MailServer
from corcom.outbox.domain.writing import Writing
from corcom.outbox.jobs import send_due
from corcom.outbox.models import OutgoingMessage

WRITING = Writing(mail=mail_settings(), site="corcom.example", wording=lambda _code: ENGLISH)
ZAMBIA = CalendarAddress(address="mission@zambia.example", name="Permanent Mission of Zambia")
CROATIA = CalendarAddress(address="mission@croatia.example", name="Permanent Mission of Croatia")
DAY = timedelta(days=1)


@pytest.fixture
def box() -> Postbox:
    return Postbox()


@pytest.fixture
def server(box: Postbox) -> Iterator[MailServer]:
    with mail_server(box) as server:
        yield server


def invite(meeting: int, *recipients: CalendarAddress, at: Any = AT) -> list[int]:
    return prepare_invitations(
        meeting=meeting, recipients=recipients, language="en", writing=WRITING, by=clerk(), at=at
    )


def update(meeting: int, at: Any = AT) -> list[int]:
    return prepare_updates(meeting=meeting, writing=WRITING, by=clerk(), at=at)


def send(server: MailServer, numbers: list[int], at: Any = AT) -> None:
    release_messages(messages=numbers, by=clerk(), at=at)
    list(send_due(mail=mail_settings(server), now=lambda: at))


def told(box: Postbox) -> list[tuple[str, str, str, str, str]]:
    """Of each message that arrived: to whom, its method twice, its sequence and its status."""
    found = []
    for recipient, content in box.received:
        mail = email.message_from_bytes(content, policy=email.policy.default)
        part = next(each for each in mail.walk() if each.get_content_type() == "text/calendar")
        calendar = vobject.readOne(part.get_payload(decode=True).decode())  # type: ignore[union-attr]  # bytes, decoded
        event = calendar.vevent
        assert event.attendee.value == f"mailto:{recipient}"
        assert event.organizer.value == f"mailto:{mail_settings().sender}"
        said = (str(part.get_param("method")), calendar.method.value, event.sequence.value, event.status.value)
        found.append((recipient, *said))
    return found


def test_an_invitation_its_change_and_its_end_arrive_under_one_name(box: Postbox, server: MailServer) -> None:
    meeting = a_plan(clerk())
    send(server, invite(meeting, ZAMBIA, CROATIA))
    move_meeting(meeting=meeting, starts_on=date(2016, 7, 7), by=clerk(), at=AT + DAY)
    send(server, update(meeting, AT + DAY), AT + DAY)
    cancel_meeting(meeting=meeting, by=clerk(), at=AT + 2 * DAY)
    send(server, update(meeting, AT + 2 * DAY), AT + 2 * DAY)
    assert told(box) == [
        (one.address, *said)
        for said in (
            ("REQUEST", "REQUEST", "0", "TENTATIVE"),
            ("REQUEST", "REQUEST", "1", "TENTATIVE"),
            ("CANCEL", "CANCEL", "2", "CANCELLED"),
        )
        for one in (ZAMBIA, CROATIA)
    ]
    uids = {line for _to, content in box.received for line in content.split(b"\r\n") if line.startswith(b"UID:")}
    assert len(uids) == 1
    assert [row.subject for row in OutgoingMessage.objects.order_by("pk")[::2]] == [
        "Invitation: Coordination Committee (CCM), 30 June 2016",
        "Changed: Coordination Committee (CCM), 7 July 2016",
        "Cancelled: Coordination Committee (CCM), 7 July 2016",
    ]


def test_nothing_goes_out_before_a_person_lets_it(box: Postbox, server: MailServer) -> None:
    invite(a_plan(clerk()), ZAMBIA)
    list(send_due(mail=mail_settings(server), now=lambda: AT))
    assert box.received == []


def test_what_still_waits_is_called_back_and_replaced(box: Postbox, server: MailServer) -> None:
    meeting = a_plan(clerk())
    invite(meeting, ZAMBIA)
    confirm_meeting(meeting=meeting, by=clerk(), at=AT)
    update(meeting)
    assert [(one.recipient, one.revision, one.state) for one in mailed(meeting=meeting, now=AT)] == [
        (ZAMBIA.address, 1, "prepared")
    ]
    assert [row.turn for row in OutgoingMessage.objects.order_by("pk")] == ["cancelled", "prepared"]
    cancel_meeting(meeting=meeting, by=clerk(), at=AT)
    assert (update(meeting), mailed(meeting=meeting, now=AT)) == ([], [])


def test_nobody_is_told_twice_and_later_ones_are_told_alone() -> None:
    meeting = a_plan(clerk())
    assert len(invite(meeting, ZAMBIA)) == 1
    again = CalendarAddress(address=ZAMBIA.address.upper())
    assert (invite(meeting, ZAMBIA), invite(meeting, again), update(meeting)) == ([], [], [])
    assert len(invite(meeting, ZAMBIA, CROATIA)) == 1


def test_a_meeting_that_is_held_after_all_is_told_again(box: Postbox, server: MailServer) -> None:
    meeting = a_plan(clerk())
    send(server, invite(meeting, ZAMBIA))
    cancel_meeting(meeting=meeting, by=clerk(), at=AT)
    send(server, update(meeting))
    confirm_meeting(meeting=meeting, by=clerk(), at=AT)
    send(server, update(meeting))
    assert [said[1:] for said in told(box)] == [
        ("REQUEST", "REQUEST", "0", "TENTATIVE"),
        ("CANCEL", "CANCEL", "1", "CANCELLED"),
        ("REQUEST", "REQUEST", "2", "CONFIRMED"),
    ]


def test_what_cannot_be_is_refused_and_nothing_is_there() -> None:
    meeting = a_plan(clerk())
    with pytest.raises(NotPlanned):
        invite(0, ZAMBIA)
    without = Writing(mail=mail_settings(sender=""), site="x", wording=lambda _code: ENGLISH)
    with pytest.raises(NoSender):
        prepare_invitations(meeting=meeting, recipients=[ZAMBIA], language="en", writing=without, by=clerk(), at=AT)
    cancel_meeting(meeting=meeting, by=clerk(), at=AT)
    with pytest.raises(AlreadySaid):
        invite(meeting, ZAMBIA)
    assert OutgoingMessage.objects.count() == 0
