"""What a person does about an address that failed: another is used instead, or the same works again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.directory.actions import change_address
from corcom.outbox.actions.errors import NotFailing, SameAddress
from corcom.outbox.actions.preparing import check_address, prepare_messages
from corcom.outbox.actions.steps import cancel_messages
from corcom.outbox.domain.draft import AttachmentFile, Draft
from corcom.outbox.domain.server import MailSettings
from corcom.outbox.domain.standing import MAY
from corcom.outbox.models import AddressFact, MessageAttachment, OutgoingMessage
from corcom.outbox.queries.addresses import addresses_failing
from corcom.outbox.queries.messages import messages_numbered
from corcom.outbox.queries.standing import about_of
from corcom.outbox.queries.undelivered import messages_undelivered


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """How many contact points of the directory were changed, and the `messages` prepared to the new address, with their `batch`."""

    contacts: int
    messages: tuple[int, ...] = ()
    batch: str = ""


@transaction.atomic
def mend_address(
    *, address: str, instead: str, again: Sequence[int], mail: MailSettings, by: User, at: datetime
) -> Mended:
    """Use another address from now on: in the directory, and for the messages `again` that did not arrive at the old one.

    These are prepared anew and go out when a person releases them; those of them that still waited are cancelled. What
    else is named in `again` is passed over. Errors: `NotFailing`, `SameAddress`, `AddressRefused`, and those of
    `prepare_messages` but `NothingChosen`.
    """
    _failing(address)
    new = instead.strip()
    check_address("instead", new)
    if new.lower() == address.lower():
        raise SameAddress(address)
    offered = {line.number for line in messages_undelivered(address=address, now=at)}
    rows = _prepare_again(sorted(offered & set(again)), new, mail=mail, by=by, at=at)
    contacts = change_address(old=address, new=new, at=at, by=by.username)
    AddressFact.objects.create(address=address.lower(), instead=new, by=by, at=at)
    batch = rows[0].batch if rows else ""
    return Mended(contacts=contacts, messages=tuple(row.pk for row in rows), batch=batch)


@transaction.atomic
def address_works(*, address: str, by: User, at: datetime) -> None:
    """Say that an address works again: what came back before counts no more. Errors: `NotFailing`."""
    _failing(address)
    AddressFact.objects.create(address=address.lower(), by=by, at=at)


def _failing(address: str) -> None:
    if address.lower() not in {one.address for one in addresses_failing()}:
        raise NotFailing(address)


def _prepare_again(
    numbers: Sequence[int], new: str, *, mail: MailSettings, by: User, at: datetime
) -> list[OutgoingMessage]:
    if not numbers:
        return []
    waiting = [line.number for line in messages_numbered(numbers=numbers, now=at) if line.state in MAY["cancel"]]
    if waiting:
        cancel_messages(messages=waiting, by=by, at=at)
    old = list(OutgoingMessage.objects.filter(pk__in=numbers).order_by("pk"))
    attached: dict[int, list[AttachmentFile]] = {}
    for each in MessageAttachment.objects.filter(message__in=old):
        attached.setdefault(each.message_id, []).append(AttachmentFile(file=each.file_id, name=each.name))
    drafts = [_draft(row, new, tuple(attached.get(row.pk, ()))) for row in old]
    return prepare_messages(drafts=drafts, mail=mail, by=by, at=at)


def _draft(row: OutgoingMessage, new: str, attached: tuple[AttachmentFile, ...]) -> Draft:
    return Draft(
        kind=row.kind,
        recipient=new,
        recipient_name=row.recipient_name,
        subject=row.subject,
        text=row.text,
        html=row.html,
        language=row.language,
        about=about_of(row),
        in_reply_to=row.in_reply_to,
        references=tuple(row.references.split()),
        is_automatic=row.is_automatic,
        attachments=attached,
        instead_of=row.pk,
    )
