"""What is refused before a figure is recorded."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from corcom.documents.domain.circles import CIRCLES
from corcom.figures.actions.errors import FigureInTheFuture, FigureMisfit, FigureRecordedAlready
from corcom.figures.domain.figures import Figure, identity
from corcom.figures.domain.misfits import misfit
from corcom.figures.queries import figures_for


def check_figures(found: Sequence[Figure], *, day: date, without: Collection[int] = ()) -> None:
    """Refuse figures that cannot be, or that their source gives already; those with the numbers in `without` count as gone."""
    known = {
        identity(each): each
        for convention in {each.convention for each in found}
        for each in figures_for(circles=CIRCLES, convention=convention)
        if each.number not in without
    }
    for each in found:
        if (wrong := misfit(each)) is not None:
            raise FigureMisfit(each, wrong)
        if each.year > day.year or (each.told_on is not None and each.told_on > day):
            raise FigureInTheFuture(each)
        if (other := known.get(identity(each))) is not None:
            raise FigureRecordedAlready(each, other)
        known[identity(each)] = each
