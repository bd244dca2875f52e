"""Reports counted: by the year in which they fell due, by regional group, and who handed in first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from corcom.kernel.calendar import earliest, latest
from corcom.reporting.domain.report_values import CAME, OwedReport, ReportStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCount:
    """How many reports stand how. `by_status` counts each status; what is not there is none."""

    by_status: Mapping[ReportStatus, int] = field(default_factory=dict)

    def of(self, *statuses: ReportStatus) -> int:
        """How many stand in one of these ways."""
        return sum(self.by_status.get(status, 0) for status in statuses)

    @property
    def received(self) -> int:
        """How many came, in time or not."""
        return self.of(*CAME)

    @property
    def owed(self) -> int:
        """How many there are, but for those that a State leaves before."""
        return sum(self.by_status.values()) - self.of("not_applicable")

    @property
    def settled(self) -> int:
        """Of how many it is known whether they came in time: in time, late or overdue."""
        return self.of("received_in_time", "late", "overdue")

    @property
    def in_time_of_hundred(self) -> int | None:
        """How many of a hundred that are settled came in time, rounded half up; None where none is settled.

        What is unknown counts neither way.
        """
        return (self.of("received_in_time") * 200 + self.settled) // (2 * self.settled) if self.settled else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueReports:
    """The reports of one kind that fell due in a year. `first` came first: more than one State where they share the day."""

    report: str
    due_year: int
    count: ReportCount
    first: tuple[OwedReport, ...]


def counted(reports: Iterable[OwedReport]) -> ReportCount:
    """How these reports stand."""
    return ReportCount(by_status=dict(Counter(one.status for one in reports)))


def counted_by(reports: Iterable[OwedReport], group: Callable[[OwedReport], str]) -> dict[str, ReportCount]:
    """The same by what `group` gives for each, such as the regional group of its State."""
    found: dict[str, list[OwedReport]] = {}
    for one in reports:
        found.setdefault(group(one), []).append(one)
    return {name: counted(own) for name, own in found.items()}


def by_year(reports: Iterable[OwedReport], *, day: date) -> list[DueReports]:
    """Those that had fallen due by a day, by kind and year, the latest year first."""
    found: dict[tuple[str, int], list[OwedReport]] = {}
    for one in reports:
        if one.due_on is not None and one.has_fallen_due(day):
            found.setdefault((one.report.code, one.due_on.year), []).append(one)
    years = [
        DueReports(report=code, due_year=year, count=counted(own), first=first_of(own))
        for (code, year), own in found.items()
    ]
    return sorted(years, key=lambda one: (-one.due_year, one.report))


def first_of(reports: Iterable[OwedReport]) -> tuple[OwedReport, ...]:
    """Those that came before all others, as far as the days are known exactly."""
    dated = [(one.received_on, one) for one in reports if one.has_come and _is_exact(one.received_on)]
    first = min((day for day, _ in dated), default="")
    return tuple(one for day, one in dated if day == first)


def _is_exact(text: str) -> bool:
    return bool(text) and earliest(text) == latest(text)
