"""What came in: whose it is, what it answers, and whether a person or a program wrote it.

Reads one message as it stands in a mailbox or an .eml file. Nothing in it is trusted: what cannot be read is left out,
and the original is kept anyway.
"""

from __future__ import annotations

import email
import re
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import Message as Mail
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import parseaddr, parsedate_to_datetime
from typing import Final, Literal

from corcom.documents.domain import eml
from corcom.documents.domain.compose import compose
from corcom.documents.domain.errors import DocumentRefused
from corcom.documents.domain.html import read_html
from corcom.kernel.marked import Filled
from corcom.kernel.plain import words
from corcom.outbox.domain.addresses import tokens_in
from corcom.outbox.domain.automatic import is_automatic
from corcom.outbox.domain.bounces import Bounce, bounce_in
from corcom.outbox.domain.odd_mail import parts_told, plain_names, text_told, unreadable_told

Kind = Literal["reply", "bounce", "delay", "automatic"]

LONGEST_TEXT: Final = 100_000
"""Characters that are kept beside the original."""
_MESSAGE_ID: Final = re.compile(r"<[^<>\s]{1,390}>")
_TO: Final = ("to", "cc", "delivered-to", "x-original-to", "envelope-to")
_HEADERS: Final = re.compile(rb"\A(?:>?From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.MULTILINE)
"""At least two headers, as every message has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingText:
    """A message that came in, as values. `in_reply_to`, `references` and `tokens` are what it may be filed through.

    `attachments` are names, those of the first hundred parts; the original has all of them. `not_read` says what was not
    read or was made plain, and why.
    """

    kind: Kind
    message_id: str
    sender: str
    sender_name: str
    subject: str
    text: str
    attachments: tuple[str, ...]
    sent_at: datetime | None
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    tokens: tuple[str, ...]
    bounce: Bounce | None
    not_read: tuple[Filled, ...] = ()


def is_message(data: bytes) -> bool:
    r"""Whether the bytes begin as a message does.

    >>> is_message(b"From: a@example.org\nTo: b@example.org\n\nHello"), is_message(b"PK\x03\x04")
    (True, False)
    """
    return bool(_HEADERS.match(data[:100_000].replace(b"\r\n", b"\n")))


def read_incoming(data: bytes, *, name: str) -> IncomingText:
    """What a message says of itself. `name` is the file's."""
    mail, is_whole = _taken_apart(data)
    bounce = bounce_in(mail)
    sender_name, sender = parseaddr(_header(mail, "from"))
    letter = _opened(data, name) if is_whole else eml.Letter()
    text = (letter.plain if letter.plain.strip() else _plain(letter.page, name)).replace("\x00", "")
    names, not_read = plain_names([*(each for each, _ in letter.attached), *letter.others])
    not_read += parts_told(mail, len(names)) if is_whole else [unreadable_told()]
    not_read += text_told(len(text), longest=LONGEST_TEXT)
    return IncomingText(
        kind=_kind(mail, bounce),
        message_id=next(iter(_ids(mail, "message-id")), ""),
        sender=sender[:320],
        sender_name=words(_decoded(sender_name))[:200],
        subject=words(_decoded(_header(mail, "subject")))[:1000],
        text=text[:LONGEST_TEXT],
        attachments=names,
        sent_at=_sent_at(mail),
        in_reply_to=_ids(mail, "in-reply-to"),
        # The nearest message stands last.
        references=tuple(reversed(_ids(mail, "references"))),
        tokens=tuple(token for name in _TO for line in mail.get_all(name, ()) for token in tokens_in(str(line))),
        bounce=bounce,
        not_read=tuple(not_read),
    )


def _taken_apart(data: bytes) -> tuple[Mail, bool]:
    """The message; where its parts lie too deep in each other for the library, its headers alone, and False."""
    try:
        mail = email.message_from_bytes(data, policy=compat32)
        # Walking goes as deep as reading did.
        deque(mail.walk(), maxlen=0)
    except RecursionError:
        return BytesHeaderParser(policy=compat32).parsebytes(data), False
    return mail, True


def _kind(mail: Mail, bounce: Bounce | None) -> Kind:
    if bounce is not None:
        return "delay" if bounce.is_delay else "bounce"
    headers = {name.casefold(): _header(mail, name).casefold() for name in mail}
    return "automatic" if is_automatic(headers, _decoded(_header(mail, "subject"))) else "reply"


def _opened(data: bytes, name: str) -> eml.Letter:
    try:
        return eml.opened(data, name=name)
    except DocumentRefused:
        return eml.Letter()


def _plain(page: str, name: str) -> str:
    """The words of a message that came as HTML alone."""
    if not page.strip():
        return ""
    try:
        return compose(read_html(page[: 5 * LONGEST_TEXT], name=name))[0]
    except DocumentRefused:
        return ""


def _header(mail: Mail, name: str) -> str:
    """A header in one line; empty where there is none."""
    return " ".join(str(mail.get(name, "")).split())


def _decoded(text: str) -> str:
    """A header in words; as it stands where its encoding is unknown or wrong."""
    with suppress(LookupError, ValueError, UnicodeError):
        return str(make_header(decode_header(text))).replace("\x00", "")
    return text.replace("\x00", "")


def _ids(mail: Mail, name: str) -> tuple[str, ...]:
    return tuple(_MESSAGE_ID.findall(_header(mail, name)))[:100]


def _sent_at(mail: Mail) -> datetime | None:
    try:
        sent_at = parsedate_to_datetime(_header(mail, "date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return sent_at.replace(tzinfo=UTC) if sent_at.tzinfo is None else sent_at.astimezone(UTC)
