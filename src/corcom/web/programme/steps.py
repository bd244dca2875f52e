"""The steps of drawing up a programme, each a plain form: move, take off, undo, fill, release.

A move that a script asks for is answered with the part of the page that changes; any other leads back to the page.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from corcom.kernel.calendar import is_iso
from corcom.programme import actions
from corcom.programme.domain.moves import DIRECTIONS
from corcom.programme.queries import programme_history, released_programmes
from corcom.web import day as days
from corcom.web.about import meeting_asked
from corcom.web.filters import number_sent
from corcom.web.person import person
from corcom.web.programme.board import board
from corcom.web.programme.changes import STEPS
from corcom.web.programme.page import beside, found_programme, may_draw_up
from corcom.web.programme.refusals import REFUSED, in_words
from corcom.web.programme.session import session_place
from corcom.web.programme.words import conflict_in_words, session_name, when
from corcom.web.rights import requires
from corcom.web.spoken_in import spoken


@requires("schedule", of=meeting_asked)
@require_POST
def move(request: HttpRequest, number: int, session: int) -> HttpResponse:
    """Moving a session by a day or a slot, or to a place on the grid."""
    found_programme(number)
    try:
        actions.move_session(
            meeting=number,
            number=session,
            version=number_sent(request, "version"),
            by=person(request),
            at=days.moment(),
            **_where(request),
        )
        refused = ""
    except REFUSED as wrong:
        refused = in_words(wrong)
    if getattr(request, "htmx", None):
        return _changed(request, number, session, refused)
    if refused:
        messages.error(request, refused)
    else:
        messages.success(request, _("It is moved."))
    return redirect(session_place(number, session))


def _where(request: HttpRequest) -> dict[str, Any]:
    """A step by its name, or a day and an hour."""
    step = request.POST.get("step", "")
    if step in DIRECTIONS:
        return {"step": step}
    day = request.POST.get("day", "")
    if not (len(day) == len("2004-02-09") and is_iso(day)):
        raise Http404
    return {"day": date.fromisoformat(day), "start": request.POST.get("start", "")}


def _changed(request: HttpRequest, number: int, session: int, refused: str) -> HttpResponse:
    """The board again, with what is to be said aloud: where the session stands now and what conflicts with it."""
    found = found_programme(number)
    said = refused
    for one in (each.session for each in found.sessions if each.session.number == session):
        name, wrong = session_name(found.programme.convention, one), found.conflicts_with(session)
        told = [] if refused else [_("“%(session)s”: %(when)s.") % {"session": name, "when": when(one)}]
        told += [refused] if refused else [conflict_in_words(each) for each in wrong]
        said = " ".join(told)
    history = programme_history(meeting=number)
    shown = board(found, history, may=may_draw_up(request, found), said=said, focus=session)
    shown |= beside(found, history, released_programmes(meeting=number))
    return render(request, "programme/moved.html", {**shown, "refused": refused, "again": True})


@requires("schedule", of=meeting_asked)
@require_POST
def withdraw(request: HttpRequest, number: int, session: int) -> HttpResponse:
    """Taking a session off the programme."""
    found_programme(number)
    version = number_sent(request, "version")
    try:
        actions.withdraw_session(meeting=number, number=session, version=version, by=person(request), at=days.moment())
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    else:
        messages.success(request, _("The session is taken off. You can take this step back."))
    return redirect("programme", number)


@requires("schedule", of=meeting_asked)
@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Taking the last step back."""
    found_programme(number)
    try:
        kind = actions.undo_step(
            meeting=number, number=number_sent(request, "step"), by=person(request), at=days.moment()
        )
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    else:
        messages.success(request, _("Taken back: %(step)s.") % {"step": STEPS[kind]})
    return redirect("programme", number)


@requires("schedule", of=meeting_asked)
@require_POST
def fill(request: HttpRequest, number: int) -> HttpResponse:
    """Filling the programme from a template."""
    found_programme(number)
    try:
        added = actions.fill_from_template(
            meeting=number,
            template=request.POST.get("template", "")[:80],
            by=person(request),
            at=days.moment(),
            wording=spoken(),
        )
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    else:
        said = ngettext("%(n)d session was added.", "%(n)d sessions were added.", added)
        messages.success(request, said % {"n": added})
    return redirect("programme", number)


@requires("schedule", of=meeting_asked)
@require_POST
def follow(request: HttpRequest, number: int) -> HttpResponse:
    """Moving all sessions with the meeting, or leaving them where they are."""
    found_programme(number)
    try:
        moved = actions.follow_meeting(
            meeting=number, by=person(request), at=days.moment(), leave="leave" in request.POST
        )
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    else:
        said = ngettext("%(n)d session was moved.", "%(n)d sessions were moved.", moved)
        messages.success(request, said % {"n": moved} if moved else _("All sessions stay where they are."))
    return redirect("programme", number)


@requires("schedule", of=meeting_asked)
@require_POST
def release(request: HttpRequest, number: int) -> HttpResponse:
    """Releasing the programme as it stands."""
    found_programme(number)
    try:
        version = actions.release_programme(
            meeting=number, by=person(request), at=days.moment(), anyway="anyway" in request.POST
        )
    except REFUSED as refused:
        messages.error(request, in_words(refused))
        return redirect("programme", number)
    messages.success(request, _("Version %(number)s is released and does not change any more.") % {"number": version})
    return redirect("programme_version", number, version)
