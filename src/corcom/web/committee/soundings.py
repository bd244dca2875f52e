"""Soundings and the rotation planner: confidential, for secretariat and presidency; they reach no other page, search or export."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from corcom.mandates.actions import strike_sounding, take_sounding
from corcom.mandates.domain.bounds import close_named, closes
from corcom.mandates.domain.planner import PlanProposal, conflict_in_words, is_installed, propose
from corcom.mandates.domain.planning import (
    PlanRefused,
    PlanSetting,
    assignment_from,
    check_plan,
    setting_for,
    themes_known,
)
from corcom.mandates.domain.soundings import Answer, Sounding, SoundingRefused, candidates_from, latest_answers
from corcom.mandates.domain.terms import name_of, offices_of, themes_of
from corcom.mandates.queries import NoSuchTerm, soundings, terms
from corcom.register.actions import WithoutReason
from corcom.register.domain.gazetteer import parties
from corcom.rulebooks.committee import committee as committee_of
from corcom.web import day as days
from corcom.web.about import convention_asked, sounding_asked
from corcom.web.committee import words as said
from corcom.web.committee.asked import chosen_convention
from corcom.web.committee.term_forms import StrikeForm
from corcom.web.day import day_of
from corcom.web.filled import filled
from corcom.web.filters import text_in
from corcom.web.person import person
from corcom.web.pieces import Column, Empty, Link, Row, Stack, StateName, Table
from corcom.web.rights import requires
from corcom.web.step_forms import Day, Line, Lines, OneOf
from corcom.web.wording import in_words

ANSWERS: dict[Answer, Promise] = {
    "nominated": pgettext_lazy("sounding", "nominated"),
    "approached": pgettext_lazy("sounding", "approached, no answer yet"),
    "considering": pgettext_lazy("sounding", "considering"),
    "accepted": pgettext_lazy("sounding", "accepted"),
    "declined": pgettext_lazy("sounding", "declined"),
}


class SoundingForm(forms.Form):
    meeting = forms.CharField(
        label=gettext_lazy("From the close of"),
        max_length=20,
        widget=Line(dir="ltr", list="bounds"),
        help_text=gettext_lazy("The code of the meeting, such as 7MSP."),
    )
    office = forms.ChoiceField(label=gettext_lazy("Office"), widget=OneOf())
    holder = forms.ChoiceField(label=gettext_lazy("State or organisation"), widget=OneOf())
    themes = forms.MultipleChoiceField(
        label=gettext_lazy("Themes"),
        required=False,
        widget=forms.SelectMultiple(attrs={"class": "form-select"}),
        help_text=gettext_lazy("None for any."),
    )
    answer = forms.ChoiceField(
        label=gettext_lazy("Answer"),
        choices=tuple(ANSWERS.items()),
        widget=OneOf(),
    )
    on = forms.DateField(label=gettext_lazy("On"), widget=Day(), input_formats=["%Y-%m-%d"])
    source = forms.CharField(label=gettext_lazy("Who said it, to whom"), max_length=500, widget=Line())
    note = forms.CharField(label=gettext_lazy("Note"), required=False, max_length=2000, widget=Lines(2))

    def __init__(self, *args: Any, convention: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = committee_of(convention)
        offices = [office.code for office in (*found.offices, *found.sought)] if found else list(offices_of(convention))
        choices = {
            "office": [(code, said.office_in_words(convention, code)) for code in offices],
            "themes": [(code, said.theme_in_words(convention, code)) for code in themes_of(convention)],
            "holder": sorted(
                ((code, StateName(code, name_of(code)).words) for code in parties()), key=lambda one: one[1]
            ),
        }
        for name, values in choices.items():
            self.fields[name].choices = values  # type: ignore[attr-defined]  # a choice field has choices
        self.bounds = [(each.code, each.ends_on) for each in closes(convention)]


class PlanForm(forms.Form):
    plan = forms.CharField(
        label=gettext_lazy("A plan made by hand"),
        max_length=5000,
        widget=Lines(6),
        help_text=gettext_lazy("A line for each holder: CHL: clearance; 2 (code, theme, years)."),
    )


@requires("soundings", of=convention_asked)
def sounding_list(request: HttpRequest) -> HttpResponse:
    """Who was approached for which office or came forward, and what they answered; a form for the next sounding."""
    convention = chosen_convention(request)
    form = SoundingForm(
        request.POST or None, convention=convention, initial={"on": days.today(), "answer": "approached"}
    )
    if request.method == "POST" and form.is_valid() and _taken(request, convention, form):
        messages.success(request, _("The sounding is recorded."))
        return redirect(f"{reverse('soundings')}?convention={convention}")
    found = soundings(convention=convention)
    shown = {
        "convention": convention,
        "form": form,
        "table": _table(latest_answers(found)),
        "earlier": len(found) - len(latest_answers(found)),
        "meetings": sorted({each.meeting for each in found}),
    }
    return render(request, "committee/soundings.html", shown, status=400 if form.errors else 200)


def _taken(request: HttpRequest, convention: str, form: SoundingForm) -> bool:
    given = dict(form.cleaned_data)
    given["themes"] = tuple(given["themes"])
    try:
        take_sounding(sounding=Sounding(convention=convention, **given), at=days.moment(), by=person(request).username)
    except SoundingRefused as refused:
        form.add_error(refused.key, _("Allowed: %(allowed)s.") % {"allowed": filled(refused.why)})
        return False
    return True


def _table(found: list[Sounding]) -> Table:
    ordered = sorted(found, key=lambda each: (each.meeting, each.office, said.holder_in_words(each.holder)))
    return Table(
        id="soundings",
        caption=_("Soundings"),
        columns=(
            *(Column(_("State or organisation")), Column(_("For")), Column(_("Answer"))),
            *(Column(_("Source"), is_wide=True), Column(_("Do"))),
        ),
        rows=tuple(_row(each) for each in ordered),
        empty=None
        if found
        else Empty(_("Nobody was approached yet"), _("Who is asked for an office, and what they answer, stands here.")),
    )


def _row(each: Sounding) -> Row:
    themes = _(", ").join(said.theme_in_words(each.convention, theme) for theme in each.themes) or _("any theme")
    office = said.office_in_words(each.convention, each.office)
    return Row(
        (
            said.holder_name(each.holder),
            Stack((f"{office}, {each.meeting}", themes)),
            Stack((str(ANSWERS[each.answer]), in_words(each.on))),
            Stack((Link(each.source), Link(each.note))) if each.note else Link(each.source),
            Link(_("Strike"), reverse("strike_sounding", args=[each.number])),
        )
    )


@requires("soundings", of=sounding_asked)
def strike(request: HttpRequest, number: int) -> HttpResponse:
    """End the belief in a sounding that should not have been recorded, with the reason."""
    form = StrikeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            strike_sounding(number=number, why=form.cleaned_data["why"], at=days.moment(), by=person(request).username)
        except NoSuchTerm as missing:
            raise Http404 from missing
        except WithoutReason:
            form.add_error("why", _("Say why."))
        else:
            messages.success(request, _("It was struck."))
            return redirect("soundings")
    shown = {"form": form, "title": _("Strike a sounding"), "back": reverse("soundings"), "convention": ""}
    return render(request, "committee/term.html", shown, status=400 if form.errors else 200)


@requires("soundings", of=convention_asked)
def planner(request: HttpRequest) -> HttpResponse:
    """Who could take which theme at a meeting under the rules; a plan made by hand is checked."""
    convention = chosen_convention(request)
    known = committee_of(convention)
    coming = next((each for each in closes(convention) if each.ends_on > day_of(request)), None)
    meeting = close_named(convention, text_in(request, "meeting")) or coming
    form = PlanForm(request.POST or None)
    shown: dict[str, Any] = {"convention": convention, "form": form, "meeting": meeting, "meetings": closes(convention)}
    if known is not None and meeting is not None:
        office = known.offices[0].code
        taken = soundings(convention=convention, meeting=meeting.code)
        candidates = candidates_from(taken, meeting=meeting.code, office=office)
        setting = setting_for(known, terms(convention=convention), meeting, candidates)
        shown |= _setting(setting)
        if request.method == "POST":
            shown |= _checked(form, setting)
        elif is_installed() and candidates:
            shown |= _found(setting, propose(setting))
    shown["installed"] = is_installed()
    return render(request, "committee/planner.html", shown, status=400 if form.errors else 200)


def _setting(setting: PlanSetting) -> dict[str, Any]:
    convention = setting.committee.convention
    return {
        "codes": ", ".join(themes_known(setting)),
        "candidates": [said.holder_in_words(each.holder) for each in setting.candidates],
        "staying": [
            (said.holder_in_words(each.holder), said.theme_in_words(convention, each.theme)) for each in setting.staying
        ],
        "assumed_leaving": _(", ").join(map(said.holder_in_words, setting.assumed_leaving)),
        "assumed_staying": _(", ").join(map(said.holder_in_words, setting.assumed_staying)),
    }


def _checked(form: PlanForm, setting: PlanSetting) -> dict[str, Any]:
    if not form.is_valid():
        return {}
    try:
        lines = [line for line in form.cleaned_data["plan"].splitlines() if line.strip()]
        plan = tuple(assignment_from(line, themes_known(setting)) for line in lines)
    except PlanRefused as refused:
        form.add_error("plan", filled(refused.why))
        return {}
    return _found(setting, PlanProposal(plan=plan, cautions=tuple(check_plan(setting, plan))))


def _found(setting: PlanSetting, found: PlanProposal) -> dict[str, Any]:
    convention = setting.committee.convention
    rows = [
        Row((said.theme_in_words(convention, each.theme), said.holder_name(each.holder), each.years))
        for each in found.plan
    ]
    conflicts = [
        filled(
            conflict_in_words(
                each,
                theme=said.theme_in_words(convention, each.theme),
                holders=_(", ").join(map(said.holder_in_words, each.holders)),
            )
        )
        for each in found.conflicts
    ]
    return {
        "plan": Table(
            id="plan",
            caption=_("Plan"),
            columns=(Column(_("Theme")), Column(_("Holder")), Column(_("Years"), is_number=True)),
            rows=tuple(rows),
        ),
        "conflicts": conflicts,
        "breaks": [said.caution_line(convention, each) for each in found.cautions],
    }
