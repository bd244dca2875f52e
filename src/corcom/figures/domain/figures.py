"""A figure of a State: what was counted, for which year, on what source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from corcom.documents.domain.circles import Circle
from corcom.figures.domain.measures import DIVISIONS, MEASURES, Division, Measure
from corcom.kernel.source import Certainty

NO_CURRENCY = "XXX"
"""As ISO 4217 writes that no currency is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number with its source.

    `year` is the calendar year in which it happened, or at whose end it stood so. `measure` is a code of `MEASURES`, `value`
    in its unit. `type`, `sex`, `age` and `area_kind` say of which part it is, each "" where it is of the whole; "unknown"
    says that the source does not know. `told_on` is the day of the source, None where nobody says it. A figure out of a
    report names it: the code of the obligation as `report`, the year that it covers as `period` (None for one that is made
    once), and its `version`. `number` is its row in the store, 0 for one in no store.
    """

    convention: str
    iso3: str
    year: int
    measure: str
    value: Decimal
    type: str = ""
    sex: str = ""
    age: str = ""
    area_kind: str = ""
    currency: str = ""
    source: str
    certainty: Certainty
    circle: Circle = "public"
    told_on: date | None = None
    report: str = ""
    period: int | None = None
    version: int | None = None
    note: str = ""
    number: int = 0

    @property
    def counts(self) -> Measure:
        """What it counts."""
        return MEASURES[self.measure]

    @property
    def divided_by(self) -> tuple[Division, ...]:
        """By what it is a part of a whole; nothing for the whole."""
        return tuple(each for each in DIVISIONS if self.part(each))

    @property
    def report_named(self) -> tuple[str, str, str, int | None] | None:
        """The report that it stands in, whatever its version; None for one that stands in none."""
        return (self.convention, self.iso3, self.report, self.period) if self.report else None

    def part(self, division: Division) -> str:
        """The part that it is of, by one division; "" for the whole."""
        return {"type": self.type, "sex": self.sex, "age": self.age, "area_kind": self.area_kind}[division]

    def is_known_on(self, day: date) -> bool:
        """Whether it can be shown on a page of a day: its source is not of a later one, nor its year."""
        return self.year <= day.year and (self.told_on is None or self.told_on <= day)


def identity(figure: Figure) -> tuple[object, ...]:
    """What makes two figures the same, whatever value they give: State, year, measure, part, currency, and the source.

    Of a report, the version does not matter: a later one says the same thing anew.
    """
    source = figure.report_named or figure.source
    about = (figure.convention, figure.iso3, figure.year, figure.measure)
    return (*about, *map(figure.part, DIVISIONS), figure.currency, source)
