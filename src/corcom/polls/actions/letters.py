"""The letters of a poll: to each delegation its own link, and a reminder to those who have not answered."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.outbox.actions import prepare_messages
from corcom.outbox.domain.draft import About, Draft
from corcom.outbox.domain.writing import Writing
from corcom.outbox.queries import MessagesWanted, messages_page
from corcom.polls.actions.errors import PollEnded
from corcom.polls.domain.poll import last_day
from corcom.polls.domain.poll_words import Occasion, PollLetter, poll_words
from corcom.polls.queries.polls import PartyStanding, PollStanding, poll

KIND = "poll"


@transaction.atomic
def prepare_poll_letters(*, number: int, language: str, writing: Writing, by: User, at: datetime) -> int:
    """Prepare a letter for everybody who has an address and no letter yet, and a reminder for those who have not answered.

    Gives how many wait in the outbox now; those to whom a letter is still waiting there are left out. Errors: `NoSuchPoll`,
    `PollEnded`, and those of `prepare_messages` but `NothingChosen`.
    """
    found = poll(number=number)
    if not found.takes_answers(at):
        raise PollEnded(found.ended_at or found.closes_at)
    before = messages_page(wanted=MessagesWanted(about=About(kind=KIND, number=number)), now=at, size=None).lines
    written = {line.recipient.lower() for line in before if line.state != "cancelled"}
    pending = {line.recipient.lower() for line in before if line.state in {"prepared", "held", "released"}}
    drafts = [
        _draft(found, one, "reminder" if one.address.lower() in written else "first", language, writing)
        for one in found.waiting
        if one.address and one.address.lower() not in pending
    ]
    return len(prepare_messages(drafts=drafts, mail=writing.mail, by=by, at=at)) if drafts else 0


def _draft(found: PollStanding, one: PartyStanding, occasion: Occasion, language: str, writing: Writing) -> Draft:
    plan, wording = found.meeting.plan, writing.wording(language)
    letter = PollLetter(
        plan=plan,
        dates=found.dates,
        link=writing.address(one.link),
        until=last_day(found.closes_at, plan.zone).isoformat(),
        note=found.note,
        sender=writing.mail.sender_name,
    )
    words = poll_words(letter, wording, occasion=occasion)
    return Draft(
        kind=KIND,
        recipient=one.address,
        recipient_name=one.name,
        subject=words.subject,
        text=words.text,
        language=wording.language,
        about=About(kind=KIND, number=found.number),
    )
