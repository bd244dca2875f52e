"""Figures of one measure over the years: State by State, and their totals. A stock is never added over years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from corcom.figures.domain.claims import CountingClaim
from corcom.figures.domain.measures import Measure

Amounts = Mapping[str, Decimal]
"""By currency; under "" for what is no money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The claims that count of one measure, by State and year."""

    measure: Measure
    claims: Mapping[tuple[str, int], CountingClaim]

    @property
    def years(self) -> tuple[int, ...]:
        """The years for which there is anything, the earliest first."""
        return tuple(sorted({year for _, year in self.claims}))

    @property
    def states(self) -> tuple[str, ...]:
        """The States of which there is anything."""
        return tuple(sorted({iso3 for iso3, _ in self.claims}))

    def of_year(self, year: int) -> Amounts:
        """What the States of a year add up to."""
        return total(claim.claim.amounts for (_, when), claim in self.claims.items() if when == year)

    def told(self, year: int) -> int:
        """Of how many States something is known for a year."""
        return sum(when == year for _, when in self.claims)

    def told_in(self, year: int, currency: str) -> int:
        """Of how many States an amount of a currency is known for a year; "" for what is no money."""
        return sum(when == year and currency in one.claim.amounts for (_, when), one in self.claims.items())

    def of_state(self, iso3: str) -> Amounts | None:
        """What the years of a State add up to; None for a stock, which does not."""
        if self.measure.is_stock:
            return None
        return total(claim.claim.amounts for (code, _), claim in self.claims.items() if code == iso3)

    def over_years(self) -> Amounts | None:
        """What all years add up to; None for a stock."""
        return None if self.measure.is_stock else total(claim.claim.amounts for claim in self.claims.values())


def series(measure: Measure, found: Mapping[tuple[str, int, str], CountingClaim]) -> Series:
    """The series of one measure out of all claims that count."""
    kept = {(iso3, year): claim for (iso3, year, code), claim in found.items() if code == measure.code}
    return Series(measure=measure, claims=kept)


def total(parts: Iterable[Amounts]) -> Amounts:
    """Amounts added within each currency."""
    found: dict[str, Decimal] = {}
    for each in parts:
        for currency, value in each.items():
            found[currency] = found.get(currency, Decimal(0)) + value
    return found
