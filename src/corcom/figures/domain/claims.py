"""What a source says of a State, a year and a measure; and of several that differ, which one counts and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from corcom.figures.domain.figures import Figure
from corcom.figures.domain.measures import Division
from corcom.kernel.source import CERTAINTIES, Certainty

Ground = Literal["only", "later_report", "more_certain", "of_a_report", "told_last", "recorded_last"]
"""Why a claim counts. `only`: there is no other. `later_report`: among reports, the one received last, and of its versions the
last. `more_certain`: than those that are no reports. `of_a_report`: as certain, and the State says it in a report itself.
`told_last`: as certain, and of the latest day, where every source has one. `recorded_last`: nothing else tells them apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """All figures that one source gives for one State, year and measure."""

    figures: tuple[Figure, ...]

    @property
    def first(self) -> Figure:
        """One of them, for what all have in common."""
        return self.figures[0]

    @property
    def is_of_a_report(self) -> bool:
        """Whether it stands in a report."""
        return bool(self.first.report)

    @property
    def certainty(self) -> Certainty:
        """That of the least certain of its figures."""
        return max((each.certainty for each in self.figures), key=CERTAINTIES.index)

    @property
    def told_on(self) -> date | None:
        """The day of the source; None where not all of its figures name the same."""
        days = {each.told_on for each in self.figures}
        return days.pop() if len(days) == 1 else None

    @property
    def adding(self) -> tuple[Figure, ...]:
        """The figures that add up to the whole.

        A source may give the whole beside its parts, or divide it in two ways. Only one of these adds up: the coarsest, which
        is the likeliest to be complete; of two that are as coarse (by sex, and by age), the one that leaves out less. The
        others say of what it is made.
        """
        ways = self._ways
        return tuple(ways[min(ways, key=lambda way: (len(way), -sum(each.value for each in ways[way]), way))])

    @property
    def finest(self) -> tuple[Figure, ...]:
        """The figures of the finest division that says all that adds up: the parts, where none of the whole is left out."""
        whole = self.amounts
        ways = [way for way, found in self._ways.items() if added(found) == whole]
        return tuple(self._ways[max(ways, key=lambda way: (len(way), way))])

    @property
    def amounts(self) -> Mapping[str, Decimal]:
        """What it adds up to, by currency; under "" for what is no money."""
        return added(self.adding)

    @property
    def overstated(self) -> tuple[Figure, ...]:
        """Parts that add up to more than the whole, which no parts can."""
        whole = self.amounts
        for found in self._ways.values():
            if any(value > whole.get(currency, 0) for currency, value in added(found).items()):
                return tuple(found)
        return ()

    @property
    def _ways(self) -> dict[tuple[Division, ...], list[Figure]]:
        """The figures by how they are divided."""
        ways: dict[tuple[Division, ...], list[Figure]] = {}
        for each in self.figures:
            ways.setdefault(each.divided_by, []).append(each)
        return ways


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingClaim:
    """The claim that counts, why, and those beside it; `differs`: one of them gives another amount."""

    claim: Claim
    ground: Ground
    others: tuple[Claim, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether another claim gives another amount."""
        return any(each.amounts != self.claim.amounts for each in self.others)


def claims(figures: Iterable[Figure]) -> dict[tuple[str, int, str], CountingClaim]:
    """The claim that counts for each State, year and measure of one convention."""
    by_source: dict[tuple[str, int, str], dict[object, list[Figure]]] = {}
    for each in figures:
        source = (each.report_named, each.version) if each.report else each.source
        about = (each.iso3, each.year, each.measure)
        by_source.setdefault(about, {}).setdefault(source, []).append(each)
    return {
        about: counting([Claim(figures=tuple(found)) for found in sources.values()])
        for about, sources in by_source.items()
    }


def counting(found: Sequence[Claim]) -> CountingClaim:
    """Which of the claims for one State, year and measure counts."""
    if len(found) == 1:
        return CountingClaim(claim=found[0], ground="only")
    reports = [each for each in found if each.is_of_a_report]
    best_report = max(reports, key=_received, default=None)
    rest = [each for each in found if not each.is_of_a_report]
    rival = min(rest, key=lambda each: (_doubt(each), -_latest(each)), default=None)
    if best_report is None:
        ground, chosen = _between(rest)
    elif rival is None:
        ground, chosen = "later_report", best_report
    elif _doubt(rival) < _doubt(best_report):
        ground, chosen = "more_certain", rival
    else:
        chosen = best_report
        ground = "of_a_report" if _doubt(rival) == _doubt(best_report) else "more_certain"
    return CountingClaim(claim=chosen, ground=ground, others=tuple(each for each in found if each is not chosen))


def _between(rest: Sequence[Claim]) -> tuple[Ground, Claim]:
    """Which counts where none is of a report."""
    least = min(map(_doubt, rest))
    best = [each for each in rest if _doubt(each) == least]
    if len(best) == 1:
        return "more_certain", best[0]
    days = [each.told_on for each in best if each.told_on is not None]
    if len(days) == len(best) and days.count(max(days)) == 1:
        return "told_last", next(each for each in best if each.told_on == max(days))
    return "recorded_last", max(best, key=_latest)


def added(found: Iterable[Figure]) -> dict[str, Decimal]:
    """The sums of figures, by currency."""
    sums: dict[str, Decimal] = {}
    for each in found:
        sums[each.currency] = sums.get(each.currency, Decimal(0)) + each.value
    return sums


def _received(claim: Claim) -> tuple[date, int]:
    return claim.first.told_on or date.min, claim.first.version or 0


def _doubt(claim: Claim) -> int:
    return CERTAINTIES.index(claim.certainty)


def _latest(claim: Claim) -> int:
    return max(each.number for each in claim.figures)
