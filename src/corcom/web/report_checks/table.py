"""Findings of reports as a table: to take home, and as a list under one convention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from corcom.reporting.queries import ReportFindings, report_findings
from corcom.web import day as days
from corcom.web.downloads import Cell, sheet
from corcom.web.pieces import StateName
from corcom.web.register.asked import asked_for
from corcom.web.report_checks.shown import finding_shown
from corcom.web.reports.addresses import owed_report, place_of, wanted_of
from corcom.web.rights import requires

COLUMNS = (
    "iso3",
    "state",
    "report",
    "period",
    "version",
    "part",
    "check",
    "severity",
    "finding",
    "arithmetic",
    "first",
    "first_source",
    "second",
    "second_source",
    "rule",
    "status",
    "steps",
)


@requires("record")
def report_checks_file(request: HttpRequest, convention: str, iso3: str, report: str, period: str) -> HttpResponse:
    """The findings of one report to take home; without a form asked for, the report itself."""
    asked, wanted = asked_for(request, convention), wanted_of(convention, iso3, report, period)
    owed_report(asked, wanted)
    found = report_findings(asked.register, wanted=wanted, day=asked.day, now=days.moment())
    rows = list(file_rows([found])) if found else []
    name = f"{convention.lower()}-{iso3.lower()}-{report}-{period}-findings"
    return sheet(request, name, COLUMNS, rows) or redirect(f"{place_of(wanted)}#checks")


def file_rows(found: Sequence[ReportFindings]) -> Iterator[Sequence[Cell]]:
    """One row for each finding, those that are found no longer last in each report."""
    for report in found:
        for told in report.findings:
            one = finding_shown(told, report.wanted)
            first, second = (*((value, source) for _label, value, source, _place in one.sides), ("", ""), ("", ""))[:2]
            wanted = report.wanted
            yield (
                wanted.iso3,
                StateName(wanted.iso3).words,
                wanted.report,
                wanted.period,
                report.checked.now.version,
                told.part,
                told.key.partition(":")[0],
                one.severity or _("found no longer"),
                one.words,
                one.arithmetic,
                *first,
                *second,
                one.rule,
                one.mark.words,
                "\n".join(_step(step) for step in one.steps),
            )


def _step(step: tuple[str, str, str, str]) -> str:
    return " – ".join(part for part in step if part)
