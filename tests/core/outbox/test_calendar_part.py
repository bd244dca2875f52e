from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from tests.factories.messages import DRAFT

from corcom.outbox.domain.calendar_part import CalendarPart
from corcom.outbox.domain.draft_checks import DraftRefused, check_draft
from corcom.outbox.domain.forming import formed
from corcom.outbox.domain.message import Attachment, Message

CONTENT = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Comité\r\nEND:VCALENDAR\r\n"
PART = CalendarPart(method="REQUEST", content=CONTENT)


def message(*attachments: Attachment, html: str = "") -> EmailMessage:
    wanted = Message(
        sender="isu@corcom.example",
        recipient="mission@zambia.example",
        subject="Invitation",
        text="Excellency,\n",
        html=html,
        message_id="<0123@corcom.example>",
        token="0123",  # noqa: S106  a made-up word
        date=datetime(2016, 5, 2, 9, 30, tzinfo=UTC),
        calendar=PART,
        attachments=attachments,
    )
    data = formed(wanted)
    assert (data.isascii(), data == formed(wanted)) == (True, True)
    found = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def parts(found: EmailMessage) -> list[str]:
    return [part.get_content_type() for part in found.walk()]


def test_calendars_are_told_beside_the_words_and_by_a_file() -> None:
    paper = Attachment(name="agenda.pdf", media_type="application/pdf", content=b"%PDF")
    found = message(paper, html="<p>Excellency</p>")
    assert parts(found) == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
        "application/pdf",
    ]
    calendar, file = list(found.walk())[4:6]
    assert (calendar.get_param("method"), calendar.get_param("charset")) == ("REQUEST", "utf-8")
    assert calendar.get_payload(decode=True) == CONTENT.encode()
    assert (file.get_filename(), file.get_payload(decode=True)) == ("invite.ics", CONTENT.encode())


def test_without_html_it_is_the_same() -> None:
    assert parts(message()) == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/calendar",
        "application/ics",
    ]


@pytest.mark.parametrize(
    "part",
    [
        CalendarPart(method="CANCEL", content=CONTENT),
        CalendarPart(method="REQUEST", content="nothing"),
        CalendarPart(method="REQUEST", content=CONTENT.replace("Comité", "a\x00b")),
    ],
)
def test_what_is_no_calendar_is_refused(part: CalendarPart) -> None:
    check_draft(replace(DRAFT, calendar=PART))
    with pytest.raises(DraftRefused) as refused:
        check_draft(replace(DRAFT, calendar=part))
    assert refused.value.field == "calendar"
