"""Time-lines: what leads to a meeting, counted back from its days; what slips when one moves; its steps as action points."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from corcom.access.domain.grants import Matter
from corcom.meetings.actions import RecordedSteps, TimelineExists, record_timeline
from corcom.meetings.domain.timeline_document import timeline_document
from corcom.meetings.domain.timeline_ics import timeline_ics
from corcom.meetings.queries import recorded_timelines
from corcom.rulebooks.reading import timeline_template, timeline_templates
from corcom.web.day import day_of, moment, page_day, today
from corcom.web.downloads import as_document, as_file
from corcom.web.filters import convention_of
from corcom.web.person import person
from corcom.web.pieces import Download, Link
from corcom.web.rights import holds, insist, requires
from corcom.web.spoken_in import spoken
from corcom.web.timelines.asked import AskedTimeline, asked_timeline
from corcom.web.timelines.changes import changes, choices_of_moves
from corcom.web.timelines.form import COMMITTEE
from corcom.web.timelines.pieces import gantt, steps_table
from corcom.web.timelines.words import days_of
from corcom.web.wording import convention_in_words, in_words


@requires("read")
def timelines(request: HttpRequest) -> HttpResponse:
    """The time-line that the address means; without one, the choice; sent as a form, its steps become action points."""
    asked = asked_timeline(request)
    if asked is None:
        return _choice(request)
    if request.method == "POST":
        return _record(request, asked)
    failed = bool(asked.problem) or (asked.form.is_bound and not asked.form.is_valid())
    return render(request, "timelines/page.html", _shown(request, asked), status=400 if failed else 200)


def _choice(request: HttpRequest) -> HttpResponse:
    convention = convention_of(request)
    found = [each for each in timeline_templates() if convention in {"", each.convention}]
    lines = [
        (Link(_(each.name), _address(template=each.code)), convention_in_words(each.convention), each.source)
        for each in found
    ]
    status = 404 if request.GET.get("template") else 200
    shown = {"lines": lines, "recorded": _recorded(""), "unknown": status == 404}
    return render(request, "timelines/choice.html", shown, status=status)


def _shown(request: HttpRequest, asked: AskedTimeline) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "asked": asked,
        "name": _(asked.template.name),
        "convention_name": convention_in_words(asked.template.convention),
        "recorded": _recorded(asked.template.code),
    }
    if asked.drawn is None or asked.planned is None:
        return shown
    day = day_of(request)
    return shown | {
        "line": days_of(asked.drawn),
        "gantt": gantt(asked.planned, asked.drawn, day),
        "table": steps_table(asked.drawn, day),
        "changes": changes(asked.planned, asked.drawn) if asked.moved else None,
        "moves": choices_of_moves(asked.planned),
        "conflicts": asked.drawn.conflicts,
        "notes": asked.drawn.notes,
        "kept": _kept(request),
        "downloads": _downloads(request),
        "may_record": page_day(request).is_today and holds(request, "follow_up", _matter(asked)),
        "sent_to": request.get_full_path(),
    }


def _kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What the address says of the meeting, for the form that asks what slips."""
    return [(key, str(value)) for key, value in request.GET.items() if key not in {"move", "to"}]


def _downloads(request: HttpRequest) -> tuple[Download, ...]:
    if not holds(request, "export"):
        return ()
    query = request.GET.urlencode()
    forms = (("Word", "docx"), ("PDF", "pdf"), (_("Calendar"), "ics"))
    return tuple(Download(name, f"{reverse('timeline_file', args=[form])}?{query}") for name, form in forms)


def _recorded(template: str) -> list[tuple[int, Link, int]]:
    """The time-lines whose steps are action points: number, link, how many."""
    found = []
    for each in recorded_timelines(template=template):
        known = timeline_template(each.template)
        days = {f"{COMMITTEE}{at}": str(day) for at, day in enumerate(each.committee_meetings, 1)}
        address = _address(template=each.template, start=str(each.meeting_start), end=str(each.meeting_end), **days)
        name = _(known.name) if known else each.template
        words = _("%(meeting)s, %(day)s") % {"meeting": name, "day": in_words(each.meeting_start)}
        found.append((each.number, Link(words, address), each.points))
    return found


def _address(**query: str) -> str:
    return f"{reverse('timelines')}?{urlencode(query)}"


def _record(request: HttpRequest, asked: AskedTimeline) -> HttpResponse:
    """Make the steps action points, and say what became of them."""
    insist(request, "follow_up", _matter(asked))
    if asked.drawn is None or asked.problem:
        return render(request, "timelines/page.html", _shown(request, asked), status=400)
    number = request.POST.get("timeline", "")
    known = {str(each.number) for each in recorded_timelines(template=asked.template.code)}
    try:
        done = record_timeline(
            drawn=asked.drawn,
            on=today(),
            by=person(request),
            at=moment(),
            timeline=int(number) if number in known else None,
        )
    except TimelineExists as refused:
        words = _("The meeting that begins on %(start)s has a time-line of its own already.")
        messages.error(request, words % {"start": in_words(refused.start)})
    else:
        messages.success(request, _told(done))
    return redirect(request.get_full_path())


def _matter(asked: AskedTimeline) -> Matter:
    return Matter(convention=asked.template.convention)


def _told(done: RecordedSteps) -> str:
    words = _(
        "Action points: %(added)d added, %(corrected)d corrected, %(same)d as they were, %(withdrawn)d withdrawn, "
        "%(kept)d kept because something was done about them."
    )
    counts = ("added", "corrected", "same", "withdrawn", "kept")
    return words % {name: getattr(done, name) for name in counts}


@requires("export")
def timeline_file(request: HttpRequest, form: str) -> HttpResponse:
    """A time-line as a page to lay on the table, or to put into a calendar."""
    asked = asked_timeline(request)
    if asked is None or asked.drawn is None or asked.problem:
        raise Http404
    name = f"time-line-{asked.template.code}-{asked.drawn.events.meeting_start.isoformat()}"
    if form != "ics":
        return as_document(request, timeline_document(asked.drawn, spoken(), made_at=moment()), name, form)
    url = request.build_absolute_uri(f"{reverse('timelines')}?{request.GET.urlencode()}")
    site = request.get_host().partition(":")[0]
    return as_file(timeline_ics(asked.drawn, spoken(), at=moment(), url=url, site=site), name, form)
