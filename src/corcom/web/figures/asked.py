"""What a page of figures is asked for, and the figures that whoever asks may see."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from corcom.access.queries import circles_of
from corcom.documents.domain.circles import Circle
from corcom.figures.domain.claims import claims
from corcom.figures.domain.figures import Figure
from corcom.figures.domain.measures import MEASURES, Measure
from corcom.figures.domain.series import Series, series
from corcom.figures.queries import figures_for
from corcom.kernel.folding import folded
from corcom.web import day as days
from corcom.web.filters import text_in
from corcom.web.pieces import StateName
from corcom.web.register.asked import Asked, asked_for
from corcom.web.state_lists import GROUPS, regional_group_on

DIFFER = "differ"
"""In an address: only States of which sources differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresAsked:
    """The figures of a convention on the day of the page, and what they are narrowed by; "" and False where they are not."""

    asked: Asked
    every: tuple[Figure, ...]
    measure: Measure
    group: str
    text: str
    differ_only: bool = False

    @property
    def differing(self) -> frozenset[str]:
        """The States of which sources say different amounts of the measure."""
        found = claims(each for each in self.every if each.measure == self.measure.code)
        return frozenset(iso3 for (iso3, _, _), one in found.items() if one.differs)

    @property
    def states(self) -> frozenset[str]:
        """The States that fit."""
        fitting = frozenset(each.iso3 for each in self.every if self._fits(each.iso3))
        return fitting & self.differing if self.differ_only else fitting

    @property
    def shown(self) -> list[Figure]:
        """The figures of the measure, of the States that fit."""
        states = self.states
        return [each for each in self.every if each.measure == self.measure.code and each.iso3 in states]

    def series(self) -> Series:
        """The measure over the years."""
        return series(self.measure, claims(self.shown))

    def _fits(self, iso3: str) -> bool:
        return (not self.group or self.group == regional_group_on(iso3, self.asked.day)) and (
            not self.text or folded(self.text) in folded(StateName(iso3).words)
        )


def circles_seen(request: HttpRequest, convention: str) -> frozenset[Circle]:
    """The circles whose figures whoever asks may see today."""
    account = request.user if request.user.is_authenticated else None
    return circles_of(account=account, convention=convention, day=days.today())


def figures_asked(request: HttpRequest, convention: str) -> FiguresAsked:
    """The address, read; without a measure the first of which anything is known. What is not understood does not narrow."""
    asked = asked_for(request, convention)
    found = figures_for(circles=circles_seen(request, asked.code), convention=asked.code, known_at=asked.known_at)
    every = tuple(each for each in found if each.is_known_on(asked.day))
    known = [code for code in MEASURES if any(each.measure == code for each in every)]
    wanted, group = text_in(request, "measure"), text_in(request, "group")
    code = wanted if wanted in MEASURES else next(iter(known), "stockpiled")
    return FiguresAsked(
        asked=asked,
        every=every,
        measure=MEASURES[code],
        group=group if group in GROUPS else "",
        text=text_in(request, "q"),
        differ_only=text_in(request, "sources") == DIFFER,
    )
