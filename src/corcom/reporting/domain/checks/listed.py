"""The checks of a report: a closed list."""

from __future__ import annotations

from collections.abc import Mapping

from corcom.reporting.domain.checks.applies import APPLIES
from corcom.reporting.domain.checks.area_balance import AREA_BALANCE
from corcom.reporting.domain.checks.asked import ASKED
from corcom.reporting.domain.checks.before_joining import BEFORE_JOINING
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.completed_late import COMPLETED_LATE
from corcom.reporting.domain.checks.contact import CONTACT
from corcom.reporting.domain.checks.declared import DECLARED
from corcom.reporting.domain.checks.finding import Finding
from corcom.reporting.domain.checks.growth import GROWTH
from corcom.reporting.domain.checks.planned_late import PLANNED_LATE
from corcom.reporting.domain.checks.promised import PROMISED
from corcom.reporting.domain.checks.received_late import RECEIVED_LATE
from corcom.reporting.domain.checks.still_held import STILL_HELD
from corcom.reporting.domain.checks.stock_balance import STOCK_BALANCE
from corcom.reporting.domain.checks.total_rows import TOTAL_ROWS
from corcom.reporting.domain.checks.unchanged import UNCHANGED
from corcom.reporting.domain.checks.undeclared import UNDECLARED

CHECKS: tuple[Check, ...] = (
    STOCK_BALANCE,
    AREA_BALANCE,
    TOTAL_ROWS,
    GROWTH,
    UNCHANGED,
    COMPLETED_LATE,
    PLANNED_LATE,
    RECEIVED_LATE,
    UNDECLARED,
    DECLARED,
    STILL_HELD,
    ASKED,
    APPLIES,
    BEFORE_JOINING,
    CONTACT,
    PROMISED,
)
BY_CODE: Mapping[str, Check] = {check.code: check for check in CHECKS}


def findings(checked: Checked) -> tuple[Finding, ...]:
    """All that the checks find in a report, in the order of the parts of its form, then of the list."""
    order = {part.code: at for at, part in enumerate(checked.now.form.parts)}
    found = [finding for check in CHECKS for finding in check.run(checked)]
    return tuple(sorted(found, key=lambda one: order.get(one.part, len(order))))
