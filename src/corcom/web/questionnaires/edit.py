"""Putting a questionnaire together: its head, its parts, its questions, and taking something away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.kernel.languages import WRITTEN
from corcom.questionnaires import actions
from corcom.questionnaires.domain.editing import put_part, put_question, take_away
from corcom.questionnaires.domain.questionnaire_told import QuestionnaireTold
from corcom.questionnaires.domain.questions import Question, QuestionForm, QuestionPart
from corcom.web import day as days
from corcom.web.filters import number_sent
from corcom.web.person import person
from corcom.web.questionnaires.forms import AskForm, HeadForm, PartForm
from corcom.web.questionnaires.found import draft_or_404, found_or_404, questionnaire_asked
from corcom.web.questionnaires.refusals import REFUSED, refused_in_words
from corcom.web.questionnaires.words import in_words, title_of
from corcom.web.rights import requires

NEW = "new"
"""Stands in an address for the code of a part that is not there yet."""


@requires("consult", of=questionnaire_asked)
def questionnaire_words(request: HttpRequest, number: int) -> HttpResponse:
    """Title, introduction and languages."""
    found = draft_or_404(number)
    form = HeadForm(_sent(request), asked=found.form)
    if form.is_bound and form.is_valid():
        chosen = tuple(code for code in WRITTEN if code in form.cleaned_data["chosen"])
        changed = replace(
            found.form,
            title=form.words("title", found.form.title),
            intro=form.words("intro", found.form.intro),
            languages=chosen,
        )
        if _kept(request, found, changed, form):
            added = set(chosen) - set(found.form.languages)
            return redirect("questionnaire_words" if added else "questionnaire", number)
    return _page(request, found, form, _("Title, introduction and languages"))


@requires("consult", of=questionnaire_asked)
def questionnaire_part(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """Title and help of a part, one that is there or a new one."""
    found = draft_or_404(number)
    part = QuestionPart(code="", title={}, help={}) if code == NEW else found.form.part(code)
    if part is None:
        raise Http404
    form = PartForm(_sent(request), asked=found.form, part=part)
    if form.is_bound and form.is_valid():
        title, help_ = form.words("title", part.title), form.words("help", part.help)
        try:
            changed = put_part(found.form, replace(part, title=title, help=help_))
        except REFUSED as refused:
            form.add_error(None, refused_in_words(refused))
        else:
            if _kept(request, found, changed, form):
                return _back(number, part.code or changed.parts[-1].code)
    return _page(request, found, form, _("New part") if code == NEW else _("Change the part"))


@requires("consult", of=questionnaire_asked)
def questionnaire_question(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """One question; where the code is that of a part, a new one in it."""
    found = draft_or_404(number)
    part, question = found.form.part_of(code), found.form.question(code)
    if question is None:
        part, question = found.form.part(code), Question(code="", name={}, help={})
    if part is None:
        raise Http404
    form = AskForm(_sent(request), asked=found.form, question=question, part=part.code)
    if form.is_bound and form.is_valid():
        try:
            changed = put_question(found.form, form.cleaned_data["part"], form.question(question))
        except REFUSED as refused:
            form.add_error(None, refused_in_words(refused))
        else:
            if _kept(request, found, changed, form):
                return _back(number, question.code or form.cleaned_data["part"])
    title = _("Change the question") if question.code else _("New question")
    return _page(request, found, form, title, template="questionnaires/question.html", kind=form["kind"].value())


@requires("consult", of=questionnaire_asked)
def questionnaire_away(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """Asks before a part or a question is taken away."""
    found = draft_or_404(number)
    part, question = found.form.part(code), found.form.question(code)
    if part is None and question is None:
        raise Http404
    why = ""
    if request.method == "POST":
        try:
            _save(request, found, take_away(found.form, code))
        except REFUSED as refused:
            why = refused_in_words(refused)
        else:
            messages.success(request, _("It is taken away."))
            return redirect("questionnaire", number)
    words = part.title if part else question.name if question else {}
    shown = {
        "found": found_or_404(number),
        "title": title_of(found.form),
        "name": in_words(found.form, words) or "…",
        "part": part,
        "why": why,
        "code": code,
    }
    return render(request, "questionnaires/away.html", shown, status=409 if why else 200)


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _kept(request: HttpRequest, found: QuestionnaireTold, changed: QuestionForm, form: Any) -> bool:
    """Keep a draft; what is refused stands in the form."""
    try:
        _save(request, found, changed)
    except REFUSED as refused:
        form.add_error(None, refused_in_words(refused))
        return False
    return True


def _save(request: HttpRequest, found: QuestionnaireTold, changed: QuestionForm) -> None:
    revision = number_sent(request, "revision")
    actions.change_questionnaire(
        number=found.number, form=changed, revision=revision, by=person(request), at=days.moment()
    )


def _page(
    request: HttpRequest,
    found: QuestionnaireTold,
    form: Any,
    what: str,
    *,
    template: str = "questionnaires/edit.html",
    **more: object,
) -> HttpResponse:
    # Whoever was second reads what stands there now, and saves again.
    now = found_or_404(found.number) if form.errors else found
    shown = {"found": now, "title": title_of(found.form), "form": form, "what": what, **more}
    return render(request, template, shown, status=400 if form.errors else 200)


def _back(number: int, code: str) -> HttpResponse:
    answer = redirect("questionnaire", number)
    answer["Location"] += f"#{code}"
    return answer
