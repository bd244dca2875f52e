"""The work plan of a year, put together from every domain that has days."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from corcom.consultation.queries import consultations
from corcom.documents.domain.circles import Circle
from corcom.kernel.marked import Filled, gettext_noop
from corcom.mandates.domain.bounds import closes
from corcom.mandates.domain.rotations import rotation_at
from corcom.mandates.queries import terms
from corcom.meetings.domain.calendar_entries import CalendarEntry
from corcom.meetings.queries import CalendarWanted, calendar_entries, forum_dates, timeline_points
from corcom.obligations.queries import FallingDue, falling_due
from corcom.oversight.domain.work_plan import WorkLine, WorkPlan, work_plan_of
from corcom.polls.queries import polls
from corcom.register.domain.convention_meetings import convention_meetings
from corcom.rulebooks.reading import conventions

NAMED = gettext_noop("%(name)s")
"""A line that is only a name."""


def work_plan(*, year: int, convention: str, circles: Collection[Circle], day: date) -> WorkPlan:
    """What stands in a year under one convention, or ("") under all, as it stands on `day`.

    Consultations only of the circles that the reader belongs to. Sixteen SQL queries, whatever stands in it.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    codes = (convention,) if convention else conventions()
    entries = calendar_entries(first=first, last=last, day=day, wanted=CalendarWanted(convention=convention))
    lines = [
        *_meetings(entries, codes, first, last),
        *_steps(entries),
        *_consultations(convention, circles),
        *_polls(convention, first, last),
        *_obligations(falling_due(first=first, last=last, day=day, convention=convention)),
        *_terms(convention, codes, first, last),
        *_forums(first),
    ]
    return work_plan_of(year, convention, lines)


def _meetings(entries: list[CalendarEntry], codes: Collection[str], first: date, last: date) -> Iterator[WorkLine]:
    """Ours, but for those that were cancelled, and formal meetings that the register knows and we have not."""
    ours = [one for one in entries if one.kind == "meeting" and not one.is_off]
    for one in ours:
        yield WorkLine(
            kind="meeting",
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            words=Filled(NAMED, name=one.title),
            status=one.status,
            convention=one.convention,
            page="meeting",
            key=(one.number,),
        )
    known = {(one.convention, one.starts_on) for one in ours}
    for code in codes:
        for formal in convention_meetings(code):
            if formal.starts_on <= last and first <= formal.ends_on and (code, formal.starts_on) not in known:
                yield WorkLine(
                    kind="meeting",
                    starts_on=formal.starts_on,
                    ends_on=formal.ends_on,
                    words=Filled(
                        gettext_noop("%(name)s (%(convention)s)"), name=formal.title or formal.code, convention=code
                    ),
                    convention=code,
                    page="convention",
                    key=(code,),
                )


def _steps(entries: list[CalendarEntry]) -> Iterator[WorkLine]:
    """The steps of time-lines, which are action points; other action points stand in the calendar."""
    due = [one for one in entries if one.kind == "action_point" and not one.is_off]
    points = timeline_points(numbers=[one.number for one in due])
    for one in due:
        if one.number in points:
            yield WorkLine(
                kind="step",
                starts_on=one.starts_on,
                ends_on=one.ends_on,
                words=Filled(NAMED, name=one.title),
                status=one.status,
                convention=one.convention,
                page="action_point",
                key=(one.number,),
            )


def _consultations(convention: str, circles: Collection[Circle]) -> Iterator[WorkLine]:
    """The last days for comments: on draft agendas, and on other texts."""
    for one in consultations(circles=circles):
        if convention and one.convention != convention:
            continue
        closes_on = _last_day(one.closes_at, one.zone)
        is_agenda = one.about.startswith("agenda:")
        words = gettext_noop("Input ends: %(name)s") if is_agenda else gettext_noop("Comments end: %(name)s")
        yield WorkLine(
            kind="agenda" if is_agenda else "consultation",
            starts_on=closes_on,
            ends_on=closes_on,
            words=Filled(words, name=one.title),
            convention=one.convention,
            page="consultation",
            key=(one.number,),
        )


def _polls(convention: str, first: date, last: date) -> Iterator[WorkLine]:
    """The last days for answers to polls."""
    for one in polls(first=first, last=last):
        if convention in {"", one.convention}:
            closes_on = _last_day(one.closes_at, one.zone)
            yield WorkLine(
                kind="poll",
                starts_on=closes_on,
                ends_on=closes_on,
                words=Filled(gettext_noop("Answers end: dates of the %(name)s"), name=one.body),
                status="" if one.is_open else "done",
                convention=one.convention,
                page="poll",
                key=(one.number,),
            )


def _last_day(closes_at: datetime, zone: str) -> date:
    """The last day on which something is taken; what closes at midnight was open the day before."""
    return (closes_at.astimezone(ZoneInfo(zone)) - timedelta(seconds=1)).date()


def _obligations(found: list[FallingDue]) -> Iterator[WorkLine]:
    """How many States owe each obligation in each month."""
    groups: dict[tuple[int, str, str], list[date]] = {}
    names: dict[tuple[str, str], str] = {}
    for one in found:
        due_on, obligation = one.owed.due_on, one.owed.obligation
        if due_on is not None:
            groups.setdefault((due_on.month, one.convention, obligation.code), []).append(due_on)
            names[one.convention, obligation.code] = obligation.name
    for (_month, convention, code), days in groups.items():
        yield WorkLine(
            kind="obligation",
            starts_on=min(days),
            ends_on=max(days),
            words=Filled(
                gettext_noop("%(obligation)s (%(convention)s), number of States: %(count)d"),
                obligation=names[convention, code],
                count=len(days),
                convention=convention,
            ),
            convention=convention,
            page="convention_obligations",
            key=(convention,),
        )


def _terms(convention: str, codes: Collection[str], first: date, last: date) -> Iterator[WorkLine]:
    """The closes of meetings at which terms end."""
    known = terms(convention=convention)
    for code in codes:
        for meeting in closes(code):
            if not first <= meeting.ends_on <= last:
                continue
            rotation = rotation_at(code, known, meeting)
            ending = len(rotation.leaving) + len(rotation.disputed)
            if ending:
                yield WorkLine(
                    kind="terms",
                    starts_on=meeting.ends_on,
                    ends_on=meeting.ends_on,
                    words=Filled(
                        gettext_noop("Terms end at the close of the %(meeting)s (%(convention)s): %(count)d"),
                        meeting=meeting.code,
                        convention=code,
                        count=ending,
                    ),
                    convention=code,
                    page="committee",
                )


def _forums(first: date) -> Iterator[WorkLine]:
    """When other forums meet, as people recorded it."""
    for one in forum_dates(since=first):
        place = {"name": one.name, "place": one.place}
        yield WorkLine(
            kind="forum",
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            words=Filled(gettext_noop("%(name)s, %(place)s"), **place) if one.place else Filled(NAMED, name=one.name),
        )
