"""Recording figures by hand or by file, and striking them. Rows are added and ended, never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from corcom.figures.actions.checking import check_figures
from corcom.figures.actions.errors import FigureOfAReport, NoSuchFigure
from corcom.figures.actions.rows import figure_row
from corcom.figures.domain.figures import Figure
from corcom.figures.models import RecordedFigure
from corcom.figures.queries.recorded import figure_of
from corcom.register.actions import WithoutReason, end_belief, replace_rows


@transaction.atomic
def record_figure(*, figure: Figure, day: date, at: datetime, by: str = "") -> int:
    """Record what a source says; gives its number. `by` is the account's name, empty for a command.

    Errors: `FigureMisfit`, `FigureRecordedAlready`, `FigureInTheFuture`.
    """
    check_figures([figure], day=day)
    row = figure_row(figure, at=at, by=by)
    row.save()
    return row.pk


@transaction.atomic
def take_over_figures(
    *, new: Sequence[Figure], corrected: Mapping[int, Figure], day: date, at: datetime, by: str = ""
) -> None:
    """Record new figures and correct recorded ones, given by their number: all of it or nothing.

    Errors: those of `record_figure`, `CorrectedMeanwhile` of the register's actions.
    """
    check_figures([*new, *corrected.values()], day=day, without=corrected)
    rows = {number: figure_row(figure, at=at, by=by) for number, figure in corrected.items()}
    replace_rows(RecordedFigure, [figure_row(figure, at=at, by=by) for figure in new], rows, at=at, by=by)


@transaction.atomic
def strike_figure(*, number: int, why: str, at: datetime, by: str = "") -> None:
    """End the belief in a figure that should never have been recorded.

    Errors: `NoSuchFigure`, `WithoutReason`; `FigureOfAReport` for one that changes with its report.
    """
    if not why.strip():
        raise WithoutReason
    row = RecordedFigure.objects.select_for_update().filter(pk=number, ended_at__isnull=True).first()
    if row is None:
        raise NoSuchFigure(number)
    if row.report:
        raise FigureOfAReport(figure_of(row))
    end_belief(row, at=at, by=by, why=why.strip())
