"""Planned meetings in words: their kind, their status, and their time in their own zone and in UTC."""

from __future__ import annotations

from datetime import UTC, date

from django.utils.translation import gettext as _

from corcom.meetings.domain.plan import KINDS, STATUSES, Plan, PlanStatus
from corcom.meetings.queries import PlannedMeeting
from corcom.web import wording
from corcom.web.followup.commitment_words import isolated
from corcom.web.pieces import Status, StatusMark

MARKS: dict[PlanStatus, Status] = {"tentative": "unknown", "confirmed": "due", "cancelled": "none", "held": "met"}


def kind_in_words(plan: Plan) -> str:
    """What kind of meeting it is."""
    return _(KINDS.get(plan.kind, plan.kind))


def status_mark(found: PlannedMeeting, day: date) -> StatusMark:
    """How it stands on a day."""
    status = found.status(day)
    return StatusMark(MARKS[status], _(STATUSES[status]))


def local_time(plan: Plan) -> str:
    """Its time in its own zone: "26 May 2016, 10:00–11:30 (Europe/Zurich)"."""
    times = "–".join(part for part in (plan.start_time, plan.end_time) if part)
    zone = isolated(plan.zone.replace("_", " "))
    return _("%(day)s, %(times)s (%(zone)s)") % {
        "day": wording.days_in_words(plan.date),
        "times": times,
        "zone": zone,
    }


def utc_time(plan: Plan) -> str:
    """The same moment in UTC, with the day it then is."""
    starts = plan.starts_at.astimezone(UTC)
    times = f"{starts:%H:%M}"
    if plan.ends_at is not None:
        times += f"–{plan.ends_at.astimezone(UTC):%H:%M}"
    return _("%(day)s, %(times)s UTC") % {"day": wording.in_words(starts.date()), "times": times}


def meeting_name(plan: Plan) -> str:
    """Body, number and days in a line."""
    heading, number = plan.heading, ""
    if plan.number is not None and heading.year:
        number = _("meeting %(number)d of %(year)s") % {"number": plan.number, "year": heading.year}
    elif plan.number is not None:
        number = f"{_('meeting %(number)d') % {'number': plan.number}} {isolated(plan.number_scope)}"
    parts = (isolated(plan.body), number, wording.days_in_words(plan.date))
    return _(", ").join(part for part in parts if part)
