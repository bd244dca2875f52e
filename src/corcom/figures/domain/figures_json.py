"""Figures as they are written for others: JSON, and one row for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from corcom.figures.domain.claims import claims
from corcom.figures.domain.figures import Figure
from corcom.kernel.amounts import written
from corcom.kernel.json_schema import Schema, schema_of
from corcom.kernel.source import Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """One figure. `value` in digits, in the unit; what is said of no part or currency is "".

    `counts`: it belongs to the claim that totals take; else another source counts, or it says of what that is made.
    """

    iso3: str
    year: int
    measure: str
    value: str
    unit: str
    type: str
    sex: str
    age: str
    area_kind: str
    currency: str
    source: str
    certainty: Certainty
    told_on: date | None
    report: str
    period: int | None
    version: int | None
    note: str
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresRecord:
    """The figures of one convention that readers of a circle may see, as they stood on one day."""

    convention: str
    as_of: date
    circle: str
    figures: tuple[FigureLine, ...]


def figure_lines(figures: Iterable[Figure]) -> Iterator[FigureLine]:
    """One line for each figure, by State, year and measure."""
    found = sorted(figures, key=lambda each: (each.iso3, each.year, each.measure, each.number))
    adding = {id(each) for one in claims(found).values() for each in one.claim.adding}
    for each in found:
        yield FigureLine(
            iso3=each.iso3,
            year=each.year,
            measure=each.measure,
            value=written(each.value),
            unit=each.counts.unit,
            type=each.type,
            sex=each.sex,
            age=each.age,
            area_kind=each.area_kind,
            currency=each.currency,
            source=each.source,
            certainty=each.certainty,
            told_on=each.told_on,
            report=each.report,
            period=each.period,
            version=each.version,
            note=each.note,
            counts=id(each) in adding,
        )


def figures_json(record: FiguresRecord) -> dict[str, Any]:
    """The record as plain values."""
    found: dict[str, Any] = TypeAdapter(FiguresRecord).dump_python(record, mode="json")
    return found


def figures_schema() -> Schema:
    """The schema of `corcom figures --format json`."""
    return schema_of(
        FiguresRecord, "Figures of States under a convention, each with its source, as they stand on a day"
    )
