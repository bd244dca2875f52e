"""The letters of a poll: to each delegation its own link, and a reminder to those who have not answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.outbox.actions import give_ways_out, prepare_messages
from corcom.outbox.domain.draft import About, Draft
from corcom.outbox.domain.writing import Writing
from corcom.outbox.queries import MessagesWanted, addresses_now, messages_page, parted_by_preference
from corcom.polls.actions.errors import PollEnded
from corcom.polls.domain.poll import last_day
from corcom.polls.domain.poll_words import Occasion, PollLetter, poll_words
from corcom.polls.queries.polls import PartyStanding, PollStanding, poll

KIND = "poll"


@dataclass(frozen=True, slots=True, kw_only=True)
class PollLetters:
    """How many letters wait in the outbox now, and the names of those left out: their address is `dead`, or they `left`."""

    count: int
    dead: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@transaction.atomic
def prepare_poll_letters(*, number: int, language: str, writing: Writing, by: User, at: datetime) -> PollLetters:
    """Prepare a letter for everybody who has an address and no letter yet, and a reminder for those who have not answered.

    Those to whom a letter is still waiting in the outbox are left out, and those who left such reminders. Errors: `NoSuchPoll`,
    `PollEnded`, and those of `prepare_messages` but `NothingChosen`.
    """
    found = poll(number=number)
    if not found.takes_answers(at):
        raise PollEnded(found.ended_at or found.closes_at)
    before = messages_page(wanted=MessagesWanted(about=About(kind=KIND, number=number)), now=at, size=None).lines
    written = {line.recipient.lower() for line in before if line.state != "cancelled"}
    pending = {line.recipient.lower() for line in before if line.state in {"prepared", "held", "released"}}
    now = addresses_now(one.address for one in found.waiting if one.address)
    drafts = [
        _draft(
            found,
            one,
            address,
            "reminder" if {address.lower(), one.address.lower()} & written else "first",
            language,
            writing,
        )
        for one in found.waiting
        if (address := now.get(one.address, "")) and address.lower() not in pending
    ]
    wanted, left = parted_by_preference(drafts)
    out = give_ways_out(drafts=wanted, writing=writing, by=by, at=at)
    if out:
        prepare_messages(drafts=out, mail=writing.mail, by=by, at=at)
    dead = tuple(one.name for one in found.waiting if one.address and not now[one.address])
    return PollLetters(count=len(out), dead=dead, left=tuple(draft.recipient_name for draft in left))


def _draft(
    found: PollStanding, one: PartyStanding, address: str, occasion: Occasion, language: str, writing: Writing
) -> Draft:
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
        kind=KIND if occasion == "first" else f"{KIND}_reminder",
        recipient=address,
        recipient_name=one.name,
        subject=words.subject,
        text=words.text,
        language=wording.language,
        about=About(kind=KIND, number=found.number),
    )
