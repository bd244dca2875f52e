"""The secretariat fills a report in for a State, on the same form."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from corcom.reporting.domain.report_values import ReportWanted
from corcom.web.person import person
from corcom.web.reports.addresses import place_of, wanted_of
from corcom.web.reports.desk import desk_page
from corcom.web.reports.offline import offline_page
from corcom.web.reports.parts_shown import Desk
from corcom.web.reports.submitting import is_drafted, is_handed_in, open_threads, submit_page, written_on
from corcom.web.rights import requires


@requires("record")
def report_edit(request: HttpRequest, convention: str, iso3: str, report: str, period: str) -> HttpResponseBase:
    """The secretariat fills a report in for a State."""
    wanted = wanted_of(convention, iso3, report, period)
    return desk_page(request, _desk_of_account(request, wanted))


@requires("record")
def report_submit(request: HttpRequest, convention: str, iso3: str, report: str, period: str) -> HttpResponse:
    """The secretariat hands in what it filled in for a State."""
    wanted = wanted_of(convention, iso3, report, period)
    if not is_drafted(wanted):
        return redirect(place_of(wanted))
    return submit_page(request, _desk_of_account(request, wanted))


@requires("record")
def report_offline(request: HttpRequest, convention: str, iso3: str, report: str, period: str) -> HttpResponse:
    """The form as a file for the State, and what came back of it; nothing is begun anew once the report is handed in."""
    wanted = wanted_of(convention, iso3, report, period)
    if is_handed_in(wanted):
        return redirect(place_of(wanted))
    return offline_page(request, _desk_of_account(request, wanted))


def _desk_of_account(request: HttpRequest, wanted: ReportWanted) -> Desk:
    by = person(request).get_full_name()
    told, form = written_on(request, wanted, by)
    return Desk(
        told=told,
        form=form,
        by=by,
        here=place_of(wanted, "report_edit"),
        offline=place_of(wanted, "report_offline"),
        submit=place_of(wanted, "report_submit"),
        done=place_of(wanted),
        by_link=False,
        threads=open_threads(wanted),
    )
