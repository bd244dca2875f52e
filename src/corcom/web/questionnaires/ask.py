"""Choosing the States to which a questionnaire is put: by status under a convention, by group, one by one, or by name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from corcom.kernel.languages import written_as
from corcom.participation.domain.invitees import by_kind
from corcom.participation.domain.party_kinds import PARTY_KINDS, STATES
from corcom.questionnaires import actions
from corcom.questionnaires.domain.questionnaire_told import QuestionnaireTold
from corcom.questionnaires.queries import asked_states
from corcom.register.domain.gazetteer import party
from corcom.register.domain.named_groups import members_on, named_groups
from corcom.register.domain.states import state_codes
from corcom.register.queries import register_of
from corcom.web import day as days
from corcom.web.language_words import language_in_words
from corcom.web.meetings.addressees import addressees
from corcom.web.party_groups import PartyGroups, codes_chosen, groups_shown
from corcom.web.person import person
from corcom.web.questionnaires.found import found_or_404, questionnaire_asked
from corcom.web.questionnaires.refusals import REFUSED, refused_in_words
from corcom.web.questionnaires.words import title_of
from corcom.web.register.group_words import named_group_in_words, regional_group_in_words
from corcom.web.rights import requires
from corcom.web.state_lists import GROUPS, regional_group_on
from corcom.web.step_forms import Lines, OneOf


class ToAskForm(forms.Form):
    """States by name, and the language of their letters."""

    others = forms.CharField(
        label=gettext_lazy("Other States, one on each line"),
        required=False,
        max_length=20_000,
        widget=Lines(3),
        help_text=gettext_lazy("By any name or code under which they are known."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the letters where the directory says nothing"),
        widget=OneOf(),
        help_text=gettext_lazy(
            "A State of whose contact point the directory knows the language gets its letters in that, where the questionnaire"
            " has it. Each can read and answer in every language of the questionnaire."
        ),
    )

    def __init__(self, *args: Any, languages: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("Any", self.fields["language"]).choices = [(code, language_in_words(code)) for code in languages]

    def clean_others(self) -> list[str]:
        """The codes of those who are named. Whoever is no State is named in the error."""
        written = [name.strip() for name in self.cleaned_data["others"].splitlines() if name.strip()]
        found = [(name, party(name)) for name in written]
        unknown = [name for name, one in found if one is None or one.code not in state_codes()]
        if unknown:
            names = _(", ").join(f"“{name[:60]}”" for name in unknown[:5])
            raise forms.ValidationError(_("The register knows no State %(names)s.") % {"names": names})
        return [one.code for _name, one in found if one is not None]


@requires("consult", of=questionnaire_asked)
def questionnaire_ask(request: HttpRequest, number: int) -> HttpResponse:
    """Choose the States; each gets a link of its own, and nothing is sent."""
    found, today = found_or_404(number), days.today()
    if found.state(days.moment()) != "open":
        return redirect("questionnaire", number)
    kinds, groups = _kinds(found, today), _groups(today)
    form = ToAskForm(request.POST if request.method == "POST" else None, languages=found.form.languages)
    form.fields["language"].initial = get_language()
    if form.is_bound and form.is_valid():
        codes = [*codes_chosen(request, {**kinds, **groups}, state_codes()), *form.cleaned_data["others"]]
        states = _to_ask(found, dict.fromkeys(codes), form.cleaned_data["language"], today)
        try:
            new = actions.ask_states(number=number, states=states, by=person(request), at=days.moment())
        except REFUSED as refused:
            form.add_error(None, refused_in_words(refused))
        else:
            words = ngettext(
                "%(n)d State is asked, and has a link of its own. Nothing was sent.",
                "%(n)d States are asked, each with a link of its own. Nothing was sent.",
                new,
            )
            messages.success(request, words % {"n": new})
            return redirect("questionnaire", number)
    known = {one.iso3 for one in asked_states(number=number)}
    shown = {
        "found": found,
        "title": title_of(found.form),
        "form": form,
        "kinds": groups_shown(request, kinds, _group_in_words, known),
        "groups": groups_shown(request, groups, _group_in_words, known),
    }
    return render(request, "questionnaires/ask.html", shown, status=400 if form.errors else 200)


def _to_ask(found: QuestionnaireTold, codes: Iterable[str], usual: str, day: date) -> list[actions.ToAsk]:
    """Each with its address, and its own language where the directory has it and the questionnaire is put in it."""
    return [
        actions.ToAsk(
            iso3=one.code,
            address=one.address,
            language=own if (own := written_as(one.language)) in found.form.languages else usual,
        )
        for one in addressees(codes, found.convention, day)
    ]


def _kinds(found: QuestionnaireTold, day: date) -> PartyGroups:
    """The States by how they stand to the convention of the questionnaire; together where it is of none."""
    every = by_kind(register_of(found.convention) if found.convention else None, day)
    return {kind: every[kind] for kind in STATES if kind in every}


def _groups(day: date) -> PartyGroups:
    """The regional groups, then those that go by a name."""
    regional = {f"region-{g}": tuple(c for c in state_codes() if regional_group_on(c, day) == g) for g in GROUPS}
    return {**regional, **{f"group-{code}": tuple(members_on(code, day)) for code in named_groups()}}


def _group_in_words(name: str) -> str:
    kind, _dash, code = name.partition("-")
    if kind == "region":
        return regional_group_in_words(code)
    return named_group_in_words(code) if kind == "group" else _(PARTY_KINDS[name])  # type: ignore[index]  # a kind
