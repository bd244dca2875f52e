"""Letters and reminders of invitations: prepared in the outbox, sent by nobody before a person releases them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.kernel.actor import Actor
from corcom.meetings.queries import PlannedMeeting, planned_meeting
from corcom.outbox.actions import give_ways_out, prepare_messages
from corcom.outbox.domain.draft import About, Draft
from corcom.outbox.domain.writing import Writing
from corcom.outbox.queries import addresses_now, parted_by_preference
from corcom.participation.actions.steps import locked_plan
from corcom.participation.domain.invitees import InvitationRefused
from corcom.participation.domain.letters import LetterWords, invitation_letter, reminder_letter
from corcom.participation.models import InvitationLetter
from corcom.participation.queries.invitations import InvitedDelegation, invitations
from corcom.register.domain.conventions import convention_name


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedLetters:
    """How many letters were prepared, their `batch` in the outbox, and the names of those who get none.

    They have no address at which letters arrive, or they `left` reminders.
    """

    prepared: int
    batch: str
    without_address: tuple[str, ...]
    left: tuple[str, ...] = ()


@transaction.atomic
def prepare_letters(*, meeting: int, number: int, writing: Writing, by: User, at: datetime) -> PreparedLetters:
    """Prepare the letters of invitation (`number` 0) or one reminder (from 1 on), all in one step.

    A letter goes to everybody who has none by the link that opens now; a reminder only to those who were written to and
    have not answered, and to nobody twice. Errors: `NotPlanned`, `InvitationRefused` (the meeting is off), and those of
    `prepare_messages`.
    """
    found = planned_meeting(number=meeting)
    if found.said == "cancelled":
        raise InvitationRefused("cancelled")
    # Two who press the button at once: the second waits here, and then finds everything prepared.
    locked_plan(meeting)
    asked = list(_wanted(invitations(meeting=meeting), number))
    now = addresses_now(one.email for one in asked if one.email)
    written = [(one, _draft(one, now[one.email], found, number, writing)) for one in asked if now.get(one.email)]
    without = tuple(one.name for one in asked if not now.get(one.email))
    wanted, gone = parted_by_preference([draft for _, draft in written])
    left = tuple(draft.recipient_name for draft in gone)
    if not wanted:
        return PreparedLetters(prepared=0, batch="", without_address=without, left=left)
    reached = [one for one, draft in written if draft in wanted]
    drafts = give_ways_out(drafts=wanted, writing=writing, by=by, at=at)
    messages = prepare_messages(drafts=drafts, mail=writing.mail, by=by, at=at)
    InvitationLetter.objects.bulk_create(
        InvitationLetter(
            invitation_id=one.number,
            number=number,
            link_id=one.link.number,
            message=message,
            prepared_at=at,
            prepared_by=by,
        )
        for one, message in zip(reached, messages, strict=True)
    )
    return PreparedLetters(prepared=len(messages), batch=messages[0].batch, without_address=without, left=left)


def _wanted(found: Iterable[InvitedDelegation], number: int) -> Iterable[InvitedDelegation]:
    for one in found:
        if one.is_withdrawn:
            continue
        if number == 0:
            if one.letter is None:
                yield one
        elif one.letter is not None and one.last is None and number not in {each.number for each in one.letters}:
            yield one


def _draft(one: InvitedDelegation, address: str, found: PlannedMeeting, number: int, writing: Writing) -> Draft:
    wording, planned = writing.wording(one.language), found.plan
    convention = convention_name(planned.convention)
    times = "–".join(part for part in (planned.start_time, planned.end_time) if part)
    told = LetterWords(
        meeting=planned.body,
        convention=wording.gettext(convention) if convention else "",
        date=planned.date,
        time=f"{times} ({planned.zone.replace('_', ' ')})",
        place=planned.place,
        delegation=wording.name(Actor(one.code, one.name)),
        answer_by=one.answer_by.isoformat(),
        address=writing.address(one.link),
        sender=writing.mail.sender_name,
    )
    subject, text = invitation_letter(told, wording) if number == 0 else reminder_letter(told, wording)
    return Draft(
        kind="invitation" if number == 0 else "invitation_reminder",
        recipient=address,
        recipient_name=told.delegation,
        subject=subject,
        text=text,
        language=one.language,
        about=About(kind="invitation", number=one.number),
    )
