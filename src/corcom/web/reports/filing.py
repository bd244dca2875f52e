"""Filing what a State sent as a document."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.documents.actions import store_file
from corcom.documents.domain.errors import DocumentRefused, on_one_line
from corcom.documents.domain.received_files import TAKEN, check_received
from corcom.kernel.errors import CorcomError
from corcom.reporting import actions
from corcom.reporting.domain.report_values import ReportWanted
from corcom.rulebooks.forms import Form
from corcom.rulebooks.reading import rulebook
from corcom.web import day as days
from corcom.web.documents.upload_bounds import passed_over
from corcom.web.filled import filled_template
from corcom.web.person import person
from corcom.web.pieces import StateName
from corcom.web.reports.addresses import place_of, wanted_of
from corcom.web.reports.refusals import in_words
from corcom.web.reports.version_words import CHANNELS
from corcom.web.rights import requires


@requires("record")
def report_file(request: HttpRequest, convention: str, iso3: str, report: str, period: str) -> HttpResponse:
    """Filing what a State sent as a document: how it came, on which day, the file."""
    wanted = wanted_of(convention, iso3, report, period)
    problem = ""
    if request.method == "POST":
        problem = _file(request, wanted)
        if not problem:
            messages.success(request, _("The report is filed, and its receipt recorded."))
            return redirect(place_of(wanted))
    shown = {
        "wanted": wanted,
        "state": StateName(wanted.iso3),
        "channels": [(code, str(words)) for code, words in CHANNELS.items() if code != "web"],
        "sent": request.POST,
        "today": days.today().isoformat(),
        "problem": problem,
        "back": place_of(wanted),
        "form": _form(wanted),
    }
    return render(request, "reports/file.html", shown, status=400 if problem else 200)


def _form(wanted: ReportWanted) -> Form | None:
    """The form of the day on which such a report would be made."""
    book = rulebook(wanted.convention)
    obligation = book.obligation(wanted.report) if book else None
    return book.form_on(obligation.form, days.today()) if book and obligation else None


def _file(request: HttpRequest, wanted: ReportWanted) -> str:
    """File it; gives what is wrong in words, "" where nothing is."""
    sent = request.FILES.get("file")
    if sent is None:
        return (
            _("The file is too large; nothing of it was kept.")
            if passed_over(request)
            else _("Choose the file that the State sent.")
        )
    try:
        received_on = date.fromisoformat(request.POST.get("received_on", ""))
    except ValueError:
        return _("Say on which day it was received.")
    channel = request.POST.get("channel", "")
    if channel not in CHANNELS or channel == "web":
        return _("Say how it came.")
    try:
        check_received(sent.read(), name=sent.name or "report")
        sent.seek(0)
    except DocumentRefused as refused:
        return _refused(refused)
    who, at = person(request), days.moment()
    try:
        stored = store_file(
            content=sent.file,  # type: ignore[arg-type]  # an uploaded file has one
            name=sent.name or "report",
            media_type=sent.content_type or "application/octet-stream",
            at=at,
            by=who.username,
        )
        circle = "states_parties" if request.POST.get("circle") == "states_parties" else "public"
        received = actions.ReceivedReport(file=stored, channel=channel, received_on=received_on, circle=circle)  # type: ignore[arg-type]  # one of two
        actions.file_report(wanted=wanted, received=received, day=days.today(), at=at, by=who.get_full_name())
    except CorcomError as refused:
        return in_words(refused)
    return ""


def _refused(refused: DocumentRefused) -> str:
    """Why a file is none that a State can have sent as its report, and what to do."""
    words = _("%(file)s: %(reason)s. Nothing was filed. Choose the document as it came (%(taken)s).")
    reason = filled_template(refused.template, refused.values)
    return words % {"file": on_one_line(refused.name), "reason": reason, "taken": TAKEN}
