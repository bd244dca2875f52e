"""Closing promises that the register shows as kept."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from corcom.access.models import User
from corcom.followup.actions import close_commitment
from corcom.oversight.domain.kept import Kept
from corcom.oversight.queries.kept import kept_promises


@transaction.atomic
def close_kept_promises(*, day: date, by: User, at: datetime) -> list[Kept]:
    """Close every open action point that the register shows as kept by `day`, with the act and its source as the note.

    What was closed so and opened again by somebody is left alone. Closed as of the day of the act, or of the meeting where
    the act came first. Gives what was closed.
    """
    found = kept_promises(day=day)
    for each in found:
        on = max(each.on, each.followed.turned_on)
        close_commitment(commitment=each.followed.ref, on=on, by=by, at=at, note=each.note)
    return found
