"""A meeting as an invitation for one calendar, an update of it, or its cancellation (iTIP, RFC 5546).

The same event as in the feeds, under the same `UID`: whoever has it already is not given it twice. `SEQUENCE` is the revision
of the plan, which grows with each change, so that a later message prevails whatever the order of arrival. One invitation has
one `ATTENDEE`: a delegation is not told who else was asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from icalendar import Calendar, vCalAddress, vText

from corcom.documents.domain.official import xml_safe
from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.domain.calendar_entries import CalendarEntry
from corcom.meetings.domain.calendar_ics import event_of, zones_of

Method = Literal["REQUEST", "CANCEL"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarAddress:
    """Whoever is asked, or asks: an e-mail address, and a name where one is known."""

    address: str
    name: str = ""


def method_for(entry: CalendarEntry) -> Method:
    """By which method a meeting is told as it stands."""
    return "CANCEL" if entry.is_off else "REQUEST"


def calendar_invitation(
    entry: CalendarEntry,
    wording: Wording = ENGLISH,
    *,
    organizer: CalendarAddress,
    attendee: CalendarAddress,
    site: str,
    at: datetime,
) -> str:
    """The iCalendar object for one attendee, with the joining link: it goes to whoever is invited and to nobody else.

    `at` is the moment at which it is made, in UTC; `site` makes the id the one that the feeds have.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//CorCom//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method_for(entry))
    for zone in zones_of([entry]):
        calendar.add_component(zone)
    event = event_of(entry, wording, site, "", with_links=True)
    # In an invitation the stamp is the moment of the message (RFC 5546, 3.2.2), not that of the last change.
    event.pop("dtstamp")
    event.add("dtstamp", at.astimezone(UTC))
    event.add("organizer", _address(organizer), encode=False)
    invited = _address(attendee)
    invited.params["ROLE"] = vText("REQ-PARTICIPANT")
    if method_for(entry) == "REQUEST":
        invited.params["PARTSTAT"] = vText("NEEDS-ACTION")
        invited.params["RSVP"] = vText("TRUE")
    event.add("attendee", invited, encode=False)
    calendar.add_component(event)
    return bytes(calendar.to_ical()).decode()


def _address(one: CalendarAddress) -> vCalAddress:
    found = vCalAddress(f"mailto:{one.address}")
    if one.name:
        # A quotation mark cannot stand in the value of a parameter.
        found.params["CN"] = vText(xml_safe(one.name).replace('"', "'"))
    return found
