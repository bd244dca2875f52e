"""Agendas and invitations as files, and the versions that were released."""

from __future__ import annotations

import json
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from corcom.meetings.domain.agenda_document import agenda_document
from corcom.meetings.domain.agenda_json import AgendaJson, agenda_json
from corcom.meetings.domain.calendar_ics import calendar_ics
from corcom.meetings.queries import (
    PlannedMeeting,
    draft_agenda,
    planned_entry,
    release_of,
)
from corcom.web.day import moment, today
from corcom.web.downloads import as_document, as_file
from corcom.web.filters import number_in
from corcom.web.meetings.plan_found import found_plan
from corcom.web.meetings.plan_page import downloads
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.rights import requires
from corcom.web.spoken_in import spoken


@requires("export")
def agenda_file(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """The draft agenda as a file, or with `?version=2` one that was released."""
    found = found_plan(number)
    content, name = _agenda(found, number_in(request, "version")), f"agenda-{found.plan.starts_on.isoformat()}"
    if form == "json":
        return as_file(json.dumps(content, ensure_ascii=False, indent=1).encode(), name, form)
    return as_document(request, agenda_document(content, spoken(), made_at=moment()), name, form)


def _agenda(found: PlannedMeeting, version: int | None) -> AgendaJson:
    if version:
        released = release_of(meeting=found.number, version=version)
        if released is None:
            raise Http404
        return cast("AgendaJson", released.content)
    lines = [(line.item, [paper.name for paper in line.papers]) for line in draft_agenda(meeting=found.number)]
    return agenda_json(found.plan, lines, version=0)


@requires("read")
def agenda_version(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """An agenda as it was released."""
    found = found_plan(number)
    released = release_of(meeting=number, version=version)
    if released is None:
        raise Http404
    shown = {
        "found": found,
        "title": meeting_name(found.plan),
        "released": released,
        "agenda": released.content,
        "items": released.content["items"],
        "downloads": downloads(request, number)[:3],
    }
    return render(request, "meetings/agenda_version.html", shown)


@requires("export")
def invitation(request: HttpRequest, number: int) -> HttpResponse:
    """A planned meeting for a calendar, with its joining link: whoever asks is signed in."""
    found = found_plan(number)
    site = request.get_host().partition(":")[0]
    page = request.build_absolute_uri(f"/meetings/{number}/")
    content = calendar_ics(
        [planned_entry(found, today())],
        spoken(),
        name=meeting_name(found.plan),
        site=site,
        address=lambda _entry: page,
        with_links=True,
    )
    return as_file(content, f"meeting-{found.plan.starts_on.isoformat()}", "ics")
