"""The scale of assessments of the United Nations: what each State pays, in per cent, for a period of years."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import cast

from corcom.kernel.packaged import packaged_rows
from corcom.kernel.rows import TableRow
from corcom.kernel.source import CERTAINTIES, Certainty
from corcom.kernel.tables import Cell, TableKind
from corcom.register.domain.states import state_codes

COLUMNS = ("period", "iso3", "percent", "source", "certainty", "note")
SOURCE = (
    "United Nations, Committee on Contributions, https://www.un.org/en/ga/contributions/scale.shtml, as copied in"
    " https://github.com/tierravivaai/cali-fund-allocation-model (data-raw/UNGA_scale_of_assessment.csv)"
)
"""Of the rates that come with CorCom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """The rate of a State in the years from `first_year` to `last_year`, both of them included; in per cent."""

    first_year: int
    last_year: int
    iso3: str
    percent: Decimal
    source: str
    certainty: Certainty
    note: str = ""
    number: int = 0

    @property
    def period(self) -> str:
        """The years as the scale names them: "2016-2018"."""
        return f"{self.first_year}-{self.last_year}"


def read_row(row: TableRow) -> Rate:
    """A row as a value; raises `CellRefused`."""
    return _read(row, source=row.text("source"), certainty=cast("Certainty", row.choice("certainty", CERTAINTIES)))


def _read(row: TableRow, *, source: str, certainty: Certainty) -> Rate:
    first, last = _years(row)
    return Rate(
        first_year=first,
        last_year=last,
        iso3=row.choice("iso3", state_codes()),
        percent=_percent(row),
        source=source,
        certainty=certainty,
        note=row.maybe("note"),
    )


def _years(row: TableRow) -> tuple[int, int]:
    first, _, last = row.maybe("period").partition("-")
    ends = [TableRow(row.line, {"period": each}).year("period") if each.isdecimal() else None for each in (first, last)]
    if ends[0] is None or ends[1] is None or ends[0] > ends[1]:
        raise row.refused("period", "two years, such as 2016-2018")
    return ends[0], ends[1]


def _percent(row: TableRow) -> Decimal:
    allowed = "a number from 0 to 100 with at most four decimals, such as 0.005"
    try:
        value = Decimal(row.maybe("percent"))
        if not 0 <= value <= 100 or value != round(value, 4):
            raise row.refused("percent", allowed)
    except InvalidOperation:
        raise row.refused("percent", allowed) from None
    return value.normalize()


def write_row(rate: Rate) -> tuple[Cell, ...]:
    """The cells of a value, in the order of `COLUMNS`."""
    return rate.period, rate.iso3, rate.percent, rate.source, rate.certainty, rate.note


def _identities(_: Iterable[Rate]) -> Callable[[Rate], Hashable]:
    return lambda rate: (rate.first_year, rate.last_year, rate.iso3)


SCALE = TableKind(
    code="scale",
    columns=COLUMNS,
    read=read_row,
    write=write_row,
    identities=_identities,
    scope=lambda rate: rate.period,
    said=lambda rate: f"{rate.period} {rate.iso3} {format(rate.percent, 'f')}",
)
"""A rate is one of a State in a period."""


@cache
def packaged_rates() -> tuple[Rate, ...]:
    """The rates that come with CorCom (`register/data/facts/scale.csv`)."""
    rows = packaged_rows("corcom.register", "data", "facts", "scale.csv")
    return tuple(_read(row, source=SOURCE, certainty="certain") for row in rows)
