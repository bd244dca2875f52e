"""Reports with everything that their checks compare them with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corcom.directory.queries import contact_points
from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.queries import action_points, decisions
from corcom.obligations.domain.judging import owed_on
from corcom.obligations.domain.owed import Owed
from corcom.obligations.queries import facts
from corcom.register.domain.convention_meetings import first_days
from corcom.register.domain.registered import Register
from corcom.reporting.domain.answers import answers_from
from corcom.reporting.domain.checks.checked import Checked, ReportAnswers
from corcom.reporting.domain.owed_reports import owed_reports
from corcom.reporting.domain.report_flow import HANDED_IN
from corcom.reporting.domain.report_values import OwedReport
from corcom.reporting.models import ReportVersion
from corcom.reporting.queries.versions import form_of, state_of
from corcom.rulebooks.rules import Obligation

ReportOf = tuple[str, str, int]
"""Which report of a convention: State, code of the report, period (0 for one that is made once)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known beside the reports of a convention on a day, by State."""

    owed: Mapping[str, Mapping[str, Owed]]
    reports: Mapping[ReportOf, OwedReport]
    contacts: Mapping[str, tuple[str, ...]]
    commitments: Mapping[str, tuple[Followed, ...]]


def checked_of(
    register: Register, versions: Iterable[ReportVersion], *, day: date
) -> list[tuple[ReportVersion, Checked]]:
    """The latest version of each report that the State stands by, among these, with what it is compared with.

    `versions` are all of the States that are meant, with their reports and steps at hand. Reports that a State does not owe
    on the day are left out. Seven SQL queries.
    """
    standing = sorted(
        (row for row in versions if state_of(row) in HANDED_IN), key=lambda row: (row.report.period, row.number)
    )
    latest = {_report_of(row): row for row in standing}
    if not latest:
        return []
    known = _known(register, sorted({iso3 for iso3, _, _ in latest}), day)
    said = {which: told for which, row in latest.items() if (told := _answers(row)) is not None}
    return [(latest[which], _checked(register, which, said, known, day)) for which in said if which in known.reports]


def _report_of(row: ReportVersion) -> ReportOf:
    return row.report.iso3, row.report.report, row.report.period


def _known(register: Register, states: Sequence[str], day: date) -> Known:
    convention = register.book.convention
    wanted, meetings = set(states), first_days(convention)
    found = [fact for fact in facts(convention=convention) if fact.iso3 in wanted]
    # What the other States owe need not be worked out.
    few = replace(register, states={iso3: one for iso3, one in register.states.items() if iso3 in wanted})
    owed: dict[str, dict[str, Owed]] = {}
    for one in owed_on(few, found, meetings=meetings, day=day):
        owed.setdefault(one.iso3, {})[one.obligation.code] = one
    reports = owed_reports(few, found, meetings=meetings, day=day)
    points = contact_points(delegations=states, purpose="transparency_reports", convention=convention, day=day)
    return Known(
        owed=owed,
        reports={(one.iso3, one.report.code, one.period or 0): one for one in reports},
        contacts={
            iso3: tuple(dict.fromkeys(each.value for each in own if each.kind == "email"))
            for iso3, own in points.items()
        },
        commitments=_commitments(convention, wanted, day),
    )


def _commitments(convention: str, states: set[str], day: date) -> dict[str, tuple[Followed, ...]]:
    """What is open on the day and names one of the States, by State."""
    wanted = Wanted(convention=convention, state="pending")
    found: dict[str, tuple[Followed, ...]] = {}
    for one in (*action_points(day=day, wanted=wanted), *decisions(day=day, wanted=wanted)):
        for code in dict.fromkeys(owner.code for owner in one.terms.owners if owner.code in states):
            found[code] = (*found.get(code, ()), one)
    return found


def _checked(
    register: Register, which: ReportOf, said: Mapping[ReportOf, ReportAnswers], known: Known, day: date
) -> Checked:
    iso3 = which[0]
    membership = register.of(iso3).membership_on(day)
    return Checked(
        convention=register.book.convention,
        iso3=iso3,
        now=said[which],
        earlier=_earlier(register, which, said),
        owed=known.owed.get(iso3, {}),
        report=known.reports[which],
        since=membership.since if membership else None,
        contacts=known.contacts.get(iso3, ()),
        commitments=known.commitments.get(iso3, ()),
    )


def _earlier(register: Register, which: ReportOf, said: Mapping[ReportOf, ReportAnswers]) -> tuple[ReportAnswers, ...]:
    """The reports of the State before it on the same form, the latest first; one without answers says nothing."""
    iso3, report, period = which
    own = register.book.obligation(report)
    before = {
        other[2]: told
        for other, told in said.items()
        if other[0] == iso3
        and other[2] < period
        and told.answers
        and _same_form(register.book.obligation(other[1]), own)
    }
    return tuple(before[year] for year in sorted(before, reverse=True))


def _same_form(one: Obligation | None, other: Obligation | None) -> bool:
    return one is not None and other is not None and one.form == other.form


def _answers(row: ReportVersion) -> ReportAnswers | None:
    form = form_of(row)
    if form is None:
        return None
    return ReportAnswers(
        period=row.report.period or None,
        version=row.number,
        form=form,
        answers=answers_from(row.answers),
        received_on=row.received_on,
    )
