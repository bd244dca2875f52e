"""The page of a planned meeting: when and where, its agenda, what is open for it, what clashes, its history."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.access.domain.grants import Matter
from corcom.meetings.domain.body_names import body_with_convention
from corcom.meetings.queries import (
    AgendaLine,
    PlannedMeeting,
    Release,
    draft_agenda,
    plan_history,
    planned_ahead,
    releases_of,
)
from corcom.polls.queries import polls
from corcom.web import wording
from corcom.web.about import of_item
from corcom.web.day import today
from corcom.web.filled import filled
from corcom.web.followup.commitment_words import isolated
from corcom.web.language_words import languages_in_words
from corcom.web.meetings.plan_changes import STEPS, step_changes
from corcom.web.meetings.plan_found import found_plan
from corcom.web.meetings.plan_steps import clash_lines, verbs_for
from corcom.web.meetings.plan_words import kind_in_words, local_time, meeting_name, status_mark, utc_time
from corcom.web.minuting.links import minutes_links
from corcom.web.official.asked import list_address
from corcom.web.pieces import Column, Download, Link, Row, Table
from corcom.web.places import meeting_address, review_address
from corcom.web.rights import holds, requires
from corcom.web.taking_part.host_checklist import HOSTED


@requires("read")
def plan(request: HttpRequest, number: int) -> HttpResponse:
    """What was planned of a meeting, also once it has a record."""
    return planned_page(request, found_plan(number))


def planned_page(request: HttpRequest, found: PlannedMeeting) -> HttpResponse:
    """The page of a planned meeting."""
    day, number = today(), found.number
    lines, released = draft_agenda(meeting=number), releases_of(meeting=number)
    may_schedule = holds(request, "schedule", Matter(convention=found.plan.convention))
    shown: dict[str, Any] = {
        "found": found,
        "title": meeting_name(found.plan),
        "status": status_mark(found, day),
        "when": local_time(found.plan),
        "facts": _facts(found, day),
        "lines": [agenda_line(line) | {"edit": _edited_at(request, found, line)} for line in lines],
        "total": minutes_in_words(total) if (total := sum(line.item.minutes for line in lines)) else "",
        "released": [_release(number, one) for one in released],
        "latest": released[0] if released else None,
        "verbs": [(one, reverse("plan_step", args=[number, one.slug])) for one in verbs_for(found)]
        if may_schedule
        else [],
        "may_schedule": may_schedule,
        "poll": _poll(found, may_schedule=may_schedule),
        "mail": reverse("meeting_mail", args=[number]) if holds(request, "send") else "",
        "matters": matters_address(found),
        "taking_part": taking_part(found, may_schedule=may_schedule),
        "documents": list_address(found.plan.body, found.plan.starts_on, found.plan.convention),
        "minutes": minutes_links(request, number, on_record=found.on_record),
        "downloads": downloads(request, number),
        "history": [
            (STEPS.get(step.kind, step.kind), step, step_changes(step, with_link=True))
            for step in reversed(plan_history(number=number))
        ],
    }
    if found.said != "cancelled" and not found.on_record:
        shown["warned"] = clash_lines(request, found.plan.starts_on, found.plan.ends_on, number)
    return render(request, "meetings/plan.html", shown)


def _poll(found: PlannedMeeting, *, may_schedule: bool) -> Link | None:
    """To the last poll of dates for the meeting, or to a new one where there can be one."""
    known = next(iter(polls(meeting=found.number)), None)
    may_open = may_schedule and found.said == "tentative" and not found.on_record
    if known and (known.is_open or not may_open):
        return Link(_("Poll of dates"), reverse("poll", args=[known.number]))
    return Link(_("Ask which date suits"), reverse("poll_open", args=[found.number])) if may_open else None


def _facts(found: PlannedMeeting, day: date) -> list[tuple[str, Any]]:
    planned = found.plan
    rows: list[tuple[str, Any]] = [
        (_("Status"), status_mark(found, day)),
        (_("When"), local_time(planned)),
        (_("In UTC"), utc_time(planned)),
        (_("Kind"), kind_in_words(planned)),
        (_("Convention"), wording.convention_in_words(planned.convention)),
        (_("Place"), Link(planned.place)),
        (_("Languages"), languages_in_words(planned.languages)),
        (_("Joining link"), Link(planned.joining_link, planned.joining_link)),
    ]
    if found.cloned_from:
        rows.append((_("Planned after"), Link(_("the meeting before"), meeting_address(found.cloned_from))))
    return [(label, value) for label, value in rows if value and getattr(value, "words", value)]


def agenda_line(line: AgendaLine) -> dict[str, Any]:
    """An item as a page shows it, with where it comes from."""
    return {
        "line": line,
        "item": line.item,
        "from": filled(line.item.comes_from),
        "papers": [Link(paper.name, review_address(file=paper.file_id)) for paper in line.papers],
    }


def _edited_at(request: HttpRequest, found: PlannedMeeting, line: AgendaLine) -> str:
    """Where whoever introduces an item changes it; "" for everybody else."""
    mine = not found.on_record and holds(request, "introduce", of_item(line.item, found.plan.convention))
    return reverse("agenda_item", args=[found.number, line.id]) if mine else ""


def _release(number: int, one: Release) -> tuple[Link, Release]:
    words = _("Version %(number)s") % {"number": one.version}
    return Link(words, reverse("agenda_version", args=[number, one.version])), one


def downloads(request: HttpRequest, number: int) -> list[Download]:
    """The agenda and the invitation as files."""
    if not holds(request, "export"):
        return []
    return [
        Download(_("Agenda, Word"), reverse("agenda_file", args=[number, "docx"])),
        Download(_("Agenda, PDF"), reverse("agenda_file", args=[number, "pdf"])),
        Download(_("Agenda, JSON"), reverse("agenda_file", args=[number, "json"])),
        Download(_("Invitation (.ics)"), reverse("invitation", args=[number])),
    ]


def taking_part(found: PlannedMeeting, *, may_schedule: bool) -> list[Link]:
    """The pages of who is invited, who is there and what the host sees to; a reader sees the list alone."""
    number = found.number
    links = [
        (_("Invitations"), "invitations", may_schedule),
        (_("Attendance"), "attendance", may_schedule),
        (_("List of participants"), "participants", True),
        (_("Checklist of the host"), "host_checklist", found.plan.kind in HOSTED),
    ]
    return [Link(words, reverse(page, args=[number])) for words, page, is_shown in links if is_shown]


def matters_address(found: PlannedMeeting) -> str:
    """What arises for this meeting."""
    planned = found.plan
    asked = {"convention": planned.convention, "body": planned.body, "next": planned.starts_on.isoformat()}
    return f"{reverse('matters')}?{urlencode(asked)}"


def ahead_table(day: date, convention: str, body: str) -> Table | None:
    """The planned meetings ahead of a day, soonest first; None where there are none."""
    found = planned_ahead(day=day, convention=convention, body=body)
    if not found:
        return None
    return Table(
        id="planned",
        caption=_("Planned meetings"),
        columns=(
            Column(_("Meeting")),
            Column(_("Body")),
            Column(_("Time")),
            Column(_("Place")),
            Column(_("Status")),
        ),
        rows=tuple(_row(one, day) for one in found),
    )


def _row(one: PlannedMeeting, day: date) -> Row:
    planned = one.plan
    times = "–".join(part for part in (planned.start_time, planned.end_time) if part)
    return Row(
        (
            Link(wording.days_in_words(planned.date), meeting_address(one.number)),
            Link(body_with_convention(planned.body, planned.convention)),
            _("%(times)s (%(zone)s)") % {"times": times, "zone": isolated(planned.zone.replace("_", " "))},
            Link(planned.place),
            status_mark(one, day),
        ),
        id=f"planned-{one.number}",
    )


def next_line(one: PlannedMeeting, day: date) -> tuple[Link, str, Any]:
    """The next meeting for the first page: its name, when it is, and how it stands."""
    return Link(meeting_name(one.plan), meeting_address(one.number)), local_time(one.plan), status_mark(one, day)


def minutes_in_words(total: int) -> str:
    """How long an agenda takes."""
    return ngettext("%(n)d minute in all", "%(n)d minutes in all", total) % {"n": total}
