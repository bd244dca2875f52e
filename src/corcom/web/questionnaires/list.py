"""The list of questionnaires, and beginning one."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corcom.questionnaires import actions
from corcom.questionnaires.domain.questionnaire_told import QuestionnaireTold
from corcom.questionnaires.domain.questions import QuestionForm
from corcom.questionnaires.domain.ready import ready_forms
from corcom.questionnaires.queries import questionnaires
from corcom.rulebooks.reading import conventions
from corcom.web import day as days
from corcom.web.about import convention_asked
from corcom.web.language_words import languages_in_words
from corcom.web.person import person
from corcom.web.pieces import Column, Empty, Link, Row, Table
from corcom.web.questionnaires.found import may_put
from corcom.web.questionnaires.words import standing_mark, title_of
from corcom.web.rights import holds_some, requires
from corcom.web.step_forms import OneOf
from corcom.web.wording import in_words as day_in_words

EMPTY = QuestionForm(title={}, intro={})


@requires("read")
def questionnaire_list(request: HttpRequest) -> HttpResponse:
    """All questionnaires; drafts are for those who put them together."""
    at, may = days.moment(), holds_some(request, "consult")
    found = [one for one in questionnaires() if one.state(at) != "draft" or may_put(request, one)]
    going = sum(one.state(at) == "open" for one in found)
    empty = Empty(
        _("No questionnaire yet"),
        _("Questions to States stand here, with what each answered and all answers together."),
        _("New questionnaire") if may else "",
        reverse("questionnaire_new") if may else "",
    )
    columns = (Column(_("Questionnaire"), is_wide=True), Column(_("Convention")), Column(_("Languages")))
    table = Table(
        id="questionnaires",
        caption=_("Questionnaires"),
        columns=(*columns, Column(_("Stands")), Column(_("Until")), Column(_("Answers"), is_number=True)),
        rows=tuple(_row(one, at) for one in found),
        empty=empty,
    )
    status = ngettext("%(n)d is open for answers", "%(n)d are open for answers", going) % {"n": going}
    return render(request, "questionnaires/list.html", {"table": table, "status": status, "may": may})


def _row(one: QuestionnaireTold, at: datetime) -> Row:
    is_draft = one.state(at) == "draft"
    cells = (
        Link(title_of(one.form), reverse("questionnaire", args=[one.number])),
        one.convention or "–",
        languages_in_words(one.form.languages),
        standing_mark(one, at),
        "–" if is_draft or one.closes_at is None else day_in_words(one.closes_at.date()),
        "–" if is_draft else _("%(answered)d of %(asked)d") % {"answered": one.answered, "asked": one.asked},
    )
    return Row(cells, id=f"questionnaire-{one.number}")


class StartForm(forms.Form):
    """With what a questionnaire begins, and of which convention it is."""

    start = forms.ChoiceField(
        label=gettext_lazy("Begin with"), widget=forms.RadioSelect(attrs={"class": "form-check-input"})
    )
    convention = forms.ChoiceField(label=gettext_lazy("Convention"), required=False, widget=OneOf())


@requires("consult")
def questionnaire_new(request: HttpRequest) -> HttpResponse:
    """Beginning a questionnaire: empty, from one that comes with CorCom, or as a copy of an earlier one."""
    starts = _starts(request)
    usual = convention_asked(request).convention
    form = StartForm(request.POST if request.method == "POST" else None, initial={"start": "", "convention": usual})
    named = form.fields
    named["start"].choices = [(key, label) for key, (label, _form) in starts.items()]  # type: ignore[attr-defined]  # a choice field has choices
    named["convention"].choices = [("", _("none")), *((code, code) for code in conventions())]  # type: ignore[attr-defined]  # likewise
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        number = actions.start_questionnaire(
            form=starts[said["start"]][1], convention=said["convention"], by=person(request), at=days.moment()
        )
        return redirect("questionnaire_words" if said["start"] == "empty" else "questionnaire", number)
    return render(request, "questionnaires/new.html", {"form": form}, status=400 if form.errors else 200)


def _starts(request: HttpRequest) -> dict[str, tuple[str, QuestionForm]]:
    """What one can begin with, by a key for the form."""
    ready = {f"ready-{name}": (title_of(form), form) for name, form in ready_forms().items()}
    copies = {
        f"copy-{one.number}": (_("a copy of “%(title)s”") % {"title": title_of(one.form)}, one.form)
        for one in questionnaires()
        if may_put(request, one)
    }
    return {"empty": (_("an empty questionnaire"), EMPTY), **ready, **copies}
