"""Figures as a table that comes in: which rows tell of the same figure, and which cannot be taken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import date

from corcom.figures.domain.figure_rows import COLUMNS, read_row, write_row
from corcom.figures.domain.figures import Figure, identity
from corcom.kernel.marked import gettext_noop
from corcom.kernel.tables import Differences, LineRefused, Placed, TableKind


def identities(_: Iterable[Figure]) -> Callable[[Figure], Hashable]:
    """What makes two figures the same; it rests on nothing but the figure."""
    return identity


def said(figure: Figure) -> str:
    """A figure in one line."""
    parts = (figure.convention, figure.iso3, figure.year, figure.measure, figure.type, figure.sex, figure.age)
    return " ".join(str(part) for part in (*parts, figure.area_kind, figure.currency) if part)


def check(found: Differences[Figure], recorded: Collection[Figure], day: date) -> list[LineRefused]:
    """The lines of years and days to come, and those that would change what a report here says."""
    told = [*found.new, *(each.after for each in found.changed)]
    reports = {each.report_named for each in recorded} - {None}
    return [line for each in told if (line := _refused(each, reports, day)) is not None]


def _refused(each: Placed[Figure], reports: Collection[object], day: date) -> LineRefused | None:
    figure = each.value
    if figure.year > day.year:
        return LineRefused(each.file, each.line, "year", str(figure.year), gettext_noop("a year that has come"))
    if figure.told_on is not None and figure.told_on > day:
        return LineRefused(
            each.file, each.line, "told_on", figure.told_on.isoformat(), gettext_noop("a day that has come")
        )
    if figure.report_named in reports:
        words = gettext_noop("nothing: what that report says changes with the report; another source stands beside it")
        return LineRefused(each.file, each.line, "report", figure.report, words)
    return None


FIGURES = TableKind(
    code="figures",
    columns=COLUMNS,
    read=read_row,
    write=write_row,
    identities=identities,
    scope=lambda figure: (figure.convention, figure.source),
    said=said,
    check=check,
)
