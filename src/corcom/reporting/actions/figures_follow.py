"""The figures of a report follow its versions: those of the last one that stands, and none where none stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import cast

from corcom.documents.domain.circles import Circle
from corcom.figures.actions import keep_report_figures
from corcom.figures.domain.figures import Figure
from corcom.reporting.domain.answers import Answers, answers_from
from corcom.reporting.domain.report_figures import ReportSaid, report_figures
from corcom.reporting.domain.report_flow import HANDED_IN
from corcom.reporting.models import ReportVersion, TransparencyReport
from corcom.reporting.queries.versions import form_of, reported_years, state_of
from corcom.rulebooks.reading import rulebook


def let_figures_follow(whole: TransparencyReport, *, why: str, day: date, at: datetime, by: str) -> None:
    """Keep what the last version says that stands; runs within the transaction of the caller."""
    versions = ReportVersion.objects.filter(report=whole).select_related("report").prefetch_related("steps")
    standing = [one for one in versions if state_of(one) in HANDED_IN]
    last = max(standing, key=lambda one: one.number, default=None)
    keep_report_figures(
        convention=whole.convention,
        iso3=whole.iso3,
        report=whole.report,
        period=whole.period or None,
        found=_said(last, day) if last is not None else (),
        why=why,
        at=at,
        by=by,
    )


def _said(row: ReportVersion, day: date) -> list[Figure]:
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
        received_on=row.received_on or day,
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
