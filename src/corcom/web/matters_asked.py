"""Which meetings the address of matters arising means, and what arises between them."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest

from corcom.followup.queries import MattersArising, matters_arising
from corcom.meetings.queries import MeetingDays, meeting_days
from corcom.web.day import DayRefused, page_day, read_day
from corcom.web.filters import convention_of, text_in


def asked_days(request: HttpRequest) -> MeetingDays | None:
    """The last meeting and the next two, as they are known or as the address has them; None where it never met.

    Errors: `DayRefused`.
    """
    body = text_in(request, "body")
    known = meeting_days(convention=convention_of(request), body=body, day=page_day(request).on)
    if known is None:
        return None
    for name, key in (("next", "next_on"), ("after", "following_on")):
        if value := request.GET.get(name, "").strip():
            kept = tuple(part for part in known.estimated if part != key)
            known = replace(known, **{key: read_day(value)}, estimated=kept)
    if known.following_on < known.next_on:
        raise DayRefused(request.GET.get("after", ""))
    return known


def matters_on(request: HttpRequest, asked: MeetingDays) -> MattersArising:
    """What arises for the meeting that the address means."""
    return matters_arising(
        convention=convention_of(request),
        body=text_in(request, "body"),
        since=asked.since,
        next_on=asked.next_on,
        following_on=asked.following_on,
    )
