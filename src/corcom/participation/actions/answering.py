"""Answering an invitation, by its link or by the secretariat for a delegation that wrote or called."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction

from corcom.access.actions import use_link
from corcom.access.models import User
from corcom.kernel.errors import ChangedMeanwhile, CorcomError
from corcom.meetings.queries import planned_meeting
from corcom.participation.domain.answers import DelegationAnswer, check_answer, may_answer
from corcom.participation.models import Invitation, InvitationAnswer
from corcom.participation.queries.invitations import NoSuchInvitation, answer_of


class AnswerTooLate(CorcomError):
    """An answer could be changed until the end of `answer_by`, where the meeting is."""

    def __init__(self, answer_by: date) -> None:
        super().__init__(f"answers until {answer_by}")
        self.answer_by = answer_by


class MeetingOff(CorcomError):
    """The meeting was cancelled, so there is nothing to answer."""

    def __init__(self) -> None:
        super().__init__("the meeting is cancelled")


@transaction.atomic
def answer_invitation(*, number: int, answer: DelegationAnswer, version: int, by: User | None, at: datetime) -> int:
    """Record the answer of a delegation, by whoever read it at `version`; answers the new version.

    The same answer again changes nothing. `by` is None where it came by the link; the last day for answers binds only
    then, because the secretariat records what it is told. Errors: kinds of `AnswerRefused`, `NoSuchInvitation`,
    `AnswerTooLate`, `MeetingOff`; `ChangedMeanwhile` where somebody answered meanwhile.
    """
    check_answer(answer)
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("plan")
    row = rows.filter(pk=number, withdrawn_at=None).first()
    if row is None:
        raise NoSuchInvitation(number)
    found = planned_meeting(number=row.plan.meeting_id)
    if found.said == "cancelled":
        raise MeetingOff
    if by is None and not may_answer(at, answer_by=row.answer_by, zone=found.plan.zone):
        raise AnswerTooLate(row.answer_by)
    last = row.answers.select_related("by").first()
    current = last.version if last else 0
    if current != version:
        raise ChangedMeanwhile(version=current)
    if last is not None and answer_of(last).answer == answer:
        return current
    if by is None:
        use_link(number=row.link_id, at=at)
    InvitationAnswer.objects.create(
        invitation=row,
        version=current + 1,
        said=answer.said,
        people=[{**asdict(one), "languages": list(one.languages)} for one in answer.people],
        note=answer.note,
        at=at,
        by=by,
    )
    return current + 1
