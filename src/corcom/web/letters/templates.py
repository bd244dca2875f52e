"""Templates of letters: the list, a new one, and the words of one in each language."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from corcom.correspondence import actions
from corcom.correspondence.domain.letters_told import TemplateTold
from corcom.correspondence.queries import templates_told
from corcom.kernel.languages import WRITTEN
from corcom.rulebooks.reading import conventions
from corcom.web import day as days
from corcom.web.language_words import language_by_itself
from corcom.web.letters.forms import WordsForm, refused_in
from corcom.web.letters.found import found_template
from corcom.web.letters.words import REFUSED, fields_in_words, in_words
from corcom.web.person import person
from corcom.web.pieces import Column, Empty, Link, Row, StatusMark, Table
from corcom.web.rights import requires
from corcom.web.step_forms import Line, OneOf


class NewTemplateForm(WordsForm):
    """A template with its first words."""

    name = forms.CharField(label=gettext_lazy("Name of the template"), max_length=200, widget=Line())
    convention = forms.ChoiceField(label=gettext_lazy("Convention"), required=False, widget=OneOf())
    language = forms.ChoiceField(label=gettext_lazy("Language"), widget=OneOf())
    field_order = ("name", "convention", "language", "subject", "address", "body", "closing", "revision")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, language="", **kwargs)
        self.fields["convention"].choices = [("", _("any")), *((code, code) for code in conventions())]  # type: ignore[attr-defined]  # a choice field has choices
        self.fields["language"].choices = [(code, language_by_itself(code)) for code in WRITTEN]  # type: ignore[attr-defined]  # likewise


@requires("send")
def letter_templates(request: HttpRequest) -> HttpResponse:
    """Every template, with the languages that it has words in."""
    empty = Empty(
        _("There is no template yet"),
        _("A template holds the words of a letter in several languages, with fields such as {state}."),
        _("Write a template"),
        reverse("letter_template_new"),
    )
    found = templates_told(with_retired=True)
    table = Table(
        id="templates",
        caption=_("Templates"),
        columns=(
            Column(_("Template"), is_wide=True),
            Column(_("Convention")),
            Column(_("Languages")),
            Column(_("Offered")),
        ),
        rows=tuple(map(_row, found)),
        empty=empty,
    )
    return render(request, "letters/templates.html", {"table": table})


def _row(one: TemplateTold) -> Row:
    languages = _(", ").join(map(language_by_itself, one.wordings))
    mark = StatusMark("none", _("no more")) if one.is_retired else _("yes")
    name = Link(one.name, reverse("letter_template", args=[one.number]))
    return Row((name, one.convention or _("any"), languages, mark))


@requires("send")
def letter_template_new(request: HttpRequest) -> HttpResponse:
    """A new template, with its words in one language."""
    form = NewTemplateForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            number = actions.make_template(
                name=said["name"],
                convention=said["convention"],
                language=said["language"],
                words=form.words(),
                by=person(request),
                at=days.moment(),
            )
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            return redirect("letter_template", number)
    shown = {"form": form, "fields": fields_in_words()}
    return render(request, "letters/template_new.html", shown, status=400 if form.errors else 200)


@requires("send")
def letter_template(request: HttpRequest, number: int) -> HttpResponse:
    """A template: its words in every language."""
    found = found_template(number)
    missing = [(code, language_by_itself(code)) for code in WRITTEN if code not in found.wordings]
    worded = [(code, language_by_itself(code), words) for code, words in found.wordings.items()]
    return render(request, "letters/template.html", {"found": found, "worded": worded, "missing": missing})


@requires("send")
def letter_template_words(request: HttpRequest, number: int, language: str) -> HttpResponse:
    """The words of a template in a language."""
    found = found_template(number)
    if language not in WRITTEN:
        raise Http404
    before, revision = found.wordings.get(language), found.revisions.get(language, 0)
    initial = {**(asdict(before) if before else {}), "revision": revision}
    sent = request.POST if request.method == "POST" else None
    form = WordsForm(sent, language=language, initial=initial, drops="drop" in request.POST)
    if form.is_bound and form.is_valid():
        try:
            _word(request, number, language, form)
        except REFUSED as refused:
            refused_in(form, refused)
        else:
            return redirect("letter_template", number)
    shown = {
        "found": found,
        "form": form,
        "language": language_by_itself(language),
        "fields": fields_in_words(),
        "may_drop": before is not None and len(found.wordings) > 1,
        "theirs": before if form.is_second else None,
    }
    return render(request, "letters/template_words.html", shown, status=400 if form.errors else 200)


def _word(request: HttpRequest, number: int, language: str, form: WordsForm) -> None:
    revision, by, at = form.cleaned_data["revision"], person(request), days.moment()
    if form.drops:
        actions.drop_template_language(template=number, language=language, revision=revision, by=by, at=at)
        messages.success(request, _("The template has no words in this language any more."))
    else:
        actions.word_template(template=number, language=language, words=form.words(), revision=revision, by=by, at=at)


@requires("send")
@require_POST
def letter_templates_ready(request: HttpRequest) -> HttpResponse:
    """Taking over the templates that come with CorCom."""
    count = actions.take_over_templates(by=person(request), at=days.moment())
    words = ngettext("%(n)d template was taken over.", "%(n)d templates were taken over.", count)
    messages.success(request, words % {"n": count} if count else _("They are all here already."))
    return redirect("letter_templates")


@requires("send")
@require_POST
def letter_template_step(request: HttpRequest, number: int) -> HttpResponse:
    """Offering a template no more, or again."""
    found_template(number)
    retired = request.POST.get("retire", "")
    if retired not in {"yes", "no"}:
        raise Http404
    try:
        actions.retire_template(template=number, retired=retired == "yes", at=days.moment())
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    return redirect("letter_template", number)
