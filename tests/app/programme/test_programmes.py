from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.factories.plans import a_plan
from tests.factories.programmes import MONDAY, WEEK, a_session, a_week
from tests.factories.rows import AT, new_user

from corcom.access.models import User
from corcom.directory.actions import record_entry
from corcom.directory.domain.people import Affiliation, Entry, Person
from corcom.mandates.actions import record_terms
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.meetings.actions import AlreadyHeld, record_meeting
from corcom.meetings.queries import NotPlanned
from corcom.programme import actions
from corcom.programme.domain.moves import NoNextSlot
from corcom.programme.domain.session import SessionRefused
from corcom.programme.domain.templates import TemplateTooLarge
from corcom.programme.models import ProgrammeRelease, ProgrammeSession, ProgrammeStep
from corcom.programme.queries import (
    NoSuchSession,
    draft_programme,
    draft_session,
    last_to_undo,
    programme_history,
    released_programme,
    released_programmes,
)
from corcom.rulebooks.programmes import SlotHours

NEW = a_session(number=0)


@pytest.fixture
def officer(db: None) -> User:
    return new_user(name="Anna Lindqvist")


@pytest.fixture
def week(officer: User) -> int:
    """The week of February 2004 as its template gives it, with the holders of that time."""
    record_terms(found=[term for term in packaged_terms() if term.convention == "APMBC"], at=AT)
    number = a_week(officer)
    assert actions.fill_from_template(meeting=number, template=WEEK, by=officer, at=AT) == 5
    return number


def named(meeting: int) -> list[tuple[int, str, str]]:
    found = draft_programme(meeting=meeting).programme
    return [(one.day.day, found.name_of(one), one.start) for one in found.in_order]


def test_the_week_comes_out_of_its_template_with_who_held_the_offices(week: int) -> None:
    found = draft_programme(meeting=week)
    assert named(week) == [
        (9, "General Status and Operation", "10:00"),
        (10, "Victim Assistance", "10:00"),
        (11, "Mine Clearance", "10:00"),
        (12, "Stockpile Destruction", "10:00"),
        (13, "First Preparatory Meeting of the Review Conference", "10:00"),
    ]
    assert [sorted(one.chairs) for one in found.programme.in_order][0::4] == [["MEX", "NLD"], ["AUT"]]
    assert (found.conflicts, found.programme.shares["mine-clearance"]) == ((), 25)


def test_it_is_read_with_a_constant_number_of_queries(week: int, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(4):
        draft_programme(meeting=week)
    with django_assert_num_queries(1):
        programme_history(meeting=week)
    with django_assert_num_queries(1):
        released_programmes(meeting=week)


def test_filling_again_adds_only_what_is_missing(week: int, officer: User) -> None:
    first = draft_programme(meeting=week).programme.in_order[0]
    actions.withdraw_session(meeting=week, number=first.number, version=1, by=officer, at=AT)
    assert actions.fill_from_template(meeting=week, template=WEEK, by=officer, at=AT) == 1
    assert actions.fill_from_template(meeting=week, template=WEEK, by=officer, at=AT) == 0
    assert len(named(week)) == 5


def test_a_template_that_does_not_fit_leaves_nothing_behind(officer: User) -> None:
    number = a_week(officer, ends_on=date(2004, 2, 12))
    with pytest.raises(TemplateTooLarge):
        actions.fill_from_template(meeting=number, template=WEEK, by=officer, at=AT)
    with pytest.raises(actions.NoSuchTemplate):
        actions.fill_from_template(meeting=number, template="ccm-meeting-of-states-parties", by=officer, at=AT)
    assert (ProgrammeSession.objects.count(), ProgrammeStep.objects.count()) == (0, 0)


def test_a_session_is_moved_its_conflict_is_seen_and_the_step_undone(week: int, officer: User) -> None:
    second = draft_programme(meeting=week).programme.in_order[1]
    moved = actions.move_session(meeting=week, number=second.number, version=1, step="day_after", by=officer, at=AT)
    assert moved.day == date(2004, 2, 11)
    found = draft_programme(meeting=week)
    assert [(one.kind, one.must) for one in found.conflicts] == [("parallel", True)]
    assert found.conflicts_with(second.number) == list(found.conflicts)
    last = last_to_undo(programme_history(meeting=week))
    assert last is not None
    assert (last.kind, last.changes[0].before["day"], last.changes[0].after["day"]) == (
        "moved",
        "2004-02-10",
        "2004-02-11",
    )
    assert actions.undo_step(meeting=week, number=last.number, by=officer, at=AT) == "moved"
    assert draft_programme(meeting=week).conflicts == ()
    assert named(week)[1] == (10, "Victim Assistance", "10:00")
    assert [(one.kind, one.undone, one.undoes) for one in programme_history(meeting=week)] == [
        ("undone", False, "moved"),
        ("moved", True, ""),
        ("filled", False, ""),
    ]


def test_all_steps_can_be_undone_one_after_the_other_and_what_is_undone_is_not_deleted(officer: User) -> None:
    number = a_week(officer)
    session = actions.add_session(meeting=number, session=NEW, by=officer, at=AT)
    uid = draft_session(meeting=number, number=session).session.uid
    actions.change_session(
        meeting=number, number=session, version=1, session=replace(NEW, room="XIX"), by=officer, at=AT
    )
    actions.change_hours(
        meeting=number,
        version=1,
        slots=[SlotHours(code="1", name="", start="09:00", end="12:00")],
        shares={"victim-assistance": 100},
        by=officer,
        at=AT,
    )
    actions.withdraw_session(meeting=number, number=session, version=2, by=officer, at=AT)
    seen = []
    while (last := last_to_undo(programme_history(meeting=number))) is not None:
        actions.undo_step(meeting=number, number=last.number, by=officer, at=AT)
        found = draft_programme(meeting=number).programme
        seen.append((last.kind, [one.room for one in found.sessions], len(found.slots), dict(found.shares)))
    assert seen == [
        ("withdrawn", ["XIX"], 1, {"victim-assistance": 100}),
        ("timed", ["XIX"], 2, {}),
        ("changed", [""], 2, {}),
        ("added", [], 2, {}),
    ]
    assert str(ProgrammeSession.objects.get().uid) == uid
    with pytest.raises(actions.NothingToUndo):
        actions.undo_step(meeting=number, number=1, by=officer, at=AT)


def test_of_two_people_the_second_is_told_and_nothing_is_overwritten(week: int, officer: User) -> None:
    other = new_user(name="Ole Berg")
    session = draft_programme(meeting=week).programme.in_order[0]
    actions.move_session(meeting=week, number=session.number, version=1, day=MONDAY, start="09:00", by=other, at=AT)
    with pytest.raises(actions.SessionChanged) as changed:
        actions.move_session(meeting=week, number=session.number, version=1, step="day_after", by=officer, at=AT)
    assert (changed.value.version, changed.value.by) == (2, "Ole Berg")
    with pytest.raises(actions.SessionChanged):
        actions.change_session(
            meeting=week, number=session.number, version=1, session=replace(session, room="XIX"), by=officer, at=AT
        )
    now = draft_session(meeting=week, number=session.number)
    assert (now.session.start, now.session.room, now.changed_by) == ("09:00", "", "Ole Berg")
    with pytest.raises(actions.ProgrammeChanged):
        actions.change_hours(meeting=week, version=1, slots=[], shares={}, by=officer, at=AT)
    first = programme_history(meeting=week)[-1]
    with pytest.raises(actions.ProgrammeChanged) as late:
        actions.undo_step(meeting=week, number=first.number, by=officer, at=AT)
    assert late.value.by == "Ole Berg"


def test_what_was_released_never_changes_and_the_next_says_what_differs(week: int, officer: User) -> None:
    assert actions.release_programme(meeting=week, by=officer, at=AT) == 1
    first = released_programme(meeting=week, version=1)
    with pytest.raises(actions.ProgrammeReleased):
        actions.release_programme(meeting=week, by=officer, at=AT)
    one, two, *_ = draft_programme(meeting=week).programme.in_order
    actions.withdraw_session(meeting=week, number=one.number, version=1, by=officer, at=AT)
    actions.move_session(meeting=week, number=two.number, version=1, step="day_before", by=officer, at=AT)
    assert actions.release_programme(meeting=week, by=officer, at=AT) == 2
    assert released_programme(meeting=week, version=1) == first
    second = released_programme(meeting=week, version=2)
    assert second is not None
    assert [str(words) for words in second.changes] == [
        "“Victim Assistance” is moved from 2004-02-10 to 2004-02-09, 10:00–18:00.",
        "“General Status and Operation” of 2004-02-09 is taken off.",
    ]
    assert [session["uid"] for session in second.gone] == [one.uid]
    # Undoing goes past what went out.
    last = last_to_undo(programme_history(meeting=week))
    assert last is not None
    assert last.kind == "moved"


def test_a_programme_with_conflicts_goes_out_only_when_somebody_says_so(week: int, officer: User) -> None:
    second = draft_programme(meeting=week).programme.in_order[1]
    actions.move_session(meeting=week, number=second.number, version=1, step="day_after", by=officer, at=AT)
    with pytest.raises(actions.Unsettled) as refused:
        actions.release_programme(meeting=week, by=officer, at=AT)
    assert (refused.value.conflicts, ProgrammeRelease.objects.count()) == (1, 0)
    assert actions.release_programme(meeting=week, by=officer, at=AT, anyway=True) == 1
    assert programme_history(meeting=week)[0].changes[0].after == {"version": 1, "conflicts": 1}


def test_an_empty_programme_is_not_released(officer: User) -> None:
    with pytest.raises(actions.EmptyProgramme):
        actions.release_programme(meeting=a_week(officer), by=officer, at=AT)


def test_what_cannot_be_is_refused_and_nothing_is_written(officer: User) -> None:
    number = a_week(officer)
    with pytest.raises(SessionRefused):
        actions.add_session(meeting=number, session=replace(NEW, end="09:00"), by=officer, at=AT)
    session = actions.add_session(meeting=number, session=NEW, by=officer, at=AT)
    with pytest.raises(NoNextSlot):
        actions.move_session(meeting=number, number=session, version=1, step="slot_before", by=officer, at=AT)
    with pytest.raises(SessionRefused):
        actions.change_session(
            meeting=number, number=session, version=1, session=replace(NEW, theme="weather"), by=officer, at=AT
        )
    for shares in ({"weather": 10}, {"mine-clearance": 0}, {"mine-clearance": 60, "victim-assistance": 60}):
        with pytest.raises(SessionRefused):
            actions.change_hours(
                meeting=number,
                version=1,
                slots=draft_programme(meeting=number).programme.slots,
                shares=shares,
                by=officer,
                at=AT,
            )
    assert [one.kind for one in programme_history(meeting=number)] == ["added"]
    with pytest.raises(NoSuchSession):
        actions.withdraw_session(meeting=number, number=session + 1, version=1, by=officer, at=AT)
    with pytest.raises(NotPlanned):
        actions.add_session(meeting=999, session=NEW, by=officer, at=AT)


def test_a_meeting_that_was_held_keeps_its_programme(week: int, officer: User) -> None:
    heading = draft_programme(meeting=week).meeting.plan.heading
    record_meeting(heading=heading)
    with pytest.raises(AlreadyHeld):
        actions.add_session(meeting=week, session=NEW, by=officer, at=AT)
    assert len(named(week)) == 5


def test_a_small_delegation_is_counted_by_the_directory(officer: User) -> None:
    number = a_plan(officer, "2016-09-05", kind="msp", body="Meeting of States Parties", ends_on=date(2016, 9, 7))
    one = replace(NEW, theme="", body="", title="Side event", chairs=("HRV",), day=date(2016, 9, 5))
    for title in ("A", "B"):
        actions.add_session(meeting=number, session=replace(one, title=title), by=officer, at=AT)
    assert [(each.kind, each.must) for each in draft_programme(meeting=number).conflicts] == [("delegation", False)]
    entry = Entry(person=Person(name="Ivana Horvat"), affiliations=(Affiliation(delegation="HRV"),), contacts=())
    record_entry(entry=entry, at=AT)
    assert [(each.kind, each.must) for each in draft_programme(meeting=number).conflicts] == [("delegation", True)]
