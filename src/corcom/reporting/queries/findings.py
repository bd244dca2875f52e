"""What the checks find in reports, computed anew each time, and how each finding stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast

from corcom.outbox.queries import MessageLine, messages_about, replies_about
from corcom.register.domain.registered import Register
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.listed import findings
from corcom.reporting.domain.checks.standing import (
    FindingStepKind,
    FindingStepTold,
    FindingTold,
    LetterState,
    StateAnswers,
    told,
)
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.models import ReportFindingStep, ReportVersion
from corcom.reporting.queries.checked import checked_of

ABOUT = "report_version"
"""What letters about findings are about: a version of a report, by the number of its row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFindings:
    """The findings of one report: in which version (its `number`), and the number of the last step of any of them."""

    wanted: ReportWanted
    number: int
    checked: Checked
    findings: tuple[FindingTold, ...]
    last_step: int

    @property
    def undone(self) -> tuple[FindingTold, ...]:
        """Those about which something is still to be done."""
        return tuple(one for one in self.findings if one.is_undone)

    def only(self, keys: Iterable[str]) -> ReportFindings:
        """The same with those findings alone that have one of these keys."""
        wanted = set(keys)
        return replace(self, findings=tuple(one for one in self.findings if one.key in wanted))


def convention_findings(register: Register, *, day: date, now: datetime) -> list[ReportFindings]:
    """The findings of every report under a convention that a State stands by. A constant number of SQL queries."""
    return _findings(register, {"report__convention": register.book.convention}, day=day, now=now)


def report_findings(register: Register, *, wanted: ReportWanted, day: date, now: datetime) -> ReportFindings | None:
    """The findings of one report; None where the State stands by no version. A constant number of SQL queries."""
    of_state = {"report__convention": wanted.convention, "report__iso3": wanted.iso3}
    return next((one for one in _findings(register, of_state, day=day, now=now) if one.wanted == wanted), None)


def _findings(register: Register, narrowed: Mapping[str, str], *, day: date, now: datetime) -> list[ReportFindings]:
    rows = list(ReportVersion.objects.filter(**narrowed).select_related("report").prefetch_related("steps", "remarks"))
    found = checked_of(register, rows, day=day)
    if not found:
        return []
    own = [row for row in rows if row.report_id in {checked.report_id for checked, _ in found}]
    steps = _steps(own)
    versions = {row.pk: row.report_id for row in own}
    letters = messages_about(kind=ABOUT, numbers=list(versions), now=now)
    replies: dict[int, list[datetime]] = {}
    for reply in replies_about(kind=ABOUT, numbers=list(versions)):
        if reply.about is not None:
            replies.setdefault(versions[reply.about.number], []).append(reply.received_at)
    states = _letter_states(letters)
    return [
        _one(register, row, checked, steps.get(row.report_id, []), _answers(row, own, replies, states))
        for row, checked in found
    ]


def _one(
    register: Register, row: ReportVersion, checked: Checked, steps: Sequence[FindingStepTold], answers: StateAnswers
) -> ReportFindings:
    whole = row.report
    return ReportFindings(
        wanted=ReportWanted(
            convention=register.book.convention, iso3=whole.iso3, report=whole.report, period=whole.period or None
        ),
        number=row.pk,
        checked=checked,
        findings=told(findings(checked), steps, answers),
        last_step=max((step.number for step in steps), default=0),
    )


def _steps(rows: Sequence[ReportVersion]) -> dict[int, list[FindingStepTold]]:
    """The steps by report, in their order. One SQL query."""
    found: dict[int, list[FindingStepTold]] = {}
    for row in ReportFindingStep.objects.filter(report__in={each.report_id for each in rows}).select_related("version"):
        step = FindingStepTold(
            key=row.key,
            mark=row.mark,
            words=row.words,
            kind=cast("FindingStepKind", row.kind),
            note=row.note,
            batch=row.batch,
            version=row.version.number,
            at=row.at,
            by=row.by,
            number=row.pk,
        )
        found.setdefault(row.report_id, []).append(step)
    return found


def _answers(
    row: ReportVersion,
    rows: Sequence[ReportVersion],
    replies: Mapping[int, Sequence[datetime]],
    letters: Mapping[str, LetterState],
) -> StateAnswers:
    remarks: dict[str, list[datetime]] = {}
    for version in rows:
        for remark in version.remarks.all() if version.report_id == row.report_id else ():
            if remark.of_state:
                remarks.setdefault(remark.part, []).append(remark.at)
    return StateAnswers(remarks=remarks, replies=replies.get(row.report_id, ()), letters=letters)


def _letter_states(lines: Sequence[MessageLine]) -> dict[str, LetterState]:
    """How a letter stands by its messages: gone out as soon as one of them has, cancelled where all are."""
    found: dict[str, LetterState] = {}
    for line in lines:
        state: LetterState = (
            "sent" if line.state in {"sent", "uncertain"} else "cancelled" if line.state == "cancelled" else "prepared"
        )
        order: Sequence[LetterState] = ("cancelled", "prepared", "sent")
        found[line.batch] = max(state, found.get(line.batch, "cancelled"), key=order.index)
    return found
