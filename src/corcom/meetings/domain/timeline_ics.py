"""A time-line as a calendar: an all-day event on the last day of each step, and over all of its days for a meeting.

As for matters arising (`followup/domain/matters_ics.py`): events and not to-dos, ids that stay the same for one meeting,
a `SEQUENCE` that rises with every minute, and nothing that blocks time.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vText

from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.domain.timeline import PlannedStep, Timeline
from corcom.meetings.domain.timeline_words import way_in_words, when, who

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def timeline_ics(
    drawn: Timeline, wording: Wording = ENGLISH, *, at: datetime, url: str = "", site: str = "corcom.invalid"
) -> bytes:
    """A time-line as the content of an .ics file, made at the moment `at` (in UTC); steps without a day are left out.

    `url` is the page of the time-line; `site` is the name that makes ids unique in the world.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//CorCom//Time-line//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    name = wording.gettext(drawn.template.name)
    calendar.add("x-wr-calname", wording.gettext("Time-line") + wording.gettext(": ") + name)
    for step in drawn.steps:
        if step.begins_on and step.ends_on:
            first = step.begins_on if step.is_meeting else step.ends_on
            calendar.add_component(_event(drawn, step, (first, step.ends_on), wording, at, url, site))
    return bytes(calendar.to_ical())


def _event(
    drawn: Timeline,
    step: PlannedStep,
    days: tuple[date, date],
    wording: Wording,
    at: datetime,
    url: str,
    site: str,
) -> Event:
    gettext, owners = wording.gettext, who(step.step.owners, wording)
    event = Event()
    slug = f"{drawn.template.code}-{drawn.events.meeting_start.isoformat()}-{step.code}"
    event.add("uid", vText(f"timeline-{slug}@{site}"))
    event.add("dtstamp", at.astimezone(UTC))
    event.add("sequence", int((at - _EPOCH).total_seconds()) // 60)
    event.add("dtstart", days[0])
    event.add("dtend", days[1] + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", owners + gettext(": ") + gettext(step.name))
    sign_off = who(step.step.sign_off, wording)
    lines = [
        when(step, wording),
        gettext("Signed off by: %(who)s") % {"who": sign_off} if sign_off else "",
        *way_in_words(step, wording),
        url,
    ]
    event.add("description", "\n".join(line for line in lines if line))
    event.add("categories", [gettext("Time-line"), drawn.template.convention])
    event.add("status", "CONFIRMED")
    if url:
        event.add("url", url)
    return event
