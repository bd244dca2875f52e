"""One invitation: its link, what was answered, changing and withdrawing it, and answering for a delegation that called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from corcom.participation import actions
from corcom.participation.domain.answers import SAID
from corcom.participation.queries import AnswerVersion, InvitedDelegation, NoSuchInvitation, answers, invitation
from corcom.web import day as days
from corcom.web import wording
from corcom.web.about import meeting_asked
from corcom.web.by_link import address_by_link
from corcom.web.frame import languages
from corcom.web.meetings.plan_found import found_plan
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.person import person
from corcom.web.rights import requires
from corcom.web.step_forms import Day, Line, OneOf
from corcom.web.taking_part import answer_form
from corcom.web.taking_part.answer_page import people_lines
from corcom.web.taking_part.words import REFUSED, answer_mark, delegation_name, in_words


class InvitationForm(forms.Form):
    """Where and in which language a delegation is written to, and until when it may answer."""

    email = forms.CharField(
        label=gettext_lazy("E-mail address"), max_length=320, required=False, widget=Line(dir="ltr")
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the letters"), widget=OneOf())
    answer_by = forms.DateField(label=gettext_lazy("Answers until"), widget=Day(), input_formats=["%Y-%m-%d"])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["language"]
        field.choices = languages()


def _found(meeting: int, number: int) -> InvitedDelegation:
    try:
        found = invitation(number=number)
    except NoSuchInvitation as missing:
        raise Http404 from missing
    if found.meeting != meeting:
        raise Http404
    return found


@requires("schedule", of=meeting_asked)
def invitation_of(request: HttpRequest, number: int, invited: int) -> HttpResponse:
    """One invitation, to be changed."""
    found, planned = _found(number, invited), found_plan(number)
    initial = {"email": found.email, "language": found.language, "answer_by": found.answer_by}
    form = InvitationForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            actions.change_invitation(number=invited, **form.cleaned_data, by=person(request), at=days.moment())
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("It is changed."))
            return redirect("invitation_of", number, invited)
    shown = {
        "found": found,
        "planned": planned,
        "title": meeting_name(planned.plan),
        "delegation": delegation_name(found.code, found.name),
        "mark": answer_mark(found),
        "form": form,
        "people": people_lines(found),
        "address": "" if found.is_withdrawn else address_by_link(request, "answer_invitation", found.link),
        "used": wording.moment_in_words(found.link.used_at),
        "versions": [
            (_(SAID[one.answer.said]), wording.moment_in_words(one.at), one.by, _names(one))
            for one in answers(invitation=invited)
        ],
    }
    return render(request, "taking_part/invitation.html", shown, status=400 if form.errors else 200)


def _names(one: AnswerVersion) -> str:
    return _(", ").join(each.name for each in one.answer.people)


@requires("schedule", of=meeting_asked)
def answer_for(request: HttpRequest, number: int, invited: int) -> HttpResponse:
    """Write down what a delegation answered by telephone or letter, also after the last day."""
    found = _found(number, invited)
    form = answer_form.shown(found)
    if request.method == "POST":
        form = answer_form.sent(request, found, by=person(request), at=days.moment())
        if form.is_saved:
            messages.success(request, _("The answer is written down."))
            return redirect("invitation_of", number, invited)
    shown = {"found": found, "form": form, "delegation": delegation_name(found.code, found.name)}
    return render(request, "taking_part/answer_for.html", shown, status=form.status)


def _renew(request: HttpRequest, invited: int) -> None:
    actions.renew_link(number=invited, by=person(request), at=days.moment())
    messages.success(
        request, _("There is a new link; the old one opens nothing any more. Prepare a letter that brings it.")
    )


def _withdraw(request: HttpRequest, invited: int) -> None:
    actions.withdraw_invitation(number=invited, by=person(request), at=days.moment())
    messages.success(request, _("The invitation is withdrawn; its link opens nothing any more."))


STEPS: dict[str, Callable[[HttpRequest, int], None]] = {"renew": _renew, "withdraw": _withdraw}


@requires("schedule", of=meeting_asked)
@require_POST
def invitation_step(request: HttpRequest, number: int, invited: int) -> HttpResponse:
    """Renewing the link, or withdrawing the invitation."""
    _found(number, invited)
    verb = next((name for name in STEPS if name in request.POST), None)
    if verb is None:
        raise Http404
    try:
        STEPS[verb](request, invited)
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    return redirect("invitation_of", number, invited)
