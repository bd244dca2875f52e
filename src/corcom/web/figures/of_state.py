"""What is counted of a State, in a few lines for its page; the public figures alone, whoever reads."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.figures.domain.claims import claims
from corcom.figures.domain.measures import MEASURES
from corcom.figures.queries import figures_for
from corcom.web.day import day_of
from corcom.web.figures.words import UNIT_WORDS, amounts_in_words, measure_name
from corcom.web.filters import convention_of
from corcom.web.register.asked import known_at, known_on_of


@dataclass(frozen=True, slots=True)
class FiguresOfState:
    """The latest figure of each measure under one convention, and where all of them stand."""

    convention: str
    address: str
    lines: tuple[str, ...]


def figures_of_state(request: HttpRequest, iso3: str) -> list[FiguresOfState]:
    """The latest figures under each convention, or the one in the bar. One SQL query."""
    day, chosen = day_of(request), convention_of(request)
    found = figures_for(circles={"public"}, convention=chosen, iso3=iso3, known_at=known_at(known_on_of(request)))
    shown = []
    for code in sorted({each.convention for each in found}):
        counting = claims(each for each in found if each.convention == code and each.is_known_on(day))
        lines = []
        for measure in MEASURES.values():
            years = [year for _iso3, year, name in counting if name == measure.code]
            if years:
                amounts = counting[iso3, max(years), measure.code].claim.amounts
                said = {"measure": measure_name(measure), "amount": amounts_in_words(amounts), "year": max(years)}
                unit = "" if measure.has_currency else str(UNIT_WORDS[measure.unit])
                words = (
                    _("%(measure)s: %(amount)s %(unit)s (%(year)s)")
                    if unit
                    else _("%(measure)s: %(amount)s (%(year)s)")
                )
                lines.append(words % (said | {"unit": unit}))
        if lines:
            shown.append(FiguresOfState(code, reverse("state_figures", args=[code, iso3]), tuple(lines)))
    return shown
