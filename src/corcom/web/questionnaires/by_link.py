"""A State answers a questionnaire by its signed link, without an account."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corcom.access.queries import GivenLink
from corcom.questionnaires.domain.as_form import as_form
from corcom.questionnaires.queries import PURPOSE, number_in
from corcom.web import day as days
from corcom.web.by_link import by_link, path_by_link
from corcom.web.pieces import StateName
from corcom.web.questionnaires.desk import QuestionDesk, around, desk_page
from corcom.web.questionnaires.found import asked_or_404, found_or_404, language_asked
from corcom.web.questionnaires.hand_in import hand_in_page
from corcom.web.questionnaires.shown import version_shown

HAND = "hand"
"""Where the session keeps what whoever holds a link is called."""


@by_link(PURPOSE)
def questionnaire_by_link(request: HttpRequest, link: GivenLink) -> HttpResponse:
    """The State answers, part by part; once the questionnaire is closed, what it handed in, to be read."""
    desk = _desk(request, link)
    if request.method == "POST" and HAND in request.POST:
        request.session[HAND] = request.POST[HAND].strip()[:100]
        return redirect(desk.here)
    is_saving = request.method == "POST" and "part" in request.POST
    if desk.found.state(days.moment()) != "open" and not is_saving:
        return _closed(request, desk)
    return desk_page(request, desk, hand=request.session.get(HAND, ""))


@by_link(PURPOSE)
def questionnaire_hand_in_by_link(request: HttpRequest, link: GivenLink) -> HttpResponse:
    """The State hands its answer in, or again what it changed."""
    desk = _desk(request, link)
    if desk.found.state(days.moment()) != "open":
        return redirect(desk.here)
    return hand_in_page(request, desk, done=desk.here)


def _desk(request: HttpRequest, link: GivenLink) -> QuestionDesk:
    number = number_in(link.subject)
    if not number:
        raise Http404
    found = found_or_404(number)
    asked = asked_or_404(found, link.party)
    reader = get_language() or ""
    language = language_asked(request, found, reader if reader in found.form.languages else asked.language)
    state, hand = StateName(asked.iso3).words, request.session.get(HAND, "")
    kept = f"&{urlencode({'language': language})}" if request.GET.get("language") else ""
    return QuestionDesk(
        found=found,
        asked=asked,
        form=as_form(found.form, language),
        language=language,
        by=_("%(who)s, %(state)s") % {"who": hand, "state": state} if hand else state,
        here=path_by_link("questionnaire_by_link", link) + kept,
        hand_in=path_by_link("questionnaire_hand_in_by_link", link) + kept,
        by_link=True,
    )


def _closed(request: HttpRequest, desk: QuestionDesk) -> HttpResponse:
    """What was handed in; nothing can be changed any more."""
    last = desk.asked.last if desk.asked else None
    shown = {"desk": desk, **around(desk), "version": version_shown(desk.form, last) if last else None}
    return render(request, "questionnaires/closed.html", shown)
