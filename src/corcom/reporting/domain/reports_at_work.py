"""Reports that somebody works on: being written, handed in and not taken up, under review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from corcom.reporting.domain.report_flow import VersionState
from corcom.reporting.domain.report_values import ReportWanted

AT_WORK: Final[tuple[VersionState, ...]] = ("submitted", "under_review", "drafting")
"""How such a report can stand: first what waits for the secretariat, last what waits for the State."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedReport:
    """The latest version of a report: its number in the report, how it stands, and the last thing done to it, by whom (UTC)."""

    report: ReportWanted
    version: int
    state: VersionState
    last_at: datetime
    last_by: str


def in_turn(reports: list[UnfinishedReport]) -> list[UnfinishedReport]:
    """What waits for the secretariat first, and of each kind what waits longest."""
    return sorted(reports, key=lambda one: (AT_WORK.index(one.state), one.last_at))
