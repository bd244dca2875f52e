"""A message as it goes over the wire: the same bytes each time it is tried.

The parts are made by the standard library's `EmailMessage`; text is UTF-8 in 7-bit lines, so that every server takes it.
The headers are encoded by its older `Header`: the folding of the newer one loses blanks between words with accents.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from typing import Final

from corcom.outbox.domain.addresses import in_ascii

_POLICY: Final = SMTP.clone(cte_type="7bit")


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


def formed(message: Message) -> bytes:
    """The message in full, its lines ending in CR LF."""
    mail = EmailMessage(policy=_POLICY)
    mail.set_content(_lines(message.text), charset="utf-8")
    if message.html:
        mail.add_alternative(_lines(message.html), subtype="html", charset="utf-8")
    for attached in message.attachments:
        _attach(mail, attached)
    _set_boundaries(mail, message.token)
    return "".join(f"{name}: {value}\r\n" for name, value in _headers(message)).encode("ascii") + mail.as_bytes()


def _headers(message: Message) -> Iterator[tuple[str, str]]:
    yield "From", _address("From", message.sender_name, message.sender)
    yield "To", _address("To", message.recipient_name, message.recipient)
    if message.reply_to:
        yield "Reply-To", _address("Reply-To", "", message.reply_to)
    yield "Subject", _words("Subject", message.subject)
    yield "Date", format_datetime(message.date)
    yield "Message-ID", message.message_id
    yield "Content-Language", message.language
    if message.in_reply_to:
        yield "In-Reply-To", message.in_reply_to
    if message.references:
        yield "References", "\r\n ".join(message.references)
    if message.is_automatic:
        yield "Auto-Submitted", "auto-generated"
        # Exchange and others look at this one and send no "out of office".
        yield "X-Auto-Response-Suppress", "All"
    if message.unsubscribe:
        yield "List-Unsubscribe", f"<{message.unsubscribe}>"
        if message.unsubscribe.startswith("https:"):
            yield "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"


def _words(header: str, text: str) -> str:
    """Text in a header: as it is where it is plain, else in encoded words; folded where it is long."""
    plain = text.isascii() and "=?" not in text and not re.search(r"\S{60}", text)
    return Header(text, "us-ascii" if plain else "utf-8", header_name=header).encode(linesep="\r\n")


def _address(header: str, name: str, address: str) -> str:
    """An address with the name before it, quoted or encoded."""
    bare = in_ascii(address)
    if name.isascii() and "=?" not in name and len(name) < 60:
        return formataddr((name, bare))
    return f"{Header(name, 'utf-8', header_name=header).encode(linesep=chr(13) + chr(10))}\r\n <{bare}>"


def _lines(text: str) -> str:
    r"""The text with its lines ending in \n and a last line that ends.

    >>> _lines("Excellency,\r\nplease")
    'Excellency,\nplease\n'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"


def _attach(mail: EmailMessage, attached: Attachment) -> None:
    kind = attached.media_type or mimetypes.guess_type(attached.name)[0] or "application/octet-stream"
    main, _, sub = kind.partition(";")[0].partition("/")
    if main in {"message", "multipart"} or not sub:
        # A letter within a letter would be shown as part of it; it is a file to whoever gets it.
        main, sub = "application", "octet-stream"
    mail.add_attachment(attached.content, maintype=main, subtype=sub, filename=attached.name, cte="base64")


def _set_boundaries(mail: EmailMessage, token: str) -> None:
    """Boundaries that follow from the token: a second try says the same, byte for byte."""
    for number, part in enumerate(each for each in mail.walk() if each.is_multipart()):
        mark = hashlib.sha256(f"{token} {number}".encode()).hexdigest()[:32]
        part.set_boundary(f"=_{mark}")
