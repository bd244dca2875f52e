"""Writing a letter: from a template, to the States of an audience or to some that are named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.correspondence import actions
from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.letter_words import Wordings
from corcom.correspondence.domain.letters_told import TemplateTold
from corcom.correspondence.queries import template_told, templates_told
from corcom.correspondence.queries.audiences import AudienceTold, audiences
from corcom.rulebooks.reading import conventions
from corcom.web import day as days
from corcom.web.filters import convention_of, number_in
from corcom.web.letters.audience import asked_today, preferred
from corcom.web.letters.forms import NewLetterForm
from corcom.web.letters.words import REFUSED, in_words
from corcom.web.person import person
from corcom.web.pieces import Empty
from corcom.web.rights import requires


@requires("send")
def letter_new(request: HttpRequest) -> HttpResponse:
    """The form of a new letter under one convention: with the templates and the audiences of that, and the templates for any."""
    offered = [one for one in audiences() if one.retired_at is None]
    convention = _convention(request, offered)
    templates = {one.number: one for one in templates_told(convention=convention)}
    form = NewLetterForm(
        request.POST if request.method == "POST" else None,
        templates=[(str(one.number), one.name) for one in templates.values()],
        audiences=[one for one in offered if one.convention == convention],
        initial={
            "dated": days.today(),
            "template": request.GET.get("template", ""),
            "audience": request.GET.get("audience", ""),
            "convention": convention,
        },
    )
    if form.is_bound and form.is_valid():
        try:
            return redirect("letter", _drafted(request, form, templates[int(form.cleaned_data["template"])].wordings))
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
    shown = {"form": form, "under": convention, "all_codes": conventions(), "empty": _empty(templates)}
    return render(request, "letters/new.html", shown, status=400 if form.errors else 200)


def _convention(request: HttpRequest, offered: Sequence[AudienceTold]) -> str:
    """The convention that is sent or asked for; else that of the audience or of the template, else that of the bar."""
    asked = request.POST.get("convention") or request.GET.get("convention", "")
    audience, template = number_in(request, "audience"), number_in(request, "template")
    told = next((one for one in offered if one.number == audience), None) or (
        template_told(number=template) if template else None
    )
    known = (asked, told.convention if told else "", convention_of(request))
    return next((code for code in known if code in conventions()), conventions()[0])


def _empty(templates: Mapping[int, TemplateTold]) -> Empty | None:
    """What is said where there is nothing to begin with."""
    if templates:
        return None
    return Empty(
        _("A letter begins with a template, and there is none under this convention"),
        _("Write one, or take over those that come with CorCom."),
        _("Templates"),
        reverse("letter_templates"),
    )


def _drafted(request: HttpRequest, form: NewLetterForm, wordings: Wordings) -> int:
    said = form.cleaned_data
    terms = replace(form.terms(said["convention"], wordings), audience=said["audience"])
    named: Sequence[Addressee] = [Addressee(iso3=iso3) for iso3 in said["states"]]
    addressees = asked_today(terms.audience) if terms.audience else named
    return actions.draft_letter(
        terms=terms,
        addressees=addressees,
        prefers=preferred(terms.convention, addressees),
        by=person(request),
        at=days.moment(),
    )
