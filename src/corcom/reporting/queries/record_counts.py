"""Counts of reports on record, each beside what is computed as of its day."""

from __future__ import annotations

from datetime import date, datetime

from corcom.obligations.queries import facts
from corcom.register.domain.convention_meetings import first_days
from corcom.register.domain.registered import Register
from corcom.register.queries.belief import believed, value_of
from corcom.reporting.domain.owed_reports import owed_reports
from corcom.reporting.domain.record_counts import CountBeside, RecordCount, beside
from corcom.reporting.models import ReportCountOnRecord


def counts_on_record(register: Register, *, day: date, known_at: datetime | None = None) -> list[CountBeside]:
    """What records count by a day, the latest first, each beside the computed count as of its own day. Two SQL queries."""
    convention = register.book.convention
    rows = ReportCountOnRecord.objects.filter(believed(known_at), convention=convention, on__lte=day)
    recorded = [value_of(RecordCount, row) for row in rows]
    if not recorded:
        return []
    known, meetings = facts(convention=convention, known_at=known_at), first_days(convention)
    stood = {
        on: list(owed_reports(register, known, meetings=meetings, day=on)) for on in {count.on for count in recorded}
    }
    return [beside(count, stood[count.on]) for count in recorded]
