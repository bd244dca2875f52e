"""Correcting and striking recorded facts. Rows are ended, never changed."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from corcom.obligations.actions.checking import check_facts
from corcom.obligations.actions.errors import NoSuchFact
from corcom.obligations.domain.facts import Fact
from corcom.obligations.models import RecordedFact
from corcom.register.actions import WithoutReason, end_belief, row_of


@transaction.atomic
def correct_fact(*, number: int, fact: Fact, day: date, at: datetime, by: str = "") -> int:
    """Put a corrected fact in the place of a recorded one, which stays readable; gives the number of the new one.

    Errors: `NoSuchFact` and those of `record_fact`.
    """
    old = _believed(number)
    check_facts([fact], day=day, without=(number,))
    new = row_of(RecordedFact, fact, at=at, by=by)
    new.save()
    end_belief(old, at=at, by=by, superseded_by=new)
    return new.pk


@transaction.atomic
def strike_fact(*, number: int, why: str, at: datetime, by: str = "") -> None:
    """End the belief in a fact that should never have been recorded. Errors: `NoSuchFact`, `WithoutReason`."""
    if not why.strip():
        raise WithoutReason
    end_belief(_believed(number), at=at, by=by, why=why.strip())


def _believed(number: int) -> RecordedFact:
    found = RecordedFact.objects.select_for_update().filter(pk=number, ended_at__isnull=True).first()
    if found is None:
        raise NoSuchFact(number)
    return found
