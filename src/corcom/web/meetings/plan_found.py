"""The planned meeting that a page is about."""

from __future__ import annotations

from django.http import Http404

from corcom.meetings.queries import NotPlanned, PlannedMeeting, planned_meeting


def found_plan(number: int) -> PlannedMeeting:
    """The planned meeting of a page; 404 where there is none."""
    try:
        return planned_meeting(number=number)
    except NotPlanned as missing:
        raise Http404 from missing
