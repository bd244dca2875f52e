"""Messages in the outbox that tests need to be there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.factories.mail import mail_settings
from tests.factories.rows import AT, new_user

from corcom.access.models import User
from corcom.outbox.actions import prepare_message, prepare_messages, release_messages
from corcom.outbox.domain.draft import About, Draft
from corcom.outbox.domain.server import MailSettings
from corcom.outbox.models import OutgoingMessage

DRAFT = Draft(
    kind="letter",
    recipient="mission@zambia.example",
    recipient_name="Permanent Mission of Zambia",
    subject="Initial transparency report",
    text="Excellency,\n\nthe report falls due on 30 April.\n",
    about=About(kind="letter", number=7),
)


def clerk() -> User:
    """Somebody of the secretariat."""
    return User.objects.filter(username="clerk").first() or new_user(username="clerk", name="Carl Clerk")


def prepared(mail: MailSettings | None = None, **changes: Any) -> OutgoingMessage:
    """A message that nobody released yet."""
    return prepare_message(draft=replace(DRAFT, **changes), mail=mail or mail_settings(), by=clerk(), at=AT)


def released(count: int = 1, **changes: Any) -> list[OutgoingMessage]:
    """Messages to so many missions that are due."""
    drafts = [replace(DRAFT, **{"recipient": f"mission{n}@state.example", **changes}) for n in range(count)]
    rows = prepare_messages(drafts=drafts, mail=mail_settings(), by=clerk(), at=AT)
    release_messages(messages=[row.pk for row in rows], by=clerk(), at=AT)
    return rows
