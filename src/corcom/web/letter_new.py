"""Writing a letter: from a template, to the States of an audience or to some that are named."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.correspondence import actions
from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.queries import languages_preferred, templates_told
from corcom.web import day as days
from corcom.web.letter_forms import NewLetterForm
from corcom.web.letter_words import REFUSED, in_words
from corcom.web.person import person
from corcom.web.rights import requires


@requires("send")
def letter_new(request: HttpRequest) -> HttpResponse:
    """The form of a new letter."""
    templates = templates_told()
    if not templates:
        messages.info(request, _("A letter begins with a template. Write one first."))
        return redirect("letter_template_new")
    form = NewLetterForm(
        request.POST if request.method == "POST" else None,
        templates=[(str(one.number), one.name) for one in templates],
        initial={"dated": days.today(), "template": request.GET.get("template", "")},
    )
    if form.is_bound and form.is_valid():
        template = next(one for one in templates if str(one.number) == form.cleaned_data["template"])
        convention = form.cleaned_data["convention"]
        chosen = [Addressee(iso3=iso3) for iso3 in form.cleaned_data["states"]]
        try:
            number = actions.draft_letter(
                terms=form.terms(convention, template.wordings),
                addressees=chosen,
                prefers=languages_preferred(
                    convention=convention, states=[one.iso3 for one in chosen], day=days.today()
                ),
                by=person(request),
                at=days.moment(),
            )
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            return redirect("letter", number)
    return render(request, "letters/new.html", {"form": form}, status=400 if form.errors else 200)
