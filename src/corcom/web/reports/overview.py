"""Reports: who owes which, and which came; under one convention, on the day of the page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.register.queries import registers
from corcom.reporting.domain.owed_reports import reports_of
from corcom.reporting.domain.report_sentences import sentences
from corcom.reporting.domain.report_values import OwedReport
from corcom.reporting.queries import convention_reports, convention_reports_ever, reports_at_work
from corcom.web.addresses import address
from corcom.web.conventions.page import head
from corcom.web.day import day_of, page_day
from corcom.web.downloads import downloads, sheet, wants_sheet
from corcom.web.filled import filled
from corcom.web.filters import convention_of, on_page, pages_of
from corcom.web.obligations.words import obligation_name
from corcom.web.pieces import Column, Empty, Link, Row, Table
from corcom.web.register.asked import Asked, asked_for, known_at, known_on_of
from corcom.web.report_checks.list import undone_in_words
from corcom.web.reports import list as report_list
from corcom.web.reports import years
from corcom.web.reports.at_work import at_work_table
from corcom.web.reports.feed import feeds
from corcom.web.reports.owed_paper import owed_downloads, owed_paper
from corcom.web.reports.record_counts import on_record
from corcom.web.rights import holds
from corcom.web.sign_in import open_to_the_public
from corcom.web.wording import convention_in_words

SIZE = 100
PERIODS = 2
"""Of how many years the sentences speak, for reports that are made every year."""


@open_to_the_public
def all_reports(request: HttpRequest) -> HttpResponse:
    """The reports of the convention in the bar; where none is chosen, the way to those of each."""
    day, known_on = day_of(request), known_on_of(request)
    found = registers(known_at=known_at(known_on))
    if (chosen := convention_of(request)) in found:
        return redirect(address(request, "convention_reports", chosen))
    columns = (Column(_("Convention"), is_wide=True), Column(_("Reports")))
    rows = [
        Row(
            (
                Link(convention_in_words(code), address(request, "convention_reports", code)),
                _(", ").join(obligation_name(each) for each in reports_of(register)),
            )
        )
        for code, register in found.items()
    ]
    table = Table(id="conventions", caption=_("Conventions"), columns=columns, rows=tuple(rows))
    shown = {"table": table, "known_on": known_on, "day": day, "at_work": _at_work(request)}
    return render(request, "reports/all.html", shown)


@open_to_the_public
def convention_reports_page(request: HttpRequest, convention: str) -> HttpResponse:
    """Who owes which report: in sentences, as a list, and counted by year and regional group."""
    asked = asked_for(request, convention)
    counted = request.GET.get("view") == "counts"
    reports = convention_reports(asked.register, day=asked.day, known_at=asked.known_at)
    wanted = report_list.narrowed(request, asked)
    found = [one for one in reports if wanted.fits(one, asked.day)]
    if wants_sheet(request):
        rows = [report_list.file_row(one) for one in report_list.ordered(found, wanted.sort)]
        if answer := sheet(request, f"{asked.code.lower()}-reports", report_list.FILE_COLUMNS, rows):
            return answer
    said = [filled(one) for one in sentences(reports, reports_of(asked.register), day=asked.day, periods=PERIODS)]
    if paper := owed_paper(request, asked, reports, found, said):
        return paper
    shown = head(asked, "convention_reports") | {
        "sentences": said,
        "downloads": owed_downloads(request, found) if counted else (),
        "counted": counted,
        "q": wanted.text,
        "kept": [(key, value) for key, value in request.GET.items() if key not in {"q", "page"}],
        "empty": None if reports else _nothing(),
        "at_work": None if counted else _at_work(request, asked.code),
        "findings": undone_in_words(asked) if holds(request, "record") and not counted else "",
    }
    if counted:
        ever = convention_reports_ever(asked.register, day=asked.day, known_at=asked.known_at)
        shown["years"] = years.years(asked, ever)
        shown["groups"] = years.groups(asked, reports)
        shown |= on_record(asked, may_record=holds(request, "record"))
    else:
        shown["table"] = _table(request, asked, found, reports, wanted)
    return render(request, "reports/page.html", shown)


def _table(
    request: HttpRequest,
    asked: Asked,
    found: list[OwedReport],
    reports: list[OwedReport],
    wanted: report_list.Narrowed,
) -> Table:
    pages = pages_of(request, len(found), SIZE)
    ordered = report_list.ordered(found, wanted.sort)
    return Table(
        id="reports",
        caption=_("Reports"),
        columns=report_list.columns(),
        rows=tuple(report_list.row(asked, one) for one in on_page(pages, ordered)),
        count=len(found),
        sort=wanted.sort,
        filters=report_list.filters(asked, reports, wanted),
        downloads=(*owed_downloads(request, found), *downloads(request), *feeds(asked)),
        pages=pages,
    )


def _at_work(request: HttpRequest, convention: str = "") -> Table | None:
    """What is being worked on, for whoever handles reports; there is nothing of it on another day than today."""
    if not (page_day(request).is_today and holds(request, "record")):
        return None
    found = reports_at_work(convention=convention)
    return at_work_table(found) if found else None


def _nothing() -> Empty:
    return Empty(
        _("Nobody owes a report on this day"),
        _("Reports stand here from the day on which the convention enters into force for a State."),
    )
