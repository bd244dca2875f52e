"""Opening a poll of dates for a tentative meeting."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.meetings.queries import PlannedMeeting
from corcom.polls import actions
from corcom.polls.domain.poll import end_of_day
from corcom.polls.queries import polls
from corcom.web import day as days
from corcom.web.about import meeting_asked
from corcom.web.meetings.addressees import members_of
from corcom.web.meetings.plan_forms import holiday_choices
from corcom.web.meetings.plan_found import found_plan
from corcom.web.meetings.plan_steps import clash_line
from corcom.web.meetings.plan_words import local_time, meeting_name, status_mark
from corcom.web.person import person
from corcom.web.polls.forms import PollForm
from corcom.web.polls.words import REFUSED, clashes_of, in_words, offered_in_words
from corcom.web.rights import requires

USUAL = timedelta(days=10)
"""For how long answers are taken, where nobody says otherwise."""


@requires("schedule", of=meeting_asked)
def poll_open(request: HttpRequest, number: int) -> HttpResponse:
    """The form of a new poll; what clashes with a date is shown before it is opened."""
    found = found_plan(number)
    running = next((one for one in polls(meeting=number) if one.is_open), None)
    if running is not None:
        return redirect("poll", running.number)
    plan = found.plan
    form = PollForm(
        request.POST if request.method == "POST" else None,
        plan=plan,
        known=members_of(plan.convention, plan.starts_on),
        initial={"closes_on": days.today() + USUAL},
    )
    warned: list[Any] = []
    if form.is_bound and form.is_valid():
        dates = form.dates()
        warned = [
            (_("%(day)s. %(clash)s") % {"day": offered_in_words(one), "clash": words}, link)
            for one, several in zip(dates, clashes_of(request, found, dates), strict=True)
            for words, link in map(clash_line, several)
        ]
        if not warned or "anyway" in request.POST:
            try:
                made = actions.open_poll(
                    meeting=number,
                    dates=dates,
                    parties=form.asked(),
                    closes_at=end_of_day(form.cleaned_data["closes_on"], plan.zone),
                    note=form.cleaned_data["note"],
                    by=person(request),
                    at=days.moment(),
                )
            except REFUSED as refused:
                form.add_error(None, in_words(refused))
            else:
                messages.success(request, _("The poll is open. Now let the delegations know."))
                return redirect("poll", made)
    return render(request, "polls/open.html", _shown(request, found, form, warned), status=400 if form.errors else 200)


def _shown(request: HttpRequest, found: PlannedMeeting, form: PollForm, warned: list[Any]) -> dict[str, Any]:
    return {
        "found": found,
        "title": meeting_name(found.plan),
        "status": status_mark(found, days.today()),
        "when": local_time(found.plan),
        "form": form,
        "warned": warned,
        "places": holiday_choices(),
        "at": request.POST.get("holidays", "geneva"),
        "may_open": found.said == "tentative" and not found.on_record,
    }
