"""The findings of all reports under a convention, for the secretariat; and how many are not settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.kernel.folding import folded
from corcom.reporting.domain.checks.finding import SEVERITIES
from corcom.reporting.domain.checks.listed import CHECKS
from corcom.reporting.domain.checks.standing import FINDING_STATES, UNDONE, FindingTold
from corcom.reporting.queries import ReportFindings, convention_findings
from corcom.web import day as days
from corcom.web.conventions.page import head
from corcom.web.downloads import downloads, sheet, wants_sheet
from corcom.web.filled import filled
from corcom.web.filters import on_page, pages_of, text_in
from corcom.web.obligations.words import obligation_name
from corcom.web.pieces import Column, Empty, Filter, Link, Option, Row, StateName, Table
from corcom.web.register.asked import Asked, asked_for
from corcom.web.report_checks.table import COLUMNS, file_rows
from corcom.web.report_checks.words import SEVERITIES as SEVERITY_WORDS
from corcom.web.report_checks.words import STATES, state_mark
from corcom.web.reports.addresses import place_of
from corcom.web.rights import requires

SIZE = 100
UNDONE_ONES = "undone"
"""Stands in an address for what is not settled."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the address asks for; "" where it does not narrow. Without a status: what is not settled."""

    status: str
    check: str
    severity: str
    text: str

    def fits(self, of: ReportFindings, one: FindingTold) -> bool:
        """Whether a finding is asked for; one that is found no longer is not."""
        return (
            one.finding is not None
            and (
                self.status == "all"
                or (one.state in UNDONE if self.status == UNDONE_ONES else one.state == self.status)
            )
            and self.check in {"", one.finding.check}
            and self.severity in {"", one.finding.severity}
            and (not self.text or folded(self.text) in folded(StateName(of.wanted.iso3).words))
        )


@requires("record")
def convention_checks(request: HttpRequest, convention: str) -> HttpResponse:
    """What the checks find in the reports of a convention, narrowed by the address."""
    asked = asked_for(request, convention)
    found = convention_findings(asked.register, day=asked.day, now=days.moment())
    wanted = _narrowed(request)
    lines = [(of, one) for of in _ordered(found) for one in of.findings if wanted.fits(of, one)]
    if wants_sheet(request):
        kept = {(of.number, one.key) for of, one in lines}
        rows = [row for of in _ordered(found) for row in file_rows([of.only(key for n, key in kept if n == of.number)])]
        if answer := sheet(request, f"{convention.lower()}-findings", COLUMNS, rows):
            return answer
    pages = pages_of(request, len(lines), SIZE)
    table = Table(
        id="findings",
        caption=_("Findings"),
        columns=(
            Column(_("State")),
            Column(_("Report")),
            Column(_("Part")),
            Column(_("Finding"), is_wide=True),
            Column(_("Kind")),
            Column(_("Status")),
        ),
        rows=tuple(_row(asked, of, one) for of, one in on_page(pages, lines)),
        count=len(lines),
        filters=_filters(found, wanted),
        downloads=downloads(request),
        pages=pages,
    )
    shown = head(asked, "convention_reports") | {
        "table": table,
        "q": wanted.text,
        "kept": [(key, value) for key, value in request.GET.items() if key not in {"q", "page"}],
        "checks": [(_(check.title), _(check.reading), _(check.source)) for check in CHECKS],
        "empty": None if any(of.findings for of in found) else _nothing(),
    }
    return render(request, "report_checks/list.html", shown)


def undone_in_words(asked: Asked) -> str:
    """How many findings are not settled, in how many reports; "" for none."""
    found = convention_findings(asked.register, day=asked.day, now=days.moment())
    reports = [of for of in found if of.undone]
    count = sum(len(of.undone) for of in reports)
    if not count:
        return ""
    said = ngettext(
        "%(count)d finding of the checks is not settled.", "%(count)d findings of the checks are not settled.", count
    )
    return said % {"count": count}


def _ordered(found: Sequence[ReportFindings]) -> list[ReportFindings]:
    """By State, the latest report first."""
    latest = sorted(found, key=lambda of: of.wanted.period or 0, reverse=True)
    return sorted(latest, key=lambda of: folded(StateName(of.wanted.iso3).words))


def _narrowed(request: HttpRequest) -> Narrowed:
    status, check, severity = (text_in(request, name) for name in ("status", "check", "severity"))
    return Narrowed(
        status=status if status in {"all", *FINDING_STATES} else UNDONE_ONES,
        check=check if check in {each.code for each in CHECKS} else "",
        severity=severity if severity in SEVERITIES else "",
        text=text_in(request, "q"),
    )


def _filters(found: Sequence[ReportFindings], wanted: Narrowed) -> tuple[Filter, ...]:
    there = [one for of in found for one in of.findings if one.finding]
    states = [one.state for one in there]
    codes = [one.finding.check for one in there if one.finding]
    kinds = [one.finding.severity for one in there if one.finding]
    stands = (Option(str(words), key, states.count(key)) for key, words in STATES.items() if key in states)
    undone = sum(1 for one in there if one.is_undone)
    every = Option(_("All"))
    titles = (Option(_(check.title), check.code, codes.count(check.code)) for check in CHECKS if check.code in codes)
    chosen = "" if wanted.status == UNDONE_ONES else wanted.status
    return (
        Filter(
            _("Status"),
            "status",
            (Option(_("not settled"), "", undone), *stands, Option(_("All"), "all", len(there))),
            chosen,
        ),
        Filter(_("Check"), "check", (every, *titles), wanted.check),
        Filter(
            _("Kind"),
            "severity",
            (every, *(Option(str(words), key, kinds.count(key)) for key, words in SEVERITY_WORDS.items())),
            wanted.severity,
        ),
    )


def _row(asked: Asked, of: ReportFindings, one: FindingTold) -> Row:
    obligation = asked.register.book.obligation(of.wanted.report)
    name = obligation_name(obligation) if obligation else of.wanted.report
    if of.wanted.period:
        name = _("%(report)s for %(year)s") % {"report": name, "year": of.wanted.period}
    finding = one.finding
    return Row(
        (
            StateName(of.wanted.iso3),
            Link(name, f"{place_of(of.wanted)}#checks"),
            one.part,
            filled(finding.words) if finding else one.words,
            str(SEVERITY_WORDS[finding.severity]) if finding else "",
            state_mark(one.state),
        )
    )


def _nothing() -> Empty:
    return Empty(
        _("The checks find nothing"),
        _("Reports that States handed in are checked here against last year, their deadlines and other records."),
    )
