"""Inviting delegations to a planned meeting, each by a signed link of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction

from corcom.access.actions import give_link, withdraw_link
from corcom.access.models import SignedLink, User
from corcom.access.queries import GivenLink
from corcom.meetings.domain.plan import local_moment
from corcom.meetings.queries import PlannedMeeting, planned_meeting
from corcom.outbox.actions import check_address
from corcom.participation.actions.steps import locked_plan
from corcom.participation.domain.answers import may_answer
from corcom.participation.domain.invitees import InvitationRefused, Invitee
from corcom.participation.models import Invitation
from corcom.participation.queries.invitations import NoSuchInvitation

PURPOSE: Final = "invitation"
STAYS_OPEN: Final = timedelta(days=30)
"""How long after a meeting a delegation can still look at what it answered."""


@transaction.atomic
def invite(*, meeting: int, delegations: Sequence[Invitee], answer_by: date, by: User, at: datetime) -> int:
    """Invite delegations to a planned meeting until a last day for answers; answers how many were not invited before.

    Who was invited stays as they are; who was disinvited is invited again by a new link. Nothing is sent.
    Errors: `NotPlanned`, `InvitationRefused`, `AddressRefused`.
    """
    found = planned_meeting(number=meeting)
    if not delegations:
        raise InvitationRefused("nobody")
    check_deadline(found, answer_by, at)
    for one in delegations:
        if one.email:
            check_address("email", one.email)
    plan = locked_plan(meeting)
    known = {row.code: row for row in Invitation.objects.select_for_update(of=("self",)).filter(plan=plan)}
    new = 0
    for one in {each.code: each for each in delegations}.values():
        row = known.get(one.code)
        if row is not None and row.withdrawn_at is None:
            continue
        _write(row or Invitation(plan=plan, code=one.code), one, found, answer_by, by=by, at=at)
        new += 1
    return new


def check_deadline(found: PlannedMeeting, answer_by: date, at: datetime) -> None:
    """Refuse a last day for answers that is over, or after the meeting; and a meeting that is off.

    Errors: `InvitationRefused`.
    """
    if found.said == "cancelled":
        raise InvitationRefused("cancelled")
    if not may_answer(at, answer_by=answer_by, zone=found.plan.zone):
        raise InvitationRefused("too_early", answer_by)
    if answer_by > found.plan.ends_on:
        raise InvitationRefused("too_late", answer_by)


@transaction.atomic
def withdraw_invitation(*, number: int, by: User, at: datetime) -> None:
    """Take an invitation back; its link opens nothing any more. Errors: `NoSuchInvitation`."""
    row = _row(number)
    if row.withdrawn_at is not None:
        raise NoSuchInvitation(number)
    withdraw_link(number=row.link_id, by=by, at=at)
    row.withdrawn_at, row.withdrawn_by = at, by
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])


@transaction.atomic
def renew_link(*, number: int, by: User, at: datetime) -> GivenLink:
    """Give a delegation a new link; the old one opens nothing any more, and what was answered stays.

    Errors: `NoSuchInvitation`, `InvitationRefused` (the meeting is over).
    """
    row = _row(number)
    if row.withdrawn_at is not None:
        raise NoSuchInvitation(number)
    found = planned_meeting(number=row.plan.meeting_id)
    withdraw_link(number=row.link_id, by=by, at=at)
    link = _link(found, row.code, by=by, at=at)
    row.link = SignedLink.objects.get(pk=link.number)
    row.save(update_fields=["link"])
    return link


@transaction.atomic
def change_invitation(*, number: int, email: str, language: str, answer_by: date, by: User, at: datetime) -> None:
    """Change where and in which language a delegation is written to, and until when it may answer.

    Errors: `NoSuchInvitation`, `InvitationRefused`, `AddressRefused`.
    """
    del by
    row = _row(number)
    if email:
        check_address("email", email)
    if answer_by != row.answer_by:
        check_deadline(planned_meeting(number=row.plan.meeting_id), answer_by, at)
    row.email, row.language, row.answer_by = email, language[:10], answer_by
    row.save(update_fields=["email", "language", "answer_by"])


def _row(number: int) -> Invitation:
    row = Invitation.objects.select_for_update(of=("self",)).select_related("plan").filter(pk=number).first()
    if row is None:
        raise NoSuchInvitation(number)
    return row


def _write(row: Invitation, one: Invitee, found: PlannedMeeting, answer_by: date, *, by: User, at: datetime) -> None:
    row.name, row.invited_as, row.email, row.language = one.name[:200], one.invited_as, one.email, one.language
    row.answer_by = answer_by
    row.link_id = _link(found, one.code, by=by, at=at).number
    row.invited_at, row.invited_by = at, by
    row.withdrawn_at = row.withdrawn_by = None
    row.save()


def _link(found: PlannedMeeting, code: str, *, by: User, at: datetime) -> GivenLink:
    over = local_moment(found.plan.ends_on + timedelta(days=1), "00:00", found.plan.zone)
    ends_at = over + STAYS_OPEN
    if ends_at <= at:
        raise InvitationRefused("too_late", found.plan.ends_on)
    return give_link(
        purpose=PURPOSE, subject=f"meeting:{found.number}", party=code[:120], ends_at=ends_at, by=by, at=at
    )
