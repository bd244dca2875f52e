"""A message as it goes over the wire: the same bytes each time it is tried.

The parts are made by the standard library's `EmailMessage`; text is UTF-8 in 7-bit lines, so that every server takes it.
"""

from __future__ import annotations

import hashlib
import mimetypes
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from corcom.outbox.domain.calendar_part import FILE_NAME, CalendarPart
from corcom.outbox.domain.message import Attachment, Message
from corcom.outbox.domain.message_headers import headers

_POLICY: Final = SMTP.clone(cte_type="7bit")


def formed(message: Message) -> bytes:
    """The message in full, its lines ending in CR LF."""
    mail = EmailMessage(policy=_POLICY)
    mail.set_content(_lines(message.text), charset="utf-8")
    if message.html:
        mail.add_alternative(_lines(message.html), subtype="html", charset="utf-8")
    if message.calendar:
        _tell_calendars(mail, message.calendar)
    for attached in message.attachments:
        _attach(mail, attached)
    _set_boundaries(mail, message.token)
    return "".join(f"{name}: {value}\r\n" for name, value in headers(message)).encode("ascii") + mail.as_bytes()


def _lines(text: str) -> str:
    r"""The text with its lines ending in \n and a last line that ends.

    >>> _lines("Excellency,\r\nplease")
    'Excellency,\nplease\n'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"


def _tell_calendars(mail: EmailMessage, calendar: CalendarPart) -> None:
    """The part for calendars, last among the alternatives (RFC 6047), and the same as a file for those who look there."""
    words = _lines(calendar.content)
    mail.add_alternative(words, subtype="calendar", charset="utf-8", params={"method": calendar.method})
    content = words.replace("\n", "\r\n").encode()
    mail.add_attachment(content, maintype="application", subtype="ics", filename=FILE_NAME, cte="base64")


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
