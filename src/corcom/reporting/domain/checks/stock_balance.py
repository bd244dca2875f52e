"""Stocks against last year: what was held, less what was destroyed, against what is held now."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.checks.amounts import NOUGHT, amount, happened, in_unit
from corcom.reporting.domain.checks.balance import off
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.finding import Finding
from corcom.reporting.domain.checks.holdings import STOCK, in_both, went
from corcom.rulebooks.form_fields import Unit

RETAINED = ("retained", "retained_submunitions")


def _stock(checked: Checked) -> Iterator[Finding]:
    for last, now in in_both(checked, checked.last_year, STOCK):
        gone = went(checked.now, STOCK, now.unit)
        if now.report.answer(now.part.code).state != "changed" or gone is None:
            continue
        found, moved = happened(checked.now, "found_later", now.unit), happened(checked.now, "transferred", now.unit)
        kept = _newly_retained(checked, now.unit)
        held, was = now.held or NOUGHT, last.held or NOUGHT
        ways = product((NOUGHT, found), (NOUGHT, kept), (NOUGHT, moved, -moved))
        agrees = any(held == was - gone + some - more + other for some, more, other in ways)
        # What grew though nothing came to it is asked by the check of its own.
        if not agrees and (held <= was or found or moved):
            yield off(checked, "stock_balance", last, now, was - gone + found - kept, _worked(was, gone, found, kept))


def _newly_retained(checked: Checked, unit: Unit) -> Decimal:
    """By how much more is retained than before; nought where one of the reports does not say."""
    before = checked.last_year
    now = amount(checked.now, RETAINED, unit, "held")
    then = amount(before, RETAINED, unit, "held") if before else None
    return now - then if now is not None and then is not None else NOUGHT


def _worked(was: Decimal, gone: Decimal, found: Decimal, kept: Decimal) -> Filled:
    words = gettext_noop("%(was)s − %(gone)s destroyed = %(expected)s")
    if found and kept:
        words = gettext_noop("%(was)s − %(gone)s destroyed + %(found)s found − %(kept)s more retained = %(expected)s")
    elif found:
        words = gettext_noop("%(was)s − %(gone)s destroyed + %(found)s found = %(expected)s")
    elif kept:
        words = gettext_noop("%(was)s − %(gone)s destroyed − %(kept)s more retained = %(expected)s")
    values = {"was": was, "gone": gone, "found": found, "kept": kept, "expected": was - gone + found - kept}
    return Filled(words, **{key: in_unit(value, "") for key, value in values.items() if f"%({key})s" in words})


STOCK_BALANCE = Check(
    code="stock_balance",
    title=gettext_noop("Stocks against last year"),
    reading=gettext_noop(
        "What was stockpiled, less what was destroyed and what is retained beyond last year, plus what was found, is what is"
        " stockpiled now. What was transferred may explain a difference, whichever way it went. Only the report of the year"
        " before is compared; where one is missing between the two, what was destroyed then is not known."
    ),
    source=gettext_noop("The form asks for the stock at the end of the period and for what was destroyed in it."),
    run=_stock,
)
