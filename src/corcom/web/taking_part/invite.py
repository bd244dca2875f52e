"""Choosing whom to invite: whole groups of the register, the committee, single delegations, special invitees."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corcom.mandates.queries import roster_page
from corcom.meetings.queries import PlannedMeeting
from corcom.participation import actions
from corcom.participation.domain.invitees import Invitee, by_kind, invitee, special_invitee
from corcom.participation.domain.party_kinds import PARTY_KINDS
from corcom.participation.queries import invitations
from corcom.register.domain.gazetteer import parties
from corcom.register.queries import register_of
from corcom.web import day as days
from corcom.web.about import meeting_asked
from corcom.web.frame import languages
from corcom.web.meetings.addressees import addressees
from corcom.web.meetings.plan_found import found_plan
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.party_groups import PartyGroups, codes_chosen, groups_shown
from corcom.web.person import person
from corcom.web.rights import requires
from corcom.web.step_forms import Day, Line, OneOf
from corcom.web.taking_part.words import REFUSED, in_words

USUAL_TIME = timedelta(days=7)
"""How long before a meeting answers are wanted."""
COMMITTEE: Promise = gettext_lazy("Members of the committee")


class InviteForm(forms.Form):
    """Until when they answer, the language of their letters, and somebody who is not in the register."""

    answer_by = forms.DateField(label=gettext_lazy("Answers until"), widget=Day(), input_formats=["%Y-%m-%d"])
    language = forms.ChoiceField(label=gettext_lazy("Language of the letters"), widget=OneOf())
    guest = forms.CharField(label=gettext_lazy("A special invitee"), max_length=200, required=False, widget=Line())
    guest_email = forms.CharField(
        label=gettext_lazy("E-mail of the special invitee"), max_length=320, required=False, widget=Line(dir="ltr")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["language"]
        field.choices = languages()


@requires("schedule", of=meeting_asked)
def invite(request: HttpRequest, number: int) -> HttpResponse:
    """Choose whom to invite; each gets a link of their own, and nothing is sent."""
    found = found_plan(number)
    groups = _groups(found)
    chosen = codes_chosen(request, groups, parties())
    form = InviteForm(
        request.POST if request.method == "POST" else None, initial={"answer_by": _usual(found), "language": "en"}
    )
    if form.is_bound and form.is_valid():
        try:
            new = actions.invite(
                meeting=number,
                delegations=_invitees(found, chosen, form.cleaned_data),
                answer_by=form.cleaned_data["answer_by"],
                by=person(request),
                at=days.moment(),
            )
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            words = ngettext(
                "%(n)d delegation is invited, and has a link of its own. Nothing was sent.",
                "%(n)d delegations are invited, each with a link of its own. Nothing was sent.",
                new,
            )
            messages.success(request, words % {"n": new})
            return redirect("invitations", number)
    known = {one.code for one in invitations(meeting=number) if not one.is_withdrawn}
    shown = {
        "found": found,
        "title": meeting_name(found.plan),
        "form": form,
        "groups": groups_shown(request, groups, _group_in_words, known),
    }
    return render(request, "taking_part/invite.html", shown, status=400 if form.errors else 200)


def _groups(found: PlannedMeeting) -> PartyGroups:
    day, convention = found.plan.starts_on, found.plan.convention
    committee = [seat.holder for seat in roster_page(convention=convention, day=day).roster.seats] if convention else []
    return by_kind(register_of(convention), day, committee)


def _group_in_words(name: str) -> str:
    return str(COMMITTEE) if name == "committee" else _(PARTY_KINDS[name])  # type: ignore[index]  # a kind


def _invitees(found: PlannedMeeting, codes: list[str], said: Mapping[str, Any]) -> list[Invitee]:
    emails = {one.code: one.address for one in addressees(codes, found.plan.convention, days.today())}
    language = said["language"]
    asked = [invitee(code, email=emails.get(code, ""), language=language) for code in codes]
    if said["guest"].strip():
        asked.append(special_invitee(said["guest"], email=said["guest_email"].strip(), language=language))
    return asked


def _usual(found: PlannedMeeting) -> date:
    return max(found.plan.starts_on - USUAL_TIME, min(days.today(), found.plan.ends_on))
