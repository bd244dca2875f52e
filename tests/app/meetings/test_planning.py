from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.factories.plans import PLAN, a_plan
from tests.factories.rows import AT, new_user

from corcom.access.models import User
from corcom.meetings import actions
from corcom.meetings.domain.meeting import AgendaEntry, Heading
from corcom.meetings.domain.plan import PlanIncomplete
from corcom.meetings.models import Meeting, MeetingPlan
from corcom.meetings.queries import (
    MeetingDays,
    NotPlanned,
    clashes_with,
    meeting_days,
    meetings,
    plan_history,
    planned_ahead,
    planned_meeting,
    series_of,
)
from corcom.rulebooks.reading import holidays_at

HEADING = Heading(
    convention="CCM", body="Coordination Committee", date="2016-06-30", start_time="10:05", venue="Room XXII"
)


@pytest.fixture
def officer() -> User:
    return new_user(name="Anna Lindqvist")


def test_a_meeting_is_planned_confirmed_moved_and_cancelled_and_all_of_it_can_be_read(officer: User) -> None:
    number = a_plan(officer)
    actions.confirm_meeting(meeting=number, by=officer, at=AT, note="Room booked")
    actions.move_meeting(meeting=number, starts_on=date(2016, 7, 7), by=officer, at=AT)
    moved = planned_meeting(number=number)
    actions.cancel_meeting(meeting=number, by=officer, at=AT)
    found = planned_meeting(number=number)
    assert (found.plan, found.said, found.revision, moved.revision) == (
        replace(PLAN, starts_on=date(2016, 7, 7), ends_on=date(2016, 7, 7)),
        "cancelled",
        3,
        2,
    )
    assert found.uid == moved.uid
    steps = [(one.kind, one.by, one.note, one.before, one.after) for one in plan_history(number=number)[1:]]
    days = {"starts_on": "2016-06-30", "ends_on": "2016-06-30"}
    assert steps == [
        ("confirmed", "Anna Lindqvist", "Room booked", {"said": "tentative"}, {"said": "confirmed"}),
        ("moved", "Anna Lindqvist", "", days, {"starts_on": "2016-07-07", "ends_on": "2016-07-07"}),
        ("cancelled", "Anna Lindqvist", "", {"said": "confirmed"}, {"said": "cancelled"}),
    ]
    row = Meeting.objects.get(pk=number)
    assert (str(row.starts_on), row.date, row.on_record) == ("2016-07-07", "2016-07-07", False)


def test_what_cannot_be_is_refused_and_leaves_nothing(officer: User) -> None:
    with pytest.raises(PlanIncomplete) as refused:
        actions.schedule_meeting(plan=replace(PLAN, zone=""), by=officer, at=AT)
    assert refused.value.missing == ("zone",)
    assert Meeting.objects.count() == 0
    number = a_plan(officer)
    with pytest.raises(actions.MeetingExists) as exists:
        a_plan(officer)
    assert exists.value.other == number
    other = a_plan(officer, "2016-07-28")
    with pytest.raises(actions.MeetingExists):
        actions.move_meeting(meeting=other, starts_on=date(2016, 6, 30), by=officer, at=AT)
    assert planned_meeting(number=other).plan.starts_on == date(2016, 7, 28)
    with pytest.raises(actions.NothingToChange):
        actions.move_meeting(meeting=other, starts_on=date(2016, 7, 28), by=officer, at=AT)
    actions.confirm_meeting(meeting=other, by=officer, at=AT)
    with pytest.raises(actions.AlreadySaid) as said:
        actions.confirm_meeting(meeting=other, by=officer, at=AT)
    assert said.value.said == "confirmed"
    with pytest.raises(NotPlanned):
        actions.cancel_meeting(meeting=99, by=officer, at=AT)
    assert [one.kind for one in plan_history(number=other)] == ["scheduled", "confirmed"]


def test_the_next_one_takes_over_all_but_its_number_and_day(officer: User) -> None:
    first = a_plan(officer)
    second = actions.clone_meeting(meeting=first, starts_on=date(2016, 7, 28), by=officer, at=AT).pk
    january = actions.clone_meeting(meeting=second, starts_on=date(2017, 1, 12), by=officer, at=AT).pk
    found = planned_meeting(number=second)
    assert (found.plan, found.cloned_from) == (
        replace(PLAN, starts_on=date(2016, 7, 28), ends_on=date(2016, 7, 28), number=5),
        first,
    )
    plan = planned_meeting(number=january).plan
    assert (plan.number, plan.number_scope) == (1, "of 2017")


def test_plan_and_record_of_a_meeting_become_one_and_come_apart_again(officer: User) -> None:
    number = a_plan(officer)
    items = MeetingPlan.objects.get(meeting=number).items.count()
    meeting = actions.record_meeting(heading=HEADING)
    actions.write_agenda(meeting=meeting, entries=[AgendaEntry(number="1", title="Opening")])
    assert (meeting.pk, meeting.on_record, meeting.start_time, meeting.venue) == (number, True, "10:05", "Room XXII")
    kept = planned_meeting(number=number)
    assert (kept.plan.start_time, kept.plan.place, kept.plan.joining_link, kept.status(date(2016, 6, 1))) == (
        "10:00",
        "Palais des Nations",
        PLAN.joining_link,
        "held",
    )
    with pytest.raises(actions.AlreadyHeld) as held:
        actions.cancel_meeting(meeting=number, by=officer, at=AT)
    assert held.value.held_on == date(2016, 6, 30)
    actions.withdraw_meeting(meeting=meeting)
    again = Meeting.objects.get(pk=number)
    assert (again.on_record, again.start_time, again.venue, again.agenda.count()) == (
        False,
        "10:00",
        "Palais des Nations",
        0,
    )
    assert MeetingPlan.objects.get(meeting=number).items.count() == items
    assert len(plan_history(number=number)) == 1


def test_a_record_that_was_of_another_day_leaves_the_plan_where_it_was(officer: User) -> None:
    number = a_plan(officer)
    meeting = actions.record_meeting(heading=HEADING)
    actions.correct_meeting(meeting=meeting, heading=replace(HEADING, date="2016-06-29"))
    plan = MeetingPlan.objects.select_related("meeting").get()
    assert (str(meeting.starts_on), meeting.on_record, meeting.pk) == ("2016-06-29", True, number)
    row = plan.meeting
    assert (str(row.starts_on), row.body, row.on_record) == ("2016-06-30", "Coordination Committee", False)
    actions.correct_meeting(meeting=meeting, heading=HEADING)
    found = planned_meeting(number=meeting.pk)
    assert (found.on_record, found.uid, Meeting.objects.count()) == (True, plan.uid, 1)


def test_a_record_changes_places_with_another_plan(officer: User) -> None:
    june, july = a_plan(officer), a_plan(officer, "2016-07-28")
    uids = {planned_meeting(number=one).plan.starts_on: planned_meeting(number=one).uid for one in (june, july)}
    meeting = actions.record_meeting(heading=HEADING)
    actions.correct_meeting(meeting=meeting, heading=replace(HEADING, date="2016-07-28"))
    plans = MeetingPlan.objects.select_related("meeting").order_by("starts_on")
    assert [(row.uid, row.meeting.starts_on, row.meeting.on_record) for row in plans] == [
        (uids[date(2016, 6, 30)], date(2016, 6, 30), False),
        (uids[date(2016, 7, 28)], date(2016, 7, 28), True),
    ]


def test_what_is_planned_is_not_among_what_was_held(officer: User) -> None:
    actions.record_meeting(heading=replace(HEADING, date="2016-05-26"))
    a_plan(officer)
    assert [str(row.starts_on) for row in meetings()] == ["2016-05-26"]
    assert series_of(until=date(2017, 1, 1)) == [("CCM", "Coordination Committee", 2016, 1)]


def around(day: str, **more: Any) -> MeetingDays | None:
    return meeting_days(convention="CCM", body="Coordination Committee", day=date.fromisoformat(day), **more)


def test_the_next_meeting_is_the_one_that_is_planned(officer: User) -> None:
    actions.record_meeting(heading=replace(HEADING, date="2016-05-26"))
    june, july = a_plan(officer), a_plan(officer, "2016-07-28")
    found = around("2016-06-01")
    assert found == MeetingDays(
        since=date(2016, 5, 26), next_on=date(2016, 6, 30), following_on=date(2016, 7, 28), estimated=()
    )
    after = around("2016-07-05")
    assert after is not None
    assert (after.since, after.next_on) == (date(2016, 5, 26), date(2016, 7, 28))
    actions.confirm_meeting(meeting=june, by=officer, at=AT)
    held = around("2016-07-05")
    assert held is not None
    assert (held.since, held.next_on) == (date(2016, 6, 30), date(2016, 7, 28))
    actions.cancel_meeting(meeting=july, by=officer, at=AT)
    off = around("2016-07-05")
    assert off is not None
    assert (off.next_on, off.estimated) == (date(2016, 8, 2), ("next_on", "following_on"))


def test_days_are_warned_of(officer: User, django_assert_num_queries: Any) -> None:
    number = a_plan(officer, "2016-10-06", body="Bureau")
    actions.record_forum_dates(
        name="First Committee",
        starts_on=date(2016, 10, 3),
        ends_on=date(2016, 11, 2),
        place="New York",
        source="programme of work of the First Committee",
        by=officer,
        at=AT,
    )
    with django_assert_num_queries(2):
        found = clashes_with(starts_on=date(2016, 10, 6), ends_on=date(2016, 10, 8), holidays=holidays_at("geneva"))
    assert [(one.kind, str(one.on), one.number) for one in found] == [
        ("forum", "2016-10-06", None),
        ("meeting", "2016-10-06", number),
        ("weekend", "2016-10-08", None),
    ]
    good_friday = clashes_with(starts_on=date(2016, 3, 25), ends_on=date(2016, 3, 25), holidays=holidays_at("geneva"))
    assert [str(one.words) for one in good_friday] == ["2016-03-25 is a holiday: Good Friday"]
    formal = clashes_with(starts_on=date(2013, 9, 10), ends_on=date(2013, 9, 10))
    assert [str(one.words) for one in formal] == ["4MSP (CCM) is held from 2013-09-09 to 2013-09-13, Lusaka"]
    alone = clashes_with(starts_on=date(2016, 10, 6), ends_on=date(2016, 10, 6), leaving_out=number)
    assert [one.kind for one in alone] == ["forum"]


def test_dates_of_forums_need_a_source_and_can_be_taken_back(officer: User) -> None:
    known: dict[str, Any] = {"name": "First Committee", "starts_on": date(2016, 10, 3), "by": officer, "at": AT}
    wrongs: tuple[tuple[str, dict[str, Any]], ...] = (
        ("source", {"source": " ", "ends_on": date(2016, 10, 4)}),
        ("ends_on", {"source": "x", "ends_on": date(2016, 10, 2)}),
    )
    for wrong, values in wrongs:
        with pytest.raises(actions.ForumRefused) as refused:
            actions.record_forum_dates(**known, **values)
        assert refused.value.wrong == wrong
    row = actions.record_forum_dates(**known, source="x", ends_on=date(2016, 10, 4))
    actions.withdraw_forum_dates(number=row.pk, by=officer, at=AT)
    with pytest.raises(actions.NoSuchForum):
        actions.withdraw_forum_dates(number=row.pk, by=officer, at=AT)
    assert clashes_with(starts_on=date(2016, 10, 3), ends_on=date(2016, 10, 3)) == ()


@pytest.mark.parametrize("rows", [1, 3])
def test_planned_meetings_cost_one_query(officer: User, rows: int, django_assert_num_queries: Any) -> None:
    for day in range(rows):
        a_plan(officer, f"2016-07-0{day + 1}")
    with django_assert_num_queries(1):
        found = planned_ahead(day=date(2016, 7, 1), convention="CCM")
    assert [one.plan.starts_on.day for one in found] == list(range(1, rows + 1))
