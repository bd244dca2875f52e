"""Figures in the demonstration. They are not made up: each is told by the source that it names, and none comes with a site."""

from __future__ import annotations

from datetime import date, datetime

from corcom.figures import actions
from corcom.figures.domain.figure_rows import read_row
from corcom.figures.domain.figures import Figure
from corcom.figures.queries import figures
from corcom.kernel.packaged import packaged_rows
from corcom.management.demonstration.accounts import OFFICER


def demonstration_figures() -> tuple[Figure, ...]:
    """The figures of `figures.csv`."""
    return tuple(read_row(row) for row in packaged_rows("corcom.management", "demonstration", "figures.csv"))


def take_over_demonstration_figures(*, today: date, at: datetime) -> int:
    """Record them where there are none yet; gives how many."""
    if figures():
        return 0
    found = demonstration_figures()
    actions.take_over_figures(new=found, corrected={}, day=today, at=at, by=OFFICER)
    return len(found)
