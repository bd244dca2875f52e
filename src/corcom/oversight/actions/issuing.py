"""Issuing minutes that were written here, and search that follows: both, or neither."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.kernel.wording import ENGLISH, Wording
from corcom.minuting import actions
from corcom.minuting.actions import CommentsWanted, MinutesIssued
from corcom.oversight.actions.indexing import index_reading
from corcom.oversight.actions.keeping import close_kept_promises


@transaction.atomic
def circulate_minutes(
    *,
    meeting: int,
    by: User,
    at: datetime,
    wording: Wording = ENGLISH,
    comments: CommentsWanted | None = None,
) -> MinutesIssued:
    """Issue minutes for comment. Errors: as `minuting.actions.circulate_minutes`."""
    done = actions.circulate_minutes(meeting=meeting, by=by, at=at, wording=wording, comments=comments)
    return _followed(done, by, at)


@transaction.atomic
def approve_minutes(
    *, meeting: int, approved_at: int, by: User, at: datetime, note: str = "", wording: Wording = ENGLISH
) -> MinutesIssued:
    """Record that a later meeting approved minutes. Errors: as `minuting.actions.approve_minutes`."""
    done = actions.approve_minutes(meeting=meeting, approved_at=approved_at, by=by, at=at, note=note, wording=wording)
    return _followed(done, by, at)


def _followed(done: MinutesIssued, by: User, at: datetime) -> MinutesIssued:
    for reading in done.readings:
        index_reading(reading=reading)
    close_kept_promises(day=at.date(), by=by, at=at)
    return done
