"""Steps of a poll of dates: letters and reminders, an answer that was told, confirming a date, ending without one."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corcom.polls import actions
from corcom.web import day as days
from corcom.web.about import poll_asked
from corcom.web.filters import number_sent
from corcom.web.mail_writing import tell_left_out, writing_of
from corcom.web.meetings.mail import tell_change
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.outbox import words as outbox_words
from corcom.web.person import person
from corcom.web.polls.page import found_or_404
from corcom.web.polls.sent import answer_sent
from corcom.web.polls.words import REFUSED, in_words
from corcom.web.rights import requires


@requires("schedule", of=poll_asked)
@require_POST
def poll_step(request: HttpRequest, number: int) -> HttpResponse:
    """Confirming a date of the poll, or ending it without one."""
    verb = next((name for name in STEPS if name in request.POST), None)
    if verb is None:
        raise Http404
    try:
        return STEPS[verb](request, number)
    except REFUSED as refused:
        messages.error(request, in_words(refused))
        return redirect("poll", number)


def _confirm(request: HttpRequest, number: int) -> HttpResponse:
    date = number_sent(request, "date")
    meeting = actions.confirm_date(poll=number, date=date, by=person(request), at=days.moment())
    messages.success(request, _("The meeting is confirmed on this date, and the poll has ended."))
    tell_change(request, meeting)
    return redirect("meeting", meeting)


def _end(request: HttpRequest, number: int) -> HttpResponse:
    actions.end_poll(poll=number, by=person(request), at=days.moment())
    messages.success(request, _("The poll has ended; its links open nothing any more."))
    return redirect("poll", number)


STEPS: dict[str, Callable[[HttpRequest, int], HttpResponse]] = {"confirm": _confirm, "end": _end}


@requires("send")
@require_POST
def poll_letters(request: HttpRequest, number: int) -> HttpResponse:
    """Preparing letters with the links, and reminders for those who have not answered."""
    language = get_language() or "en"
    try:
        made = actions.prepare_poll_letters(
            number=number,
            language=language,
            writing=writing_of(request, "poll_answer"),
            by=person(request),
            at=days.moment(),
        )
    except (*REFUSED, *outbox_words.REFUSED) as refused:
        is_mail = isinstance(refused, outbox_words.REFUSED)
        messages.error(request, outbox_words.in_words(refused) if is_mail else in_words(refused))
    else:
        _tell(request, made)
    return redirect("poll", number)


def _tell(request: HttpRequest, made: actions.PollLetters) -> None:
    words = ngettext(
        "%(n)d letter waits in the outbox, where it can be released.",
        "%(n)d letters wait in the outbox, where they can be released.",
        made.count,
    )
    nobody = _("Nobody is left to write to: they have answered, have a letter waiting, or have no address.")
    messages.success(request, words % {"n": made.count} if made.count else nobody)
    tell_left_out(request, dead=made.dead, left=made.left)


@requires("schedule", of=poll_asked)
def poll_record(request: HttpRequest, number: int, party: int) -> HttpResponse:
    """Writing down what a delegation said by telephone or letter."""
    found = found_or_404(number)
    asked = next((one for one in found.parties if one.number == party), None)
    if asked is None or found.ended_at is not None:
        raise Http404
    form, is_kept = answer_sent(request, found, asked, by=person(request))
    if is_kept:
        messages.success(request, _("The answer is written down."))
        return redirect("poll", number)
    shown = {"found": found, "asked": asked, "form": form, "title": meeting_name(found.meeting.plan)}
    return render(request, "polls/record.html", shown, status=400 if form.errors else 200)
