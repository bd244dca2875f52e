"""Filing what came in: with the message that it answers, or in the list of what waits for a person."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.db import IntegrityError, transaction

from corcom.access.models import User
from corcom.documents.actions import store_file
from corcom.outbox.actions.errors import FiledAlready, IncomingRefused
from corcom.outbox.domain.bounces import Bounce
from corcom.outbox.domain.incoming import IncomingText, is_message, read_incoming
from corcom.outbox.domain.odd_mail import nobody_told, size_told
from corcom.outbox.models import IncomingKind, IncomingMessage, OutgoingMessage
from corcom.outbox.queries.incoming import NoSuchIncoming
from corcom.outbox.queries.proposals import Finder, message_named
from corcom.outbox.queries.standing import NoSuchMessage

MEDIA_TYPE = "message/rfc822"
MOST_KEPT: Final = 4
"""How many times larger than what is read a message may be and is still kept whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What became of a message that came in: its number, its kind, the message it answers, and whether it was new."""

    number: int
    kind: str
    answers: int | None
    is_new: bool


def receive_message(
    *,
    content: bytes,
    name: str,
    largest: int,
    at: datetime,
    by: str = "",
    whole_size: int = 0,
    finders: Sequence[Finder] = (),
) -> Filed:
    """Keep a message with its original and file it with the message it answers, where its headers say so.

    A reply that nothing of that places is filed by the number that it names, where one of the `finders` knows that number.

    The same again (the same bytes, or the same Message-ID from the same sender) changes nothing. Words are read from the
    first `largest` bytes; up to `MOST_KEPT` times as many are kept. `whole_size` is given where `content` is but the
    headers of a message of so many bytes that stays where it is. `by` is the account's name, empty for a command.
    Errors: `IncomingRefused`.
    """
    if len(content) > MOST_KEPT * largest:
        raise IncomingRefused(name, f"larger than {MOST_KEPT * largest // 1_000_000} MB")
    if not is_message(content):
        raise IncomingRefused(name, "this is no e-mail")
    read = read_incoming(content[:largest], name=name)
    size = size_told(whole_size or len(content), largest=largest, is_left=bool(whole_size))
    read = replace(read, not_read=(*size, *read.not_read))
    if OutgoingMessage.objects.filter(message_id=read.message_id).exists():
        raise IncomingRefused(name, "it went out from here")
    try:
        return _kept(read, content, name, at, by, finders)
    except IntegrityError:
        # Another command kept the same message a moment ago.
        return _kept(read, content, name, at, by, finders)


@transaction.atomic
def _kept(read: IncomingText, content: bytes, name: str, at: datetime, by: str, finders: Sequence[Finder]) -> Filed:
    file = store_file(content=io.BytesIO(content), name=_name(name), media_type=MEDIA_TYPE, at=at, by=by)
    known = IncomingMessage.objects.filter(file=file).first() or _same(read)
    if known is not None:
        return Filed(number=known.pk, kind=known.kind, answers=known.answers_id, is_new=False)
    answered, through = _answered(read)
    if answered is None and read.kind == "reply":
        answered = message_named(sender=read.sender, subject=read.subject, text=read.text, finders=finders)
        through = "number" if answered else ""
    bounce = read.bounce or Bounce()
    not_read = list(read.not_read)
    if read.bounce and not (bounce.recipient or answered):
        not_read.append(nobody_told())
    row = IncomingMessage.objects.create(
        file=file,
        kind=read.kind,
        message_id=read.message_id,
        sender=read.sender,
        sender_name=read.sender_name,
        subject=read.subject,
        text=read.text,
        attachments=list(read.attachments),
        not_read=[[each.template, each.values] for each in not_read],
        sent_at=read.sent_at,
        received_at=at,
        failed_recipient=bounce.recipient or (answered.recipient if answered and read.bounce else ""),
        failed_code=bounce.code,
        failed_words=bounce.said,
        answers=answered,
        filed_through=through,
        filed_at=at if answered else None,
    )
    return Filed(number=row.pk, kind=row.kind, answers=row.answers_id, is_new=True)


@transaction.atomic
def file_incoming(*, number: int, message: int, by: User, at: datetime) -> None:
    """A person says which message this answers. Errors: `NoSuchIncoming`, `NoSuchMessage`, `FiledAlready`."""
    row = _waiting(number)
    answered = OutgoingMessage.objects.filter(pk=message).first()
    if answered is None:
        raise NoSuchMessage(message)
    row.answers, row.filed_through, row.filed_at, row.filed_by = answered, "person", at, by
    row.set_aside_at = row.set_aside_by = None
    row.save(update_fields=["answers", "filed_through", "filed_at", "filed_by", "set_aside_at", "set_aside_by"])


@transaction.atomic
def set_incoming_aside(*, number: int, by: User, at: datetime) -> None:
    """A person says that this belongs to no message; it stays and can still be filed. Errors: `NoSuchIncoming`, `FiledAlready`."""
    row = _waiting(number)
    row.set_aside_at, row.set_aside_by = at, by
    row.save(update_fields=["set_aside_at", "set_aside_by"])


@transaction.atomic
def set_automatic_aside(*, sender: str, by: User, at: datetime) -> int:
    """Set all automatic answers of one sender aside that wait to be filed; gives how many. They stay, with their originals."""
    rows = IncomingMessage.objects.filter(
        kind=IncomingKind.AUTOMATIC, sender=sender, answers__isnull=True, set_aside_at__isnull=True
    )
    return rows.update(set_aside_at=at, set_aside_by=by)


def _waiting(number: int) -> IncomingMessage:
    row = IncomingMessage.objects.select_for_update().filter(pk=number).first()
    if row is None:
        raise NoSuchIncoming(number)
    if row.answers_id is not None:
        raise FiledAlready(number)
    return row


def _same(read: IncomingText) -> IncomingMessage | None:
    if not read.message_id:
        return None
    return IncomingMessage.objects.filter(message_id=read.message_id, sender=read.sender).first()


def _answered(read: IncomingText) -> tuple[OutgoingMessage | None, str]:
    """The message that this answers and what said so: the nearest sign first."""
    report = (read.bounce.of,) if read.bounce and read.bounce.of else ()
    ids = {"report": report, "in_reply_to": read.in_reply_to, "references": read.references}
    wanted = {each for those in ids.values() for each in those}
    known = {row.message_id: row for row in OutgoingMessage.objects.filter(message_id__in=wanted)} if wanted else {}
    for through, those in ids.items():
        for each in those:
            if each in known:
                return known[each], through
    if read.tokens:
        found = {row.token: row for row in OutgoingMessage.objects.filter(token__in=read.tokens)}
        for token in read.tokens:
            if token in found:
                return found[token], "token"
    return None, ""


def _name(name: str) -> str:
    return name if name.lower().endswith(".eml") else f"{name}.eml"
