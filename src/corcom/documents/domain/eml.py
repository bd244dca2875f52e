"""E-mails (.eml): the message's words, or the document attached to what is only a cover note.

A message of more than `COVER_NOTE` words is taken as the document itself, and its attachments are named in a warning.
A shorter one to which a readable document is attached is a cover note: the attachment with the most text is read, and
a warning says so; where none of them can be read, the letter is refused as they are. Headers of the message are not part of the text.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Final, TypeAlias

from corcom.documents.domain.errors import Damaged, DocumentRefused, NoText
from corcom.documents.domain.sniff import MEDIA_TYPES
from corcom.documents.domain.text import DocumentText
from corcom.kernel.marked import gettext_noop

COVER_NOTE: Final = 120
"""Words. A longer message says something itself."""
_MOST: Final = 50
"""Attachments looked at."""
_UNNAMED: Final = {MEDIA_TYPES[kind]: f"attachment.{kind}" for kind in ("docx", "odt", "pdf")}
"""What attachments without a name are called."""
_READABLE: Final = (".txt", ".md", ".html", ".htm", ".docx", ".odt", ".pdf", ".eml")

Reader: TypeAlias = Callable[[bytes, str], DocumentText]
"""Reads an attachment of the given name."""


@dataclass(slots=True)
class Letter:
    """A message taken apart: its own words as plain text or as a web page, and what is attached."""

    plain: str = ""
    page: str = ""
    attached: list[tuple[str, bytes]] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def opened(data: bytes, *, name: str) -> Letter:
    """The parts of a message."""
    letter = Letter()
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = [part for part in message.walk() if not part.is_multipart()] if _shallow(message) else []
        for part in parts[: _MOST * 2]:
            _take(part, letter)
    # The library's own readers of headers fail in many ways on malformed ones.
    except (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError, IndexError) as error:
        raise Damaged(name, what=gettext_noop("the message's headers")) from error
    return letter


def _shallow(message: EmailMessage) -> bool:
    return sum(1 for _ in message.walk()) <= 1000


def _take(part: EmailMessage, letter: Letter) -> None:
    kind = part.get_content_type()
    file_name = part.get_filename() or _UNNAMED.get(kind, "")
    file_name = "".join(letter if letter.isprintable() and letter != "/" else "_" for letter in file_name)
    if file_name or part.get_content_disposition() == "attachment":
        if file_name.lower().endswith(_READABLE):
            letter.attached.append((file_name, _payload(part)))
        elif file_name:
            letter.others.append(file_name)
        return
    if kind == "text/plain":
        letter.plain += ("\n" if letter.plain else "") + _text(part)
    elif kind == "text/html":
        letter.page += _text(part)


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: EmailMessage) -> str:
    """The decoded words of a part; a charset that is wrong or unknown is taken as Windows-1252."""
    data = _payload(part)
    for charset in (part.get_content_charset() or "utf-8", "utf-8", "cp1252"):
        try:
            return data.decode(charset).replace("\r\n", "\n")
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("latin-1").replace("\r\n", "\n")


def read_letter(
    letter: Letter,
    *,
    name: str,
    read: Reader,
    page: Callable[[str], DocumentText],
) -> DocumentText:
    """The text of a message, or of the document that it covers."""
    body = DocumentText(text=letter.plain, media_type="message/rfc822")
    if not letter.plain.strip() and letter.page.strip():
        body = page(letter.page)
    long = len(body.text.split()) > COVER_NOTE
    if letter.attached and not long:
        return _attached(letter, name=name, read=read)
    if not body.text.strip():
        raise NoText(name)
    names = [each for each, _ in letter.attached] + letter.others
    return DocumentText(
        text=body.text,
        media_type="message/rfc822",
        marks=body.marks,
        warnings=tuple(f"the attachment {each} was not read" for each in names),
    )


def _attached(letter: Letter, *, name: str, read: Reader) -> DocumentText:
    """The attachment with the most text. Where none can be read, the letter is refused for the first one's reason."""
    texts: list[tuple[str, DocumentText]] = []
    refusals: list[DocumentRefused] = []
    for file_name, data in letter.attached[:_MOST]:
        try:
            texts.append((file_name, read(data, file_name)))
        except DocumentRefused as error:
            refusals.append(error)
    if not texts:
        raise refusals[0].named(f"{name} ({refusals[0].name})") from refusals[0]
    chosen, text = max(texts, key=lambda each: len(each[1].text))
    warnings = (f"read the attachment {chosen}: the message is only a cover note", *text.warnings)
    warnings += tuple(f"the attachment {each} was not read" for each, _ in texts if each != chosen)
    warnings += tuple(str(error) for error in refusals)
    return DocumentText(text=text.text, media_type=text.media_type, marks=text.marks, warnings=warnings)
