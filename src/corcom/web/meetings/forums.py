"""Dates of other forums, which planned meetings are warned of."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corcom.meetings import actions
from corcom.meetings.queries import forum_dates
from corcom.web import day as days
from corcom.web import wording
from corcom.web.filters import number_sent
from corcom.web.meetings.plan_forms import ForumForm
from corcom.web.meetings.plan_refusals import in_words
from corcom.web.person import person
from corcom.web.rights import requires


@requires("schedule")
def forums(request: HttpRequest) -> HttpResponse:
    """When other forums meet, and a form to add to it."""
    form = ForumForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.record_forum_dates(**form.cleaned_data, by=person(request), at=days.moment())
        except actions.ForumRefused as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("The dates are recorded; meetings on those days are warned of."))
            return redirect("forums")
    found = [(one, wording.days_in_words(f"{one.starts_on}/{one.ends_on}")) for one in forum_dates(since=days.today())]
    return render(request, "meetings/forums.html", {"form": form, "found": found}, status=400 if form.errors else 200)


@requires("schedule")
@require_POST
def forum_step(request: HttpRequest) -> HttpResponse:
    """Taking dates back that were wrong."""
    try:
        actions.withdraw_forum_dates(number=number_sent(request, "number"), by=person(request), at=days.moment())
    except actions.NoSuchForum as refused:
        messages.error(request, in_words(refused))
    else:
        messages.success(request, _("The dates are taken back."))
    return redirect("forums")
