"""Areas against last year: what was contaminated, less what was released, against what is now."""

from __future__ import annotations

from collections.abc import Iterator

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.checks.amounts import NOUGHT, in_unit
from corcom.reporting.domain.checks.balance import off
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.finding import Finding
from corcom.reporting.domain.checks.holdings import AREA, in_both, went


def _area(checked: Checked) -> Iterator[Finding]:
    for last, now in in_both(checked, checked.last_year, AREA):
        gone = went(checked.now, AREA, now.unit)
        held, was = now.held or NOUGHT, last.held or NOUGHT
        if now.report.answer(now.part.code).state != "changed" or gone is None or held > was:
            continue
        if abs(held - (was - gone)) >= AREA.least:
            words = gettext_noop("%(was)s − %(gone)s released = %(expected)s")
            values = {"was": was, "gone": gone, "expected": was - gone}
            worked = Filled(words, **{key: in_unit(value, now.unit) for key, value in values.items()})
            yield off(checked, "area_balance", last, now, was - gone, worked)


AREA_BALANCE = Check(
    code="area_balance",
    title=gettext_noop("Areas against last year"),
    reading=gettext_noop(
        "What was contaminated, less what was cleared, reduced and cancelled, is what is contaminated now, unless a survey found"
        " more. Less than a hectare is not asked about, since areas are rounded."
    ),
    source=gettext_noop("The form asks for the areas at the end of the period and for what was released in it."),
    run=_area,
)
