"""Handing a report in, whoever wrote it: the draft, what is missing, and the step itself."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corcom.documents.domain.circles import Circle
from corcom.kernel.errors import CorcomError
from corcom.reporting import actions
from corcom.reporting.domain.remark_threads import RemarkThread, remark_threads
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.queries import ReportVersionTold, report_versions, version_told
from corcom.rulebooks.forms import Form
from corcom.web import day as days
from corcom.web.reports.desk import missing
from corcom.web.reports.parts_shown import Desk, named
from corcom.web.reports.refusals import in_words


def draft_of(wanted: ReportWanted, by: str) -> tuple[ReportVersionTold, Form]:
    """The draft of a report, begun where there is none, and its form in the reader's language. Errors: `Http404`."""
    try:
        number = actions.open_draft(wanted=wanted, day=days.today(), at=days.moment(), by=by)
    except actions.ReportNotOwed as refused:
        raise Http404 from refused
    told = version_told(number=number)
    if told is None or told.form is None:
        raise Http404
    return told, told.form.spoken_in(get_language() or "en")


def written_on(request: HttpRequest, wanted: ReportWanted, by: str) -> tuple[ReportVersionTold, Form]:
    """The draft, and its form. What is sent goes to the latest version that there is, however it stands: nothing is begun by it.

    Errors: `Http404`.
    """
    last = next(iter(report_versions(wanted=wanted)), None) if request.method == "POST" else None
    if last is None or last.form is None:
        return draft_of(wanted, by)
    return last, last.form.spoken_in(get_language() or "en")


def open_threads(wanted: ReportWanted) -> tuple[RemarkThread, ...]:
    """What the State has been asked about the report, in any of its versions, and has not answered."""
    return tuple(one for one in remark_threads(report_versions(wanted=wanted)) if one.is_open)


def is_drafted(wanted: ReportWanted) -> bool:
    """Whether the latest version is still being drafted, so that there is something to hand in."""
    versions = report_versions(wanted=wanted)
    return bool(versions) and versions[0].state == "drafting"


def is_handed_in(wanted: ReportWanted) -> bool:
    """Whether there is a version, and the latest is drafted no more."""
    versions = report_versions(wanted=wanted)
    return bool(versions) and versions[0].state != "drafting"


def submit_page(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What is missing; and where nothing is, handing in."""
    if request.method == "POST":
        # A page that does not say for whom it is changes nothing about that.
        sent, circle = request.POST.get("circle", ""), desk.told.circle
        try:
            actions.submit_report(
                version=desk.told.number,
                circle=cast("Circle", sent) if sent in {"public", "states_parties"} else circle,
                provisional=request.POST.get("provisional") == "yes",
                day=days.today(),
                at=days.moment(),
                by=desk.by,
            )
        except CorcomError as refused:
            messages.error(request, in_words(refused))
        else:
            messages.success(request, _("The report is handed in. Thank you."))
            return redirect(desk.done)
    return render(request, "reports/submit.html", {"desk": desk, **named(desk), "missing": missing(desk)})
