"""The page on which a delegation answers an invitation, opened by its signed link."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from corcom.access.queries import GivenLink
from corcom.meetings.queries import planned_meeting
from corcom.participation.domain.answers import may_answer
from corcom.participation.queries import InvitedDelegation, NoSuchInvitation, answers, invitation_by_link
from corcom.web import day as days
from corcom.web import errors, wording
from corcom.web.by_link import by_link
from corcom.web.language_words import languages_in_words
from corcom.web.meetings.plan_words import local_time
from corcom.web.taking_part import answer_form
from corcom.web.taking_part.words import answer_mark, delegation_name


@by_link("invitation")
def answer_invitation(request: HttpRequest, link: GivenLink) -> HttpResponse:
    """Answer an invitation, change the answer until the last day, and see what was answered."""
    try:
        found = invitation_by_link(link=link.number)
    except NoSuchInvitation:
        return _withdrawn(request)
    planned = planned_meeting(number=found.meeting)
    is_open = planned.said != "cancelled" and may_answer(
        days.moment(), answer_by=found.answer_by, zone=planned.plan.zone
    )
    form = answer_form.shown(found)
    if request.method == "POST":
        form = answer_form.sent(request, found, by=None, at=days.moment())
        if form.is_saved:
            messages.success(request, _("Your answer is saved. You can change it here until the last day."))
            return HttpResponseRedirect(request.get_full_path())
    shown: dict[str, Any] = {
        "found": found,
        "form": form,
        "planned": planned,
        "when": local_time(planned.plan),
        "delegation": delegation_name(found.code, found.name),
        "convention": wording.convention_in_words(planned.plan.convention) if planned.plan.convention else "",
        "mark": answer_mark(found),
        "people": people_lines(found),
        "is_open": is_open,
        "saved": [wording.moment_in_words(one.at) for one in answers(invitation=found.number)][:1],
    }
    return render(request, "taking_part/answer.html", shown, status=form.status)


def people_lines(found: InvitedDelegation) -> list[tuple[str, list[str]]]:
    """Who was nominated: how they are called, and what else is said of them."""
    if found.last is None:
        return []
    lines = []
    for one in found.last.answer.nominated:
        head = _("Head of delegation") if one.is_head else ""
        facts = [part for part in (head, one.function, one.email, languages_in_words(one.languages)) if part]
        lines.append((f"{one.title} {one.name}".strip(), facts))
    return lines


def _withdrawn(request: HttpRequest) -> HttpResponse:
    return errors.answer(
        request,
        status=410,
        title=_("This link does not open"),
        what=_("The invitation was withdrawn."),
        todo=_("Ask the secretariat for a new one."),
    )
