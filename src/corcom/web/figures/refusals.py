"""What figures refuse, in words for the person who asked for it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from corcom.figures import actions
from corcom.kernel.errors import CorcomError
from corcom.register.actions import CorrectedMeanwhile, WithoutReason
from corcom.web.figures.words import figure_in_words, source_in_words
from corcom.web.filled import filled

REFUSED = (
    actions.FigureInTheFuture,
    actions.FigureMisfit,
    actions.FigureOfAReport,
    actions.FigureRecordedAlready,
    actions.NoSuchFigure,
    CorrectedMeanwhile,
    WithoutReason,
)
"""What a form can be answered with; anything else is a fault of the program."""


def in_words(refused: CorcomError) -> str:
    """What was refused and why."""
    match refused:
        case actions.FigureInTheFuture():
            return _("This year, or the day of the source, has not come yet.")
        case actions.FigureMisfit(misfit=misfit):
            return _("Allowed is: %(allowed)s.") % {"allowed": filled(misfit.allowed)}
        case actions.FigureOfAReport(figure=figure):
            words = _("It stands in a report: %(source)s. It changes with a new version of that, or its recall.")
            return words % {"source": source_in_words(figure)}
        case actions.FigureRecordedAlready(other=other):
            words = _("The same source gives it already: %(figure)s. Correct that, if it is wrong.")
            return words % {"figure": figure_in_words(other)}
        case WithoutReason():
            return _("Say why: a fact is struck with a reason.")
        case _:
            return _("It is not there any more: somebody struck or corrected it.")
