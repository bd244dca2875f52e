"""The hours in which a meeting sits and the shares of its themes, as a plain form."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.programme import actions
from corcom.web import day as days
from corcom.web.about import meeting_asked
from corcom.web.filters import number_sent
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.person import person
from corcom.web.programme.forms import HoursForm
from corcom.web.programme.page import found_programme
from corcom.web.programme.refusals import REFUSED, in_words
from corcom.web.rights import requires


@requires("schedule", of=meeting_asked)
def programme_hours(request: HttpRequest, number: int) -> HttpResponse:
    """Changing the hours and the shares of time."""
    found = found_programme(number)
    form = HoursForm(request.POST if request.method == "POST" else None, programme=found.programme)
    if form.is_bound and form.is_valid():
        try:
            actions.change_hours(
                meeting=number,
                version=number_sent(request, "version"),
                slots=form.cleaned_data["slots"],
                shares=form.shares(),
                by=person(request),
                at=days.moment(),
            )
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("Hours and shares are changed."))
            return redirect("programme", number)
    shown = {"found": found.meeting, "title": meeting_name(found.meeting.plan), "form": form, "version": found.version}
    return render(request, "programme/hours.html", shown, status=400 if form.errors else 200)
