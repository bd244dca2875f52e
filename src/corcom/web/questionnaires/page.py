"""One questionnaire: while it is a draft, its questions to be put together; then to whom it is put and who answered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from corcom.questionnaires.domain.completeness import flaws
from corcom.questionnaires.domain.letters import QuestionLetterKind, is_due
from corcom.questionnaires.domain.questionnaire_told import AskedTold, QuestionnaireTold
from corcom.questionnaires.domain.questions import Question
from corcom.questionnaires.queries import asked_states, questionnaire_steps
from corcom.web import day as days
from corcom.web.language_words import language_in_words
from corcom.web.questionnaires.asked_shown import asked_table
from corcom.web.questionnaires.found import found_or_404, matter_of, may_put
from corcom.web.questionnaires.words import (
    KINDS,
    flaw_in_words,
    in_words,
    progress_in_words,
    standing_mark,
    step_in_words,
    title_of,
)
from corcom.web.rights import holds, requires
from corcom.web.wording import in_words as day_in_words


@requires("read")
def questionnaire_page(request: HttpRequest, number: int) -> HttpResponse:
    """One questionnaire; a draft is for those who put it together."""
    found, at = found_or_404(number), days.moment()
    may, state = may_put(request, found), found.state(at)
    if state == "draft" and not may:
        raise Http404
    shown: dict[str, Any] = {
        "found": found,
        "state": state,
        "title": title_of(found.form),
        "mark": standing_mark(found, at),
        "progress": progress_in_words(found, at),
        "languages": [language_in_words(code) for code in found.form.languages],
        "intro": in_words(found.form, found.form.intro),
        "may": may,
        "parts": _parts(found),
        "steps": [(step_in_words(one), one, day_in_words(one.at.date())) for one in questionnaire_steps(number=number)],
    }
    if state == "draft":
        missing = [(flaw, flaw_in_words(found.form, flaw)) for flaw in flaws(found.form)]
        return render(request, "questionnaires/draft.html", {**shown, "missing": missing})
    asked = asked_states(number=number)
    shown |= {
        "table": asked_table(found, asked, at, may=may, chosen=request.GET.get("answer", "")),
        "may_send": state == "open" and may and holds(request, "send", matter_of(found)),
        "uninvited": sum(_is_due(one, "invitation", at) for one in asked),
        "silent": sum(_is_due(one, "reminder", at) for one in asked),
        "without_address": sum(not one.address and not one.versions for one in asked),
    }
    return render(request, "questionnaires/page.html", shown)


def _is_due(one: AskedTold, kind: QuestionLetterKind, at: datetime) -> bool:
    """Whether a letter can be written to it now."""
    is_reached = bool(one.address) and not one.versions and one.link.withdrawn_at is None
    return is_reached and is_due(kind, invited_at=one.invited_at, reminded_at=one.reminded_at, at=at)


def _parts(found: QuestionnaireTold) -> list[tuple[str, str, str, list[tuple[str, str, str]]]]:
    """Each part: its code, title and help, and its questions with how they are answered."""
    form = found.form
    return [
        (
            part.code,
            in_words(form, part.title) or "…",
            in_words(form, part.help),
            [(one.code, in_words(form, one.name) or "…", _answered_with(found, one)) for one in part.questions],
        )
        for part in form.parts
    ]


def _answered_with(found: QuestionnaireTold, one: Question) -> str:
    parts = [*(each.name for each in one.choices), *(each.name for each in one.columns)]
    kind = str(KINDS[one.kind])
    listed = _(", ").join(in_words(found.form, words) or "…" for words in parts)
    return _("%(kind)s: %(parts)s") % {"kind": kind, "parts": listed} if listed else kind
