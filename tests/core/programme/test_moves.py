from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.programmes import FRIDAY, MONDAY, a_programme, a_session

from corcom.programme.domain.moves import DIRECTIONS, Direction, NoNextSlot, moved_by_step, moved_to
from corcom.programme.domain.session import Session, SessionRefused, clock_of

BACK: dict[Direction, Direction] = {
    "day_before": "day_after",
    "day_after": "day_before",
    "slot_before": "slot_after",
    "slot_after": "slot_before",
}
WEEK = a_programme()


def where(session: Session) -> tuple[int, str, str]:
    return (session.day.day, session.start, session.end)


def test_by_day_and_by_slot() -> None:
    assert where(moved_by_step(a_session(), "day_after", WEEK)) == (10, "10:00", "13:00")
    assert where(moved_by_step(a_session(), "slot_after", WEEK)) == (9, "15:00", "18:00")
    within = a_session(start="11:00", end="12:30")
    assert where(moved_by_step(within, "slot_after", WEEK)) == (9, "16:00", "17:30")
    lunch = a_session(start="13:15", end="14:45")
    assert where(moved_by_step(lunch, "slot_after", WEEK)) == (9, "15:00", "16:30")
    assert where(moved_by_step(lunch, "slot_before", WEEK)) == (9, "10:00", "11:30")


def test_from_outside_the_days_to_the_nearest() -> None:
    assert moved_by_step(a_session(day=date(2004, 3, 1)), "day_before", WEEK).day == FRIDAY
    assert moved_by_step(a_session(day=date(2004, 1, 1)), "day_after", WEEK).day == MONDAY


@pytest.mark.parametrize(
    ("session", "direction"),
    [
        (a_session(), "day_before"),
        (a_session(day=FRIDAY), "day_after"),
        (a_session(), "slot_before"),
        (a_session(end="18:00"), "slot_after"),
        (a_session(start="19:00", end="22:30"), "slot_before"),
    ],
)
def test_where_nothing_is_it_stays(session: Session, direction: Direction) -> None:
    with pytest.raises(NoNextSlot) as refused:
        moved_by_step(session, direction, WEEK)
    assert refused.value.direction == direction


def test_to_a_place_as_long_as_before_and_never_beyond_midnight() -> None:
    assert where(moved_to(a_session(), day=FRIDAY, start="15:30")) == (13, "15:30", "18:30")
    with pytest.raises(SessionRefused) as refused:
        moved_to(a_session(), day=FRIDAY, start="22:00")
    assert (refused.value.wrong, refused.value.value) == ("order", "22:00–01:00")


within_a_slot = st.sampled_from([600, 900]).flatmap(
    lambda slot: st.tuples(st.integers(0, 170), st.integers(5, 180)).map(
        lambda at: a_session(start=clock_of(slot + at[0]), end=clock_of(slot + min(at[0] + at[1], 180)))
    )
)


@given(within_a_slot, st.sampled_from(DIRECTIONS), st.sampled_from(WEEK.days))
def test_there_and_back_is_where_it_was(session: Session, direction: Direction, day: date) -> None:
    session = a_session(day=day, start=session.start, end=session.end)
    try:
        moved = moved_by_step(session, direction, WEEK)
    except NoNextSlot:
        return
    assert moved != session
    assert moved_by_step(moved, BACK[direction], WEEK) == session
