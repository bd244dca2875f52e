"""Recording what a record counts without naming the States, and striking it. Rows are ended, never changed."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from corcom.register.actions import WithoutReason, end_belief, row_of
from corcom.reporting.actions.errors import CountInTheFuture, CountMisfit, NoSuchCount
from corcom.reporting.domain.record_counts import COUNTS_OF, RecordCount
from corcom.reporting.models import ReportCountOnRecord
from corcom.rulebooks.reading import rulebook


@transaction.atomic
def record_count(*, count: RecordCount, day: date, at: datetime, by: str) -> int:
    """Record a count as a record gives it; gives its number. Errors: `CountMisfit`, `CountInTheFuture`."""
    book = rulebook(count.convention)
    obligation = book.obligation(count.report) if book else None
    if obligation is None or not obligation.form:
        raise CountMisfit("report", count.report)
    if obligation.recurs != (count.period is not None):
        raise CountMisfit("period", str(count.period or ""))
    if count.counts not in COUNTS_OF:
        raise CountMisfit("counts", count.counts)
    if count.on > day:
        raise CountInTheFuture(count.on)
    row = row_of(ReportCountOnRecord, count, at=at, by=by)
    row.save()
    return row.pk


@transaction.atomic
def strike_count(*, number: int, why: str, at: datetime, by: str) -> None:
    """End the belief in a count that should never have been recorded. Errors: `NoSuchCount`, `WithoutReason`."""
    if not why.strip():
        raise WithoutReason
    row = ReportCountOnRecord.objects.select_for_update().filter(pk=number, ended_at__isnull=True).first()
    if row is None:
        raise NoSuchCount(number)
    end_belief(row, at=at, by=by, why=why.strip())
