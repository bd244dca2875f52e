"""The calendar as iCalendar (RFC 5545): meetings as events in their own zone, deadlines as to-dos.

Each component keeps its `UID` for ever, and its `SEQUENCE` grows with each change, so that a calendar that knows it moves
it instead of doubling it. What was cancelled stays, as `STATUS:CANCELLED`, so that it goes away where it was known. Local
times come with the `VTIMEZONE` that defines them. A to-do never blocks time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, Timezone, Todo, vText

from corcom.documents.domain.official import xml_safe
from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.domain.calendar_entries import CalendarEntry
from corcom.meetings.domain.vtimezone import vtimezone

_MEETING = {"tentative": "TENTATIVE", "confirmed": "CONFIRMED", "held": "CONFIRMED", "cancelled": "CANCELLED"}
_DEADLINE = {"open": "NEEDS-ACTION", "overdue": "NEEDS-ACTION", "unknown": "NEEDS-ACTION", "done": "COMPLETED"}
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def _nowhere(_entry: CalendarEntry) -> str:
    return ""


def calendar_ics(
    entries: Iterable[CalendarEntry],
    wording: Wording = ENGLISH,
    *,
    name: str,
    site: str,
    address: Callable[[CalendarEntry], str] = _nowhere,
    with_links: bool = False,
) -> bytes:
    """The content of an .ics file (`METHOD:PUBLISH`) called `name`.

    `site` makes the ids unique in the world; `address` gives the page of an entry, "" for none. `with_links`: joining
    links stand in it; only for somebody who is signed in.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//CorCom//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", xml_safe(name))
    shown = list(entries)
    for zone in zones_of(shown):
        calendar.add_component(zone)
    for one in shown:
        if one.kind == "meeting":
            calendar.add_component(event_of(one, wording, site, address(one), with_links=with_links))
        else:
            calendar.add_component(_todo(one, wording, site, address(one)))
    return bytes(calendar.to_ical())


def zones_of(entries: Iterable[CalendarEntry]) -> list[Timezone]:
    """The zones that are used, each for the years in which it is; UTC needs no definition."""
    years: dict[str, list[int]] = {}
    for one in entries:
        if one.plan is not None and one.plan.zone != "UTC":
            years.setdefault(one.plan.zone, []).extend((one.starts_on.year, one.ends_on.year))
    return [vtimezone(zone, min(used), max(used)) for zone, used in sorted(years.items())]


def event_of(one: CalendarEntry, wording: Wording, site: str, url: str, *, with_links: bool) -> Event:
    """A meeting as an event; `url` is its page, "" for none, `with_links` whether the joining link stands in it."""
    event = Event()
    plan = one.plan
    _common(event, one, site, url)
    if plan is None:
        event.add("dtstart", one.starts_on)
        event.add("dtend", one.ends_on + timedelta(days=1))
    else:
        event.add("dtstart", plan.starts_at)
        event.add("dtend", plan.ends_at or plan.starts_at + timedelta(hours=1))
    if one.place:
        event.add("location", xml_safe(one.place))
    lines = _said(one, wording)
    if plan is not None and plan.joining_link and with_links:
        lines.append(wording.gettext("To join: %(link)s") % {"link": plan.joining_link})
    if url:
        lines.append(url)
    if lines:
        event.add("description", xml_safe("\n".join(lines)))
    event.add("status", _MEETING[one.status])
    event.add("transp", "OPAQUE" if one.status in {"confirmed", "held"} and plan is not None else "TRANSPARENT")
    return event


def _said(one: CalendarEntry, wording: Wording) -> list[str]:
    """What people read who do not see the status: their programs may not show it."""
    gettext = wording.gettext
    if one.status == "cancelled":
        return [gettext("This meeting was cancelled.")]
    if one.status == "tentative":
        return [gettext("This date is tentative.")]
    return []


def _todo(one: CalendarEntry, wording: Wording, site: str, url: str) -> Todo:
    todo = Todo()
    _common(todo, one, site, url)
    todo.add("due", one.ends_on)
    owners = wording.listed(map(wording.name, one.owners))
    todo.add("description", xml_safe("\n".join(part for part in (owners, one.title, url) if part)))
    todo.add("status", "CANCELLED" if one.is_off else _DEADLINE[one.status])
    # Of an obligation the day on which it was met is known, and no moment.
    if one.status == "done" and one.kind == "action_point" and one.changed_at is not None:
        todo.add("completed", one.changed_at.astimezone(UTC))
    return todo


def _common(component: Event | Todo, one: CalendarEntry, site: str, url: str) -> None:
    changed = (one.changed_at or _LONG_AGO).astimezone(UTC)
    component.add("uid", vText(f"{one.uid}@{site}"))
    # The moment of the last change, and not of the asking: the same state gives the same bytes.
    component.add("dtstamp", changed)
    component.add("last-modified", changed)
    component.add("sequence", one.sequence)
    component.add("summary", xml_safe(" ".join(one.title.split())))
    component.add("categories", [part for part in (one.convention, one.body, one.theme) if part])
    if url:
        component.add("url", url)
