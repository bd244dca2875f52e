"""Programmes as files: the draft and each release as Word and PDF, a release as a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from corcom.meetings.domain.calendar_entries import CalendarEntry
from corcom.meetings.domain.calendar_ics import calendar_ics
from corcom.meetings.domain.plan import Plan
from corcom.programme.domain.programme_document import programme_document
from corcom.programme.domain.programme_json import SessionJson, programme_json
from corcom.programme.queries import DraftProgramme, ReleasedProgramme, released_programme, released_programmes
from corcom.web.day import moment
from corcom.web.downloads import as_document, as_file
from corcom.web.filters import number_in
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.programme.page import found_programme
from corcom.web.programme.rows import released_name
from corcom.web.rights import requires
from corcom.web.spoken_in import spoken


@requires("export")
def programme_file(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """With `?version=2` a release, else the draft as Word or PDF, and the latest release as a calendar."""
    found = found_programme(number)
    version = number_in(request, "version")
    name = f"programme-{found.programme.starts_on.isoformat()}"
    if form == "ics":
        return as_file(_calendar(request, found, _released(number, version)), name, form)
    content = (
        _released(number, version).content
        if version
        else programme_json(found.meeting.plan, found.programme, version=0)
    )
    paper = programme_document(content, spoken(), made_at=moment())
    return as_document(request, paper, name, form)


def _released(number: int, version: int | None) -> ReleasedProgramme:
    found = (
        released_programme(meeting=number, version=version)
        if version
        else next(iter(released_programmes(meeting=number)), None)
    )
    if found is None:
        raise Http404
    return found


def _calendar(request: HttpRequest, found: DraftProgramme, released: ReleasedProgramme) -> bytes:
    """Each session as an event; what an earlier release had and this one has not is cancelled."""
    number, plan = found.meeting.number, found.meeting.plan
    page = request.build_absolute_uri(reverse("programme_version", args=[number, released.version]))
    entries = [_entry(one, plan, released, off=False) for one in released.content["sessions"]]
    entries += [_entry(one, plan, released, off=True) for one in released.gone]
    return calendar_ics(
        entries,
        spoken(),
        name=meeting_name(plan),
        site=request.get_host().partition(":")[0],
        address=lambda _entry: page,
    )


def _entry(session: SessionJson, plan: Plan, released: ReleasedProgramme, *, off: bool) -> CalendarEntry:
    day = date.fromisoformat(session["day"])
    zone = released.content["zone"]
    held = replace(plan, starts_on=day, ends_on=day, start_time=session["start"], end_time=session["end"], zone=zone)
    return CalendarEntry(
        kind="meeting",
        number=0,
        uid=f"session-{session['uid']}",
        title=released_name(session),
        starts_on=day,
        ends_on=day,
        status="cancelled" if off else "confirmed",
        convention=plan.convention,
        body=plan.body,
        theme=session["theme"],
        place=", ".join(part for part in (session["room"], released.content["place"]) if part),
        sequence=released.version,
        changed_at=released.at,
        plan=held,
    )
