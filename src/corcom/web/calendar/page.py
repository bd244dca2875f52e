"""The calendar: a year, a month or a list of meetings and deadlines; filters are links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.kernel.calendar import add_months, last_of_month
from corcom.meetings.domain.calendar_entries import CalendarEntry, by_day, in_order, weeks_of
from corcom.meetings.queries import CalendarWanted
from corcom.web import wording
from corcom.web.calendar.obligations import NAMED
from corcom.web.calendar.sources import entry_address, every_entry, matches, together
from corcom.web.day import page_day
from corcom.web.filters import convention_of, text_in
from corcom.web.followup.commitment_words import begun, short
from corcom.web.pieces import Column, Filter, Link, Option, Row, StateName, Status, StatusMark, Table, Together
from corcom.web.preferences import chosen
from corcom.web.rights import requires

VIEWS = ("month", "year", "list")
MOST = 15
"""Links of one filter; what has more of them is a list to choose from."""
MARKS: dict[str, Status] = {
    "tentative": "unknown",
    "confirmed": "due",
    "held": "met",
    "cancelled": "none",
    "open": "due",
    "overdue": "overdue",
    "unknown": "unknown",
    "done": "met",
    "superseded": "none",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: a view, its first and last day, and what is wanted."""

    view: str
    first: date
    last: date
    wanted: CalendarWanted


@requires("read")
def calendar(request: HttpRequest) -> HttpResponse:
    """Meetings and deadlines by month, by year or as a list."""
    day = page_day(request)
    asked = asked_for(request, day.on)
    everything = every_entry(
        first=asked.first, last=asked.last, day=day.on, wanted=CalendarWanted(convention=asked.wanted.convention)
    )
    found = together([one for one in everything if matches(one, asked.wanted)], asked.wanted)
    shown: dict[str, Any] = {
        "view": asked.view,
        "title": _title(asked),
        "views": [(name, label, {"view": name if name != "month" else None}) for name, label in _views()],
        "before": _turned(asked, -1),
        "after": _turned(asked, 1),
        "count": len(found),
        "year": asked.first.year,
        "feeds": f"{reverse('feeds')}?{urlencode({'convention': '', **feed_query(asked.wanted)})}",
    }
    filters = _filters(request, everything, asked.wanted)
    shown["filters"] = [one for one in filters if len(one.options) <= MOST]
    shown["choices"] = [(one, _kept(request, one.name)) for one in filters if len(one.options) > MOST]
    if asked.view == "list":
        shown["table"] = _table(found)
    else:
        shown["months"] = _months(asked, found, day.today)
        shown["heads"] = [(WEEKDAYS[number], WEEKDAYS_ABBR[number]) for number in range(7)]
    return render(request, "calendar/page.html", shown)


def asked_for(request: HttpRequest, day: date) -> Asked:
    """The address, read; what is not understood is the month of the page's day."""
    view = request.GET.get("view", "month")
    view = view if view in VIEWS else "month"
    on = _month(request.GET.get("at", ""), day)
    first, last = (date(on.year, 1, 1), date(on.year, 12, 31)) if view != "month" else (on, last_of_month(on))
    wanted = CalendarWanted(
        convention=convention_of(request),
        body=text_in(request, "body"),
        theme=text_in(request, "theme"),
        state=text_in(request, "state"),
    )
    return Asked(view, first, last, wanted)


def _month(text: str, day: date) -> date:
    """The first day of the month that "2016-05" means, or of January for "2016"; never one at the ends of time."""
    try:
        found = date.fromisoformat(f"{text}-01-01" if len(text) == len("2016") else f"{text}-01")
    except ValueError:
        found = day.replace(day=1)
    return found.replace(year=min(max(found.year, MINYEAR + 1), MAXYEAR - 1))


def _views() -> list[tuple[str, str]]:
    return [("month", _("Month")), ("year", _("Year")), ("list", _("List"))]


def _title(asked: Asked) -> str:
    if asked.view == "month":
        return wording.days_in_words(asked.first.isoformat()[:7])
    return str(asked.first.year)


def _turned(asked: Asked, by: int) -> dict[str, str] | None:
    """The change of the address that leads to the month or year before or after; None where the calendar ends."""
    to = add_months(asked.first, by * (1 if asked.view == "month" else 12))
    if not MINYEAR < to.year < MAXYEAR:
        return None
    return {"at": to.isoformat()[:7] if asked.view == "month" else str(to.year)}


def entry_link(one: CalendarEntry) -> Link:
    """An entry in few words, linked to its page."""
    return Link(one.title if one.kind == "meeting" else short(begun(one.title), 60), entry_address(one))


def entry_status(one: CalendarEntry) -> StatusMark:
    """How it stands, in a word."""
    return StatusMark(MARKS.get(one.status, "none"), _(one.status))


def _months(asked: Asked, found: list[CalendarEntry], today: date) -> list[dict[str, Any]]:
    last = asked.last
    months = [asked.first] if asked.view == "month" else [asked.first.replace(month=number) for number in range(1, 13)]
    stand = by_day(found, asked.first, last)
    return [
        {
            "name": wording.days_in_words(on.isoformat()[:7]),
            "at": {"view": None, "at": on.isoformat()[:7]},
            "weeks": [[_cell(day, on, stand, today) for day in week] for week in weeks_of(on.year, on.month)],
            "count": sum(1 for one in found if one.starts_on <= last_of_month(on) and on <= one.ends_on),
        }
        for on in months
    ]


def _cell(day: date, month: date, stand: dict[date, list[CalendarEntry]], today: date) -> dict[str, Any]:
    is_inside = day.month == month.month
    entries = stand.get(day, []) if is_inside else []
    return {
        "day": day,
        "number": day.day if is_inside else "",
        "is_today": day == today,
        "entries": [(one, entry_link(one), entry_status(one), _time(one, day)) for one in entries],
    }


def _time(one: CalendarEntry, day: date) -> str:
    return one.plan.start_time if one.plan and day == one.starts_on else ""


def _table(found: Iterable[CalendarEntry]) -> Table:
    columns = (Column(_("Day")), Column(_("What"), is_wide=True), Column(_("Who")), Column(_("Status")))
    return Table(
        id="entries", caption=_("Meetings and deadlines"), columns=columns, rows=tuple(map(_row, in_order(found)))
    )


def _row(one: CalendarEntry) -> Row:
    period = one.starts_on.isoformat()
    if one.ends_on != one.starts_on:
        period += f"/{one.ends_on.isoformat()}"
    time = f"{one.plan.start_time} ({one.plan.zone.replace('_', ' ')})" if one.plan else ""
    when = wording.days_in_words(period)
    return Row(
        (
            _("%(day)s, %(times)s") % {"day": when, "times": time} if time else when,
            entry_link(one),
            _who(one),
            entry_status(one),
        )
    )


def _who(one: CalendarEntry) -> Link | Together:
    """Who is to do it, or where it is. Many States are counted; their entry leads to the list of them."""
    if one.kind == "obligation" and len(one.owners) > NAMED:
        return Link(ngettext("%(n)d State", "%(n)d States", len(one.owners)) % {"n": len(one.owners)})
    if one.owners:
        return Together(tuple(StateName(actor.code, actor.name) for actor in one.owners), between=_(", "))
    return Link(one.place)


def _filters(request: HttpRequest, found: list[CalendarEntry], wanted: CalendarWanted) -> list[Filter]:
    """What the entries of these days can be narrowed by, counted."""
    actors = {actor.code: StateName(actor.code, actor.name).words for one in found for actor in one.owners}
    parts = (
        (_("Body"), "body", wanted.body, _counted((one.body for one in found), {})),
        (_("Theme"), "theme", wanted.theme, _counted((one.theme for one in found), {})),
        (
            _("State or owner"),
            "state",
            wanted.state,
            _counted((actor.code for one in found for actor in one.owners), actors),
        ),
    )
    shown = [Filter(label, name, (Option(_("All")), *options), on) for label, name, on, options in parts]
    if "convention" in request.GET or chosen(request, "convention") == "all":
        options = _counted((one.convention for one in found), {})
        shown.insert(0, Filter(_("Convention"), "convention", (Option(_("All")), *options), wanted.convention))
    return [one for one in shown if len(one.options) > 1 or one.chosen]


def _kept(request: HttpRequest, name: str) -> list[tuple[str, str]]:
    """What the address asks for beside one filter."""
    return [(key, request.GET[key]) for key in request.GET if key != name]


def _counted(values: Iterable[str], names: dict[str, str]) -> list[Option]:
    counts = Counter(value for value in values if value)
    options = [Option(names.get(value, value), value, count) for value, count in counts.items()]
    return sorted(options, key=lambda option: option.label)


def feed_query(wanted: CalendarWanted) -> dict[str, str]:
    """A filter as keys of an address."""
    pairs = {"convention": wanted.convention, "body": wanted.body, "theme": wanted.theme, "state": wanted.state}
    return {key: value for key, value in pairs.items() if value}
