"""Reports owed, as they are written for others: JSON, and one row for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from corcom.kernel.json_schema import Schema, schema_of
from corcom.register.domain.state_names import name_on
from corcom.reporting.domain.report_values import OwedReport, ReportStatus

COLUMNS = ("iso3", "state", "report", "period", "due_on", "received_on", "status")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One report of one State. `period` is the calendar year that it covers, null for one that is made once.

    `received_on` is as fine as its source (a day, a month or a year); "" where none came or nobody says when.
    """

    iso3: str
    state: str
    report: str
    period: int | None
    due_on: date | None
    received_on: str
    status: ReportStatus
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsRecord:
    """The reports that States owe under one convention, as they stood on one day."""

    convention: str
    as_of: date
    reports: tuple[ReportLine, ...]


def report_lines(reports: Iterable[OwedReport], *, day: date) -> Iterator[ReportLine]:
    """One line for each report, its State named as on the day."""
    for one in reports:
        yield ReportLine(
            iso3=one.iso3,
            state=name_on(one.iso3, "en", day),
            report=one.report.code,
            period=one.period,
            due_on=one.due_on,
            received_on=one.received_on,
            status=one.status,
            source=one.source,
        )


def report_row(line: ReportLine) -> tuple[str, ...]:
    """The line as a row, in the order of `COLUMNS`."""
    due_on = line.due_on.isoformat() if line.due_on else ""
    period = "" if line.period is None else str(line.period)
    return (line.iso3, line.state, line.report, period, due_on, line.received_on, line.status)


def reports_json(record: ReportsRecord) -> dict[str, Any]:
    """The record as plain values."""
    found: dict[str, Any] = TypeAdapter(ReportsRecord).dump_python(record, mode="json")
    return found


def reports_schema() -> Schema:
    """The schema of `corcom reports --format json`."""
    return schema_of(ReportsRecord, "Reports that States owe under a convention, as they stand on a day")
