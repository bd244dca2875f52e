"""Accepting a report while something about it is still open is asked once."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.register.queries import register_of
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.queries import report_findings
from corcom.web import day as days
from corcom.web.pieces import StateName
from corcom.web.reports.addresses import place_of
from corcom.web.reports.parts_shown import report_title
from corcom.web.reports.submitting import open_threads


def still_open(wanted: ReportWanted) -> list[str]:
    """What is still open about a report, in words: findings about which nobody decided, remarks that the State has not answered."""
    register = register_of(wanted.convention)
    found = report_findings(register, wanted=wanted, day=days.today(), now=days.moment()) if register else None
    findings, remarks = len(found.undone) if found else 0, len(open_threads(wanted))
    told = []
    if findings:
        told.append(ngettext("%(n)d finding is open.", "%(n)d findings are open.", findings) % {"n": findings})
    if remarks:
        words = ngettext("%(n)d remark is not answered.", "%(n)d remarks are not answered.", remarks)
        told.append(words % {"n": remarks})
    return told


def accept_page(request: HttpRequest, wanted: ReportWanted, version: int, left: list[str]) -> HttpResponse:
    """What is still open, and whether to accept all the same."""
    shown = {
        "state": StateName(wanted.iso3),
        "title": report_title(wanted),
        "left": left,
        "question": _("Accept the report all the same?"),
        "version": version,
        "note": request.POST.get("note", ""),
        "step": place_of(wanted, "report_step"),
        "back": place_of(wanted),
    }
    return render(request, "reports/accept.html", shown)
