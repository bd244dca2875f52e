"""Planned meetings in words: their kind, their status, and their time in their own zone and in UTC."""

from __future__ import annotations

from datetime import UTC, date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.meetings.domain.plan import KINDS, LANGUAGES, STATUSES, Plan, PlanStatus
from corcom.meetings.queries import PlannedMeeting, PlanStep
from corcom.web import wording
from corcom.web.commitment_words import isolated
from corcom.web.pieces import Status, StatusMark

MARKS: dict[PlanStatus, Status] = {"tentative": "unknown", "confirmed": "due", "cancelled": "none", "held": "met"}

STEPS: dict[str, Promise] = {
    "scheduled": gettext_lazy("Scheduled"),
    "changed": gettext_lazy("Changed"),
    "confirmed": gettext_lazy("Confirmed"),
    "moved": gettext_lazy("Moved"),
    "cancelled": gettext_lazy("Cancelled"),
    "item_added": gettext_lazy("Agenda item added"),
    "item_changed": gettext_lazy("Agenda item changed"),
    "item_withdrawn": gettext_lazy("Agenda item withdrawn"),
    "released": gettext_lazy("Agenda released"),
}

NAMES: dict[str, Promise] = {
    "convention": gettext_lazy("Convention"),
    "body": gettext_lazy("Body"),
    "kind": gettext_lazy("Kind"),
    "starts_on": gettext_lazy("First day"),
    "ends_on": gettext_lazy("Last day"),
    "start_time": gettext_lazy("Starts at"),
    "end_time": gettext_lazy("Ends at"),
    "zone": gettext_lazy("Time zone"),
    "place": gettext_lazy("Place"),
    "joining_link": gettext_lazy("Joining link"),
    "languages": gettext_lazy("Languages"),
    "number": gettext_lazy("Number"),
    "number_scope": gettext_lazy("Counted within"),
    "said": gettext_lazy("Status"),
    "title": gettext_lazy("Title"),
    "introduced_by": gettext_lazy("Introduced by"),
    "minutes": gettext_lazy("Minutes"),
    "text": gettext_lazy("Notes"),
    "version": gettext_lazy("Version"),
}


def kind_in_words(plan: Plan) -> str:
    """What kind of meeting it is."""
    return _(KINDS.get(plan.kind, plan.kind))


def status_mark(found: PlannedMeeting, day: date) -> StatusMark:
    """How it stands on a day."""
    status = found.status(day)
    return StatusMark(MARKS[status], _(STATUSES[status]))


def languages_in_words(plan: Plan) -> str:
    """The languages of a meeting."""
    return _(", ").join(_(LANGUAGES[code]) for code in plan.languages if code in LANGUAGES)


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


def value_in_words(key: str, value: object) -> str:
    """A value in the history, as people write it."""
    if value in (None, "", []):
        return _("nothing")
    if key in {"starts_on", "ends_on"}:
        return wording.days_in_words(str(value))
    if isinstance(value, list):
        return _(", ").join(_(LANGUAGES.get(one, one)) for one in value)
    if key == "kind":
        return _(dict(KINDS).get(value, str(value)))  # type: ignore[call-overload]  # a kind of long ago may be gone
    return _(str(value)) if key == "said" else str(value)


def step_changes(step: PlanStep, *, with_link: bool) -> list[tuple[str, str, str]]:
    """What a step changed: the name, before and after. Joining links are for those who may see them."""
    if step.kind == "scheduled":
        return []
    keys = [key for key in {**step.before, **step.after} if key != "joining_link" or with_link]
    return [
        (
            str(NAMES.get(key, key)),
            value_in_words(key, step.before.get(key)),
            value_in_words(key, step.after.get(key)),
        )
        for key in keys
    ]
