"""What recording figures refuses, with the values that an interface needs to say so."""

from __future__ import annotations

from corcom.figures.domain.figures import Figure
from corcom.figures.domain.misfits import Misfit
from corcom.kernel.errors import CorcomError


class FigureMisfit(CorcomError):
    """There can be no such figure: `misfit` says which field is wrong, and what is allowed there."""

    def __init__(self, figure: Figure, misfit: Misfit) -> None:
        super().__init__(f"{misfit.field}: {misfit.allowed}")
        self.figure = figure
        self.misfit = misfit


class FigureRecordedAlready(CorcomError):
    """The same source gives this figure already: `other`."""

    def __init__(self, figure: Figure, other: Figure) -> None:
        super().__init__(f"{figure.convention} {figure.iso3} {figure.year} {figure.measure} {figure.source}")
        self.figure = figure
        self.other = other


class FigureInTheFuture(CorcomError):
    """A figure is of a year, or its source of a day, that has not come."""

    def __init__(self, figure: Figure) -> None:
        super().__init__(f"{figure.year}, {figure.told_on}")
        self.figure = figure


class FigureOfAReport(CorcomError):
    """What a report says is changed by a new version of it, and struck by its recall."""

    def __init__(self, figure: Figure) -> None:
        super().__init__(f"{figure.report} {figure.period}, version {figure.version}")
        self.figure = figure


class NoSuchFigure(CorcomError):
    """There is no such figure, or it is not believed any more."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number
