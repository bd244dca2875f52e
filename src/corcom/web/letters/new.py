"""Writing a letter: from a template, to the States of an audience or to some that are named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.correspondence import actions
from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.letter_words import Wordings
from corcom.correspondence.queries import templates_told
from corcom.correspondence.queries.audiences import audiences
from corcom.web import day as days
from corcom.web.letters.audience import asked_today, preferred
from corcom.web.letters.forms import NewLetterForm
from corcom.web.letters.words import REFUSED, in_words
from corcom.web.person import person
from corcom.web.rights import requires


@requires("send")
def letter_new(request: HttpRequest) -> HttpResponse:
    """The form of a new letter."""
    templates = {one.number: one for one in templates_told()}
    if not templates:
        messages.info(request, _("A letter begins with a template. Write one first."))
        return redirect("letter_template_new")
    offered = [one for one in audiences() if one.retired_at is None]
    chosen = next((one for one in offered if str(one.number) == request.GET.get("audience")), None)
    form = NewLetterForm(
        request.POST if request.method == "POST" else None,
        templates=[(str(one.number), one.name) for one in templates.values()],
        audiences=offered,
        initial={
            "dated": days.today(),
            "template": request.GET.get("template", ""),
            "audience": chosen.number if chosen else None,
            "convention": chosen.convention if chosen else None,
        },
    )
    if form.is_bound and form.is_valid():
        try:
            return redirect("letter", _drafted(request, form, templates[int(form.cleaned_data["template"])].wordings))
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
    return render(request, "letters/new.html", {"form": form}, status=400 if form.errors else 200)


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
