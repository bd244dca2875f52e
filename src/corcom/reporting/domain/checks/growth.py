"""A stock or an area that grew although nothing came to it in the period."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.checks.amounts import NOUGHT, happened, in_unit
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.finding import Finding
from corcom.reporting.domain.checks.holdings import HOLDINGS, HoldingTold, asked_by, in_both


def _grew(checked: Checked) -> Iterator[Finding]:
    for holding in HOLDINGS:
        for last, now in in_both(checked, checked.before, holding):
            came = happened(checked.now, "found_later", now.unit) + happened(checked.now, "transferred", now.unit)
            more = (now.held or NOUGHT) - (last.held or NOUGHT)
            if more >= holding.least and not came:
                yield _more(checked, last, now, more)


def _more(checked: Checked, last: HoldingTold, now: HoldingTold, more: Decimal) -> Finding:
    words = gettext_noop("%(what)s: %(more)s more than in the report before, and nothing says where they came from.")
    values = {"held": now.held or NOUGHT, "was": last.held or NOUGHT, "more": more}
    shown = {key: in_unit(value, now.unit) for key, value in values.items()}
    return Finding(
        check=GROWTH.code,
        part=now.part.code,
        field=now.field.code,
        detail=now.unit,
        words=Filled(words, what=now.name, more=shown["more"]),
        arithmetic=Filled(gettext_noop("%(held)s − %(was)s = %(more)s"), **shown),
        sides=(last.side(gettext_noop("%(what)s before")), now.side(gettext_noop("%(what)s now"))),
        rule=asked_by(checked, now.part),
    )


GROWTH = Check(
    code="growth",
    title=gettext_noop("More than before"),
    reading=gettext_noop(
        "Stocks may not grow, and land is not contaminated anew without a cause. A stock may have been found or transferred,"
        " and a survey may have found more land: the report should say so."
    ),
    source=gettext_noop("The convention forbids to develop, produce or acquire what it asks to destroy."),
    run=_grew,
)
