"""One report of one State: its versions, what each says, its steps and remarks, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_POST

from corcom.access.actions import give_link, withdraw_link
from corcom.access.queries import circles_of, links_for
from corcom.kernel.errors import CorcomError
from corcom.reporting import actions
from corcom.reporting.domain.owed_reports import OwedReport, ReportWanted
from corcom.reporting.domain.report_flow import HANDED_IN, StepKind, VersionState
from corcom.reporting.queries import ReportVersionTold, convention_reports, report_versions
from corcom.web import day as days
from corcom.web.by_link import address_by_link
from corcom.web.convention_page import head
from corcom.web.filters import number_sent
from corcom.web.person import person
from corcom.web.pieces import StateName
from corcom.web.register_asked import Asked, asked_for
from corcom.web.report_answers import AnswerShown, answers_shown
from corcom.web.report_refusals import in_words
from corcom.web.report_words import report_deadline, report_mark, report_name
from corcom.web.rights import holds, requires
from corcom.web.sign_in import open_to_the_public
from corcom.web.state_names import is_state
from corcom.web.wording import in_words as day_in_words
from corcom.web.wording import moment_in_words

ONCE = "once"
"""Stands in an address for the period of a report that is made once."""
LINK_HOLDS = timedelta(days=60)
PURPOSE = "report"

STATES: dict[VersionState, Promise] = {
    "drafting": pgettext_lazy("report version", "being drafted"),
    "submitted": pgettext_lazy("report version", "submitted"),
    "under_review": pgettext_lazy("report version", "under review"),
    "accepted": pgettext_lazy("report version", "accepted"),
    "recalled": pgettext_lazy("report version", "recalled"),
}
STEPS: dict[StepKind, Promise] = {
    "opened": pgettext_lazy("report step", "A draft was begun"),
    "submitted": pgettext_lazy("report step", "Submitted"),
    "taken_up": pgettext_lazy("report step", "Taken up for review"),
    "accepted": pgettext_lazy("report step", "Accepted"),
    "recalled": pgettext_lazy("report step", "Recalled"),
}
CHANNELS: dict[str, Promise] = {
    "web": pgettext_lazy("channel", "filled in here"),
    "form": pgettext_lazy("channel", "on the form, as a file"),
    "e-mail": pgettext_lazy("channel", "by e-mail"),
    "letter": pgettext_lazy("channel", "by letter"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionShown:
    """One version in words; what it answers, where the reader may see it."""

    told: ReportVersionTold
    marks: str
    received: str
    steps: tuple[tuple[str, str, str, str], ...]
    answers: tuple[AnswerShown, ...]

    @property
    def state(self) -> str:
        return str(STATES[self.told.state])


def wanted_of(convention: str, iso3: str, report: str, period: str) -> ReportWanted:
    """The report of an address. Errors: `Http404`."""
    if not is_state(iso3) or not (period == ONCE or (period.isdecimal() and len(period) == len("2016"))):
        raise Http404
    return ReportWanted(convention=convention, iso3=iso3, report=report, period=None if period == ONCE else int(period))


def subject_of(wanted: ReportWanted) -> str:
    """What a signed link to a report opens."""
    return f"{wanted.convention}:{wanted.iso3}:{wanted.report}:{wanted.period or ONCE}"


def place_of(wanted: ReportWanted, page: str = "report") -> str:
    """The address of a page of a report."""
    return reverse(page, args=[wanted.convention, wanted.iso3, wanted.report, str(wanted.period or ONCE)])


def owed_report(asked: Asked, wanted: ReportWanted) -> OwedReport:
    """The report as it stands on the day. Errors: `Http404` for one that the State does not owe."""
    owed = convention_reports(asked.register, day=asked.day, known_at=asked.known_at)
    found = next((one for one in owed if one.answers(wanted)), None)
    if found is None:
        raise Http404
    return found


@open_to_the_public
def report(request: HttpRequest, convention: str, iso3: str, report: str, period: str) -> HttpResponse:
    """One report: how it stands, its versions, and for the secretariat what to do next."""
    asked = asked_for(request, convention)
    wanted = wanted_of(convention, iso3, report, period)
    owed = owed_report(asked, wanted)
    may_record = holds(request, "record")
    account = request.user if request.user.is_authenticated else None
    circles = circles_of(account=account, convention=convention, day=days.today())
    versions = [one for one in report_versions(wanted=wanted) if may_record or _may_read(one, circles)]
    shown = head(asked, "convention_reports") | {
        "owed": owed,
        "state": StateName(iso3),
        "title": report_name(owed),
        "mark": report_mark(owed),
        "deadline": report_deadline(owed, asked.day),
        "why": f"{reverse('obligation', args=[convention, iso3, report])}"
        + (f"?period={wanted.period}" if wanted.period else ""),
        "versions": [_shown(one, circles, with_remarks=may_record) for one in versions],
        "may_record": may_record and days.page_day(request).is_today,
        "here": place_of(wanted),
        "wanted": wanted,
    }
    if shown["may_record"]:
        shown |= _tools(request, wanted, versions)
    return render(request, "reports/report.html", shown)


def _may_read(one: ReportVersionTold, circles: frozenset[str]) -> bool:
    return one.state in HANDED_IN and one.circle in circles


def _shown(one: ReportVersionTold, circles: frozenset[str], *, with_remarks: bool) -> VersionShown:
    marks = [str(STATES[one.state])]
    if one.provisional:
        marks.append(_("provisional"))
    if one.is_superseded:
        marks.append(_("superseded"))
    if one.circle != "public":
        marks.append(_("for States Parties only"))
    received = _("%(day)s, %(channel)s") % {"day": day_in_words(one.received_on), "channel": CHANNELS[one.channel]}
    return VersionShown(
        told=one,
        marks=_(", ").join(marks),
        received=received if one.received_on else "",
        steps=tuple((str(STEPS[step.kind]), moment_in_words(step.at), step.by, step.note) for step in one.steps),
        answers=answers_shown(one, restricted="states_parties" in circles, with_remarks=with_remarks),
    )


def _tools(request: HttpRequest, wanted: ReportWanted, versions: list[ReportVersionTold]) -> dict[str, object]:
    links = [link for link in links_for(purpose=PURPOSE, subject=subject_of(wanted)) if link.withdrawn_at is None]
    return {
        "links": [
            (link, address_by_link(request, "report_by_link", link), moment_in_words(link.ends_at))
            for link in links
            if link.ends_at > days.moment()
        ],
        "draft": next((one for one in versions if one.state == "drafting"), None),
        "under_review": next((one for one in versions if one.state in {"submitted", "under_review"}), None),
        "standing": next((one for one in versions if one.state in HANDED_IN), None),
        "edit": place_of(wanted, "report_edit"),
        "filing": place_of(wanted, "report_file"),
        "step": place_of(wanted, "report_step"),
    }


@requires("record")
@require_POST
def report_step(request: HttpRequest, convention: str, iso3: str, report: str, period: str) -> HttpResponse:
    """What the secretariat does with a report: a link for the State, taking up, accepting, a remark, a recall."""
    wanted = wanted_of(convention, iso3, report, period)
    who, at = person(request), days.moment()
    number, note = number_sent(request, "version"), request.POST.get("note", "")
    try:
        match request.POST.get("step"):
            case "invite":
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
                actions.remark_on_report(
                    version=number,
                    part=request.POST.get("part", ""),
                    words=note,
                    of_state=False,
                    at=at,
                    by=who.get_full_name(),
                )
    except CorcomError as refused:
        messages.error(request, in_words(refused))
    return redirect(place_of(wanted))
