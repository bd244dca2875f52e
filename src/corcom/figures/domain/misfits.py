"""What no figure can be: of which field, and what is allowed there instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corcom.figures.domain.amounts import MOST_DIGITS, is_exact
from corcom.figures.domain.figures import Figure
from corcom.figures.domain.measures import DIVISIONS, MEASURES, Division, Measure
from corcom.kernel.marked import Filled, gettext_noop

_CURRENCY = re.compile(r"[A-Z]{3}")
LONGEST = 120
"""Letters of a type."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """The name of a field of a figure, and in words what may stand there."""

    field: str
    allowed: Filled


def misfit(figure: Figure) -> Misfit | None:
    """The first thing that is wrong with a figure, None where it can be."""
    measure = MEASURES.get(figure.measure)
    if measure is None:
        words = gettext_noop("a measure of the list, such as %(code)s")
        return Misfit("measure", Filled(words, code=next(iter(MEASURES))))
    return next(_misfits(figure, measure), None)


def _misfits(figure: Figure, measure: Measure) -> Iterator[Misfit]:
    if not is_exact(figure.value):
        words = gettext_noop("an amount that is not negative, of at most %(digits)d digits")
        yield Misfit("value", Filled(words, digits=MOST_DIGITS))
    elif measure.is_whole and figure.value != figure.value.to_integral_value():
        yield Misfit("value", Filled(gettext_noop("a whole number")))
    for division in DIVISIONS:
        if words_for := _division(figure, measure, division):
            yield Misfit(division, words_for)
    if measure.has_currency and not _CURRENCY.fullmatch(figure.currency):
        yield Misfit("currency", Filled(gettext_noop("the three letters of a currency, such as CHF")))
    if figure.currency and not measure.has_currency:
        yield Misfit("currency", Filled(gettext_noop("nothing: this is no amount of money")))
    if not figure.source.strip():
        yield Misfit("source", Filled(gettext_noop("what says so")))


def _division(figure: Figure, measure: Measure, division: Division) -> Filled | None:
    part, allowed = figure.part(division), measure.allowed(division)
    if not part:
        return None
    if allowed is None:
        return Filled(gettext_noop("at most %(most)d letters"), most=LONGEST) if len(part) > LONGEST else None
    if not allowed:
        return Filled(gettext_noop("nothing: this is not divided so"))
    return (
        None if part in allowed else Filled(gettext_noop("one of %(allowed)s, or nothing"), allowed=", ".join(allowed))
    )
