"""A State fills its report in by a signed link, hands it in, and may recall it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.access.queries import GivenLink
from corcom.kernel.errors import CorcomError
from corcom.reporting import actions
from corcom.reporting.domain.remark_threads import remark_threads
from corcom.reporting.domain.report_links import PURPOSE
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.queries import ReportVersionTold, report_versions
from corcom.web import day as days
from corcom.web.by_link import by_link, path_by_link
from corcom.web.pieces import StateName
from corcom.web.register.asked import asked_for
from corcom.web.reports.addresses import owed_report, wanted_of
from corcom.web.reports.answers import answers_shown
from corcom.web.reports.desk import LONGEST_ANSWER, desk_page
from corcom.web.reports.handed_in_paper import downloads_by_link
from corcom.web.reports.offline import offline_page
from corcom.web.reports.parts_shown import Desk
from corcom.web.reports.refusals import in_words
from corcom.web.reports.remarks import place_in_words, threads_shown
from corcom.web.reports.submitting import is_drafted, is_handed_in, open_threads, submit_page, written_on
from corcom.web.reports.version_words import STATES
from corcom.web.reports.words import report_name
from corcom.web.wording import moment_in_words

HAND = "hand"
"""Where the session keeps what whoever holds a link is called."""


@by_link(PURPOSE)
def report_by_link(request: HttpRequest, link: GivenLink) -> HttpResponseBase:
    """The State fills its report in, without an account; once it is handed in, what was handed in, and recalling it."""
    wanted = wanted_by(link)
    if request.method == "POST" and HAND in request.POST:
        request.session[HAND] = request.POST[HAND].strip()[:100]
        return redirect(path_by_link("report_by_link", link))
    versions = report_versions(wanted=wanted)
    is_saving = request.method == "POST" and "answer" not in request.POST and "part" in request.POST
    if versions and versions[0].state != "drafting" and not is_saving:
        return _handed_in(request, link, wanted, versions)
    return desk_page(request, _desk_by_link(request, link, wanted))


@by_link(PURPOSE)
def report_submit_by_link(request: HttpRequest, link: GivenLink) -> HttpResponse:
    """The State hands its report in; once it is, nothing is begun anew by coming back here."""
    wanted = wanted_by(link)
    if not is_drafted(wanted):
        return redirect(path_by_link("report_by_link", link))
    return submit_page(request, _desk_by_link(request, link, wanted))


@by_link(PURPOSE)
def report_offline_by_link(request: HttpRequest, link: GivenLink) -> HttpResponse:
    """The State takes the form home and sends it back; once the report is handed in, nothing is begun anew by coming back here."""
    wanted = wanted_by(link)
    if is_handed_in(wanted):
        return redirect(path_by_link("report_by_link", link))
    return offline_page(request, _desk_by_link(request, link, wanted))


def wanted_by(link: GivenLink) -> ReportWanted:
    """The report that a link opens. Errors: `Http404`."""
    parts = link.subject.split(":")
    if len(parts) != 4:
        raise Http404
    return wanted_of(*parts)


def _desk_by_link(request: HttpRequest, link: GivenLink, wanted: ReportWanted) -> Desk:
    state = StateName(wanted.iso3).words
    hand = request.session.get(HAND, "")
    by = _("%(who)s, %(state)s") % {"who": hand, "state": state} if hand else state
    told, form = written_on(request, wanted, by)
    here = path_by_link("report_by_link", link)
    submit = path_by_link("report_submit_by_link", link)
    offline = path_by_link("report_offline_by_link", link)
    return Desk(
        told=told,
        form=form,
        by=by,
        here=here,
        offline=offline,
        submit=submit,
        done=here,
        by_link=True,
        threads=open_threads(wanted),
    )


def _handed_in(
    request: HttpRequest, link: GivenLink, wanted: ReportWanted, versions: list[ReportVersionTold]
) -> HttpResponse:
    last = versions[0]
    here = path_by_link("report_by_link", link)
    state = StateName(wanted.iso3).words
    if request.method == "POST":
        try:
            _take(request, wanted, last, state)
        except CorcomError as refused:
            messages.error(request, in_words(refused))
        return redirect(here)
    owed = asked_for(request, wanted.convention)
    threads = threads_shown(remark_threads(versions), wanted.iso3, to_state=True)
    shown = {
        "state": StateName(wanted.iso3),
        "title": report_name(owed_report(owed, wanted)),
        "mark": str(STATES[last.state]),
        "shown": {"answers": answers_shown(last, restricted=True, threads=threads)},
        "downloads": downloads_by_link(last, link),
        "last": last,
        "when": moment_in_words(last.steps[-1].at),
        "here": here,
        "open": [(one, place_in_words(last.form, one)) for one in threads if one.is_open],
    }
    return render(request, "reports/handed_in.html", shown)


def _take(request: HttpRequest, wanted: ReportWanted, last: ReportVersionTold, state: str) -> None:
    """Recall, begin a new version, or answer a remark. Errors: those of the actions."""
    now = days.moment()
    if "answer" in request.POST:
        actions.remark_on_report(
            version=last.number,
            part=request.POST.get("part", ""),
            field=request.POST.get("field", ""),
            words=request.POST.get("words", "")[:LONGEST_ANSWER],
            of_state=True,
            at=now,
            by=state,
        )
        messages.success(request, _("Your answer is with the secretariat. Thank you."))
    if "recall" in request.POST:
        actions.recall_report(version=last.number, why=request.POST.get("why", ""), day=days.today(), at=now, by=state)
    if "again" in request.POST or "recall" in request.POST:
        actions.open_draft(wanted=wanted, day=days.today(), at=now, by=state)
