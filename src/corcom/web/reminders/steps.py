"""Steps with plans of reminders: beginning with the one that comes with CorCom, switching on and off, a run."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from corcom.correspondence.actions import reminders as actions
from corcom.correspondence.jobs import PlanRun, run_reminders
from corcom.correspondence.queries.reminders import plan_today
from corcom.web import day as days
from corcom.web.filters import number_sent
from corcom.web.letters.found import letter_writing
from corcom.web.person import person
from corcom.web.reminders.found import found_plan, report_address
from corcom.web.reminders.refusals import REFUSED, in_words
from corcom.web.rights import requires


@requires("send")
@require_POST
def reminder_begin(request: HttpRequest) -> HttpResponse:
    """Drafting the plan that comes with CorCom for a yearly report."""
    convention, _slash, obligation = request.POST.get("for", "").partition("/")
    try:
        number = actions.begin_ready_made(
            convention=convention, obligation=obligation, by=person(request), at=days.moment()
        )
    except REFUSED as refused:
        messages.error(request, in_words(refused))
        return redirect("reminders")
    messages.success(request, _("The plan is drafted with its templates. Look at it, then switch it on."))
    return redirect("reminder_plan", number)


@requires("send")
@require_POST
def reminder_switch(request: HttpRequest, number: int) -> HttpResponse:
    """Switching a plan on, once it was seen how many go today, or off."""
    found_plan(number)
    revision = number_sent(request, "revision")
    by, at, day = person(request), days.moment(), days.today()
    try:
        if request.POST.get("on") == "no":
            stopped = actions.switch_off_plan(number=number, revision=revision, by=by, at=at)
            messages.success(request, _off(stopped))
        else:
            since = day if request.POST.get("on") == "from_now" else None
            actions.switch_on_plan(number=number, revision=revision, since=since, by=by, at=at)
            messages.success(request, _on(len(plan_today(found_plan(number), day=day).today)))
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    return redirect("reminder_plan", number)


@requires("send")
@require_POST
def reminder_run(request: HttpRequest) -> HttpResponse:
    """Preparing what is due today, as the command does."""
    try:
        found = list(
            run_reminders(
                mail=settings.MAIL,
                writing=letter_writing(),
                day=days.today(),
                by=lambda: person(request),
                now=days.moment,
                address=report_address(request),
            )
        )
    except REFUSED as refused:
        messages.error(request, in_words(refused))
        return redirect("reminders")
    came = [one.came for run in found if isinstance(run, PlanRun) for one in run.outcomes]
    stopped = sum(not isinstance(each, PlanRun) for each in found)
    messages.success(request, _ran(came.count("prepared"), stopped))
    for run in found:
        for one in run.outcomes if isinstance(run, PlanRun) else ():
            if one.came == "refused":
                what = {"state": one.reminder.due.owed.iso3, "why": one.why}
                messages.error(request, _("%(state)s: this could not be prepared: %(why)s.") % what)
    return redirect("reminders")


def _ran(prepared: int, stopped: int) -> str:
    words = ngettext(
        "%(n)d reminder was prepared and stands in the outbox.",
        "%(n)d reminders were prepared and stand in the outbox.",
        prepared,
    ) % {"n": prepared}
    if stopped:
        more = ngettext("%(n)d that waited was stopped.", "%(n)d that waited were stopped.", stopped) % {"n": stopped}
        words = f"{words} {more}"
    return words


def _on(count: int) -> str:
    words = ngettext(
        "The plan is on. %(n)d reminder is due today and goes with the next run.",
        "The plan is on. %(n)d reminders are due today and go with the next run.",
        count,
    )
    return words % {"n": count}


def _off(stopped: int) -> str:
    if not stopped:
        return _("The plan is off.")
    words = ngettext(
        "The plan is off. %(n)d reminder that had not left was stopped.",
        "The plan is off. %(n)d reminders that had not left were stopped.",
        stopped,
    )
    return words % {"n": stopped}
