"""What follows from the report before, against what is stated now."""

from __future__ import annotations

from decimal import Decimal

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.checks.amounts import NOUGHT, in_unit
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.finding import Finding, Side
from corcom.reporting.domain.checks.holdings import HoldingTold, asked_by


def off(checked: Checked, code: str, last: HoldingTold, now: HoldingTold, expected: Decimal, worked: Filled) -> Finding:
    more = (now.held or NOUGHT) > expected
    words = gettext_noop("%(what)s: %(held)s are stated; from the report before, %(expected)s follow.")
    values = {"held": in_unit(now.held or NOUGHT, now.unit), "expected": in_unit(expected, now.unit)}
    return Finding(
        check=code,
        part=now.part.code,
        field=now.field.code,
        detail=now.unit,
        severity="note" if code == "area_balance" and more else "question",
        words=Filled(words, what=now.name, **values),
        arithmetic=worked,
        sides=(
            Side(
                label=Filled(gettext_noop("%(what)s: what follows from the report before"), what=now.name),
                value=values["expected"],
                source=last.report.source,
                place=last.report.place,
            ),
            now.side(gettext_noop("%(what)s: what is stated now")),
        ),
        rule=asked_by(checked, now.part),
    )
