"""Preparing messages: everything about them is settled and checked before anything is stored."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from corcom.access.models import User
from corcom.documents.models import StoredFile
from corcom.documents.queries import NoSuchFile
from corcom.kernel.mail_address import in_ascii
from corcom.outbox.actions.errors import NoSender, NothingChosen, NotWanted, TooLarge
from corcom.outbox.domain.addresses import with_token
from corcom.outbox.domain.draft import Draft
from corcom.outbox.domain.draft_checks import AddressRefused, check_draft, check_line
from corcom.outbox.domain.server import MailSettings
from corcom.outbox.models import MessageAttachment, OutgoingMessage
from corcom.outbox.queries.preferences import parted_by_preference

_IN_BASE64 = 4 / 3 * 78 / 76
"""How much larger a file becomes on its way."""


def prepare_message(*, draft: Draft, mail: MailSettings, by: User, at: datetime) -> OutgoingMessage:
    """Prepare one message; nobody sends it before it is released. Errors: as `prepare_messages`."""
    return prepare_messages(drafts=[draft], mail=mail, by=by, at=at)[0]


@transaction.atomic
def prepare_messages(
    *, drafts: Sequence[Draft], mail: MailSettings, by: User, at: datetime, batch: str = ""
) -> list[OutgoingMessage]:
    """Prepare several messages, all or none; `batch` is what they have in common (empty: a word is made up).

    Errors: `NothingChosen`, `NoSender`, `DraftRefused` (`HeaderRefused`, `AddressRefused`), `NotWanted`, `NoSuchFile`, `TooLarge`.
    """
    if not drafts:
        raise NothingChosen
    _check_sender(mail)
    for draft in drafts:
        check_draft(draft)
        check_address("recipient", draft.recipient)
        if draft.reply_to:
            check_address("reply_to", draft.reply_to)
    if left := parted_by_preference(drafts)[1]:
        raise NotWanted(tuple((draft.recipient, draft.kind) for draft in left))
    files = _files(drafts)
    for draft in drafts:
        _check_size(draft, files, mail.largest)
    together = batch or secrets.token_hex(8)
    rows = OutgoingMessage.objects.bulk_create([_row(draft, mail, together, by, at) for draft in drafts])
    MessageAttachment.objects.bulk_create(
        MessageAttachment(
            message=row, file=files[attached.file], name=attached.name or files[attached.file].name, position=position
        )
        for row, draft in zip(rows, drafts, strict=True)
        for position, attached in enumerate(draft.attachments)
    )
    return rows


def check_address(field: str, address: str) -> None:
    """Refuse what is no address that a letter can go to. Errors: `AddressRefused`.

    A domain may be written in any script; before the @ only letters that every server knows.
    """
    try:
        validate_email(in_ascii(address))
    except ValidationError as error:
        raise AddressRefused(field, address) from error


def _check_sender(mail: MailSettings) -> None:
    if not mail.sender:
        raise NoSender
    check_line("sender_name", mail.sender_name)
    for field in ("sender", "replies", "bounces"):
        if address := getattr(mail, field):
            check_address(field, address)


def _files(drafts: Sequence[Draft]) -> dict[int, StoredFile]:
    wanted = {attached.file for draft in drafts for attached in draft.attachments}
    found = StoredFile.objects.in_bulk(wanted)
    if missing := sorted(wanted - found.keys()):
        raise NoSuchFile(missing[0])
    return found


def _check_size(draft: Draft, files: dict[int, StoredFile], largest: int) -> None:
    attached = sum(files[each.file].size for each in draft.attachments) * _IN_BASE64
    # The part for calendars goes twice, once as a file.
    words = len(draft.text) + len(draft.html) + 2 * len(draft.calendar.content if draft.calendar else "")
    size = round(attached) + 3 * words + 10_000
    if size > largest:
        raise TooLarge(size=size, largest=largest)


def _row(draft: Draft, mail: MailSettings, batch: str, by: User, at: datetime) -> OutgoingMessage:
    token = secrets.token_hex(12)
    replies = mail.replies or mail.sender
    bounces = mail.bounces or replies
    domain = mail.domain or in_ascii(mail.sender).rpartition("@")[2]
    return OutgoingMessage(
        kind=draft.kind,
        about_kind=draft.about.kind if draft.about else "",
        about_number=draft.about.number if draft.about else None,
        batch=batch,
        language=draft.language,
        sender=mail.sender,
        sender_name=mail.sender_name,
        reply_to=draft.reply_to or (with_token(replies, token) if mail.plus else mail.replies),
        bounces_to=with_token(bounces, token) if mail.plus else bounces,
        recipient=draft.recipient,
        recipient_name=draft.recipient_name.strip(),
        subject=draft.subject.strip(),
        text=draft.text,
        html=draft.html,
        calendar=draft.calendar.content if draft.calendar else "",
        calendar_method=draft.calendar.method if draft.calendar else "",
        token=token,
        message_id=f"<{token}@{domain}>",
        instead_of_id=draft.instead_of or None,
        in_reply_to=draft.in_reply_to,
        references=" ".join(draft.references),
        is_automatic=draft.is_automatic,
        unsubscribe=draft.unsubscribe,
        prepared_at=at,
        prepared_by=by,
    )
