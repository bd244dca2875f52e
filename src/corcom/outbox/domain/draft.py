"""What somebody wants to send to one recipient."""

from __future__ import annotations

from dataclasses import dataclass

from corcom.outbox.domain.calendar_part import CalendarPart


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a message is about: a thing of another domain by its kind and its number."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentFile:
    """A stored file to attach (by its number) and the name under which the recipient finds it; empty: its own name."""

    file: int
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message to one recipient. `kind` and `about` are for whoever prepares it; `language` is a code such as "fr".

    Without `reply_to` answers go to the address of the site. `in_reply_to` and `references` are Message-IDs with their
    brackets. `unsubscribe` is an https: or mailto: address. `is_automatic`: no person wrote it, so that programs do not
    answer it. `calendar` is what calendars are told beside the words. `instead_of` is the number of the message that did not arrive
    and whose words this one takes to another address.
    """

    kind: str
    recipient: str
    subject: str
    text: str
    recipient_name: str = ""
    html: str = ""
    language: str = "en"
    about: About | None = None
    reply_to: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    is_automatic: bool = False
    unsubscribe: str = ""
    attachments: tuple[AttachmentFile, ...] = ()
    calendar: CalendarPart | None = None
    instead_of: int = 0
