"""What a signed link to a report opens."""

from __future__ import annotations

from typing import Final

from corcom.reporting.domain.report_values import ReportWanted

ONCE: Final = "once"
"""Stands in an address for the period of a report that is made once."""
PURPOSE: Final = "report"
"""Of the links by which a State fills its report in."""


def subject_of(wanted: ReportWanted) -> str:
    """What a signed link to a report opens."""
    return f"{wanted.convention}:{wanted.iso3}:{wanted.report}:{wanted.period or ONCE}"
