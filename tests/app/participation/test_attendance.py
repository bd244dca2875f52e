from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.factories.invited import SORRY, ZAMBIA_COMES, an_invited_meeting, answered
from tests.factories.rows import AT, new_user

from corcom.access.models import User
from corcom.mandates.actions import record_terms
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.meetings.actions import correct_meeting, record_meeting
from corcom.meetings.domain.meeting import Heading
from corcom.meetings.models import Attendance, Meeting
from corcom.participation import actions
from corcom.participation.domain.attendance import AttendanceLine, AttendancePerson, AttendanceRefused
from corcom.participation.queries import (
    attendance_of,
    attendance_steps,
    participants_of,
    released_lists,
    statistics_of,
)
from corcom.register.actions import record_treaty_actions
from corcom.register.domain.treaty_action_rows import packaged_actions


@pytest.fixture
def officer() -> User:
    return new_user(name="Anna Lindqvist")


@pytest.fixture
def number(officer: User) -> int:
    """A workshop to which Zambia comes and Norway does not; the ICRC has not answered."""
    number = an_invited_meeting(officer, kind="workshop")
    answered(number, "ZMB", ZAMBIA_COMES)
    answered(number, "NOR", SORRY)
    actions.open_attendance(meeting=number, by=officer, at=AT)
    return number


def line(number: int, code: str) -> AttendanceLine:
    taken = attendance_of(meeting=number)
    assert taken is not None
    return next(one for one in taken.lines if one.delegation.code == code)


def mark(number: int, code: str, presence: str, officer: User, **changes: Any) -> None:
    found = line(number, code)
    given = {"number": found.number, "version": found.version, "presence": presence, **changes}
    actions.mark_delegation(meeting=number, by=officer, at=AT, **given)


def test_it_begins_with_what_was_answered(number: int, officer: User) -> None:
    taken = attendance_of(meeting=number)
    assert taken is not None
    assert [(one.delegation.code, one.presence, [each.called for each in one.people]) for one in taken.lines] == [
        ("NOR", "apologies", []),
        ("ZMB", "expected", ["H.E. Ms. Ana Banda", "Bo Chanda"]),
    ]
    assert actions.open_attendance(meeting=number, by=officer, at=AT) == 0
    assert attendance_of(meeting=999) is None


def test_the_committee_is_expected_by_its_roster_with_its_roles(officer: User) -> None:
    record_terms(found=packaged_terms(), at=AT)
    number = an_invited_meeting(officer, on="2016-06-30")
    actions.open_attendance(meeting=number, by=officer, at=AT)
    found = line(number, "NLD")
    assert (found.delegation.name, found.presence, found.role) == ("Netherlands", "expected", "President")
    assert "Coordinator (" in line(number, "ZMB").role


def test_one_tap_marks_a_delegation_and_its_people(number: int, officer: User) -> None:
    mark(number, "ZMB", "present", officer)
    zambia = line(number, "ZMB")
    assert (zambia.presence, [one.here for one in zambia.people], zambia.changed_by) == (
        "present",
        [True, True],
        "Anna Lindqvist",
    )
    bo = zambia.people[1]
    actions.mark_person(meeting=number, number=bo.number, version=bo.version, here=False, by=officer, at=AT)
    assert [one.name for one in line(number, "ZMB").present] == ["Ana Banda"]
    mark(number, "ZMB", "absent", officer)
    assert [one.here for one in line(number, "ZMB").people] == [False, False]
    bo = line(number, "ZMB").people[1]
    actions.mark_person(meeting=number, number=bo.number, version=bo.version, here=True, by=officer, at=AT)
    assert (line(number, "ZMB").presence, [one.name for one in line(number, "ZMB").present]) == (
        "present",
        ["Bo Chanda"],
    )
    assert [
        (one.verb, one.delegation, one.person, one.before, one.after) for one in attendance_steps(meeting=number)
    ] == [
        ("marked", "Zambia", "Bo Chanda", "absent", "present"),
        ("marked", "Zambia", "", "present", "absent"),
        ("marked", "Zambia", "Bo Chanda", "present", "absent"),
        ("marked", "Zambia", "", "expected", "present"),
        ("opened", "", "", "", "4"),
    ]


def test_two_who_mark_at_once_are_told_unless_they_agree(number: int, officer: User) -> None:
    read = line(number, "ZMB")
    other = new_user(name="Ole Berg")
    mark(number, "ZMB", "present", other)
    given: dict[str, Any] = {"meeting": number, "number": read.number, "version": read.version, "by": officer, "at": AT}
    actions.mark_delegation(presence="present", **given)
    with pytest.raises(actions.AttendanceChanged) as changed:
        actions.mark_delegation(presence="absent", **given)
    assert (changed.value.name, changed.value.by, line(number, "ZMB").presence) == ("Zambia", "Ole Berg", "present")


def test_a_proxy_is_somebody_who_is_there(number: int, officer: User) -> None:
    with pytest.raises(AttendanceRefused, match="proxy_absent Zambia"):
        mark(number, "NOR", "proxy", officer, speaker="ZMB")
    mark(number, "ZMB", "present", officer)
    with pytest.raises(AttendanceRefused, match="proxy_itself Norway"):
        mark(number, "NOR", "proxy", officer, speaker="NOR")
    mark(number, "NOR", "proxy", officer, speaker="ZMB")
    norway = line(number, "NOR")
    assert (norway.presence, norway.speaker and norway.speaker.name) == ("proxy", "Zambia")
    with pytest.raises(AttendanceRefused, match="speaks Zambia"):
        mark(number, "ZMB", "absent", officer)
    with pytest.raises(AttendanceRefused, match="presence dancing"):
        mark(number, "NOR", "dancing", officer)


def test_who_comes_without_being_expected_is_added(number: int, officer: User) -> None:
    given: dict[str, Any] = {"meeting": number, "by": officer, "at": AT}
    chile = actions.add_delegation(code="CHL", name="", **given)
    assert actions.add_person(number=chile, name=" Carla  Soto ", title="Ms.", function="Attachée", **given)
    found = line(number, "CHL")
    assert (found.presence, found.people[0].called, found.people[0].here, found.people[0].on_the_spot) == (
        "present",
        "Ms. Carla Soto",
        True,
        True,
    )
    actions.add_delegation(code="", name="A town’s mayor", **given)
    assert line(number, "guest:a-towns-mayor").special
    for code, name, wrong in (("CHL", "", "twice"), ("", " ", "name"), ("XXX", "", "delegation")):
        with pytest.raises(AttendanceRefused, match=wrong):
            actions.add_delegation(code=code, name=name, **given)
    with pytest.raises(AttendanceRefused, match="twice"):
        actions.add_person(number=chile, name="CARLA SOTO", **given)


def test_a_final_list_closes_attendance_and_stands_with_the_meeting(number: int, officer: User) -> None:
    record_treaty_actions(actions=packaged_actions(), day=date(2026, 1, 1), at=AT)
    given: dict[str, Any] = {"meeting": number, "by": officer, "at": AT}
    with pytest.raises(AttendanceRefused, match="unmarked Zambia"):
        actions.release_participants(final=True, **given)
    assert actions.release_participants(final=False, **given) == 1
    with pytest.raises(actions.ListUnchanged):
        actions.release_participants(final=False, **given)
    mark(number, "ZMB", "present", officer)
    actions.add_delegation(code="icrc", name="", **given)
    assert actions.release_participants(final=True, **given) == 2
    with pytest.raises(AttendanceRefused, match="closed"):
        mark(number, "ZMB", "absent", officer)
    content = released_lists(meeting=number)[0].content
    assert [(one["kind"], [each["name"] for each in one["delegations"]]) for one in content["sections"]] == [
        ("state_party", ["Zambia"]),
        ("observer", ["ICRC"]),
    ]
    assert [(row.code, row.status, row.people) for row in Attendance.objects.filter(meeting=number)] == [
        ("icrc", "present", []),
        ("NOR", "apologies", []),
        ("ZMB", "present", ["H.E. Ms. Ana Banda", "Bo Chanda"]),
    ]
    found = statistics_of(meeting=number)
    assert (found.states.codes, found.of("state_party").number, found.bound.number, found.people) == (("ZMB",), 1, 1, 2)
    actions.reopen_attendance(**given)
    mark(number, "ZMB", "absent", officer)
    assert [one.version for one in released_lists(meeting=number)] == [2, 1]
    assert released_lists(meeting=number)[0].content == content


def test_a_record_that_was_read_from_a_file_is_not_overwritten(number: int, officer: User) -> None:
    record_meeting(heading=Heading(convention="CCM", body="Coordination Committee", date="2016-06-30"))
    actions.mark_rest_absent(meeting=number, by=officer, at=AT)
    actions.add_delegation(meeting=number, code="CHL", name="", by=officer, at=AT)
    actions.release_participants(meeting=number, final=True, by=officer, at=AT)
    assert Attendance.objects.filter(meeting=number).count() == 0
    taken = attendance_of(meeting=number)
    assert taken is not None
    assert (taken.is_closed, [one.delegation.code for one in taken.marked("absent")]) == (True, ["ZMB"])


def test_the_list_before_the_meeting_names_who_is_nominated(officer: User) -> None:
    number = an_invited_meeting(officer)
    answered(number, "ZMB", ZAMBIA_COMES)
    found = participants_of(meeting=number)
    assert [(one["kind"], [each["name"] for each in one["delegations"]]) for one in found["sections"]] == [
        ("state_not_party", ["Zambia"])
    ]
    assert [one["name"] for one in found["sections"][0]["delegations"][0]["people"]] == ["Ana Banda", "Bo Chanda"]
    assert not found["is_final"]


def test_what_was_copied_stays_whatever_becomes_of_the_answer(number: int) -> None:
    answered(number, "ZMB", SORRY)
    assert line(number, "ZMB").people == (
        AttendancePerson(
            name="Ana Banda",
            title="H.E. Ms.",
            function="Permanent Representative",
            is_head=True,
            number=line(number, "ZMB").people[0].number,
            version=1,
        ),
        AttendancePerson(
            name="Bo Chanda", function="Counsellor", number=line(number, "ZMB").people[1].number, version=1
        ),
    )


def test_what_was_added_by_mistake_is_taken_off_and_stays_in_the_history(number: int, officer: User) -> None:
    given: dict[str, Any] = {"meeting": number, "by": officer, "at": AT}
    zambia = line(number, "ZMB")
    actions.add_person(number=zambia.number, name="Chola Daka", is_head=True, **given)
    assert [(one.name, one.is_head) for one in line(number, "ZMB").people] == [
        ("Chola Daka", True),
        ("Ana Banda", False),
        ("Bo Chanda", False),
    ]
    actions.take_off(number=zambia.number, someone=line(number, "ZMB").people[0].number, **given)
    assert [one.name for one in line(number, "ZMB").people] == ["Ana Banda", "Bo Chanda"]
    chile = actions.add_delegation(code="CHL", name="", **given)
    mark(number, "NOR", "proxy", officer, speaker="CHL")
    with pytest.raises(AttendanceRefused, match="speaks Chile"):
        actions.take_off(number=chile, **given)
    mark(number, "NOR", "apologies", officer)
    actions.take_off(number=chile, **given)
    with pytest.raises(actions.NotOnTheList):
        actions.take_off(number=chile, **given)
    assert next((one.verb, one.delegation, one.person) for one in attendance_steps(meeting=number)) == (
        "taken_off",
        "Chile",
        "",
    )


def test_all_of_it_stays_when_the_record_comes_to_the_planned_day_or_leaves_it(number: int, officer: User) -> None:
    actions.mark_rest_absent(meeting=number, by=officer, at=AT)
    heading = Heading(convention="CCM", body="Coordination Committee", date="2016-06-29")
    record = record_meeting(heading=heading)
    # The record turns out to be of the planned day: both are one meeting now.
    correct_meeting(meeting=record, heading=replace(heading, date="2016-06-30"))
    taken = attendance_of(meeting=record.pk)
    assert taken is not None
    assert [one.delegation.code for one in taken.lines] == ["NOR", "ZMB"]
    # And of another day after all: the plan has a row of its own again, and what was taken goes with it.
    correct_meeting(meeting=record, heading=heading)
    assert attendance_of(meeting=record.pk) is None
    planned = Meeting.objects.get(plan__isnull=False)
    assert attendance_of(meeting=planned.pk) == replace(taken, meeting=planned.pk)
