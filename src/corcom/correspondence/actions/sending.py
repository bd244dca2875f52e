"""Letting a letter out: by e-mail through the outbox, on paper in the bag."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction

from corcom.access.models import User
from corcom.correspondence.actions.errors import AddresseesGone, AddressesGone
from corcom.correspondence.actions.moving import moved_since
from corcom.correspondence.actions.stepping import locked_letter, take_step
from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.letter_email import letter_email
from corcom.correspondence.domain.letter_words import words_from
from corcom.correspondence.models import LetterCopy, StateLetter
from corcom.correspondence.queries.copy_facts import addresses_on
from corcom.outbox.actions import prepare_messages, release_messages
from corcom.outbox.domain.draft import About, AttachmentFile, Draft
from corcom.outbox.domain.letter_numbers import LetterNumber
from corcom.outbox.domain.server import MailSettings
from corcom.register.domain.states import states

KIND = "letter"
"""Of the messages, and of what they are about: a copy."""


@transaction.atomic
def send_letter(
    *, letter: int, mail: MailSettings, by: User, at: datetime, named: Iterable[Addressee] | None = None
) -> int:
    """Give every copy that goes by e-mail to the outbox and release it; gives how many messages those are.

    The one who sends is the person who releases. The addresses are those of the day on which it leaves, whatever they were when it
    was approved; a copy without one goes on paper. `named` are those whom the audience names now: where they are given, one that
    it names no more stops a letter by e-mail. Errors: `NoSuchLetter`, `LetterStepRefused`, `AddresseesGone`, `AddressesGone`, and
    those of `prepare_messages` but `NothingChosen`.
    """
    row = locked_letter(letter)
    take_step(row, "sent", by=by, at=at)
    if named is not None and row.by_email:
        _, went, other = moved_since(row, named)
        if went or other:
            raise AddresseesGone((), went, other)
    copies = list(row.copies.filter(left_out="").select_related("docx", "pdf"))
    if row.by_email:
        _readdress(row, copies, at.date())
    drafts = [draft for copy in copies for draft in letter_drafts(row, copy)] if row.by_email else []
    if not drafts:
        return 0
    made = prepare_messages(drafts=drafts, mail=mail, by=by, at=at)
    release_messages(messages=[message.pk for message in made], by=by, at=at)
    return len(made)


def _readdress(row: StateLetter, copies: Sequence[LetterCopy], day: date) -> None:
    """Let every copy go to the addresses of the day."""
    found = addresses_on(row, copies, day)
    for copy in copies:
        copy.addresses = list(found[copy.iso3])
    if not row.on_paper and (without := sorted(copy.iso3 for copy in copies if not copy.addresses)):
        raise AddressesGone(without)
    LetterCopy.objects.bulk_update(copies, ["addresses"])


def letter_drafts(row: StateLetter, copy: LetterCopy) -> list[Draft]:
    """The messages by which a copy whose words and addresses are settled goes out, one to each address."""
    words, number = words_from(copy.words), LetterNumber(row.convention, row.year or 0, row.position or 0, copy.iso3)
    text = letter_email(words, signatory=row.signatory, office=row.office)
    attached = tuple(AttachmentFile(file=file.pk, name=file.name) for file in (copy.pdf,) if file)
    return [
        Draft(
            kind=KIND,
            recipient=address,
            recipient_name=states()[copy.iso3].name,
            subject=f"{words.subject} ({number})",
            text=text,
            language=copy.language,
            about=About(kind=KIND, number=copy.pk),
            attachments=attached,
        )
        for address in copy.addresses
    ]
