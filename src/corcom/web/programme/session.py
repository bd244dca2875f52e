"""Adding and editing a session. Where somebody else changed it meanwhile, both changes are shown and nothing is lost."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.programme import actions
from corcom.programme.domain.session import Session
from corcom.programme.queries import DraftProgramme, NoSuchSession, draft_session, in_office
from corcom.web import day as days
from corcom.web.about import meeting_asked
from corcom.web.committee.words import office_in_words
from corcom.web.filters import number_sent
from corcom.web.meanwhile import as_opened, form_page, put_together
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.person import person
from corcom.web.pieces import StateName
from corcom.web.programme.changes import NAMES
from corcom.web.programme.forms import SessionForm, session_of, shown, values_of
from corcom.web.programme.page import found_programme
from corcom.web.programme.refusals import REFUSED, in_words
from corcom.web.programme.words import chairs_of, session_name
from corcom.web.rights import requires


@requires("schedule", of=meeting_asked)
def add_session(request: HttpRequest, number: int) -> HttpResponse:
    """Adding a session, on the day and at the hour that the address may name."""
    found = found_programme(number)
    form = SessionForm(
        request.POST if request.method == "POST" else None, programme=found.programme, initial=_initial(request, found)
    )
    if form.is_bound and form.is_valid():
        try:
            made = actions.add_session(
                meeting=number, session=session_of(form.values()), by=person(request), at=days.moment()
            )
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("The session stands on the programme."))
            return redirect(session_place(number, made))
    return _page(request, found, form, {"heading": _("Add a session")})


def _initial(request: HttpRequest, found: DraftProgramme) -> dict[str, object]:
    slot = found.programme.slots[0]
    return {"day": request.GET.get("day", ""), "start": slot.start, "end": slot.end}


def session_place(number: int, session: int) -> str:
    """Where a session stands on the page of its programme."""
    return f"{reverse('programme', args=[number])}#listed-{session}"


CHANGED = gettext_lazy(
    "%(who)s changed this session while you wrote. Nothing is lost: below stands what both of you say together."
)


@requires("schedule", of=meeting_asked)
def edit_session(request: HttpRequest, number: int, session: int) -> HttpResponse:
    """Editing a session."""
    found = found_programme(number)
    try:
        draft = draft_session(meeting=number, number=session)
    except NoSuchSession as gone:
        messages.error(request, in_words(gone))
        return redirect("programme", number)
    now = values_of(draft.session)
    form = SessionForm(
        request.POST if request.method == "POST" else None, programme=found.programme, initial=shown(now)
    )
    context: dict[str, Any] = {"version": draft.session.version, "was": now, "draft": draft}
    if form.is_bound and form.is_valid():
        try:
            _change(request, number, session, form)
        except actions.SessionChanged as changed:
            form, context = _both(request, found, form, now, changed)
            context["draft"] = draft
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("The session is changed."))
            return redirect(session_place(number, session))
    if form.errors:
        context |= {"version": number_sent(request, "version"), "was": _was(request)}
    context["heading"] = session_name(found.programme.convention, draft.session)
    context["roster"] = _roster(found.programme.convention, draft.session)
    return _page(request, found, form, context)


def _roster(convention: str, session: Session) -> list[tuple[str, list[StateName]]]:
    """Who holds the theme of a session on its day, by office; nobody where it has none."""
    if not session.theme:
        return []
    held = in_office(convention=convention, theme=session.theme, day=session.day)
    return [(office_in_words(convention, office), chairs_of(holders)) for office, holders in held]


def _change(request: HttpRequest, number: int, session: int, form: SessionForm) -> None:
    actions.change_session(
        meeting=number,
        number=session,
        version=number_sent(request, "version"),
        session=session_of(form.values()),
        by=person(request),
        at=days.moment(),
    )


def _was(request: HttpRequest) -> dict[str, object]:
    """What the session said when the form was opened."""
    return as_opened(request, SessionForm.base_fields)


def _both(
    request: HttpRequest,
    found: DraftProgramme,
    form: SessionForm,
    theirs: dict[str, object],
    changed: actions.SessionChanged,
) -> tuple[SessionForm, dict[str, Any]]:
    """The form again with both changes in it, and what the other person wrote beside what differs."""
    written = shown(theirs)
    together, told = put_together(
        changed,
        said=CHANGED,
        before=_was(request),
        mine=form.values(),
        theirs=theirs,
        naming=lambda key, _value: (str(NAMES[key]), str(written[key]).replace("\n", "; ") or _("nothing")),
    )
    return SessionForm(programme=found.programme, initial=shown(together)), told


def _page(request: HttpRequest, found: DraftProgramme, form: SessionForm, context: dict[str, Any]) -> HttpResponse:
    shown_here = {"found": found.meeting, "title": meeting_name(found.meeting.plan), "form": form, **context}
    return form_page(request, "programme/session.html", shown_here)
