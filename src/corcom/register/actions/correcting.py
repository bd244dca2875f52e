"""Correcting and striking treaty actions. Rows are ended, never changed."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from corcom.register.actions.checking import check_actions, check_among
from corcom.register.actions.errors import NoSuchTreatyAction, WithoutReason
from corcom.register.actions.recording import add_action
from corcom.register.actions.replacing import end_belief
from corcom.register.domain.treaty_actions import TreatyAction
from corcom.register.models import RecordedTreatyAction
from corcom.register.queries import treaty_actions


@transaction.atomic
def correct_treaty_action(*, number: int, action: TreatyAction, day: date, at: datetime, by: str = "") -> int:
    """Put a corrected act in the place of a recorded one, which stays readable; gives the number of the new one.

    Errors: `NoSuchTreatyAction`, `ActionContradicted`.
    """
    old = _believed(number)
    check_actions([action], day=day, without=(number,))
    new = add_action(action, at=at, by=by)
    end_belief(old, at=at, by=by, superseded_by=new)
    return new.pk


@transaction.atomic
def strike_treaty_action(*, number: int, why: str, at: datetime, by: str = "") -> None:
    """End the belief in a recorded act that should never have been recorded.

    Errors: `NoSuchTreatyAction`, `WithoutReason`, and `ActionContradicted` where another act, such as a withdrawal, rests on it.
    """
    if not why.strip():
        raise WithoutReason
    row = _believed(number)
    others = treaty_actions(convention=row.convention, iso3=row.iso3)
    rest = [action for action in others if action.number != number]
    check_among(rest, day=at.date())
    end_belief(row, at=at, by=by, why=why.strip())


def _believed(number: int) -> RecordedTreatyAction:
    found = RecordedTreatyAction.objects.select_for_update().filter(pk=number, ended_at__isnull=True).first()
    if found is None:
        raise NoSuchTreatyAction(number)
    return found
