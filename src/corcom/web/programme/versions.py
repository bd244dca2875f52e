"""A programme as it was released, with what it says otherwise than the version before."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from corcom.programme.domain.programme_json import SessionJson
from corcom.programme.queries import ReleasedProgramme, released_programmes
from corcom.web.downloads import downloads, sheet
from corcom.web.filled import filled
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.pieces import Download, Link
from corcom.web.programme.page import found_programme
from corcom.web.programme.rows import columns, released_name, rows_of
from corcom.web.programme.words import chairs_of, minutes_in_words, weekday
from corcom.web.rights import holds, requires
from corcom.web.wording import in_words


@requires("read")
def programme_version(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """A released programme. It never changes."""
    found = found_programme(number)
    releases = released_programmes(meeting=number)
    released = next((one for one in releases if one.version == version), None)
    if released is None:
        raise Http404
    may_export = holds(request, "export")
    if may_export:
        name = f"programme-{found.programme.starts_on.isoformat()}-{version}"
        taken = sheet(request, name, columns(), rows_of(released.content))
        if taken is not None:
            return taken
    shown: dict[str, Any] = {
        "found": found.meeting,
        "title": meeting_name(found.meeting.plan),
        "released": released,
        "zone": released.content["zone"].replace("_", " "),
        "changes": [filled(words) for words in released.changes],
        "by_day": [
            (_day(day), [_session(one) for one in sessions])
            for day, sessions in groupby(released.content["sessions"], key=lambda one: one["day"])
        ],
        "others": [_other(number, one) for one in releases if one.version != version],
        "later": releases[0].version if releases[0].version > version else 0,
        "downloads": [*_files(number, version), *downloads(request)] if may_export else [],
    }
    return render(request, "programme/version.html", shown)


def _day(text: str) -> str:
    day = date.fromisoformat(text)
    return f"{weekday(day)}, {in_words(day)}"


def _session(one: SessionJson) -> dict[str, Any]:
    return {
        "session": one,
        "name": released_name(one),
        "hours": f"{one['start']}–{one['end']}",
        "chairs": chairs_of(chair["code"] for chair in one["chairs"]),
        "parts": [
            (part["title"], minutes_in_words(part["minutes"]) if part["minutes"] else "") for part in one["parts"]
        ],
    }


def _other(number: int, one: ReleasedProgramme) -> tuple[Link, ReleasedProgramme]:
    words = _("Version %(number)s") % {"number": one.version}
    return Link(words, reverse("programme_version", args=[number, one.version])), one


def _files(number: int, version: int) -> list[Download]:
    query = urlencode({"version": version})
    return [
        Download("Word", f"{reverse('programme_file', args=[number, 'docx'])}?{query}"),
        Download("PDF", f"{reverse('programme_file', args=[number, 'pdf'])}?{query}"),
        Download(_("Calendar"), f"{reverse('programme_file', args=[number, 'ics'])}?{query}"),
    ]
