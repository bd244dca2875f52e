"""What is new about reports: that one falls due soon, that one came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from corcom.kernel.calendar import earliest
from corcom.reporting.domain.report_values import OwedReport

AHEAD = timedelta(days=30)
"""How long before its day it is news that a report falls due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportNews:
    """That a report falls due (`due`) or was received, news since the day `on`."""

    kind: Literal["due", "received"]
    on: date
    report: OwedReport

    @property
    def key(self) -> str:
        """What names it for ever: never its day, which may be extended or put right."""
        one = self.report
        return f"{one.iso3}/{one.report.code}/{one.period or 'once'}/{self.kind}"


def news_of(reports: Iterable[OwedReport], *, day: date, since: date) -> list[ReportNews]:
    """What was news from `since` to a day, the latest first, then by State.

    A day of receipt that is known in part counts as the first that it can be; a receipt without any day is no news.
    """
    found = [one for report in reports for one in _of_one(report) if since <= one.on <= day]
    return sorted(found, key=lambda one: (-one.on.toordinal(), one.key))


def _of_one(report: OwedReport) -> Iterable[ReportNews]:
    if report.due_on is not None and report.status != "not_applicable":
        yield ReportNews(kind="due", on=report.due_on - AHEAD, report=report)
    if report.received_on and report.has_come:
        yield ReportNews(kind="received", on=earliest(report.received_on), report=report)
