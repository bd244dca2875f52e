"""The page of a programme of work: the grid, what conflicts, the sessions one by one, releases and history."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.meetings.queries import NotPlanned
from corcom.programme.domain.programme_json import programme_json
from corcom.programme.domain.templates import templates_for
from corcom.programme.queries import (
    DraftProgramme,
    ProgrammeChange,
    ReleasedProgramme,
    draft_programme,
    programme_history,
    released_programmes,
)
from corcom.web.about import of_plan
from corcom.web.downloads import downloads, sheet
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.pieces import Download, Link
from corcom.web.programme.board import board
from corcom.web.programme.changes import change_lines, step_name
from corcom.web.programme.rows import columns, rows_of
from corcom.web.programme.words import how_many
from corcom.web.rights import holds, requires
from corcom.web.wording import in_words


def found_programme(number: int) -> DraftProgramme:
    """The programme of a planned meeting, or the page that says that there is none."""
    try:
        return draft_programme(meeting=number)
    except NotPlanned as missing:
        raise Http404 from missing


def may_draw_up(request: HttpRequest, found: DraftProgramme) -> bool:
    """Whether the person who asks may change it: by right, and until the meeting has a record."""
    return holds(request, "schedule", of_plan(found.meeting)) and not found.meeting.on_record


@requires("read")
def programme(request: HttpRequest, number: int) -> HttpResponse:
    """The programme of a planned meeting, also once it has a record."""
    found = found_programme(number)
    if holds(request, "export"):
        content = programme_json(found.meeting.plan, found.programme, version=0)
        taken = sheet(request, f"programme-{found.programme.starts_on.isoformat()}", columns(), rows_of(content))
        if taken is not None:
            return taken
    history, releases = programme_history(meeting=number), released_programmes(meeting=number)
    may = may_draw_up(request, found)
    shown: dict[str, Any] = {
        **board(found, history, may=may),
        **beside(found, history, releases),
        "zone": found.programme.zone.replace("_", " "),
        "templates": _templates(found) if may else [],
        "releases": [(_release(number, one.version), one) for one in releases],
        "downloads": [*_files(number, released=bool(releases)), *downloads(request)]
        if holds(request, "export")
        else [],
    }
    return render(request, "programme/page.html", shown)


def beside(found: DraftProgramme, history: list[ProgrammeChange], releases: list[ReleasedProgramme]) -> dict[str, Any]:
    """What stands around the board and follows every move: how much there is in words, and the history."""
    status = how_many(found)
    if releases:
        said = {"number": releases[0].version, "day": in_words(releases[0].at.date())}
        status.append(_("version %(number)d was released on %(day)s") % said)
    else:
        status.append(_("nothing is released yet"))
    return {
        "title": meeting_name(found.meeting.plan),
        "status": status,
        "history": [_step(found, one) for one in history],
    }


def _templates(found: DraftProgramme) -> list[tuple[str, str, int]]:
    plan = found.meeting.plan
    return [
        (one.code, _(one.name), one.days)
        for one in templates_for(plan.convention, kind=plan.kind, starts_on=plan.starts_on, ends_on=plan.ends_on)
    ]


def _release(number: int, version: int) -> Link:
    return Link(_("Version %(number)s") % {"number": version}, reverse("programme_version", args=[number, version]))


def _files(number: int, *, released: bool) -> list[Download]:
    found = [
        Download(_("Draft, Word"), reverse("programme_file", args=[number, "docx"])),
        Download(_("Draft, PDF"), reverse("programme_file", args=[number, "pdf"])),
    ]
    if released:
        found.append(Download(_("Calendar of what was released"), reverse("programme_file", args=[number, "ics"])))
    return found


def _step(found: DraftProgramme, one: ProgrammeChange) -> dict[str, Any]:
    return {
        "name": step_name(one),
        "step": one,
        "lines": change_lines(found.programme.convention, one),
    }
