"""Writing a report and handing it in: by the secretariat for a State, or by whoever holds its signed link."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from corcom.access.queries import GivenLink
from corcom.documents.actions import store_file
from corcom.kernel.errors import CorcomError
from corcom.reporting import actions
from corcom.reporting.domain.owed_reports import ReportWanted
from corcom.reporting.queries import ReportVersionTold, report_versions, version_told
from corcom.rulebooks.forms import Form
from corcom.web import day as days
from corcom.web.by_link import by_link, path_by_link
from corcom.web.person import person
from corcom.web.pieces import StateName
from corcom.web.register_asked import asked_for
from corcom.web.report_answers import answers_shown
from corcom.web.report_desk import Desk, desk_page, missing_words, named
from corcom.web.report_page import CHANNELS, PURPOSE, STATES, owed_report, place_of, wanted_of
from corcom.web.report_refusals import in_words
from corcom.web.report_words import report_name
from corcom.web.rights import requires
from corcom.web.wording import moment_in_words

HAND = "hand"
"""Where the session keeps what whoever holds a link is called."""


@requires("record")
def report_edit(request: HttpRequest, convention: str, iso3: str, report: str, period: str) -> HttpResponseBase:
    """The secretariat fills a report in for a State."""
    wanted = wanted_of(convention, iso3, report, period)
    return desk_page(request, _desk_of_account(request, wanted))


@requires("record")
def report_submit(request: HttpRequest, convention: str, iso3: str, report: str, period: str) -> HttpResponse:
    """The secretariat hands in what it filled in for a State."""
    wanted = wanted_of(convention, iso3, report, period)
    return _submit(request, _desk_of_account(request, wanted))


@by_link(PURPOSE)
def report_by_link(request: HttpRequest, link: GivenLink) -> HttpResponseBase:
    """The State fills its report in, without an account; once it is handed in, what was handed in, and recalling it."""
    wanted = _wanted_by(link)
    if request.method == "POST" and HAND in request.POST:
        request.session[HAND] = request.POST[HAND].strip()[:100]
        return redirect(path_by_link("report_by_link", link))
    versions = report_versions(wanted=wanted)
    if versions and versions[0].state != "drafting":
        return _handed_in(request, link, wanted, versions[0])
    return desk_page(request, _desk_by_link(request, link, wanted))


@by_link(PURPOSE)
def report_submit_by_link(request: HttpRequest, link: GivenLink) -> HttpResponse:
    """The State hands its report in."""
    return _submit(request, _desk_by_link(request, link, _wanted_by(link)))


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
    }
    return render(request, "reports/file.html", shown, status=400 if problem else 200)


def _file(request: HttpRequest, wanted: ReportWanted) -> str:
    """File it; gives what is wrong in words, "" where nothing is."""
    sent = request.FILES.get("file")
    if sent is None:
        return _("Choose the file that the State sent.")
    try:
        received_on = date.fromisoformat(request.POST.get("received_on", ""))
    except ValueError:
        return _("Say on which day it was received.")
    channel = request.POST.get("channel", "")
    if channel not in CHANNELS or channel == "web":
        return _("Say how it came.")
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


def _wanted_by(link: GivenLink) -> ReportWanted:
    parts = link.subject.split(":")
    if len(parts) != 4:
        raise Http404
    return wanted_of(*parts)


def _draft(wanted: ReportWanted, by: str) -> tuple[ReportVersionTold, Form]:
    try:
        number = actions.open_draft(wanted=wanted, day=days.today(), at=days.moment(), by=by)
    except actions.ReportNotOwed as refused:
        raise Http404 from refused
    told = version_told(number=number)
    if told is None or told.form is None:
        raise Http404
    return told, told.form


def _desk_of_account(request: HttpRequest, wanted: ReportWanted) -> Desk:
    by = person(request).get_full_name()
    told, form = _draft(wanted, by)
    return Desk(
        told=told,
        form=form,
        by=by,
        here=place_of(wanted, "report_edit"),
        submit=place_of(wanted, "report_submit"),
        done=place_of(wanted),
        by_link=False,
    )


def _desk_by_link(request: HttpRequest, link: GivenLink, wanted: ReportWanted) -> Desk:
    state = StateName(wanted.iso3).words
    hand = request.session.get(HAND, "")
    by = _("%(who)s, %(state)s") % {"who": hand, "state": state} if hand else state
    told, form = _draft(wanted, by)
    here = path_by_link("report_by_link", link)
    submit = f"{reverse('report_submit_by_link')}?{urlencode({'key': link.token})}"
    return Desk(told=told, form=form, by=by, here=here, submit=submit, done=here, by_link=True)


def _submit(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What is missing; and where nothing is, handing in."""
    if request.method == "POST":
        circle = "states_parties" if request.POST.get("circle") == "states_parties" else "public"
        try:
            actions.submit_report(
                version=desk.told.number,
                circle=circle,  # type: ignore[arg-type]  # one of two
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
    return render(request, "reports/submit.html", {"desk": desk, **named(desk), "missing": missing_words(desk)})


def _handed_in(request: HttpRequest, link: GivenLink, wanted: ReportWanted, last: ReportVersionTold) -> HttpResponse:
    here = path_by_link("report_by_link", link)
    state = StateName(wanted.iso3).words
    if request.method == "POST":
        try:
            if "recall" in request.POST:
                actions.recall_report(
                    version=last.number,
                    why=request.POST.get("why", ""),
                    day=days.today(),
                    at=days.moment(),
                    by=state,
                )
            if "again" in request.POST or "recall" in request.POST:
                actions.open_draft(wanted=wanted, day=days.today(), at=days.moment(), by=state)
        except CorcomError as refused:
            messages.error(request, in_words(refused))
        return redirect(here)
    owed = asked_for(request, wanted.convention)
    shown = {
        "state": StateName(wanted.iso3),
        "title": report_name(owed_report(owed, wanted)),
        "mark": str(STATES[last.state]),
        "shown": {"answers": answers_shown(last, restricted=True, with_remarks=False)},
        "last": last,
        "when": moment_in_words(last.steps[-1].at),
        "here": here,
        "remarks": [(one.words, moment_in_words(one.at)) for one in last.remarks if not one.of_state],
    }
    return render(request, "reports/handed_in.html", shown)
