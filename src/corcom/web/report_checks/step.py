"""What the secretariat does about findings of a report: several at once, by one form."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from corcom.access.queries import links_for
from corcom.kernel.errors import CorcomError
from corcom.reporting import actions
from corcom.reporting.actions import FindingsChosen, StepOfFindings
from corcom.reporting.domain.report_links import PURPOSE, subject_of
from corcom.reporting.domain.report_values import ReportWanted
from corcom.web import day as days
from corcom.web.by_link import address_by_link
from corcom.web.filters import number_sent
from corcom.web.person import person
from corcom.web.report_checks.words import refused_in_words
from corcom.web.reports.addresses import place_of, wanted_of
from corcom.web.rights import requires
from corcom.web.spoken_in import spoken, spoken_in

MOST = 200
"""Findings in one step."""
LONGEST_NOTE = 5_000


@requires("record")
@require_POST
def report_checks_step(request: HttpRequest, convention: str, iso3: str, report: str, period: str) -> HttpResponse:
    """One step about the findings that were ticked: remarks, one letter, explained, set aside, open again."""
    wanted = wanted_of(convention, iso3, report, period)
    chosen = FindingsChosen(
        wanted=wanted, marks=tuple(request.POST.getlist("finding")[:MOST]), seen=number_sent(request, "seen")
    )
    try:
        messages.success(request, _taken(request, chosen))
    except CorcomError as refused:
        messages.error(request, refused_in_words(refused))
    return redirect(f"{place_of(wanted)}#checks")


def _taken(request: HttpRequest, chosen: FindingsChosen) -> str:
    """Take the step, and say what was done."""
    note, count = request.POST.get("note", "")[:LONGEST_NOTE], len(chosen.marks)
    step = StepOfFindings(day=days.today(), at=days.moment(), by=person(request).get_full_name(), wording=spoken())
    match request.POST.get("step"):
        case "remark":
            actions.put_findings_as_remarks(chosen=chosen, step=step, note=note)
            said = ngettext("%(n)d finding is put to the State.", "%(n)d findings are put to the State.", count)
        case "letter":
            return _letter(request, chosen, note)
        case "settle":
            actions.settle_findings(chosen=chosen, step=step, note=note)
            said = ngettext("%(n)d finding is explained.", "%(n)d findings are explained.", count)
        case "aside":
            actions.set_findings_aside(chosen=chosen, step=step, note=note)
            said = ngettext("%(n)d finding is set aside.", "%(n)d findings are set aside.", count)
        case _:
            actions.reopen_findings(chosen=chosen, step=step, note=note)
            said = ngettext("%(n)d finding is open again.", "%(n)d findings are open again.", count)
    return said % {"n": count}


def _letter(request: HttpRequest, chosen: FindingsChosen, note: str) -> str:
    """One letter in the language that was chosen, with the State's link where one is open."""
    by = person(request)
    step = StepOfFindings(
        day=days.today(),
        at=days.moment(),
        by=by.get_full_name(),
        wording=spoken_in(request.POST.get("language", "")[:10]),
    )
    count = actions.prepare_findings_letter(
        chosen=chosen, step=step, mail=settings.MAIL, by=by, note=note, link=_link(request, chosen.wanted)
    )
    said = ngettext(
        "One letter waits in the outbox, to %(n)d address, until somebody releases it.",
        "One letter waits in the outbox, to %(n)d addresses, until somebody releases it.",
        count,
    )
    return (
        said % {"n": count}
        if _link(request, chosen.wanted)
        else " ".join(
            (
                said % {"n": count},
                _("It has no link to the report: none is open. Make one above before, where the State needs it."),
            )
        )
    )


def _link(request: HttpRequest, wanted: ReportWanted) -> str:
    """The address that the State has for the report, "" where no link is open."""
    now = days.moment()
    found = [
        link
        for link in links_for(purpose=PURPOSE, subject=subject_of(wanted))
        if link.withdrawn_at is None and link.ends_at > now
    ]
    return address_by_link(request, "report_by_link", found[-1]) if found else ""
