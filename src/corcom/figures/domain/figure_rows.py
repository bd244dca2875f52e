"""Figures as rows of a table, the same way in and out."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from corcom.documents.domain.circles import CIRCLES, Circle
from corcom.figures.domain.amounts import AREA_UNITS, amount, in_km2
from corcom.figures.domain.figures import Figure
from corcom.figures.domain.measures import MEASURES, Measure
from corcom.figures.domain.misfits import misfit
from corcom.kernel.rows import TableRow
from corcom.kernel.source import CERTAINTIES, Certainty
from corcom.kernel.tables import Cell
from corcom.register.domain.states import state_codes
from corcom.rulebooks.reading import conventions

COLUMNS = (
    "convention",
    "iso3",
    "year",
    "measure",
    "value",
    "unit",
    "type",
    "sex",
    "age",
    "area_kind",
    "currency",
    "source",
    "certainty",
    "circle",
    "told_on",
    "report",
    "period",
    "version",
    "note",
)
"""Areas go out in km2; they come in as km2, ha or m2 as well."""


def read_row(row: TableRow) -> Figure:
    """A row as a value; raises `CellRefused`."""
    measure = MEASURES[row.choice("measure", tuple(MEASURES), ", ".join(MEASURES))]
    year = row.year("year")
    if year is None:
        raise row.refused("year", "a year, such as 2016")
    report = row.short("report", 60)
    found = Figure(
        convention=row.choice("convention", conventions()),
        iso3=row.choice("iso3", state_codes()),
        year=year,
        measure=measure.code,
        value=_value(row, measure),
        type=" ".join(row.maybe("type").split()),
        sex=row.maybe("sex"),
        age=row.maybe("age"),
        area_kind=row.maybe("area_kind"),
        currency=row.maybe("currency"),
        source=row.text("source"),
        certainty=cast("Certainty", row.choice("certainty", CERTAINTIES)),
        circle=cast("Circle", row.choice("circle", tuple(CIRCLES))),
        told_on=row.day("told_on"),
        report=report,
        period=row.year("period"),
        version=_version(row, report),
        note=row.maybe("note"),
    )
    if (wrong := misfit(found)) is not None:
        raise row.refused(wrong.field, str(wrong.allowed))
    return found


def write_row(figure: Figure) -> tuple[Cell, ...]:
    """The cells of a value, in the order of `COLUMNS`."""
    return (
        figure.convention,
        figure.iso3,
        figure.year,
        figure.measure,
        figure.value,
        figure.counts.unit,
        figure.type,
        figure.sex,
        figure.age,
        figure.area_kind,
        figure.currency,
        figure.source,
        figure.certainty,
        figure.circle,
        figure.told_on,
        figure.report,
        figure.period,
        figure.version,
        figure.note,
    )


def _value(row: TableRow, measure: Measure) -> Decimal:
    allowed = tuple(AREA_UNITS) if measure.unit == "km2" else (measure.unit,)
    unit = row.choice("unit", allowed)
    try:
        value = amount(row.maybe("value"))
    except ValueError:
        raise row.refused("value", "digits, with a point before the fraction, such as 1250 or 0.75") from None
    return in_km2(value, unit) if measure.unit == "km2" else value


def _version(row: TableRow, report: str) -> int | None:
    text = row.maybe("version")
    if not report and (text or row.maybe("period")):
        raise row.refused("report", "the code of the report whose period and version these are")
    if not text:
        if report:
            raise row.refused("version", "the number of the version of the report")
        return None
    if not (text.isascii() and text.isdecimal() and 0 < int(text) < 10_000):
        raise row.refused("version", "a number, such as 2")
    return int(text)
