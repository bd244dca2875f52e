"""Writing again: a further message in the thread of one that came in, or of one that went out."""

from __future__ import annotations

from datetime import datetime

from corcom.access.models import User
from corcom.outbox.actions.preparing import prepare_message
from corcom.outbox.domain.draft import Draft
from corcom.outbox.domain.server import MailSettings
from corcom.outbox.domain.threads import FURTHER, going_on
from corcom.outbox.models import IncomingMessage, OutgoingMessage
from corcom.outbox.queries.exchange import thread_of_incoming, thread_of_message
from corcom.outbox.queries.incoming import NoSuchIncoming
from corcom.outbox.queries.standing import NoSuchMessage, about_of


def answer_incoming(
    *, number: int, subject: str, text: str, language: str, mail: MailSettings, by: User, at: datetime
) -> int:
    """Prepare an answer to whoever wrote an incoming message, in its thread; gives the number of the message.

    It is about what the answered letter is about. Errors: `NoSuchIncoming`, and those of `prepare_message`.
    """
    row = IncomingMessage.objects.select_related("answers").filter(pk=number).first()
    if row is None:
        raise NoSuchIncoming(number)
    draft = Draft(
        kind=FURTHER,
        recipient=row.sender,
        recipient_name=row.sender_name,
        subject=subject,
        text=text,
        language=language,
        about=about_of(row.answers),
    )
    draft = going_on(draft, thread_of_incoming(number=number))
    return prepare_message(draft=draft, mail=mail, by=by, at=at).pk


def write_again(
    *, number: int, subject: str, text: str, language: str, mail: MailSettings, by: User, at: datetime
) -> int:
    """Prepare a further message to the recipient of an outgoing one, in its thread; gives the number of the message.

    Errors: `NoSuchMessage`, and those of `prepare_message`.
    """
    row = OutgoingMessage.objects.filter(pk=number).first()
    if row is None:
        raise NoSuchMessage(number)
    draft = Draft(
        kind=FURTHER,
        recipient=row.recipient,
        recipient_name=row.recipient_name,
        subject=subject,
        text=text,
        language=language,
        about=about_of(row),
    )
    draft = going_on(draft, thread_of_message(number=number))
    return prepare_message(draft=draft, mail=mail, by=by, at=at).pk
