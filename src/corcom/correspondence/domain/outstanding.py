"""What States have not met yet, as reminders look at it: whether the day has passed, and what is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corcom.correspondence.domain.addressee import Concern
from corcom.obligations.domain.owed import Owed, OwedStatus
from corcom.reporting.domain.report_values import OwedReport, ReportStatus

OutstandingStatus = Literal["due", "unknown", "overdue"]
"""`due`: the day, with what was granted, has not passed. `unknown`: it has, and nothing recorded shows whether it was met.
`overdue`: a record shows that it was not on a day after it."""

_REPORTS: Mapping[ReportStatus, OutstandingStatus] = {"due": "due", "unknown": "unknown", "overdue": "overdue"}
_OWED: Mapping[OwedStatus, OutstandingStatus] = {
    "due": "due",
    "extended": "due",
    "unknown": "unknown",
    "overdue": "overdue",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outstanding:
    """An obligation that a bound State has not met by what is recorded, for a period or (None) once; `due_on` a legal date."""

    iso3: str
    period: int | None
    due_on: date
    status: OutstandingStatus

    def concern(self, obligation: str) -> Concern:
        """What a reminder says that the State is written to about."""
        return Concern(obligation=obligation, period=self.period, due_on=self.due_on)


def outstanding_reports(reports: Iterable[OwedReport], code: str) -> Iterator[Outstanding]:
    """Of all reports those of one obligation, by its code, that have not come and whose day is known."""
    for one in reports:
        status = _REPORTS.get(one.status)
        if one.report.code == code and status and one.due_on:
            yield Outstanding(iso3=one.iso3, period=one.period, due_on=one.due_on, status=status)


def outstanding_owed(owed: Iterable[Owed], code: str) -> Iterator[Outstanding]:
    """Likewise of obligations that are no reports; where nobody knows whether the State has the obligation, it has none here."""
    for one in owed:
        status = _OWED.get(one.status)
        if one.obligation.code == code and status and one.due_on and one.missing in {"", "receipt"}:
            period = one.period.year if one.period else None
            yield Outstanding(iso3=one.iso3, period=period, due_on=one.due_on, status=status)
