"""Fetching mail from a mailbox by IMAP: each message is kept here before it is marked as seen there."""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from corcom.kernel.errors import CorcomError
from corcom.outbox.actions.errors import IncomingRefused
from corcom.outbox.actions.receiving import MOST_KEPT, Filed, receive_message
from corcom.outbox.domain.server import MailSettings
from corcom.outbox.queries import Finder

_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class MailboxUnreachable(CorcomError):
    """The mailbox cannot be opened; `why` in the server's words."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the mailbox cannot be read: {why}")
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One message of the mailbox, by its UID: what became of it, or why it was refused (it stays there, marked as seen)."""

    name: str
    filed: Filed | None = None
    refused: str = ""


def fetch_incoming(
    *, mail: MailSettings, now: Callable[[], datetime], finders: Sequence[Finder] = ()
) -> Iterator[Fetched]:
    """Take in every message of the folder that was not seen. Nothing is deleted there.

    `finders` know by whose numbers a reply is filed. Errors: `MailboxUnreachable`.
    """
    try:
        box = _opened(mail)
    except (OSError, imaplib.IMAP4.error) as error:
        raise MailboxUnreachable(_in_words(error)) from error
    try:
        for uid in _answer(box.uid("search", "UNSEEN"))[0].split():
            yield _fetched(box, uid.decode(), mail.largest, now, finders)
    except (OSError, imaplib.IMAP4.error) as error:
        raise MailboxUnreachable(_in_words(error)) from error
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            box.logout()


def _opened(mail: MailSettings) -> imaplib.IMAP4:
    server = mail.incoming
    context = ssl.create_default_context() if server.encryption != "none" else None
    box: imaplib.IMAP4
    if server.encryption == "tls":
        box = imaplib.IMAP4_SSL(server.host, server.port, ssl_context=context, timeout=server.timeout)
    else:
        box = imaplib.IMAP4(server.host, server.port, timeout=server.timeout)
    try:
        if server.encryption == "starttls":
            box.starttls(context)
        box.login(server.user, server.password)
        _answer(box.select(_quoted(mail.folder)))
    except BaseException:
        box.shutdown()
        raise
    return box


def _fetched(
    box: imaplib.IMAP4, uid: str, largest: int, now: Callable[[], datetime], finders: Sequence[Finder]
) -> Fetched:
    name = f"mail-{uid}.eml"
    size = _SIZE.search(b" ".join(part for part in _answer(box.uid("fetch", uid, "(RFC822.SIZE)")) if part))
    filed, refused = None, ""
    is_left = bool(size and int(size[1]) > MOST_KEPT * largest)
    # PEEK: it counts as seen only once it is kept here. Of one that is far too large only the headers are taken.
    parts = box.uid("fetch", uid, "(BODY.PEEK[HEADER])" if is_left else "(BODY.PEEK[])")[1]
    content = next((part[1] for part in parts if isinstance(part, tuple)), b"")
    whole = int(size[1]) if size and is_left else 0
    try:
        filed = receive_message(
            content=content, name=name, largest=largest, at=now(), whole_size=whole, finders=finders
        )
    except IncomingRefused as error:
        refused = error.why
    _answer(box.uid("store", uid, "+FLAGS", "(\\Seen)"))
    return Fetched(name=name, filed=filed, refused=refused)


def _answer(answer: tuple[str, Sequence[Any]]) -> list[bytes]:
    """What the server answered. Errors: `IMAP4.error` in its words."""
    status, found = answer
    if status != "OK":
        raise imaplib.IMAP4.error(b" ".join(part for part in found if part).decode("utf-8", "replace"))
    return [part for part in found if isinstance(part, bytes)] or [b""]


def _quoted(folder: str) -> str:
    return '"' + folder.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _in_words(error: Exception) -> str:
    first = error.args[0] if error.args else ""
    said = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(error)
    return " ".join(said.split()) or type(error).__name__
