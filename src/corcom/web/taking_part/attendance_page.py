"""Taking attendance, by tapping on a phone: who is there, who sent apologies, who is missed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from corcom.kernel.errors import CorcomError
from corcom.kernel.folding import folded
from corcom.participation import actions
from corcom.participation.domain.attendance import AttendanceLine
from corcom.participation.queries import attendance_line, attendance_lines, is_closed
from corcom.web import day as days
from corcom.web.about import meeting_asked
from corcom.web.filters import number_sent, text_in
from corcom.web.meetings.plan_found import found_plan
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.person import person
from corcom.web.pieces import Filter, Option
from corcom.web.rights import requires
from corcom.web.spoken_in import spoken
from corcom.web.taking_part.words import PRESENCES, REFUSED, delegation_name, in_words, presence_mark

TAPS = ("present", "apologies", "absent")
"""The marks that one tap makes; a proxy needs to be said."""


@requires("schedule", of=meeting_asked)
def attendance(request: HttpRequest, number: int) -> HttpResponse:
    """Everybody who is expected or came, each with the marks to tap."""
    found, every = found_plan(number), attendance_lines(meeting=number)
    asked = request.GET.get("show", "")
    asked = asked if asked in PRESENCES else ""
    words = text_in(request, "q")
    closed = is_closed(meeting=number)
    shown = {
        "found": found,
        "title": meeting_name(found.plan),
        "lines": [tap_line(line, is_open=not closed) for line in _narrowed(every, asked, words)],
        "any": bool(every),
        "tally": tally(every),
        "filters": (Filter(_("Marked"), "show", _options(every), asked),) if every else (),
        "q": words,
        "asked": asked,
        "is_closed": closed,
        "is_open": found.said != "cancelled",
        "left": sum(line.presence == "expected" for line in every),
    }
    return render(request, "taking_part/attendance.html", shown)


def _narrowed(lines: Sequence[AttendanceLine], asked: str, words: str) -> list[AttendanceLine]:
    wanted = folded(words).split()
    return [line for line in lines if asked in {"", line.presence} and all(word in _searched(line) for word in wanted)]


def _searched(line: AttendanceLine) -> str:
    names = [one.name for one in line.people]
    return folded(" ".join([line.delegation.name, delegation_name(line.delegation.code, ""), *names]))


def _options(lines: Sequence[AttendanceLine]) -> tuple[Option, ...]:
    counted = [line.presence for line in lines]
    marks = [Option(str(words), code, counted.count(code)) for code, words in PRESENCES.items()]  # type: ignore[arg-type]  # a presence
    return (Option(_("All"), "", len(lines)), *(one for one in marks if one.count))


def tally(lines: Sequence[AttendanceLine]) -> str:
    """How many delegations are marked how, in a line."""
    counted = [line.presence for line in lines]
    parts = [f"{words} {counted.count(code)}" for code, words in PRESENCES.items() if code in counted]
    return " · ".join(parts)


def tap_line(line: AttendanceLine, *, is_open: bool) -> dict[str, Any]:
    """A delegation with its marks and its people, as the page shows it."""
    speaker = line.speaker
    return {
        "line": line,
        "name": delegation_name(line.delegation.code, line.delegation.name),
        "mark": presence_mark(line.presence),
        "speaker": _("by %(speaker)s") % {"speaker": delegation_name(speaker.code, speaker.name)} if speaker else "",
        "taps": [(code, str(PRESENCES[code]), line.presence == code) for code in TAPS],
        "is_open": is_open,
    }


@requires("schedule", of=meeting_asked)
@require_POST
def attendance_tap(request: HttpRequest, number: int, line: int) -> HttpResponse:
    """Mark a delegation, or somebody of it. A script is answered by the changed part alone."""
    refused = _marked(request, number, line)
    now = attendance_line(meeting=number, number=line)
    if now is None:
        raise Http404
    if request.htmx:  # type: ignore[attr-defined]  # its middleware says so
        shown = {
            "one": tap_line(now, is_open=not is_closed(meeting=number)),
            "found": found_plan(number),
            "refused": refused,
            "tally": tally(attendance_lines(meeting=number)),
            "is_swapped": True,
        }
        return render(request, "taking_part/tap.html", shown)
    if refused:
        messages.error(request, refused)
    return redirect(f"{reverse('attendance', args=[number])}#line-{line}")


def _marked(request: HttpRequest, number: int, line: int) -> str:
    """Make the mark that was tapped; what is refused, in words, or nothing."""
    given: dict[str, Any] = {"meeting": number, "by": person(request), "at": days.moment()}
    try:
        if chosen := number_sent(request, "someone"):
            here = request.POST.get("here") == "yes"
            actions.mark_person(number=chosen, version=number_sent(request, "version"), here=here, **given)
        else:
            presence, version = request.POST.get("presence", ""), number_sent(request, "version")
            speaker = request.POST.get("speaker", "") if presence == "proxy" else ""
            actions.mark_delegation(number=line, version=version, presence=presence, speaker=speaker, **given)
    except REFUSED as refused:
        return in_words(refused)
    return ""


@requires("schedule", of=meeting_asked)
@require_POST
def attendance_step(request: HttpRequest, number: int) -> HttpResponse:
    """Opening attendance, marking the rest as absent, opening it again after a final list."""
    given: dict[str, Any] = {"meeting": found_plan(number).number, "by": person(request), "at": days.moment()}
    try:
        if "fill" in request.POST:
            added = actions.open_attendance(wording=spoken(), **given)
            words = ngettext("%(n)d delegation or person was added.", "%(n)d delegations and people were added.", added)
            messages.success(request, words % {"n": added})
        elif "rest" in request.POST:
            left = actions.mark_rest_absent(**given)
            words = ngettext(
                "%(n)d delegation is marked as absent without apology.",
                "%(n)d delegations are marked as absent without apology.",
                left,
            )
            messages.success(request, words % {"n": left})
        elif "reopen" in request.POST:
            actions.reopen_attendance(**given)
            messages.success(request, _("Attendance is open again; the final list stays as it went out."))
        else:
            raise Http404
    except REFUSED as refused:
        refuse(request, refused)
    return redirect("attendance", number)


def refuse(request: HttpRequest, refused: CorcomError) -> None:
    """Say on the next page what was refused."""
    messages.error(request, in_words(refused))
