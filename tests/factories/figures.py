"""A figure that somebody recorded, and one that stands in a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from corcom.figures.domain.figures import Figure

BY_HAND = Figure(
    convention="CCM",
    iso3="CHE",
    year=2024,
    measure="stockpiled",
    value=Decimal(100),
    source="letter of the mission",
    certainty="certain",
    told_on=date(2025, 3, 1),
)
OF_A_REPORT = replace(
    BY_HAND,
    source="Annual transparency report for 2024, version 1, part B",
    told_on=date(2025, 4, 30),
    report="annual-report",
    period=2024,
    version=1,
)


def a_figure(figure: Figure = BY_HAND, **changes: object) -> Figure:
    """The figure with something else about it; `value` as a text of digits or a number."""
    if "value" in changes:
        changes["value"] = Decimal(str(changes["value"]))
    return replace(figure, **changes)  # type: ignore[arg-type]  # terms of a test
