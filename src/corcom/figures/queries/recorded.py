"""Figures as they are recorded, each only for those in whose circle it is. Nothing else decides who sees a figure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from django.db.models import Q

from corcom.documents.domain.circles import CIRCLES
from corcom.figures.domain.figures import Figure
from corcom.figures.models import RecordedFigure
from corcom.register.queries import Belief, beliefs, believed, value_of


def figures_for(
    *, circles: Collection[str], convention: str = "", iso3: str = "", known_at: datetime | None = None
) -> list[Figure]:
    """The figures that are believed, or were at a moment, and that readers of these circles may see. One SQL query."""
    rows = RecordedFigure.objects.filter(believed(known_at), circle__in=circles)
    return [figure_of(row) for row in rows.filter(**_about(convention, iso3))]


def figures(*, ended: bool = False) -> list[Figure]:
    """All figures that are believed, whoever may see them, for whoever keeps the register; with `ended` the others too."""
    return [figure_of(row) for row in RecordedFigure.objects.filter(Q() if ended else believed(None))]


def believed_figures(*, circles: Collection[str], convention: str, iso3: str) -> list[Belief[Figure]]:
    """Everything that was ever recorded of a State under a convention, the latest first, for these circles. One SQL query."""
    rows = RecordedFigure.objects.filter(convention=convention, iso3=iso3, circle__in=circles)
    return list(beliefs((figure_of(row), row) for row in rows.order_by("-recorded_at", "-id")))


def believed_figure(number: int) -> Figure | None:
    """A figure by its number; None for one that is not there or not believed any more."""
    row = RecordedFigure.objects.filter(believed(None), pk=number, circle__in=CIRCLES).first()
    return figure_of(row) if row else None


def figure_of(row: RecordedFigure) -> Figure:
    """A row as a value."""
    found = value_of(Figure, row)
    return replace(found, value=Decimal(row.value))


def _about(convention: str, iso3: str) -> dict[str, str]:
    return {key: value for key, value in (("convention", convention), ("iso3", iso3)) if value}
