"""Who comes without being expected: delegations and people added on the spot, and who speaks for whom."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from corcom.participation import actions
from corcom.participation.queries import attendance_line, attendance_lines, attendance_steps
from corcom.register.domain.gazetteer import parties
from corcom.web import day as days
from corcom.web import wording
from corcom.web.about import meeting_asked
from corcom.web.filters import number_sent
from corcom.web.meetings.plan_found import found_plan
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.person import person
from corcom.web.rights import requires
from corcom.web.state_names import state_name
from corcom.web.step_forms import Line, OneOf
from corcom.web.taking_part.attendance_page import tap_line
from corcom.web.taking_part.words import PRESENCES, REFUSED, in_words


class DelegationForm(forms.Form):
    """A delegation of the register, or somebody who is in none, and what it holds."""

    code = forms.ChoiceField(label=gettext_lazy("Delegation"), required=False, widget=OneOf())
    name = forms.CharField(label=gettext_lazy("Or a special invitee"), max_length=200, required=False, widget=Line())
    role = forms.CharField(label=gettext_lazy("Role"), max_length=300, required=False, widget=Line())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["code"]
        named = sorted((state_name(code, party.name), code) for code, party in parties().items())
        field.choices = [("", _("none of the register")), *((code, words) for words, code in named)]


class PersonForm(forms.Form):
    """Somebody of a delegation who was not nominated."""

    title = forms.CharField(label=gettext_lazy("Form of address"), max_length=60, required=False, widget=Line())
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200, widget=Line())
    function = forms.CharField(label=gettext_lazy("Function"), max_length=200, required=False, widget=Line())
    is_head = forms.BooleanField(
        label=gettext_lazy("Head of delegation"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )


@requires("schedule", of=meeting_asked)
def attendance_add(request: HttpRequest, number: int) -> HttpResponse:
    """Add a delegation that came without being expected."""
    found = found_plan(number)
    form = DelegationForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.add_delegation(
                meeting=number,
                code=said["code"],
                name=said["name"],
                role=said["role"],
                by=person(request),
                at=days.moment(),
            )
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("It is marked as present. Who came?"))
            return redirect("attendance_line", number, made)
    shown = {"found": found, "title": meeting_name(found.plan), "form": form}
    return render(request, "taking_part/attendance_add.html", shown, status=400 if form.errors else 200)


@requires("schedule", of=meeting_asked)
def attendance_of_one(request: HttpRequest, number: int, line: int) -> HttpResponse:
    """One delegation: its people, who speaks for it, and what was marked by whom."""
    found, now = found_plan(number), attendance_line(meeting=number, number=line)
    if now is None:
        raise Http404
    form = PersonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.add_person(meeting=number, number=line, **form.cleaned_data, by=person(request), at=days.moment())
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("They are on the list, and marked as present."))
            return redirect(f"{reverse('attendance', args=[number])}#line-{line}")
    present = [one for one in attendance_lines(meeting=number) if one.presence == "present" and one.number != line]
    name = now.delegation.name
    shown = {
        "found": found,
        "title": meeting_name(found.plan),
        "one": tap_line(now, is_open=True),
        "form": form,
        "speakers": [(one.delegation.code, state_name(one.delegation.code, one.delegation.name)) for one in present],
        "steps": [
            (_presence(step.before), _presence(step.after), step.person, wording.moment_in_words(step.at), step.by)
            for step in attendance_steps(meeting=number)
            if step.delegation == name
        ],
    }
    return render(request, "taking_part/attendance_line.html", shown, status=400 if form.errors else 200)


@requires("schedule", of=meeting_asked)
@require_POST
def attendance_off(request: HttpRequest, number: int, line: int) -> HttpResponse:
    """Take a delegation, or somebody of it, off the list."""
    someone = number_sent(request, "someone")
    try:
        actions.take_off(meeting=number, number=line, someone=someone, by=person(request), at=days.moment())
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    else:
        messages.success(request, _("It is taken off the list; the history stays."))
        if not someone:
            return redirect("attendance", number)
    return redirect("attendance_line", number, line)


def _presence(code: str) -> str:
    return str(PRESENCES.get(code, ""))
