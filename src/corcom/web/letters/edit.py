"""Changing a draft: its terms, and its words in one language."""

from __future__ import annotations

from dataclasses import asdict, replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.correspondence import actions
from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.letters_told import LetterTold
from corcom.kernel.languages import WRITTEN
from corcom.web import day as days
from corcom.web.language_words import language_by_itself
from corcom.web.letters.forms import TermsForm, WordsForm, refused_in, terms_shown
from corcom.web.letters.found import found_letter
from corcom.web.letters.words import REFUSED, fields_in_words
from corcom.web.person import person
from corcom.web.rights import requires


@requires("send")
def letter_edit(request: HttpRequest, number: int) -> HttpResponse:
    """The terms of a draft."""
    found = _draft(number)
    form = TermsForm(request.POST or None, initial=terms_shown(found.terms, found.revision))
    if form.is_bound and form.is_valid():
        written = form.terms(found.terms.convention, found.terms.wordings)
        terms = replace(written, audience=found.terms.audience)
        try:
            actions.change_letter(
                letter=number,
                terms=terms,
                revision=form.cleaned_data["revision"] or 0,
                by=person(request),
                at=days.moment(),
            )
        except REFUSED as refused:
            refused_in(form, refused)
        else:
            return redirect("letter", number)
    shown = {"found": found, "form": form, "title": found.terms.title}
    return render(request, "letters/edit.html", shown, status=400 if form.errors else 200)


@requires("send")
def letter_words(request: HttpRequest, number: int, language: str) -> HttpResponse:
    """The words of a draft in a language; a new one is added, one that is sent empty is taken away."""
    found = _draft(number)
    if language not in WRITTEN:
        raise Http404
    before = found.terms.wordings.get(language)
    initial = {**(asdict(before) if before else {}), "revision": found.revision}
    form = WordsForm(request.POST or None, language=language, initial=initial, drops="drop" in request.POST)
    if form.is_bound and form.is_valid():
        others = {code: words for code, words in found.terms.wordings.items() if code != language}
        wordings = others if form.drops else {**found.terms.wordings, language: form.words()}
        try:
            _change(request, found, wordings, form.cleaned_data["revision"])
        except REFUSED as refused:
            refused_in(form, refused)
        else:
            if form.drops:
                messages.success(request, _("The letter has no words in this language any more."))
            return redirect("letter", number)
    shown = {
        "found": found,
        "form": form,
        "title": found.terms.title,
        "language": language_by_itself(language),
        "fields": fields_in_words(),
        "may_drop": before is not None and len(found.terms.wordings) > 1,
        "theirs": before if form.is_second else None,
    }
    return render(request, "letters/words.html", shown, status=400 if form.errors else 200)


def _draft(number: int) -> LetterTold:
    found = found_letter(number)
    if found.state != "drafting":
        raise Http404
    return found


def _change(request: HttpRequest, found: LetterTold, wordings: dict[str, LetterWords], revision: int) -> None:
    actions.change_letter(
        letter=found.number,
        terms=replace(found.terms, wordings=wordings),
        revision=revision,
        by=person(request),
        at=days.moment(),
    )
