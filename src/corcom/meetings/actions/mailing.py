"""Meetings by e-mail: invitations for calendars, and what those who have one are told when a meeting changes.

Everything is prepared in the outbox, where a person releases it; nothing goes out from here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.meetings.actions.planning import AlreadyHeld, AlreadySaid
from corcom.meetings.domain.calendar_entries import CalendarEntry
from corcom.meetings.domain.calendar_invitation import CalendarAddress, calendar_invitation, method_for
from corcom.meetings.domain.invitation_words import Occasion, invitation_words
from corcom.meetings.models import MeetingPlan, PlanMessage
from corcom.meetings.queries.calendar import meeting_entry
from corcom.meetings.queries.mailed import Mailed, latest_mailed, mailed
from corcom.meetings.queries.plans import NotPlanned
from corcom.outbox.actions import cancel_messages, prepare_messages
from corcom.outbox.domain.calendar_part import CalendarPart
from corcom.outbox.domain.draft import About, Draft
from corcom.outbox.domain.writing import Writing

KIND = "calendar_invitation"


@transaction.atomic
def prepare_invitations(
    *, meeting: int, recipients: Sequence[CalendarAddress], language: str, writing: Writing, by: User, at: datetime
) -> list[int]:
    """Prepare an invitation to a planned meeting for each recipient; gives the numbers of the messages.

    Whoever has, or is about to get, the meeting as it stands is left out. Errors: `NotPlanned`, `AlreadyHeld`,
    `AlreadySaid` for one that is cancelled, and those of `prepare_messages` but `NothingChosen`.
    """
    plan = _plan(meeting)
    if plan.said == "cancelled":
        raise AlreadySaid(plan.said)
    every = mailed(meeting=meeting, now=at)
    known, out_there = latest_mailed(every), latest_mailed([one for one in every if not one.waits])
    wanted = {one.address.lower(): one for one in recipients}
    new = {key: one for key, one in wanted.items() if not _is_told(known.get(key), plan.revision)}
    _call_back([one for one in every if one.recipient.lower() in new], by=by, at=at)
    told = [(one, language, _occasion(out_there.get(key))) for key, one in new.items()]
    return _prepare(plan, told, writing=writing, by=by, at=at)


@transaction.atomic
def prepare_updates(*, meeting: int, writing: Writing, by: User, at: datetime) -> list[int]:
    """Prepare for everybody who has an earlier invitation what has become of the meeting; gives the numbers of the messages.

    What still waits in the outbox is called back and replaced; of a meeting that is cancelled only those hear to whom
    something was let out. Errors: `NotPlanned`, `AlreadyHeld`, and those of `prepare_messages` but `NothingChosen`.
    """
    plan = _plan(meeting)
    every = mailed(meeting=meeting, now=at)
    out_there = latest_mailed([one for one in every if not one.waits])
    stale = {key: one for key, one in latest_mailed(every).items() if not _is_told(one, plan.revision)}
    _call_back([one for one in every if one.waits and one.recipient.lower() in stale], by=by, at=at)
    told: list[tuple[CalendarAddress, str, Occasion]] = []
    for key, one in stale.items():
        before = out_there.get(key)
        if plan.said == "cancelled" and (before is None or before.method == "CANCEL"):
            continue
        occasion: Occasion = "cancelled" if plan.said == "cancelled" else _occasion(before)
        told.append((CalendarAddress(address=one.recipient, name=one.recipient_name), one.language, occasion))
    return _prepare(plan, told, writing=writing, by=by, at=at)


def _plan(meeting: int) -> MeetingPlan:
    row = MeetingPlan.objects.select_for_update(of=("self",)).select_related("meeting").filter(meeting=meeting).first()
    if row is None:
        raise NotPlanned(meeting)
    if row.meeting.on_record:
        raise AlreadyHeld(row.meeting.starts_on)
    return row


def _is_told(one: Mailed | None, revision: int) -> bool:
    return one is not None and one.revision >= revision


def _occasion(before: Mailed | None) -> Occasion:
    return "update" if before else "first"


def _call_back(waiting: Sequence[Mailed], *, by: User, at: datetime) -> None:
    """Never send what stands in the outbox and is out of date."""
    if numbers := [one.message for one in waiting if one.waits]:
        cancel_messages(messages=numbers, by=by, at=at)


def _prepare(
    plan: MeetingPlan,
    told: Sequence[tuple[CalendarAddress, str, Occasion]],
    *,
    writing: Writing,
    by: User,
    at: datetime,
) -> list[int]:
    if not told:
        return []
    entry = meeting_entry(plan.meeting, at.date())
    drafts = [_draft(entry, one, language, occasion, writing=writing, at=at) for one, language, occasion in told]
    rows = prepare_messages(drafts=drafts, mail=writing.mail, by=by, at=at)
    PlanMessage.objects.bulk_create(
        PlanMessage(plan=plan, message=row, method=method_for(entry), revision=plan.revision) for row in rows
    )
    return [row.pk for row in rows]


def _draft(
    entry: CalendarEntry, one: CalendarAddress, language: str, occasion: Occasion, *, writing: Writing, at: datetime
) -> Draft:
    wording, mail = writing.wording(language), writing.mail
    words = invitation_words(entry, wording, occasion=occasion, sender=mail.sender_name)
    content = calendar_invitation(
        entry,
        wording,
        organizer=CalendarAddress(address=mail.sender, name=mail.sender_name),
        attendee=one,
        site=writing.site,
        at=at,
    )
    return Draft(
        kind=KIND,
        recipient=one.address,
        recipient_name=one.name,
        subject=words.subject,
        text=words.text,
        language=language,
        about=About(kind="meeting", number=entry.number),
        calendar=CalendarPart(method=method_for(entry), content=content),
    )
