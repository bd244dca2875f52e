"""Opening a poll of dates, answering it, and ending it, with a date or without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from corcom.access.actions import NoSuchLink, give_link, use_link, withdraw_link
from corcom.access.models import User
from corcom.meetings.actions import change_meeting, confirm_meeting, move_meeting
from corcom.meetings.models import MeetingPlan
from corcom.meetings.queries import NotPlanned, planned_meeting
from corcom.meetings.queries.plans import plan_of
from corcom.polls.actions.errors import (
    ClosesTooSoon,
    NobodyAsked,
    NoSuchDate,
    NotAsked,
    NothingSaid,
    NotTentative,
    PollEnded,
    PollOpenAlready,
)
from corcom.polls.domain.poll import Asked, Choice, OfferedDate, check_dates
from corcom.polls.models import Poll, PollAnswer, PollDate, PollParty
from corcom.polls.queries.polls import PURPOSE, NoSuchPoll, offered


@transaction.atomic
def open_poll(
    *,
    meeting: int,
    dates: Sequence[OfferedDate],
    parties: Sequence[Asked],
    closes_at: datetime,
    by: User,
    at: datetime,
    note: str = "",
) -> int:
    """Ask delegations which of these dates suit them, until a moment; gives the number of the poll.

    Each gets a link of its own; sending them is another step. Errors: `NotPlanned`, `NotTentative`, `PollOpenAlready`,
    `NobodyAsked`, `ClosesTooSoon`, and those of `check_dates`.
    """
    plan = _tentative(meeting)
    if other := Poll.objects.filter(plan=plan, ended_at=None).first():
        raise PollOpenAlready(other.pk)
    asked = {one.code: one for one in parties}
    if not asked:
        raise NobodyAsked
    if closes_at <= at:
        raise ClosesTooSoon(closes_at)
    check_dates(dates, plan_of(plan), closes_at=closes_at)
    poll = Poll.objects.create(
        plan=plan, zone=plan.zone, closes_at=closes_at, note=note.strip(), opened_at=at, opened_by=by
    )
    PollDate.objects.bulk_create(
        PollDate(
            poll=poll,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            start_time=one.start_time,
            end_time=one.end_time,
        )
        for one in dates
    )
    for one in asked.values():
        _ask(poll, one, by=by, at=at)
    return poll.pk


@transaction.atomic
def answer_poll(
    *, poll: int, party: str, choices: Mapping[int, Choice], at: datetime, note: str = "", by: User | None = None
) -> None:
    """Say for a delegation, by its code, which dates suit it; what it said before is replaced and stays readable.

    `by` is None where the delegation answers by its link, until the last day; somebody of the secretariat may write down what
    was said until the poll ends. Errors: `NoSuchPoll`, `PollEnded`, `NotAsked`, `NoSuchDate`, `NothingSaid`.
    """
    row = _open(poll)
    if by is None and at >= row.closes_at:
        raise PollEnded(row.closes_at)
    asked = row.parties.filter(code=party).first()
    if asked is None:
        raise NotAsked(party)
    known = set(row.dates.values_list("pk", flat=True))
    if unknown := sorted(set(choices) - known):
        raise NoSuchDate(unknown[0])
    if not choices:
        raise NothingSaid
    said = {str(number): choice for number, choice in sorted(choices.items())}
    PollAnswer.objects.create(party=asked, choices=said, note=note.strip(), at=at, by=by)
    if by is None:
        use_link(number=asked.link_id, at=at)


@transaction.atomic
def confirm_date(*, poll: int, date: int, by: User, at: datetime) -> int:
    """Move the meeting to one of the dates, confirm it, and end the poll; gives the number of the meeting.

    Errors: `NoSuchPoll`, `PollEnded`, `NoSuchDate`, and those of `move_meeting`, `change_meeting` and `confirm_meeting`.
    """
    row = _open(poll)
    chosen = row.dates.filter(pk=date).first()
    if chosen is None:
        raise NoSuchDate(date)
    meeting, value = row.plan.meeting_id, offered(chosen)
    before = planned_meeting(number=meeting).plan
    if (before.starts_on, before.ends_on) != (value.starts_on, value.ends_on):
        move_meeting(meeting=meeting, starts_on=value.starts_on, ends_on=value.ends_on, by=by, at=at)
    moved = planned_meeting(number=meeting).plan
    if value.as_plan(moved) != moved:
        change_meeting(meeting=meeting, plan=value.as_plan(moved), by=by, at=at)
    if row.plan.said != "confirmed":
        confirm_meeting(meeting=meeting, by=by, at=at)
    _end(row, chosen, by=by, at=at)
    return meeting


@transaction.atomic
def end_poll(*, poll: int, by: User, at: datetime) -> None:
    """End a poll without a date; its links open nothing any more. Errors: `NoSuchPoll`, `PollEnded`."""
    _end(_open(poll), None, by=by, at=at)


def _tentative(meeting: int) -> MeetingPlan:
    rows = MeetingPlan.objects.select_for_update(of=("self",)).select_related("meeting")
    plan = rows.filter(meeting=meeting).first()
    if plan is None:
        raise NotPlanned(meeting)
    if plan.said != "tentative" or plan.meeting.on_record:
        raise NotTentative("held" if plan.meeting.on_record else plan.said)
    return plan


def _ask(poll: Poll, one: Asked, *, by: User, at: datetime) -> None:
    link = give_link(
        purpose=PURPOSE, subject=f"{PURPOSE}:{poll.pk}", party=one.code, ends_at=poll.closes_at, by=by, at=at
    )
    PollParty.objects.create(
        poll=poll, code=one.code, name=one.name[:200], address=one.address[:320], link_id=link.number
    )


def _open(number: int) -> Poll:
    row = Poll.objects.select_for_update(of=("self",)).select_related("plan").filter(pk=number).first()
    if row is None:
        raise NoSuchPoll(number)
    if row.ended_at is not None:
        raise PollEnded(row.ended_at)
    return row


def _end(row: Poll, chosen: PollDate | None, *, by: User, at: datetime) -> None:
    row.ended_at, row.ended_by, row.chosen = at, by, chosen
    row.save(update_fields=["ended_at", "ended_by", "chosen"])
    for number in row.parties.values_list("link", flat=True):
        try:
            withdraw_link(number=number, by=by, at=at)
        except NoSuchLink:
            # Somebody withdrew it before.
            continue
