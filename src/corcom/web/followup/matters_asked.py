"""Which meetings the address of matters arising means, and what arises between them."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from corcom.followup.queries import MattersArising, matters_arising
from corcom.meetings.queries import MeetingDays, meeting_days
from corcom.web.day import page_day, read_day
from corcom.web.filters import convention_of, text_in


def asked_days(request: HttpRequest) -> MeetingDays | None:
    """The last meeting and the next two, as they are known or as the address has them; None where it never met.

    Errors: `DayRefused`, `MeetingsOutOfOrder`.
    """
    return meeting_days(
        convention=convention_of(request),
        body=text_in(request, "body"),
        day=page_day(request).on,
        next_on=_day_in(request, "next"),
        following_on=_day_in(request, "after"),
    )


def _day_in(request: HttpRequest, name: str) -> date | None:
    value = request.GET.get(name, "").strip()
    return read_day(value) if value else None


def matters_on(request: HttpRequest, asked: MeetingDays) -> MattersArising:
    """What arises for the meeting that the address means."""
    return matters_arising(
        convention=convention_of(request),
        body=text_in(request, "body"),
        since=asked.since,
        next_on=asked.next_on,
        following_on=asked.following_on,
    )
