"""The list of participants of a meeting with its statistics, as a page and as files, and its release."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corcom.meetings.queries import PlannedMeeting
from corcom.participation import actions
from corcom.participation.domain.participants import (
    ParticipantsJson,
    alphabetical,
    heading_of_section,
    name_in,
)
from corcom.participation.domain.participants_document import participants_document
from corcom.participation.domain.participants_rows import COLUMNS, participants_rows
from corcom.participation.domain.statistics import Count, Statistics
from corcom.participation.domain.statistics_words import report_sentences
from corcom.participation.queries import is_closed, participants_of, released_lists, statistics_of
from corcom.web import day as days
from corcom.web.about import meeting_asked, of_plan
from corcom.web.downloads import as_document, sheet
from corcom.web.filled import filled
from corcom.web.filters import number_in
from corcom.web.meetings.plan_found import found_plan
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.person import person
from corcom.web.pieces import Column, Download, Row, Table
from corcom.web.rights import holds, requires
from corcom.web.spoken_in import spoken
from corcom.web.taking_part.words import REFUSED, in_words


@requires("read")
def participants(request: HttpRequest, number: int) -> HttpResponse:
    """The list as it stands, or with `?version=2` as it was released; who took part, in figures and in words."""
    found = found_plan(number)
    version = number_in(request, "version")
    content = _content(number, version)
    name = f"participants-{found.plan.starts_on}"
    if holds(request, "export"):
        file = sheet(request, name, [_(column) for column in COLUMNS], participants_rows(content, spoken()))
        if file is not None:
            return file
    counted = statistics_of(meeting=number)
    shown: dict[str, Any] = {
        "found": found,
        "title": meeting_name(found.plan),
        "content": content,
        "sections": _sections(content),
        "proxies": [_proxy(one, content) for one in content["proxies"]],
        "report": [filled(one) for one in report_sentences(counted)] if not version else [],
        "tables": _tables(counted) if counted.states.number and not version else [],
        "downloads": _downloads(request, found, version),
        "released": released_lists(meeting=number),
        "is_closed": is_closed(meeting=number),
        "may_release": holds(request, "schedule", of_plan(found)) and not version,
    }
    return render(request, "taking_part/participants.html", shown)


def _content(number: int, version: int | None) -> ParticipantsJson:
    if not version:
        return participants_of(meeting=number, is_final=is_closed(meeting=number))
    released = next((one for one in released_lists(meeting=number) if one.version == version), None)
    if released is None:
        raise Http404
    return released.content


def _sections(content: ParticipantsJson) -> list[tuple[str, list[dict[str, Any]]]]:
    day, language = date.fromisoformat(content["day"]), get_language() or "en"
    return [
        (
            _(heading_of_section(section)),
            [
                {
                    "name": name_in(one["code"], one["name"], language, day),
                    "role": one["role"],
                    "contracting": one["contracting"],
                    "people": [
                        (f"{each['title']} {each['name']}".strip(), each["function"], each["is_head"])
                        for each in one["people"]
                    ],
                }
                for one in alphabetical(section["delegations"], language, day)
            ],
        )
        for section in content["sections"]
    ]


def _proxy(one: Any, content: ParticipantsJson) -> str:
    day, language = date.fromisoformat(content["day"]), get_language() or "en"
    return _("%(name)s, represented by %(speaker)s") % {
        "name": name_in(one["code"], one["name"], language, day),
        "speaker": name_in(one["speaker_code"], one["speaker"], language, day),
    }


def _tables(counted: Statistics) -> list[Table]:
    status = (counted.states, *counted.by_kind, counted.bound, counted.outside)
    return [
        _table("by-status", _("By status"), [one for one in status if one.number]),
        _table("by-region", _("By regional group"), counted.regions),
        _table("by-group", _("By named group"), counted.groups),
    ]


def _table(name: str, caption: str, counts: Any) -> Table:
    columns = (
        Column(_("Counted")),
        Column(_("Number"), is_number=True),
        Column(_("Of"), is_number=True),
        Column(_("What it counts"), is_wide=True),
    )
    return Table(id=name, caption=caption, columns=columns, rows=tuple(_count(one) for one in counts))


def _count(one: Count) -> Row:
    return Row((filled(one.name), str(one.number), "" if one.whole is None else str(one.whole), filled(one.defined)))


def _downloads(request: HttpRequest, found: PlannedMeeting, version: int | None) -> list[Download]:
    if not holds(request, "export"):
        return []
    asked = f"version={version}" if version else ""
    page = reverse("participants", args=[found.number])
    forms = (("Word", "docx"), ("PDF", "pdf"))
    files = [
        Download(name, f"{reverse('participants_file', args=[found.number, form])}?{asked}".rstrip("?"))
        for name, form in forms
    ]
    sheets = [
        Download(form.upper(), f"{page}?{'&'.join(filter(None, (asked, f'format={form}')))}")
        for form in ("xlsx", "csv")
    ]
    return [*files, *sheets]


@requires("export")
def participants_file(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """The list as an official document; the current one with the figures in words."""
    found = found_plan(number)
    version = number_in(request, "version")
    report = () if version else report_sentences(statistics_of(meeting=number))
    paper = participants_document(_content(number, version), spoken(), report=report, made_at=days.moment())
    return as_document(request, paper, f"participants-{found.plan.starts_on}", form)


@requires("schedule", of=meeting_asked)
@require_POST
def participants_release(request: HttpRequest, number: int) -> HttpResponse:
    """Release the list as it stands, provisional or final."""
    final = "final" in request.POST
    try:
        version = actions.release_participants(
            meeting=found_plan(number).number, final=final, by=person(request), at=days.moment()
        )
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    else:
        said = (
            _("Version %(number)s is final. Attendance is closed, and the list does not change any more.")
            if final
            else _("Version %(number)s is released as provisional, and does not change any more.")
        )
        messages.success(request, said % {"number": version})
    return redirect("participants", number)
