"""Why a reminder that is prepared and has not left is stopped."""

from __future__ import annotations

from typing import Literal

from corcom.correspondence.domain.outstanding import Outstanding
from corcom.correspondence.domain.reminders.due import FITS, SentReminder
from corcom.correspondence.domain.reminders.stages import StageFor

WhyStopped = Literal["received", "not_owed", "moved", "passed", "superseded", "switched_off"]
"""`received`: it came. `not_owed`: the State does not owe it any more. `moved`: it is due on another day. `passed`: how it stands
is not what the words say any more. `superseded`: a later stage took its place. `switched_off`: so was its plan."""


def why_stopped(
    sent: SentReminder, sent_to: StageFor, owed: Outstanding | None, *, has_come: bool
) -> WhyStopped | None:
    """Why a reminder is not to leave any more, None where it may; `owed` is the same deadline as it stands now."""
    if owed is None:
        return "received" if has_come else "not_owed"
    if owed.due_on != sent.due_on:
        return "moved"
    return None if owed.status in FITS[sent_to] else "passed"
