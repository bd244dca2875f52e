"""What stands in a message that goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from corcom.outbox.domain.calendar_part import CalendarPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file as it goes out, under its name."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Everything that stands in a message. Addresses are bare; names stand beside them; `date` is a moment in UTC."""

    sender: str
    recipient: str
    subject: str
    text: str
    message_id: str
    token: str
    date: datetime
    sender_name: str = ""
    recipient_name: str = ""
    reply_to: str = ""
    html: str = ""
    language: str = "en"
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    is_automatic: bool = False
    unsubscribe: str = ""
    attachments: tuple[Attachment, ...] = ()
    calendar: CalendarPart | None = None
