"""The yearly resolutions of the General Assembly on a convention (`register/data/resolutions.csv`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from corcom.kernel.packaged import rows_of
from corcom.register.domain.data_files import packaged

FILE = "resolutions.csv"
COLUMNS = ("convention", "resolution", "year", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A resolution by its symbol. Of its vote only the year is known."""

    convention: str
    symbol: str
    year: int


@cache
def resolutions(convention: str) -> tuple[Resolution, ...]:
    """The resolutions on a convention, the earliest first."""
    rows = [(row, row.year("year")) for row in rows_of(FILE, packaged(FILE), COLUMNS)]
    found = [
        Resolution(convention=row.text("convention"), symbol=row.text("resolution"), year=year)
        for row, year in rows
        if year is not None
    ]
    return tuple(sorted((one for one in found if one.convention == convention), key=lambda one: one.year))


def last_resolution(convention: str, day: date) -> Resolution | None:
    """The last one on which the votes are known on a day: those of a year once the year is over.

    >>> last_resolution("CCM", date(2016, 4, 28)).symbol, last_resolution("CCM", date(2015, 12, 31))
    ('A/RES/70/54', None)
    """
    return next((one for one in reversed(resolutions(convention)) if one.year < day.year), None)
