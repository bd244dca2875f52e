"""The versions of a report, and each with what is answered, its steps and remarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from django.db.models import QuerySet

from corcom.documents.domain.circles import Circle
from corcom.reporting.domain.answers import Answers, answers_from
from corcom.reporting.domain.report_flow import HANDED_IN, StepKind, VersionState, state_after
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.domain.versions_told import PartRevision, RemarkTold, ReportVersionTold, StepTold
from corcom.reporting.models import ReportPart, ReportVersion, TransparencyReport
from corcom.rulebooks.forms import Form
from corcom.rulebooks.reading import rulebook


def version_told(*, number: int) -> ReportVersionTold | None:
    """One version by its number, None where there is none. A constant number of SQL queries."""
    row = _rows().filter(pk=number).first()
    if row is None:
        return None
    return next(one for one in _told(row.report, list(_rows().filter(report=row.report))) if one.number == number)


def report_versions(*, wanted: ReportWanted) -> list[ReportVersionTold]:
    """All versions of one report, the latest first. A constant number of SQL queries."""
    found = TransparencyReport.objects.filter(
        convention=wanted.convention, iso3=wanted.iso3, report=wanted.report, period=wanted.period or 0
    ).first()
    return list(reversed(_told(found, list(_rows().filter(report=found))))) if found else []


def reported_years(*, convention: str, iso3: str, report: str) -> dict[int, ReportVersion]:
    """For each year the latest version that the State stands by; what is made once stands under 0. Two SQL queries."""
    rows = (
        ReportVersion.objects.filter(report__convention=convention, report__iso3=iso3, report__report=report)
        .select_related("report")
        .prefetch_related("steps")
        .order_by("number")
    )
    return {row.report.period: row for row in rows if state_of(row) in HANDED_IN}


def other_answers(*, convention: str, iso3: str, report: str, period: int | None) -> dict[int, Answers]:
    """What the State answers in its reports for other years, by the year. Two SQL queries."""
    found = reported_years(convention=convention, iso3=iso3, report=report)
    return {year: answers_from(row.answers) for year, row in found.items() if year and year != period}


def state_of(row: ReportVersion) -> VersionState:
    """How a version stands by its steps."""
    return state_after([cast("StepKind", step.kind) for step in row.steps.all()])


def drafted_answers(parts: Sequence[ReportPart]) -> Answers:
    """What is answered while a version is drafted."""
    return answers_from({part.part: part.answer for part in parts})


def form_of(row: ReportVersion) -> Form | None:
    """The form on which a version is made."""
    book = rulebook(row.report.convention)
    obligation = book.obligation(row.report.report) if book else None
    return book.form_on(obligation.form, row.form_since) if book and obligation else None


def _rows() -> QuerySet[ReportVersion]:
    return ReportVersion.objects.select_related("report", "file").prefetch_related("steps", "remarks", "parts")


def _told(report: TransparencyReport, rows: list[ReportVersion]) -> list[ReportVersionTold]:
    last = max((row.number for row in rows if state_of(row) in HANDED_IN), default=0)
    return [_one(report, row, is_superseded=row.number < last) for row in rows]


def _one(report: TransparencyReport, row: ReportVersion, *, is_superseded: bool) -> ReportVersionTold:
    parts, state = list(row.parts.all()), state_of(row)
    return ReportVersionTold(
        number=row.pk,
        version=row.number,
        convention=report.convention,
        iso3=report.iso3,
        report=report.report,
        period=report.period or None,
        form=form_of(row),
        answers=drafted_answers(parts) if state == "drafting" else answers_from(row.answers),
        revisions={
            part.part: PartRevision(revision=part.revision, by=part.changed_by, at=part.changed_at) for part in parts
        },
        state=state,
        is_superseded=is_superseded and state in HANDED_IN,
        provisional=row.provisional,
        circle=cast("Circle", row.circle),
        channel=row.channel,
        received_on=row.received_on,
        file_name=row.file.name if row.file else "",
        file=row.file_id,
        steps=tuple(
            StepTold(kind=cast("StepKind", step.kind), at=step.at, by=step.by, note=step.note)
            for step in row.steps.all()
        ),
        remarks=tuple(
            RemarkTold(part=one.part, field=one.field, of_state=one.of_state, words=one.words, at=one.at, by=one.by)
            for one in row.remarks.all()
        ),
    )
