from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.meetings.test_timeline import FEBRUARY, drawn, timelines

from corcom.kernel.said import said
from corcom.meetings.domain.slipping import StepNotFound, movable, postponed, put_off, slipped
from corcom.meetings.domain.timeline import Timeline
from corcom.meetings.domain.timeline_events import TimelineEvents
from corcom.meetings.domain.timeline_words import way_in_words

STANDING = drawn("apmbc-standing-committees")


def changes(before: Timeline, after: Timeline) -> list[tuple[str, str, int]]:
    return [(each.code, str(each.after.ends_on), each.days) for each in slipped(before.steps, after.steps)]


def test_a_late_sign_off_pushes_the_package_to_the_next_working_day() -> None:
    after = put_off(STANDING, {"agendas": date(2003, 12, 6)})
    assert changes(STANDING, after) == [("agendas", "2003-12-06", 2), ("package", "2003-12-08", 3)]
    assert after.conflicts == ()
    package = next(step for step in after.steps if step.code == "package")
    assert way_in_words(package)[2:] == (
        "not before “Sign off final agendas and background documents” is done: 6 December 2003",
        "not on Saturday; the day after: 7 December 2003",
        "not on Sunday; the day after: 8 December 2003",
    )


def test_what_is_late_without_need_pushes_nothing() -> None:
    """The package can still go out on its day."""
    after = put_off(STANDING, {"agendas": date(2003, 12, 5)})
    assert changes(STANDING, after) == [("agendas", "2003-12-05", 1)]


def test_the_meeting_stays_and_what_would_come_after_its_beginning_is_named() -> None:
    after = put_off(STANDING, {"invitation": date(2004, 2, 10)})
    assert changes(STANDING, after) == [("invitation", "2004-02-10", 68), ("package", "2004-02-10", 67)]
    assert [said(each.words) for each in after.conflicts] == [
        (
            "“Send the package of information to all States and relevant organizations” would be done on "
            "10 February 2004, after “Hold the meetings of the Standing Committees” begins on 9 February 2004"
        )
    ]


def test_a_step_takes_as_long_as_was_planned() -> None:
    planned = drawn(
        "ccm-meeting-of-states-parties",
        TimelineEvents(meeting_start=date(2016, 9, 5), meeting_end=date(2016, 9, 7)),
    )
    after = put_off(planned, {"documents": date(2016, 7, 8)})
    assert changes(planned, after) == [
        ("documents", "2016-07-08", 3),
        ("translation", "2016-08-25", 3),
        ("final-documents", "2016-08-25", 3),
    ]


def test_what_is_counted_forward_goes_with_its_step_also_to_an_earlier_day() -> None:
    planned = drawn(
        "ccm-coordination-committee",
        TimelineEvents(meeting_start=date(2016, 4, 28), meeting_end=date(2016, 4, 28)),
    )
    assert changes(planned, put_off(planned, {"minutes": date(2016, 5, 3)})) == [
        ("minutes", "2016-05-03", -3),
        ("comments", "2016-05-10", -3),
    ]


def test_a_meeting_that_moves_takes_its_steps_along_but_not_the_committee_meetings() -> None:
    after = postponed(STANDING, date(2004, 3, 8))
    assert changes(STANDING, after) == [
        # New Year's Day is no day for signing.
        ("agendas", "2003-12-31", 27),
        ("invitation", "2003-12-31", 27),
        ("package", "2004-01-02", 28),
        ("meetings", "2004-03-11", 28),
        ("reports", "2004-03-19", 28),
    ]
    assert after.events.committee_meetings == FEBRUARY.committee_meetings


@pytest.mark.parametrize("code", ["meetings", "nothing"])
def test_what_cannot_move_is_refused(code: str) -> None:
    with pytest.raises(StepNotFound) as refused:
        put_off(STANDING, {code: date(2004, 2, 10)})
    assert refused.value.allowed == ("preparations", "updates", "agendas", "invitation", "package", "reports")


@given(timelines())
def test_nothing_moves_where_nothing_moved(found: Timeline) -> None:
    assert put_off(found, {}) == found
    assert slipped(found.steps, found.steps) == ()
    as_planned = {step.code: step.ends_on for step in found.steps if step.ends_on and step.code in movable(found)}
    assert put_off(found, as_planned) == found


@given(found=timelines(), late=st.integers(1, 120), data=st.data())
def test_a_delay_never_brings_anything_forward_and_never_moves_a_meeting(
    found: Timeline, late: int, data: st.DataObject
) -> None:
    code = data.draw(st.sampled_from(movable(found)))
    planned = {step.code: step for step in found.steps}
    ends_on = planned[code].ends_on
    assert ends_on is not None
    after = put_off(found, {code: ends_on + timedelta(days=late)})
    for each in slipped(found.steps, after.steps):
        assert each.days > 0
        assert each.code == code or not each.before.is_fixed
    # Whatever waits for what is late either comes after it, or is named.
    late_steps = {step.code: step for step in after.steps}
    named = {(each.depends_on, each.step) for each in after.conflicts}
    for step in after.steps:
        for before in (late_steps[one] for one in step.step.depends_on):
            if step.begins_on and before.ends_on and before.ends_on > step.begins_on:
                assert (before.name, step.name) in named
