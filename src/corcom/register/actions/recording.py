"""Recording treaty actions, one by one or many at once. Rows are added, never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from corcom.register.actions.checking import check_actions
from corcom.register.actions.replacing import replace_rows, row_of
from corcom.register.domain.treaty_actions import TreatyAction
from corcom.register.models import RecordedTreatyAction


@transaction.atomic
def record_treaty_action(*, action: TreatyAction, day: date, at: datetime, by: str = "") -> int:
    """Record an act of a State; gives its number. `by` is the account's name, empty for a command.

    Errors: `ActionContradicted`.
    """
    check_actions([action], day=day)
    return add_action(action, at=at, by=by).pk


@transaction.atomic
def record_treaty_actions(*, actions: Sequence[TreatyAction], day: date, at: datetime, by: str = "") -> int:
    """Record many acts, all of them or none; gives how many. Errors: `ActionContradicted`."""
    check_actions(actions, day=day)
    rows = [row_of(RecordedTreatyAction, action, at=at, by=by) for action in actions]
    return len(RecordedTreatyAction.objects.bulk_create(rows, batch_size=500))


@transaction.atomic
def take_over_treaty_actions(
    *,
    new: Sequence[TreatyAction],
    corrected: Mapping[int, TreatyAction],
    day: date,
    at: datetime,
    by: str = "",
) -> None:
    """Record new acts and correct recorded ones, given by their number: all of it or nothing.

    Errors: `ActionContradicted`, `CorrectedMeanwhile`.
    """
    check_actions([*new, *corrected.values()], day=day, without=corrected)
    rows = {number: row_of(RecordedTreatyAction, action, at=at, by=by) for number, action in corrected.items()}
    replace_rows(
        RecordedTreatyAction, [row_of(RecordedTreatyAction, action, at=at, by=by) for action in new], rows, at=at, by=by
    )


def add_action(action: TreatyAction, *, at: datetime, by: str) -> RecordedTreatyAction:
    """Store an act as a new row."""
    row = row_of(RecordedTreatyAction, action, at=at, by=by)
    row.save()
    return row
