"""The headers of a message as they go over the wire.

They are encoded by the older `Header` of the standard library: the folding of the newer one loses blanks between words
with accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.header import Header
from email.utils import format_datetime, formataddr

from corcom.kernel.mail_address import in_ascii
from corcom.outbox.domain.message import Message


def headers(message: Message) -> Iterator[tuple[str, str]]:
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
