from corcom.figures.actions.errors import (
    FigureInTheFuture,
    FigureMisfit,
    FigureOfAReport,
    FigureRecordedAlready,
    NoSuchFigure,
)
from corcom.figures.actions.of_reports import KeptFigures, keep_report_figures
from corcom.figures.actions.recording import record_figure, strike_figure, take_over_figures

__all__ = [
    "FigureInTheFuture",
    "FigureMisfit",
    "FigureOfAReport",
    "FigureRecordedAlready",
    "KeptFigures",
    "NoSuchFigure",
    "keep_report_figures",
    "record_figure",
    "strike_figure",
    "take_over_figures",
]
