"""The reports that States owe under a convention, one line for each period.

A report is an obligation whose rule names a form. *Received* says that it came, in time or where nobody knows whether in
time; *late* that it came after its day. One that is past its day is *overdue* only where a record shows that none had come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from corcom.obligations.domain.by_obligation import owed_by
from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.judging import by_state, owing, with_due_days
from corcom.obligations.domain.owed import Owed, OwedStatus, Owing
from corcom.obligations.domain.recurring import periods_of
from corcom.register.domain.participation import Membership
from corcom.register.domain.registered import Register
from corcom.rulebooks.rules import Obligation

ReportStatus = Literal["due", "received", "received_in_time", "late", "overdue", "unknown", "not_applicable"]
STATUSES: tuple[ReportStatus, ...] = get_args(ReportStatus)
"""`due`: its day has not passed. `received_in_time`, `late`: it came by its day or after it; `received`: it came, and nothing
tells whether in time. `overdue`: a record shows that none had come on a day after it was due. `unknown`: nothing recorded
settles it. `not_applicable`: the State leaves before the day."""

CAME: frozenset[ReportStatus] = frozenset(("received", "received_in_time", "late"))

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWanted:
    """Which report of which State: the code of the obligation that it meets, and the year that it covers, None for one made once."""

    convention: str
    iso3: str
    report: str
    period: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedReport:
    """One report of one State as it stood on a day.

    `period` is the calendar year that it covers, None for a report that is made once. `received_on` is as fine as its
    source: a day, a month or a year in ISO 8601; "" where none came or nobody says when.
    """

    iso3: str
    report: Obligation
    period: int | None
    due_on: date | None
    received_on: str
    status: ReportStatus
    source: str

    @property
    def has_come(self) -> bool:
        """Whether it was received, in time or not."""
        return self.status in CAME

    def answers(self, wanted: ReportWanted) -> bool:
        """Whether this is the report that is wanted, of the same convention."""
        return (self.iso3, self.report.code, self.period) == (wanted.iso3, wanted.report, wanted.period)

    def has_fallen_due(self, day: date) -> bool:
        """Whether its day had passed, or is this one."""
        return self.due_on is not None and self.due_on <= day


def reports_of(register: Register) -> tuple[Obligation, ...]:
    """The obligations of a convention that are met by a report, in the order of the rulebook."""
    return tuple(each for each in register.book.obligations if each.form)


def owed_reports(
    register: Register, facts: Iterable[Fact], *, meetings: dict[str, date], day: date
) -> Iterator[OwedReport]:
    """Every report that a State bound on the day owes or owed by then, and the next one; by State, then by report and period.

    `facts` are those of the convention, `meetings` the first days of its meetings by code.
    """
    own = by_state(facts)
    for state, membership in register.bound_on(day):
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
