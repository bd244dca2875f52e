"""Matters arising as a calendar: an all-day event on each due date, and one for the meeting itself.

Events and not to-dos (`VTODO`): Outlook and Google Calendar import the first and drop the second without a word. Each
has a `UID` that stays the same, so that a second import moves what was imported before instead of doubling it; what was
done since is `CANCELLED`, which takes it out of calendars that know it. `SEQUENCE` rises with every minute, so that what
was written later holds. Nothing blocks time: a due date is no appointment (`TRANSPARENT`).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vText

from corcom.documents.domain.official import xml_safe
from corcom.followup.domain.arising import MattersArising
from corcom.followup.domain.commitment import Followed, Ref
from corcom.followup.domain.in_words import names, sentence
from corcom.followup.domain.matters_lists import lists_of
from corcom.kernel.wording import ENGLISH, Wording

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
SUMMARY = 120
"""Characters of a commitment in the title of its event; the whole stands in its description."""


def _no_address(_: Ref) -> str:
    return ""


def matters_ics(
    matters: MattersArising,
    wording: Wording = ENGLISH,
    *,
    at: datetime,
    address: Callable[[Ref], str] = _no_address,
    site: str = "corcom.invalid",
) -> bytes:
    """Matters arising as the content of an .ics file, made at the moment `at` (in UTC).

    `address` gives the page of a commitment, "" for none; `site` is the name that makes ids unique in the world.
    """
    gettext = wording.gettext
    calendar = Calendar()
    calendar.add("prodid", "-//CorCom//Matters arising//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    body = " ".join(part for part in (matters.convention, matters.body) if part)
    calendar.add("x-wr-calname", gettext("Matters arising") + gettext(": ") + body)
    calendar.add_component(_meeting(matters, wording, at, site))
    for one in dict.fromkeys(one for each in lists_of(matters) for one in each.found):
        if one.terms.due_on is not None:
            calendar.add_component(_due(one, one.terms.due_on, wording, at, address(one.ref), site))
    return bytes(calendar.to_ical())


def _meeting(matters: MattersArising, wording: Wording, at: datetime, site: str) -> Event:
    slug = "-".join(part for part in (matters.convention, matters.body) if part).lower().replace(" ", "-")
    event = _all_day(f"meeting-{slug}-{matters.next_on.isoformat()}@{site}", matters.next_on, at)
    body = " ".join(part for part in (matters.convention, matters.body) if part)
    event.add("summary", xml_safe(wording.gettext("Meeting: %(body)s") % {"body": body}))
    count = len(matters.overdue) + len(matters.fell_due)
    event.add("description", wording.gettext("Action points due by then and still open: %(count)s") % {"count": count})
    event.add("categories", [wording.gettext("Meeting")])
    event.add("status", "CONFIRMED")
    return event


def _due(one: Followed, day: date, wording: Wording, at: datetime, url: str, site: str) -> Event:
    gettext, terms = wording.gettext, one.terms
    event = _all_day(f"{one.ref.kind.replace('_', '-')}-{one.ref.number}@{site}", day, at)
    owners = names(terms.owners, wording)
    text = xml_safe(" ".join(sentence(terms.text).split()))
    short = text if len(text) <= SUMMARY else f"{text[: SUMMARY - 1].rstrip()}…"
    event.add("summary", owners + gettext(": ") + short if owners else short)
    raised = gettext("Raised on %(day)s") % {"day": wording.day(terms.raised_on.isoformat())}
    quote = gettext("“%(words)s”") % {"words": one.evidence.quote} if one.evidence.quote else ""
    event.add("description", xml_safe("\n".join(part for part in (text, raised, quote, url) if part)))
    kind = gettext("Action point") if one.ref.kind == "action_point" else gettext("Decision")
    event.add("categories", [part for part in (kind, terms.convention, terms.theme) if part])
    event.add("status", "CONFIRMED" if one.is_open else "CANCELLED")
    if url:
        event.add("url", url)
    return event


def _all_day(uid: str, day: date, at: datetime) -> Event:
    event = Event()
    event.add("uid", vText(uid))
    event.add("dtstamp", at.astimezone(UTC))
    event.add("sequence", int((at - _EPOCH).total_seconds()) // 60)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event
