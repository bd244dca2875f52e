"""Which reports States owe under a convention, from what is recorded."""

from __future__ import annotations

from datetime import date, datetime

from corcom.obligations.queries import facts
from corcom.register.domain.convention_meetings import first_days
from corcom.register.domain.registered import Register
from corcom.reporting.domain.owed_reports import owed_reports, reports_ever_owed
from corcom.reporting.domain.report_values import OwedReport


def convention_reports(register: Register, *, day: date, known_at: datetime | None = None) -> list[OwedReport]:
    """Every report that a State bound on the day owes or owed by then, and the next one. One SQL query."""
    convention = register.book.convention
    found = facts(convention=convention, known_at=known_at)
    return list(owed_reports(register, found, meetings=first_days(convention), day=day))


def state_reports(register: Register, *, iso3: str, day: date, known_at: datetime | None = None) -> list[OwedReport]:
    """The same of one State, which takes a hundredth of the time. One SQL query."""
    convention = register.book.convention
    found = facts(convention=convention, iso3=iso3, known_at=known_at)
    return list(owed_reports(register, found, meetings=first_days(convention), day=day, iso3=iso3))


def convention_reports_ever(register: Register, *, day: date, known_at: datetime | None = None) -> list[OwedReport]:
    """The same with the States that have left since, for the time while they were bound. One SQL query."""
    convention = register.book.convention
    found = facts(convention=convention, known_at=known_at)
    return list(reports_ever_owed(register, found, meetings=first_days(convention), day=day))
