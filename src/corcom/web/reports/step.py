"""What the secretariat does with a report: one step after the other, each a plain form."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corcom.access.actions import NoSuchLink, give_link, withdraw_link
from corcom.access.queries import links_for
from corcom.kernel.errors import CorcomError
from corcom.reporting import actions
from corcom.reporting.domain.report_flow import HANDED_IN
from corcom.reporting.domain.report_links import PURPOSE, subject_of
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.queries import report_versions
from corcom.web import day as days
from corcom.web.filters import number_sent
from corcom.web.person import person
from corcom.web.reports.accepting import accept_page, still_open
from corcom.web.reports.addresses import place_of, wanted_of
from corcom.web.reports.refusals import in_words
from corcom.web.rights import requires

LINK_HOLDS = timedelta(days=60)


@requires("record")
@require_POST
def report_step(request: HttpRequest, convention: str, iso3: str, report: str, period: str) -> HttpResponse:
    """What the secretariat does with a report: a link for the State, taking up, accepting, a remark, a recall."""
    wanted = wanted_of(convention, iso3, report, period)
    who, at = person(request), days.moment()
    number, note = number_sent(request, "version"), request.POST.get("note", "")
    try:
        _check(wanted, request.POST.get("step", ""), number)
        if request.POST.get("step") == "accept" and not request.POST.get("sure") and (left := still_open(wanted)):
            return accept_page(request, wanted, number, left)
        match request.POST.get("step"):
            case "invite":
                # Where the State stands by a version, its link shows that one, with the remarks to answer.
                if not any(one.state in HANDED_IN for one in report_versions(wanted=wanted)):
                    actions.open_draft(wanted=wanted, day=days.today(), at=at, by=who.get_full_name())
                give_link(
                    purpose=PURPOSE,
                    subject=subject_of(wanted),
                    party=iso3,
                    ends_at=at + LINK_HOLDS,
                    by=who,
                    at=at,
                )
                messages.success(
                    request, _("The link is made. Send it to the State; whoever holds it can fill the report in.")
                )
            case "withdraw":
                withdraw_link(number=number, by=who, at=at)
                messages.success(request, _("The link opens nothing any more."))
            case "take_up":
                actions.take_up_report(version=number, at=at, by=who.get_full_name())
            case "accept":
                actions.accept_report(version=number, at=at, by=who.get_full_name(), note=note)
                messages.success(request, _("The report is accepted."))
            case "recall":
                actions.recall_report(version=number, why=note, day=days.today(), at=at, by=who.get_full_name())
                messages.success(request, _("The version is recalled; it stays readable here."))
            case "remark":
                _remark(request, number, at=at, by=who.get_full_name())
    except CorcomError as refused:
        messages.error(request, in_words(refused))
    return redirect(place_of(wanted))


def _remark(request: HttpRequest, number: int, *, at: datetime, by: str) -> None:
    """Say something to a question, or to a part. Errors: those of the action."""
    part, _mark, field = request.POST.get("part", "").partition("/")
    words = request.POST.get("note", "")
    actions.remark_on_report(version=number, part=part, field=field, words=words, of_state=False, at=at, by=by)


def _check(wanted: ReportWanted, step: str, number: int) -> None:
    """Whether what is to be done is done to this report, its versions and its links. Errors: `NoSuchLink`, `NoSuchVersion`."""
    if step == "withdraw":
        if number not in {link.number for link in links_for(purpose=PURPOSE, subject=subject_of(wanted))}:
            raise NoSuchLink(number)
    elif step != "invite" and number not in {one.number for one in report_versions(wanted=wanted)}:
        raise actions.NoSuchVersion(number)
