"""What people do about findings of checks: put them to the State as remarks, settle them, set them aside, open them again.

Findings are computed anew before each step; all of those that were chosen are taken, or none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from corcom.kernel.said import said
from corcom.kernel.wording import Wording
from corcom.register.queries import register_of
from corcom.reporting.actions.errors import (
    FindingGone,
    FindingTakenUp,
    NoFindingChosen,
    WithoutWords,
)
from corcom.reporting.actions.reviewing import remark_on_report
from corcom.reporting.domain.checks.finding import Finding
from corcom.reporting.domain.checks.letter import finding_in_words
from corcom.reporting.domain.checks.standing import FindingStepKind
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.models import ReportFindingStep, ReportVersion, TransparencyReport
from corcom.reporting.queries.findings import ReportFindings, report_findings


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsChosen:
    """Findings of one report, by their `marks`, as somebody read them; `seen`: the last step of any of them by then."""

    wanted: ReportWanted
    marks: tuple[str, ...]
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOfFindings:
    """By whom a step is taken, when, and in which wording what was found is kept. `day` is the one of which it is found."""

    day: date
    at: datetime
    by: str
    wording: Wording


@transaction.atomic
def put_findings_as_remarks(*, chosen: FindingsChosen, step: StepOfFindings, note: str = "") -> None:
    """Put findings to the State, each as a remark on its part in the words of the wording; the note goes with each.

    Errors: `NoFindingChosen`, `FindingGone`, `FindingTakenUp`.
    """
    found, taken = chosen_findings(chosen, step)
    for one in taken:
        words = finding_in_words(one, step.wording)
        remark_on_report(
            version=found.number,
            part=one.part,
            field=_field(found, one),
            words="\n".join(part for part in (words, note.strip()) if part),
            of_state=False,
            at=step.at,
            by=step.by,
        )
    record_steps("remark", found, taken, step, note)


def settle_findings(*, chosen: FindingsChosen, step: StepOfFindings, note: str) -> None:
    """Say that findings are explained, and how. Errors: `WithoutWords`, `NoFindingChosen`, `FindingGone`, `FindingTakenUp`."""
    _close("settled", chosen, step, note)


def set_findings_aside(*, chosen: FindingsChosen, step: StepOfFindings, note: str) -> None:
    """Say that nothing is to be asked about findings, and why. Errors: as `settle_findings`."""
    _close("set_aside", chosen, step, note)


@transaction.atomic
def reopen_findings(*, chosen: FindingsChosen, step: StepOfFindings, note: str = "") -> None:
    """Open findings again. Errors: `NoFindingChosen`, `FindingGone`, `FindingTakenUp`."""
    found, taken = chosen_findings(chosen, step)
    record_steps("reopened", found, taken, step, note)


@transaction.atomic
def _close(kind: FindingStepKind, chosen: FindingsChosen, step: StepOfFindings, note: str) -> None:
    if not note.strip():
        raise WithoutWords
    found, taken = chosen_findings(chosen, step)
    record_steps(kind, found, taken, step, note)


def chosen_findings(chosen: FindingsChosen, step: StepOfFindings) -> tuple[ReportFindings, list[Finding]]:
    """The report as it is found now, locked, and those that were chosen.

    Errors: `NoFindingChosen`; `FindingGone` where one is found no longer or with other values; `FindingTakenUp` where
    somebody else took a step about one since it was read.
    """
    if not chosen.marks:
        raise NoFindingChosen
    wanted = chosen.wanted
    TransparencyReport.objects.select_for_update().filter(
        convention=wanted.convention, iso3=wanted.iso3, report=wanted.report, period=wanted.period or 0
    ).first()
    register = register_of(wanted.convention)
    found = report_findings(register, wanted=wanted, day=step.day, now=step.at) if register else None
    there = {one.finding.mark: one for one in found.findings if one.finding} if found else {}
    if found is None or set(chosen.marks) - there.keys():
        raise FindingGone
    for mark in chosen.marks:
        if later := [each for each in there[mark].steps if each.number > chosen.seen]:
            raise FindingTakenUp(later[-1].by)
    return found, [one.finding for mark, one in there.items() if one.finding and mark in chosen.marks]


def record_steps(
    kind: FindingStepKind,
    found: ReportFindings,
    findings: Sequence[Finding],
    step: StepOfFindings,
    note: str,
    batch: str = "",
) -> None:
    """Keep that a step was taken about findings; for a letter with its `batch` in the outbox."""
    version = ReportVersion.objects.get(pk=found.number)
    ReportFindingStep.objects.bulk_create(
        ReportFindingStep(
            report_id=version.report_id,
            version=version,
            key=one.key,
            mark=one.mark,
            words=said(one.words, step.wording),
            kind=kind,
            note=note.strip(),
            batch=batch,
            at=step.at,
            by=step.by,
        )
        for one in findings
    )


def _field(found: ReportFindings, one: Finding) -> str:
    """The field of a finding, where its part has one of that code."""
    part = found.checked.now.form.part(one.part)
    return one.field if part and part.field(one.field) else ""
