"""The reports that States owe under a convention, one line for each period.

A report is an obligation whose rule names a form. *Received* says that it came, in time or where nobody knows whether in
time; *late* that it came after its day. One that is past its day is *overdue* only where a record shows that none had come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from corcom.obligations.domain.by_obligation import owed_by
from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.judging import by_state, owing, with_due_days
from corcom.obligations.domain.owed import Owed, OwedStatus, Owing
from corcom.obligations.domain.recurring import periods_of
from corcom.register.domain.participation import Membership
from corcom.register.domain.registered import Register
from corcom.reporting.domain.report_values import OwedReport, ReportStatus
from corcom.rulebooks.rules import Obligation

_STATUS: Mapping[OwedStatus, ReportStatus] = {
    "due": "due",
    "extended": "due",
    "met": "received_in_time",
    "late": "late",
    "fulfilled": "received",
    "completed": "received",
    "overdue": "overdue",
    "unknown": "unknown",
    "not_applicable": "not_applicable",
    "lasting": "unknown",
}


def reports_of(register: Register) -> tuple[Obligation, ...]:
    """The obligations of a convention that are met by a report, in the order of the rulebook."""
    return tuple(each for each in register.book.obligations if each.form)


def owed_reports(
    register: Register, facts: Iterable[Fact], *, meetings: dict[str, date], day: date, iso3: str = ""
) -> Iterator[OwedReport]:
    """Every report that a State bound on the day owes or owed by then, and the next one; by State, then by report and period.

    `facts` are those of the convention, `meetings` the first days of its meetings by code; `iso3` narrows to one State.
    """
    own = by_state(facts)
    for state, membership in register.bound_on(day):
        if iso3 and state.iso3 != iso3:
            continue
        yield from _of_one(register, owing(register, membership, state.iso3, own, meetings, day))


def reports_ever_owed(
    register: Register, facts: Iterable[Fact], *, meetings: dict[str, date], day: date
) -> Iterator[OwedReport]:
    """The same with the States that have left, for the time while they were bound."""
    own = by_state(facts)
    for state in register.states.values():
        for membership in state.memberships:
            if (last := _last_day_bound(membership, day)) is not None:
                yield from _of_one(register, owing(register, membership, state.iso3, own, meetings, last))


def _last_day_bound(membership: Membership, day: date) -> date | None:
    """The day, or the last one before it on which a membership bound; None where it did not by then."""
    if membership.since is None or membership.since > day:
        return None
    return day if membership.until is None or day < membership.until else membership.until - timedelta(days=1)


def _of_one(register: Register, state: Owing) -> Iterator[OwedReport]:
    owed = {each.obligation.code: each for each in owed_by(state, register.book.obligations)}
    events = with_due_days(state, owed.values())
    for report in reports_of(register):
        times = periods_of(state, report, events) if report.recurs else [owed[report.code]]
        yield from map(_line, times)


def _line(owed: Owed) -> OwedReport:
    met = owed.met
    return OwedReport(
        iso3=owed.iso3,
        report=owed.obligation,
        period=owed.period.year if owed.period else None,
        due_on=owed.due_on,
        received_on=met.on if met else "",
        status=_STATUS[owed.status],
        source=met.source if met else "",
    )
