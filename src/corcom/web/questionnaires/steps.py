"""Steps of a questionnaire, each a plain form: moving, opening, another closing day, closing, letters, links."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from corcom.questionnaires import actions
from corcom.questionnaires.domain.completeness import flaws
from corcom.questionnaires.domain.editing import move
from corcom.questionnaires.domain.questionnaire_told import QuestionnaireTold
from corcom.questionnaires.queries import asked_states
from corcom.web import day as days
from corcom.web.consultations.forms import DeadlineForm
from corcom.web.filters import number_sent
from corcom.web.mail_writing import writing_of
from corcom.web.meetings.addressees import addressees
from corcom.web.outbox import words as outbox_words
from corcom.web.person import person
from corcom.web.questionnaires.found import found_or_404, questionnaire_asked
from corcom.web.questionnaires.refusals import REFUSED, refused_in_words
from corcom.web.questionnaires.words import flaw_in_words, title_of
from corcom.web.rights import requires

USUAL = timedelta(days=30)
"""For how long answers are taken, where nobody says otherwise."""


@requires("consult", of=questionnaire_asked)
@require_POST
def questionnaire_step(request: HttpRequest, number: int) -> HttpResponse:
    """Moving a part or a question, closing the questionnaire, and looking up addresses that were missing."""
    found, way = found_or_404(number), request.POST.get("step", "")
    try:
        if way in {"up", "down"}:
            code = request.POST.get("code", "")
            actions.change_questionnaire(
                number=number,
                form=move(found.form, code, way),  # type: ignore[arg-type]  # one of two
                revision=number_sent(request, "revision"),
                by=person(request),
                at=days.moment(),
            )
            answer = redirect("questionnaire", number)
            answer["Location"] += f"#{code}"
            return answer
        if way == "close":
            actions.close_questionnaire(number=number, by=person(request), at=days.moment())
            messages.success(request, _("The questionnaire is closed. Another closing day opens it again."))
        if way == "addresses":
            _look_up(request, found)
    except REFUSED as refused:
        messages.error(request, refused_in_words(refused))
    return redirect("questionnaire", number)


def _look_up(request: HttpRequest, found: QuestionnaireTold) -> None:
    without = [one.iso3 for one in asked_states(number=found.number) if not one.address]
    reached = {one.code: one.address for one in addressees(without, found.convention, days.today())}
    count = actions.add_addresses(number=found.number, addresses=reached, by=person(request), at=days.moment())
    words = ngettext(
        "The directory has the address of %(n)d more.", "The directory has the addresses of %(n)d more.", count
    )
    nothing = _("The directory has no address for invitations of any of them.")
    messages.success(request, words % {"n": count} if count else nothing)


@requires("consult", of=questionnaire_asked)
def questionnaire_open(request: HttpRequest, number: int) -> HttpResponse:
    """Opening a draft until a moment, or giving one that is open or closed another closing day."""
    found = found_or_404(number)
    is_draft = found.state(days.moment()) == "draft"
    form = DeadlineForm(
        request.POST if request.method == "POST" else None,
        initial={"closes_on": days.today() + USUAL, "closes_time": "18:00", "zone": found.zone or "Europe/Zurich"},
    )
    missing = [(flaw, flaw_in_words(found.form, flaw)) for flaw in flaws(found.form)] if is_draft else []
    if form.is_bound and form.is_valid():
        try:
            _until(request, found, form, is_draft=is_draft)
        except REFUSED as refused:
            form.add_error(None, refused_in_words(refused))
        else:
            return redirect("questionnaire_ask" if is_draft else "questionnaire", number)
    shown = {"found": found, "title": title_of(found.form), "form": form, "is_draft": is_draft, "missing": missing}
    return render(request, "questionnaires/open.html", shown, status=400 if form.errors else 200)


def _until(request: HttpRequest, found: QuestionnaireTold, form: DeadlineForm, *, is_draft: bool) -> None:
    who, at, closes_at = person(request), days.moment(), form.closes_at()
    if not is_draft:
        actions.move_closing_day(number=found.number, closes_at=closes_at, by=who, at=at)
        messages.success(
            request, _("Answers are taken until the new closing day. The States are not told by themselves.")
        )
        return
    actions.open_questionnaire(
        number=found.number, revision=number_sent(request, "revision"), closes_at=closes_at, by=who, at=at
    )
    messages.success(request, _("The questionnaire is open, and its words are frozen. Now choose the States to ask."))


@requires("send")
@require_POST
def questionnaire_letters(request: HttpRequest, number: int) -> HttpResponse:
    """Preparing the invitations, or reminders."""
    kind = request.POST.get("kind", "")
    if kind not in {"invitation", "reminder"}:
        raise Http404
    out = writing_of(request, "questionnaire_by_link")
    try:
        count = actions.prepare_letters(number=number, kind=kind, out=out, by=person(request), at=days.moment())  # type: ignore[arg-type]  # one of two
    except (*REFUSED, *outbox_words.REFUSED) as refused:
        is_mail = isinstance(refused, outbox_words.REFUSED)
        messages.error(request, outbox_words.in_words(refused) if is_mail else refused_in_words(refused))
    else:
        words = ngettext(
            "%(n)d letter waits in the outbox, where it can be released.",
            "%(n)d letters wait in the outbox, where they can be released.",
            count,
        )
        nobody = _("Nobody is left to write to: they have answered, had a letter in the last days, or have no address.")
        messages.success(request, words % {"n": count} if count else nobody)
    return redirect("questionnaire", number)


@requires("consult", of=questionnaire_asked)
@require_POST
def questionnaire_link(request: HttpRequest, number: int, iso3: str) -> HttpResponse:
    """Withdrawing the link of a State, or giving it another."""
    who, at = person(request), days.moment()
    try:
        if request.POST.get("step") == "withdraw":
            actions.withdraw_asked_link(number=number, iso3=iso3, by=who, at=at)
            messages.success(request, _("The link opens nothing any more. What was written and handed in is kept."))
        else:
            actions.renew_link(number=number, iso3=iso3, by=who, at=at)
            messages.success(request, _("There is a new link; the one before opens nothing any more."))
    except REFUSED as refused:
        messages.error(request, refused_in_words(refused))
        return redirect("questionnaire", number)
    return redirect("questionnaire_state", number, iso3)
