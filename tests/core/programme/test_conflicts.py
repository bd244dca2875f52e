from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.factories.programmes import MONDAY, SLOTS, a_programme, a_session

from corcom.programme.domain.conflicts import conflicts_of
from corcom.programme.domain.programme import Programme
from corcom.programme.domain.session import Session, SessionPart, clock_of, part_minutes, working_minutes
from corcom.rulebooks.programme_reading import programme_rules

PLAIN = {"body": "", "theme": "", "chairs": ("AUS",)}
NOBODY: Mapping[str, int] = {}


def found(programme: Programme, known: Mapping[str, int] = NOBODY) -> list[tuple[str, bool, str, tuple[int, ...]]]:
    rules = programme_rules(programme.convention).on(programme.starts_on)
    return [
        (one.kind, one.must, str(one.words), one.sessions) for one in conflicts_of(programme, rules, known_people=known)
    ]


def test_two_standing_committees_in_parallel() -> None:
    other = a_session(number=2, theme="mine-clearance", start="12:00", end="14:00", chairs=("JPN",))
    words = "“Victim Assistance” and “Mine Clearance” are in parallel on 2004-02-09, which the rules do not allow."
    assert found(a_programme(a_session(), other)) == [("parallel", True, words, (1, 2))]
    assert found(a_programme(a_session(), replace(other, start="13:00"))) == []
    # The rule ended with the Standing Committees; sessions of no body are free.
    assert found(a_programme(a_session(), replace(other, body=""))) == []


def test_one_room_is_for_one_session() -> None:
    one = a_session(title="A", room="Room XIX", **PLAIN)
    other = replace(one, number=2, title="B", room=" room xix ", chairs=("JPN",))
    words = "“A” and “B” are in the same room (Room XIX) at the same time on 2004-02-09."
    assert found(a_programme(one, other)) == [("room", True, words, (1, 2))]
    assert found(a_programme(one, replace(other, room="Room XX"))) == []


def test_nobody_is_in_two_places() -> None:
    one = a_session(title="A", people=("Ana  Torres", "Li Wei"), **PLAIN)
    other = replace(one, number=2, title="B", people=("ana torres",), chairs=("JPN",))
    words = "Ana  Torres cannot be in “A” and in “B” at the same time on 2004-02-09."
    assert found(a_programme(one, other)) == [("person", True, words, (1, 2))]


def test_a_small_delegation_does_not_preside_in_two_places() -> None:
    one = a_session(title="A", **PLAIN)
    other = replace(one, number=2, title="B")
    both = a_programme(one, other)
    where = "Australia presides over “A” and “B” at the same time on 2004-02-09"
    assert found(both, {"AUS": 3}) == []
    small = f"{where}, and its delegation is small. People that the directory knows: 2."
    assert found(both, {"AUS": 2}) == [("delegation", True, small, (1, 2))]
    unknown = f"{where}. The directory knows nobody of its delegation; make sure that it is large enough."
    assert found(both, {"AUS": 0}) == found(both) == [("delegation", False, unknown, (1, 2))]


def test_outside_the_days_without_a_chair_and_at_an_hour_that_is_skipped() -> None:
    late = a_session(title="A", day=date(2004, 2, 16), body="", theme="", chairs=())
    assert found(a_programme(late)) == [
        ("outside", True, "“A” is on 2004-02-16, which is no day of the meeting.", (1,)),
        ("chair", True, "“A” has no chair.", (1,)),
    ]
    skipped = a_session(title="A", day=date(2004, 3, 28), start="02:30", end="04:00", **PLAIN)
    spring = a_programme(skipped, starts_on=date(2004, 3, 28), ends_on=date(2004, 3, 28))
    words = "“A”: on 2004-03-28 the clocks are put forward, and there is no 02:30."
    assert found(spring) == [("skipped", True, words, (1,))]


def test_shares_of_time_against_those_given() -> None:
    two = [
        a_session(),
        a_session(number=2, theme="mine-clearance", day=date(2004, 2, 10), end="11:00", chairs=("JPN",)),
    ]
    given_shares = {"victim-assistance": 50, "mine-clearance": 50}
    assert found(a_programme(*two, shares=given_shares)) == [
        (
            "share",
            False,
            f"{name} has {has} per cent of the time of all themes; 50 per cent were given to it.",
            (number,),
        )
        for name, has, number in (("Victim Assistance", 75, 1), ("Mine Clearance", 25, 2))
    ]
    assert found(a_programme(*two, shares={"victim-assistance": 73, "mine-clearance": 27})) == []
    assert found(a_programme(*two)) == []


def test_the_part_that_is_to_have_the_most_time() -> None:
    parts = (SessionPart(title="State", minutes=60), SessionPart(title="Updates", minutes=60, most=True))
    most = "In “Victim Assistance” the part “Updates” is to have the most time, and has not."
    assert found(a_programme(a_session(parts=parts))) == [("most", False, most, (1,))]
    longer = (parts[0], replace(parts[1], minutes=61))
    assert found(a_programme(a_session(parts=longer))) == []
    too_long = (parts[0], replace(parts[1], minutes=140))
    whole = "The parts of “Victim Assistance” take 200 minutes; it has 180."
    assert found(a_programme(a_session(parts=too_long))) == [("parts", False, whole, (1,))]


times = st.tuples(st.integers(0, 94), st.integers(1, 48)).map(
    lambda at: (clock_of(at[0] * 15), clock_of(min((at[0] + at[1]) * 15, 24 * 60 - 1)))
)
sessions = st.builds(
    lambda day, at, body, room, chair: a_session(
        day=MONDAY + timedelta(days=day), start=at[0], end=at[1], body=body, room=room, chairs=chair
    ),
    st.integers(-1, 5),
    times,
    st.sampled_from(["", "standing-committee"]),
    st.sampled_from(["", "XIX", "XX"]),
    st.sampled_from([(), ("AUS",), ("AUS", "HRV")]),
)
programmes = st.lists(sessions, max_size=8).map(
    lambda found: a_programme(*(replace(one, number=at) for at, one in enumerate(found, start=1)))
)


@given(programmes)
def test_in_parallel_is_said_of_exactly_those_that_overlap(programme: Programme) -> None:
    said = {frozenset(numbers) for kind, _, _, numbers in found(programme) if kind == "parallel"}
    assert said == {
        frozenset((one.number, two.number))
        for one in programme.sessions
        for two in programme.sessions
        if one.number < two.number and one.body == two.body == "standing-committee" and shares_a_minute(one, two)
    }


def shares_a_minute(one: Session, two: Session) -> bool:
    """The same question asked in another way: minute by minute."""
    spans = [set(range(at(each.start), at(each.end))) for each in (one, two)]
    return one.day == two.day and bool(spans[0] & spans[1])


def at(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


@given(programmes)
def test_a_conflict_names_sessions_of_the_programme_and_the_order_does_not_matter(programme: Programme) -> None:
    turned = replace(programme, sessions=programme.sessions[::-1])
    assert found(programme) == found(turned)
    numbers = {one.number for one in programme.sessions}
    assert all(set(sessions) <= numbers for *_, sessions in found(programme))


@given(sessions, st.lists(st.integers(0, 20), max_size=5))
def test_a_session_sits_no_longer_than_it_lasts_and_its_shares_no_longer_than_it_sits(
    session: Session, shares: list[int]
) -> None:
    parts = tuple(SessionPart(title="A", share=share) for share in shares)
    whole = working_minutes(session, SLOTS)
    assert 0 < whole <= at(session.end) - at(session.start)
    assert sum(part_minutes(replace(session, parts=parts), SLOTS)) <= whole


@given(programmes)
def test_taking_a_session_off_never_makes_a_conflict(programme: Programme) -> None:
    fewer = replace(programme, sessions=programme.sessions[:-1])
    assert set(found(fewer)) <= set(found(programme))
