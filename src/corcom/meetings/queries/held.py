"""Meetings that were held, and which come before and after a day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from corcom.kernel.actor import Actor
from corcom.kernel.errors import CorcomError
from corcom.meetings.domain.meeting import Heading
from corcom.meetings.models import FollowedTimeline, Meeting, TimelinePoint

_STANDS = Q(on_record=True) | ~Q(plan__said="cancelled")
"""Held or to be held: not what was cancelled without ever being held."""

USUAL_INTERVAL = timedelta(days=28)
"""Where nothing says when a committee meets again: about monthly."""


class NoSuchMeeting(CorcomError):
    """There is no meeting with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no meeting {number}")
        self.number = number


class MeetingsOutOfOrder(CorcomError):
    """The meeting that is to follow the next one does not come after it."""

    def __init__(self, *, next_on: date, following_on: date) -> None:
        super().__init__(f"the meeting on {following_on} is not after the one on {next_on}")
        self.next_on = next_on
        self.following_on = following_on


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDays:
    """The last meeting before a day, the next one, and the one after that; `estimated` names what nobody said."""

    since: date
    next_on: date
    following_on: date
    estimated: tuple[str, ...]


def meetings(
    *, convention: str = "", body: str = "", year: int | None = None, until: date | None = None
) -> QuerySet[Meeting]:
    """Meetings with a record, the latest first, up to the day `until`; an empty value does not narrow."""
    # Said here, because Django drops the order of the table where rows are counted.
    rows = Meeting.objects.filter(on_record=True).order_by("-starts_on", "body", "pk")
    if convention:
        rows = rows.filter(convention=convention)
    if body:
        rows = rows.filter(body=body)
    if year:
        rows = rows.filter(starts_on__year=year)
    if until:
        rows = rows.filter(starts_on__lte=until)
    return rows


def meeting(*, number: int) -> Meeting:
    """One meeting, with its agenda and attendance. Three SQL queries. Errors: `NoSuchMeeting`."""
    found = Meeting.objects.filter(pk=number).prefetch_related("agenda", "attendance").first()
    if found is None:
        raise NoSuchMeeting(number)
    return found


def headings_of(*, numbers: Collection[int]) -> dict[int, Heading]:
    """The headings of meetings, by number. One SQL query."""
    return {row.pk: heading_of(row) for row in Meeting.objects.filter(pk__in=numbers)}


def meetings_between(*, convention: str, body: str, after: date, until: date) -> dict[date, int]:
    """The numbers of a body's meetings after a day, by their first day, the latest first. One SQL query."""
    rows = meetings(convention=convention, body=body, until=until).filter(starts_on__gt=after)
    return dict(rows.values_list("starts_on", "pk"))


def series_of(*, until: date, convention: str = "") -> list[tuple[str, str, int, int]]:
    """Convention, body, year and how many meetings there were up to a day. One SQL query."""
    counted = meetings(convention=convention, until=until).order_by("convention", "body", "starts_on__year")
    rows = counted.values_list("convention", "body", "starts_on__year").annotate(count=Count("pk"))
    return [(code, body, year, count) for code, body, year, count in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine:
    """A time-line whose steps are action points, as a list names it; `points` counts them."""

    number: int
    template: str
    meeting_start: date
    meeting_end: date
    committee_meetings: tuple[date, ...]
    points: int


def recorded_timelines(*, template: str = "") -> list[TimelineLine]:
    """The time-lines whose steps are action points, the latest meeting first. One SQL query."""
    rows = FollowedTimeline.objects.annotate(count=Count("points")).order_by("-meeting_start", "template")
    if template:
        rows = rows.filter(template=template)
    return [
        TimelineLine(
            number=row.pk,
            template=row.template,
            meeting_start=row.meeting_start,
            meeting_end=row.meeting_end,
            committee_meetings=tuple(date.fromisoformat(day) for day in row.committee_meetings),
            points=row.count,
        )
        for row in rows
    ]


def timeline_points(*, numbers: Collection[int]) -> frozenset[int]:
    """Which of these action points are steps of a time-line, by their numbers. One SQL query."""
    return frozenset(
        TimelinePoint.objects.filter(action_point__in=list(numbers)).values_list("action_point", flat=True)
    )


def bodies_that_met() -> list[tuple[str, str]]:
    """Convention and body of every series of meetings with a record. One SQL query."""
    rows = Meeting.objects.filter(on_record=True).order_by("convention", "body")
    return list(rows.values_list("convention", "body").distinct())


def meeting_days(
    *, convention: str, body: str, day: date, next_on: date | None = None, following_on: date | None = None
) -> MeetingDays | None:
    """The last meeting of a body on or before `day` and the two that follow; None where it never met. One SQL query.

    `next_on` and `following_on`, where somebody gives them, hold; the last meeting is then the last before `next_on`.
    Otherwise the next one is a meeting that is known or planned, or what a record said; where there is neither it is
    estimated by the usual interval and named in `estimated`. A meeting was held if it has a record, or if it was
    confirmed and its day has passed. Errors: `MeetingsOutOfOrder`.
    """
    rows = Meeting.objects.filter(convention=convention, body=body).filter(_STANDS).order_by("starts_on")
    known = list(rows.values_list("starts_on", "next_on", "on_record", "plan__said"))
    held = [(on, said) for on, said, on_record, plan in known if on_record or (plan == "confirmed" and on < day)]
    before = [one for one in held if (one[0] < next_on if next_on else one[0] <= day)]
    if not before:
        return None
    since, said = before[-1]
    later = [on for on, _said, on_record, _plan in known if on > since and (on_record or on >= day)]
    estimated = []
    if next_on is None:
        next_on = later[0] if later else said
        if next_on is None or next_on <= since:
            next_on = _about_monthly(max(day, since))
            estimated.append("next_on")
    if following_on is None:
        after = [on for on in later if on > next_on]
        following_on = after[0] if after else _about_monthly(next_on)
        estimated += [] if after else ["following_on"]
    if following_on <= next_on:
        raise MeetingsOutOfOrder(next_on=next_on, following_on=following_on)
    return MeetingDays(since=since, next_on=next_on, following_on=following_on, estimated=tuple(estimated))


def _about_monthly(day: date) -> date:
    return day + min(USUAL_INTERVAL, date.max - day)


def heading_of(row: Meeting) -> Heading:
    """The heading of a meeting as a value."""
    return Heading(
        convention=row.convention,
        body=row.body,
        date=row.date,
        number=row.number,
        number_scope=row.number_scope,
        start_time=row.start_time,
        end_time=row.end_time,
        venue=row.venue,
        chair=Actor(row.chair_code, row.chair_name) if row.chair_code else None,
        chair_person=row.chair_person,
        chair_role=row.chair_role,
    )


def meeting_at(*, convention: str, body: str, starts_on: date) -> int | None:
    """The number of the meeting of a body that begins on a day; None where there is none. One SQL query."""
    found = Meeting.objects.filter(convention=convention, body=body, starts_on=starts_on).values_list("pk", flat=True)
    return found.first()
