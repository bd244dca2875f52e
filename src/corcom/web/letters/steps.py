"""The steps of a letter: languages, leaving out, approving, making, sending, answers."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from corcom.correspondence import actions
from corcom.kernel.languages import WRITTEN
from corcom.web import day as days
from corcom.web.filters import number_sent
from corcom.web.letters.answer_form import AnswerForm
from corcom.web.letters.audience import asked_today, preferred, still_asked
from corcom.web.letters.found import found_letter, letter_writing
from corcom.web.letters.link import given_link
from corcom.web.letters.words import REFUSED, ask_unknown_in_words, in_words
from corcom.web.person import person
from corcom.web.rights import requires

SECONDS = 2.0
"""For how long one request makes copies; the page asks for the next."""


@requires("send")
@require_POST
def letter_step(request: HttpRequest, number: int) -> HttpResponse:
    """One step of a letter, by the button that was pressed."""
    verb = next((name for name in STEPS if name in request.POST), None)
    if verb is None:
        raise Http404
    try:
        STEPS[verb](request, number)
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    return redirect("letter", number)


def _language(request: HttpRequest, number: int) -> None:
    language = request.POST.get("language", "")
    if language not in WRITTEN:
        raise Http404
    states = request.POST.getlist("state")
    actions.set_language(letter=number, states=states, language=language, by=person(request), at=days.moment())


def _leave_out(request: HttpRequest, number: int) -> None:
    why, states = request.POST.get("why", ""), request.POST.getlist("state")
    actions.leave_out(letter=number, states=states, why=why, by=person(request), at=days.moment())


def _take_in(request: HttpRequest, number: int) -> None:
    actions.take_in(letter=number, states=request.POST.getlist("state"), by=person(request), at=days.moment())


def _ask_again(request: HttpRequest, number: int) -> None:
    letter, by, at = found_letter(number), person(request), days.moment()
    terms = letter.terms
    if terms.audience is None:
        raise Http404
    found = asked_today(terms.audience)
    before = {copy.iso3 for copy in letter.copies}
    prefers = preferred(terms.convention, found)
    actions.ask_again(letter=number, addressees=found, prefers=prefers, by=by, at=at)
    after = {one.iso3 for one in found}
    counts = {"came": len(after - before), "went": len(before - after)}
    messages.success(request, _("Asked again: %(came)d came in, %(went)d went out.") % counts)


def _approve(request: HttpRequest, number: int) -> None:
    found, by, at = found_letter(number), person(request), days.moment()
    has_links = any("link" in words.fields for words in found.terms.wordings.values())
    writing = letter_writing(given_link(request, found.terms.convention, at=at)) if has_links else letter_writing()
    named = asked_today(found.terms.audience) if found.terms.audience else None
    steps = number_sent(request, "steps") or None
    said = ask_unknown_in_words() if "asks_unknown" in request.POST else ""
    reference = actions.approve_letter(
        letter=number, writing=writing, by=by, at=at, named=named, steps=steps, asks_unknown=said
    )
    messages.success(request, _("The letter is approved and has the number %(number)s.") % {"number": reference})


def _make(request: HttpRequest, number: int) -> None:
    until = monotonic() + SECONDS
    left = 1
    while left and monotonic() < until:
        left = actions.make_copies(letter=number, writing=letter_writing(), by=person(request), at=days.moment())
    if not left:
        messages.success(request, _("Every copy is made, as .docx and as .pdf."))


def _send(request: HttpRequest, number: int) -> None:
    terms = found_letter(number).terms
    named = still_asked(terms.audience) if terms.audience and terms.by_email else None
    count = actions.send_letter(letter=number, mail=settings.MAIL, by=person(request), at=days.moment(), named=named)
    words = ngettext("%(n)d message is on its way.", "%(n)d messages are on their way.", count)
    paper = _("The letter goes on paper: take the files for the bag.")
    messages.success(request, words % {"n": count} if count else paper)


def _reopen(request: HttpRequest, number: int) -> None:
    actions.reopen_letter(letter=number, why=request.POST.get("why", ""), by=person(request), at=days.moment())


def _withdraw(request: HttpRequest, number: int) -> None:
    actions.withdraw_letter(letter=number, why=request.POST.get("why", ""), by=person(request), at=days.moment())


STEPS: dict[str, Callable[[HttpRequest, int], None]] = {
    "set_language": _language,
    "leave_out": _leave_out,
    "take_in": _take_in,
    "ask_again": _ask_again,
    "approve": _approve,
    "make": _make,
    "send": _send,
    "reopen": _reopen,
    "withdraw": _withdraw,
}


@requires("send")
@require_POST
def letter_answer(request: HttpRequest, number: int, iso3: str) -> HttpResponse:
    """Writing down an answer that came otherwise than by e-mail, or striking one."""
    try:
        if "strike" in request.POST:
            answer, why = number_sent(request, "answer"), request.POST.get("why", "")
            actions.strike_answer(letter=number, iso3=iso3, number=answer, why=why, at=days.moment())
        else:
            _record(request, number, iso3)
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    return redirect("letter_copy", number, iso3)


def _record(request: HttpRequest, number: int, iso3: str) -> None:
    form = AnswerForm(request.POST, today=days.today())
    if not form.is_valid():
        messages.error(request, " ".join(str(each) for several in form.errors.values() for each in several))
        return
    said = form.cleaned_data
    came = actions.AnswerCame(received_on=said["on"], channel=said["channel"], says=said["says"])
    actions.record_answer(letter=number, iso3=iso3, came=came, day=days.today(), by=person(request), at=days.moment())
    messages.success(request, _("The answer is written down."))
