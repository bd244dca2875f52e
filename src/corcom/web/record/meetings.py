"""Meetings: the list, and the record of each."""

from __future__ import annotations

from collections import Counter
from datetime import MAXYEAR, MINYEAR
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.meetings.domain.body_names import body_with_convention
from corcom.meetings.domain.meeting import Heading
from corcom.meetings.queries import NoSuchMeeting, NotPlanned, PlannedMeeting, planned_meeting, series_of
from corcom.minutes.queries import MeetingLine, confirmations, meeting_record, meetings_list, remarks
from corcom.oversight.queries import count_slips
from corcom.web import errors, wording
from corcom.web.day import day_of, page_day
from corcom.web.downloads import downloads, sheet
from corcom.web.filters import convention_of, number_in, on_page, pages_of, text_in
from corcom.web.followup.commitment_words import isolated, meeting_title
from corcom.web.meetings.plan_page import ahead_table, planned_page
from corcom.web.menu import address_of
from corcom.web.minuting.links import minutes_links
from corcom.web.pieces import Column, Empty, Filter, Link, Option, Row, StateName, Table
from corcom.web.places import meeting_address
from corcom.web.preferences import chosen
from corcom.web.record import page as record_page
from corcom.web.record.slip_words import slip_line
from corcom.web.rights import holds, requires

SIZE = 50


@requires("read")
def meetings(request: HttpRequest) -> HttpResponse:
    """The meetings that were held by the day of the page."""
    day = day_of(request)
    convention, body, year = convention_of(request), text_in(request, "body"), _year(request)
    lines = meetings_list(convention=convention, body=body, year=year, until=day)
    if answer := sheet(request, "meetings", _file_columns(), [_file_row(line) for line in lines]):
        return answer
    pages = pages_of(request, len(lines), SIZE)
    table = Table(
        id="meetings",
        caption=_("Meetings"),
        columns=(
            Column(_("Meeting")),
            Column(_("Body")),
            Column(_("Place")),
            Column(_("Chair")),
            Column(_("Decisions"), is_number=True),
            Column(_("Action points"), is_number=True),
            Column(_("Waiting for review"), is_number=True),
        ),
        rows=tuple(_row(line) for line in on_page(pages, lines)),
        count=len(lines),
        filters=_filters(request, series_of(until=day), convention, body, year),
        downloads=downloads(request),
        pages=pages,
        empty=None if body or year else _nothing(),
    )
    shown = {
        "table": table,
        "latest": meeting_title(lines[0].heading) if lines else "",
        "count": len(lines),
        "ahead": ahead_table(day, convention, body),
        "may_schedule": holds(request, "schedule"),
    }
    return render(request, "record/list.html", shown)


def _year(request: HttpRequest) -> int | None:
    """The year that the address asks for, if the calendar has it."""
    year = number_in(request, "year")
    return year if year and MINYEAR <= year <= MAXYEAR else None


def _row(line: MeetingLine) -> Row:
    heading = line.heading
    return Row(
        (
            Link(wording.days_in_words(heading.date), meeting_address(line.id)),
            Link(body_in_words(heading)),
            Link(heading.venue),
            StateName(heading.chair.code, heading.chair.name) if heading.chair else heading.chair_person,
            line.decisions,
            line.action_points,
            line.waiting or "",
        ),
        id=f"meeting-{line.id}",
    )


def body_in_words(heading: Heading) -> str:
    """The body and which of its meetings it was: "Coordination Committee (CCM), meeting 4 of 2016"."""
    name = body_with_convention(heading.body, heading.convention)
    if heading.number is None:
        return name
    if heading.year:
        number = _("meeting %(number)d of %(year)s") % {"number": heading.number, "year": heading.year}
    else:
        number = f"{_('meeting %(number)d') % {'number': heading.number}} {heading.number_scope}".strip()
    return _(", ").join((isolated(name), number))


def _filters(
    request: HttpRequest, series: list[tuple[str, str, int, int]], convention: str, body: str, year: int | None
) -> tuple[Filter, ...]:
    """Each counted under the other two."""

    def counted(part: int, wanted: tuple[str, str, int | None]) -> list[Option]:
        counts: Counter[str] = Counter()
        for row in series:
            if all(not value or row[at] == value for at, value in enumerate(wanted) if at != part):
                counts[str(row[part])] += row[3]
        return [Option(value or _("none named"), value, count) for value, count in sorted(counts.items())]

    wanted = (convention, body, year)
    shown = [
        Filter(_("Body"), "body", (Option(_("All")), *counted(1, wanted)), body),
        Filter(_("Year"), "year", (Option(_("All")), *reversed(counted(2, wanted))), str(year or "")),
    ]
    if "convention" in request.GET or chosen(request, "convention") == "all":
        shown.insert(0, Filter(_("Convention"), "convention", (Option(_("All")), *counted(0, wanted)), convention))
    return tuple(one for one in shown if len(one.options) > 2 or one.chosen)


def _file_columns() -> tuple[str, ...]:
    return (
        _("Convention"),
        _("Body"),
        _("From"),
        _("Until"),
        _("Place"),
        _("Chair"),
        _("Decisions"),
        _("Action points"),
    )


def _file_row(line: MeetingLine) -> tuple[Any, ...]:
    heading = line.heading
    chair = StateName(heading.chair.code, heading.chair.name).words if heading.chair else heading.chair_person
    days = (heading.starts_on, heading.ends_on)
    return (heading.convention, heading.body, *days, heading.venue, chair, line.decisions, line.action_points)


def _nothing() -> Empty:
    return Empty(
        _("No meetings yet"),
        _("A meeting stands here as soon as one finding of its minutes is accepted."),
        _("To the documents"),
        address_of("documents") or reverse("today"),
    )


@requires("read")
def meeting(request: HttpRequest, number: int) -> HttpResponse:
    """The record of one meeting, as its confirmed minutes have it; until there is one, what is planned."""
    planned = _planned(number)
    if planned is not None and not planned.on_record:
        return planned_page(request, planned)
    try:
        record = meeting_record(meeting=number, day=day_of(request))
    except NoSuchMeeting as missing:
        raise Http404 from missing
    day, held = page_day(request), record.heading.starts_on
    if held > day.on:
        if held > day.today:
            raise Http404
        title = _("On %(day)s this meeting had not been held") % {"day": wording.in_words(day.on)}
        return errors.not_yet(request, title=title, what=_("It was held on %(day)s.") % {"day": wording.in_words(held)})
    warned = remarks(meeting=number)
    sources = confirmations(findings=list(record_page.findings_in(record, warned)))
    shown = record_page.context(request, record, warned, sources)
    shown["warnings"] += [slip_line(found, sources) for found in count_slips(record)]
    shown |= {"planned": planned, "minutes": minutes_links(request, number, on_record=True)}
    return render(request, "record/page.html", shown)


def _planned(number: int) -> PlannedMeeting | None:
    try:
        return planned_meeting(number=number)
    except NotPlanned:
        return None
