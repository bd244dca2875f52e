from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.factories.treaties import book_of

from corcom.reporting.domain.record_counts import RecordCount, beside
from corcom.reporting.domain.report_values import OwedReport, ReportStatus

BOOK = book_of("CCM")
INITIAL, ANNUAL = BOOK.obligation("initial-report"), BOOK.obligation("annual-report")
DAY = date(2016, 4, 28)
RECORD = RecordCount(
    convention="CCM", report="initial-report", counts="overdue", reports=22, on=DAY, source="minutes of the committee"
)


def many(count: int, status: ReportStatus) -> list[OwedReport]:
    return owed(*[status] * count)


def owed(*statuses: ReportStatus, period: int | None = None) -> list[OwedReport]:
    report = ANNUAL if period else INITIAL
    assert report is not None
    return [
        OwedReport(iso3="ZMB", report=report, period=period, due_on=DAY, received_on="", status=status, source="")
        for status in statuses
    ]


def said(record: RecordCount, reports: Sequence[OwedReport]) -> str:
    return str(beside(record, reports).says)


def test_a_count_can_be_where_enough_is_unknown() -> None:
    assert said(RECORD, many(91, "unknown")) == "Can be: 22 of the 91 of which nothing is recorded."
    assert (
        said(RECORD, [*many(20, "unknown"), *owed("overdue")]) == "Cannot be: only 20 are unknown, and 21 are missing."
    )
    assert said(RECORD, [*many(22, "overdue"), *owed("unknown")]) == "The same."
    assert said(RECORD, many(23, "overdue")) == "1 more are recorded State by State than the record counts."


def test_only_reports_of_the_kind_and_year_that_had_fallen_due_are_counted() -> None:
    record = replace(RECORD, report="annual-report", period=2014, counts="received", reports=1)
    late = replace(owed("late", period=2014)[0], due_on=date(2016, 4, 29))
    reports = [*owed("late", period=2014), *owed("late", period=2015), *owed("received"), late]
    found = beside(record, reports)
    assert (found.computed, found.unknown) == (1, 0)


@given(st.lists(st.sampled_from(["unknown", "overdue", "late", "received"]), max_size=40), st.integers(0, 60))
def test_what_is_computed_and_unknown_bounds_what_can_be(statuses: list[ReportStatus], reports: int) -> None:
    found = beside(replace(RECORD, reports=reports), owed(*statuses))
    can_be = found.computed <= reports <= found.computed + found.unknown
    assert can_be == str(found.says).startswith(("The same", "Can be"))
