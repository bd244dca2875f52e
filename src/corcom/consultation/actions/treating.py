"""Saying what becomes of each comment, once the deadline passed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.consultation.actions.errors import AlreadyTreated, CommentChanged, NotTreated, TreatmentRefused
from corcom.consultation.actions.found import locked, must_be_over
from corcom.consultation.domain.circulated import LONGEST_PARAGRAPH
from corcom.consultation.domain.treatments import Outcome, lacks
from corcom.consultation.models import CommentTreatment
from corcom.consultation.queries.comments import CommentMade, comment_made, comments_on


@transaction.atomic
def treat_comment(
    *, number: int, comment: int, outcome: Outcome, by: User, at: datetime, wording: str = "", reason: str = ""
) -> None:
    """Say what becomes of a comment: `wording` is what is taken instead of the proposed one, `reason` why.

    Errors: `NoSuchConsultation`, `NoSuchComment`, `ConsultationOpen`, `AlreadyFollowed`, `TreatmentRefused`,
    `AlreadyTreated`; `CommentChanged` where a later version holds.
    """
    made = _holding(number, comment, at)
    if made.place.kind == "none":
        raise TreatmentRefused("none")
    taken, why = wording.replace("\r\n", "\n").strip(), reason.replace("\r\n", "\n").strip()
    if wrong := lacks(outcome, proposes=bool(made.comment.change), wording=taken, reason=why):
        raise TreatmentRefused(wrong)
    if len(taken) > LONGEST_PARAGRAPH:
        raise TreatmentRefused("long")
    if made.treatment:
        raise AlreadyTreated(outcome=made.treatment.outcome, by=made.treatment.by)
    kept = taken if outcome == "changed" else ""
    CommentTreatment.objects.create(comment_id=comment, outcome=outcome, wording=kept, reason=why, at=at, by=by)


@transaction.atomic
def undo_treatment(*, number: int, comment: int, by: User, at: datetime) -> None:
    """Take back what was said of a comment, which stays readable. Errors: as `treat_comment`; `NotTreated`."""
    _holding(number, comment, at)
    rows = CommentTreatment.objects.filter(comment=comment, undone_at__isnull=True)
    if not rows.update(undone_at=at, undone_by=by):
        raise NotTreated(1)


def _holding(number: int, comment: int, at: datetime) -> CommentMade:
    """The comment, which is the version that holds, of a consultation that is over and locked."""
    found = locked(number)
    made = comment_made(consultation=number, number=comment)
    must_be_over(found, at)
    for each in comments_on(number, party=made.party):
        if each.place == made.place and each.number != comment:
            raise CommentChanged(each)
    return made
