"""What one State answered, its link, and writing for it what it sent by letter: for those who put the questionnaire."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from corcom.questionnaires.domain.as_form import as_form
from corcom.web import day as days
from corcom.web.by_link import address_by_link
from corcom.web.person import person
from corcom.web.pieces import StateName
from corcom.web.questionnaires.asked_shown import answer_mark
from corcom.web.questionnaires.desk import QuestionDesk, desk_page
from corcom.web.questionnaires.found import (
    asked_or_404,
    draft_or_404,
    found_or_404,
    language_asked,
    questionnaire_asked,
)
from corcom.web.questionnaires.hand_in import hand_in_page
from corcom.web.questionnaires.shown import version_shown
from corcom.web.questionnaires.words import title_of
from corcom.web.rights import requires
from corcom.web.wording import moment_in_words


@requires("consult", of=questionnaire_asked)
def questionnaire_state(request: HttpRequest, number: int, iso3: str) -> HttpResponse:
    """One State: its link and every version of its answer, the latest first."""
    found = found_or_404(number)
    asked = asked_or_404(found, iso3)
    form = as_form(found.form, get_language() or "en")
    shown = {
        "found": found,
        "asked": asked,
        "title": title_of(found.form),
        "state": StateName(iso3),
        "mark": answer_mark(asked),
        "link": "" if asked.link.withdrawn_at else address_by_link(request, "questionnaire_by_link", asked.link),
        "invited": moment_in_words(asked.invited_at),
        "reminded": moment_in_words(asked.reminded_at),
        "versions": [version_shown(form, one) for one in reversed(asked.versions)],
        "may_write": found.takes_letters(days.moment()),
    }
    return render(request, "questionnaires/state.html", shown)


@requires("consult", of=questionnaire_asked)
def questionnaire_write(request: HttpRequest, number: int, iso3: str) -> HttpResponse:
    """The secretariat writes for a State what it sent by letter or e-mail."""
    desk = _desk(request, number, iso3)
    if not desk.found.takes_letters(days.moment()) and request.method != "POST":
        return redirect("questionnaire_state", number, iso3)
    return desk_page(request, desk)


@requires("consult", of=questionnaire_asked)
def questionnaire_hand_in(request: HttpRequest, number: int, iso3: str) -> HttpResponse:
    """The secretariat files what a State sent: how and when it came, and the file."""
    desk = _desk(request, number, iso3)
    done = reverse("questionnaire_state", args=[number, iso3])
    if not desk.found.takes_letters(days.moment()):
        return redirect(done)
    return hand_in_page(request, desk, done=done, by=person(request))


@requires("consult", of=questionnaire_asked)
def questionnaire_preview(request: HttpRequest, number: int) -> HttpResponse:
    """A draft as a State will see it, in each of its languages; nothing can be written."""
    found = draft_or_404(number)
    language = language_asked(request, found, get_language() or "en")
    here = reverse("questionnaire_preview", args=[number])
    desk = QuestionDesk(found=found, asked=None, form=as_form(found.form, language), language=language, here=here)
    if request.method == "POST":
        return redirect(here)
    return desk_page(request, desk, is_preview=True)


def _desk(request: HttpRequest, number: int, iso3: str) -> QuestionDesk:
    found = found_or_404(number)
    asked = asked_or_404(found, iso3)
    language = language_asked(request, found, get_language() or asked.language)
    kept = f"?language={language}" if request.GET.get("language") else ""
    return QuestionDesk(
        found=found,
        asked=asked,
        form=as_form(found.form, language),
        language=language,
        by=person(request).get_full_name(),
        here=reverse("questionnaire_write", args=[number, iso3]) + kept,
        hand_in=reverse("questionnaire_hand_in", args=[number, iso3]) + kept,
    )
