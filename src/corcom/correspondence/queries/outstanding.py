"""What States have not met of one obligation, as it stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corcom.correspondence.domain.outstanding import (
    Outstanding,
    outstanding_owed,
    outstanding_reports,
)
from corcom.obligations.domain.owed import SETTLED
from corcom.obligations.queries import convention_owed
from corcom.register.domain.registered import Register
from corcom.register.queries import register_of
from corcom.reporting.queries import convention_reports
from corcom.rulebooks.rules import Obligation


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationToday:
    """One obligation with the register of its convention: what is outstanding, and which (State, period) was met."""

    register: Register
    obligation: Obligation
    outstanding: tuple[Outstanding, ...]
    met: frozenset[tuple[str, int | None]]


def obligation_today(*, convention: str, obligation: str, day: date) -> ObligationToday | None:
    """An obligation as it stands on a day; None for one that no rulebook has. Two SQL queries."""
    register = register_of(convention)
    known = register.book.obligation(obligation) if register else None
    if register is None or known is None:
        return None
    if known.form:
        reports = convention_reports(register, day=day)
        found = outstanding_reports(reports, known.code)
        met = {(one.iso3, one.period) for one in reports if one.report.code == known.code and one.has_come}
    else:
        owed = list(convention_owed(register, day=day))
        found = outstanding_owed(owed, known.code)
        met = {
            (one.iso3, one.period.year if one.period else None)
            for one in owed
            if one.obligation.code == known.code and one.status in SETTLED - {"not_applicable", "lasting"}
        }
    return ObligationToday(register=register, obligation=known, outstanding=tuple(found), met=frozenset(met))
