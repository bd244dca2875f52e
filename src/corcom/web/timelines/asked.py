"""Which time-line the address of its page means: the template, the days of its meetings, and what has moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from corcom.meetings.domain.slipping import movable, postponed, put_off
from corcom.meetings.domain.timeline import Timeline, draw_up
from corcom.meetings.domain.timeline_events import (
    FIRST,
    LAST,
    DayPastLimit,
    EventsRefused,
)
from corcom.rulebooks.reading import holidays_at, timeline_template
from corcom.rulebooks.timelines import TimelineTemplate
from corcom.web.timelines.form import TimelineForm, refusal

MEETING = "whole-meeting"
"""What moves when it is the meeting itself, and no step of a template."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedTimeline:
    """The time-line as planned, as it is after what has moved, and what is wrong with the address ("" for nothing)."""

    template: TimelineTemplate
    form: TimelineForm
    planned: Timeline | None = None
    drawn: Timeline | None = None
    moved: str = ""
    to: date | None = None
    problem: str = ""


def asked_timeline(request: HttpRequest) -> AskedTimeline | None:
    """What the address asks for; None where it names no template that there is."""
    template = timeline_template(request.GET.get("template", ""))
    if template is None:
        return None
    form = TimelineForm(template, request.GET if "start" in request.GET else None)
    if not form.is_bound or not form.is_valid() or form.events is None:
        return AskedTimeline(template=template, form=form)
    planned = draw_up(template, form.events, holidays_at(template.place))
    moved, to, problem = _moved(request, planned)
    drawn = planned
    if moved and to:
        try:
            drawn = postponed(planned, to) if moved == MEETING else put_off(planned, {moved: to})
        except EventsRefused as refused:
            moved, problem = "", refusal(refused)
    return AskedTimeline(
        template=template, form=form, planned=planned, drawn=drawn, moved=moved, to=to, problem=problem
    )


def _moved(request: HttpRequest, planned: Timeline) -> tuple[str, date | None, str]:
    """What moves, to which day, and what is wrong with that."""
    moved, written = request.GET.get("move", ""), request.GET.get("to", "").strip()
    if not written:
        return "", None, ""
    try:
        to = date.fromisoformat(written)
    except ValueError:
        return "", None, _("“%(value)s” cannot be read as a day.") % {"value": written[:40]}
    if not FIRST <= to <= LAST:
        return "", None, refusal(DayPastLimit(to))
    if moved != MEETING and moved not in movable(planned):
        return "", None, _("Choose what moves.")
    return moved, to, ""
