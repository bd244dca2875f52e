"""A figure as a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from corcom.figures.domain.figures import Figure
from corcom.figures.models import RecordedFigure
from corcom.kernel.amounts import written
from corcom.register.actions import row_of


def figure_row(figure: Figure, *, at: datetime, by: str) -> RecordedFigure:
    """A figure as a row, not stored yet; its value in digits."""
    row = row_of(RecordedFigure, replace(figure, number=0), at=at, by=by)
    row.value = written(figure.value)
    return row
