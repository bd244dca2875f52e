"""Recording facts of obligations, one by one or many at once. Rows are added, never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from corcom.obligations.actions.checking import check_facts
from corcom.obligations.domain.facts import Fact
from corcom.obligations.models import RecordedFact
from corcom.register.actions import replace_rows, row_of


@transaction.atomic
def record_fact(*, fact: Fact, day: date, at: datetime, by: str = "") -> int:
    """Record what happened to an obligation; gives its number. `by` is the account's name, empty for a command.

    Errors: `NoSuchObligation`, `FactMisfit`, `RecordedAlready`, `ReceivedAlready`, `ReceivedTooEarly`, `InTheFuture`,
    `WithoutUntil`.
    """
    check_facts([fact], day=day)
    row = row_of(RecordedFact, fact, at=at, by=by)
    row.save()
    return row.pk


@transaction.atomic
def record_facts(*, found: Sequence[Fact], day: date, at: datetime, by: str = "") -> int:
    """Record many facts, all of them or none; gives how many. Errors: those of `record_fact`."""
    check_facts(found, day=day)
    return len(
        RecordedFact.objects.bulk_create([row_of(RecordedFact, fact, at=at, by=by) for fact in found], batch_size=500)
    )


@transaction.atomic
def take_over_facts(
    *, new: Sequence[Fact], corrected: Mapping[int, Fact], day: date, at: datetime, by: str = ""
) -> None:
    """Record new facts and correct recorded ones, given by their number: all of it or nothing.

    Errors: those of `record_fact`, `CorrectedMeanwhile` of the register's actions.
    """
    check_facts([*new, *corrected.values()], day=day, without=corrected)
    rows = {number: row_of(RecordedFact, fact, at=at, by=by) for number, fact in corrected.items()}
    replace_rows(RecordedFact, [row_of(RecordedFact, fact, at=at, by=by) for fact in new], rows, at=at, by=by)
