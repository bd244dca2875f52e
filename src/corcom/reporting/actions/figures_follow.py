"""The figures of a report follow its versions: those of the last one that stands, and none where none stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import cast

from corcom.documents.domain.circles import Circle
from corcom.figures.actions import KeptFigures, keep_report_figures
from corcom.figures.domain.figures import Figure
from corcom.reporting.domain.answers import Answers, answers_from
from corcom.reporting.domain.report_figures import ReportSaid, report_figures
from corcom.reporting.domain.report_flow import HANDED_IN
from corcom.reporting.models import ReportVersion, TransparencyReport
from corcom.reporting.queries.versions import form_of, reported_years, state_of
from corcom.rulebooks.reading import rulebook


def let_figures_follow(whole: TransparencyReport, *, why: str, at: datetime, by: str) -> KeptFigures:
    """Keep what the last version says that stands; runs within the transaction of the caller, one at a time for a report.

    So do the figures of other years whose reports say “unchanged” since this one. Errors: `FigureMisfit`.
    """
    TransparencyReport.objects.select_for_update().get(pk=whole.pk)
    kept = _keep(whole, standing_version(whole), why=why, at=at, by=by)
    if whole.period:
        found = reported_years(convention=whole.convention, iso3=whole.iso3, report=whole.report)
        for row in found.values():
            if row.report_id != whole.pk and _refers_to(answers_from(row.answers), whole.period):
                _keep(row.report, row, why=f"the report for {whole.period}: {why}", at=at, by=by)
    return kept


def _keep(whole: TransparencyReport, version: ReportVersion | None, *, why: str, at: datetime, by: str) -> KeptFigures:
    return keep_report_figures(
        convention=whole.convention,
        iso3=whole.iso3,
        report=whole.report,
        period=whole.period or None,
        found=_said(version) if version is not None else (),
        why=why,
        at=at,
        by=by,
    )


def _refers_to(answers: Answers, year: int) -> bool:
    """Whether a part is unchanged since a year and says no more than that."""
    return any(one.state == "unchanged" and not one.values and one.since == year for one in answers.values())


def standing_version(whole: TransparencyReport) -> ReportVersion | None:
    """The last version that the State stands by."""
    versions = ReportVersion.objects.filter(report=whole).select_related("report").prefetch_related("steps")
    return max((one for one in versions if state_of(one) in HANDED_IN), key=lambda one: one.number, default=None)


def _said(row: ReportVersion) -> list[Figure]:
    form, whole = form_of(row), row.report
    if form is None:
        return []
    book = rulebook(whole.convention)
    obligation = book.obligation(whole.report) if book else None
    said = ReportSaid(
        convention=whole.convention,
        iso3=whole.iso3,
        report=whole.report,
        name=obligation.name if obligation else whole.report,
        period=whole.period or None,
        version=row.number,
        # Never the day on which it is read: reading it again must say the same.
        received_on=row.received_on or max(step.at for step in row.steps.all()).date(),
        circle=cast("Circle", row.circle),
        provisional=row.provisional,
    )
    answers = answers_from(row.answers)
    return report_figures(said, form, answers, earlier=_earlier(whole, answers))


def _earlier(whole: TransparencyReport, answers: Answers) -> Mapping[int, Answers]:
    """What reports for other years answered, where a part refers to one of them; each part for whom its report is."""
    if not any(one.state == "unchanged" and not one.values for one in answers.values()):
        return {}
    found = reported_years(convention=whole.convention, iso3=whole.iso3, report=whole.report)
    return {year: _for_whom(row) for year, row in found.items() if row.report_id != whole.pk}


def _for_whom(row: ReportVersion) -> Answers:
    """The answers of a report; of one that is not public, no part is."""
    answers = answers_from(row.answers)
    return answers if row.circle == "public" else {code: replace(one, restricted=True) for code, one in answers.items()}
