"""A report that a State owes, and how it can stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from corcom.rulebooks.rules import Obligation

ReportStatus = Literal["due", "received", "received_in_time", "late", "overdue", "unknown", "not_applicable"]


STATUSES: tuple[ReportStatus, ...] = get_args(ReportStatus)
"""`due`: its day has not passed. `received_in_time`, `late`: it came by its day or after it; `received`: it came, and nothing
tells whether in time. `overdue`: a record shows that none had come on a day after it was due. `unknown`: nothing recorded
settles it. `not_applicable`: the State leaves before the day."""


CAME: frozenset[ReportStatus] = frozenset(("received", "received_in_time", "late"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWanted:
    """Which report of which State: the code of the obligation that it meets, and the year that it covers, None for one made once."""

    convention: str
    iso3: str
    report: str
    period: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedReport:
    """One report of one State as it stood on a day.

    `period` is the calendar year that it covers, None for a report that is made once. `received_on` is as fine as its
    source: a day, a month or a year in ISO 8601; "" where none came or nobody says when.
    """

    iso3: str
    report: Obligation
    period: int | None
    due_on: date | None
    received_on: str
    status: ReportStatus
    source: str

    @property
    def has_come(self) -> bool:
        """Whether it was received, in time or not."""
        return self.status in CAME

    def answers(self, wanted: ReportWanted) -> bool:
        """Whether this is the report that is wanted, of the same convention."""
        return (self.iso3, self.report.code, self.period) == (wanted.iso3, wanted.report, wanted.period)

    def has_fallen_due(self, day: date) -> bool:
        """Whether its day had passed, or is this one."""
        return self.due_on is not None and self.due_on <= day
