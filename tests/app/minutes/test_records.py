from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.app.minutes.conftest import Find, Read
from tests.factories.minutes import a_reading
from tests.factories.rows import AT, new_file

from corcom.access.models import User
from corcom.kernel.actor import Actor
from corcom.meetings.queries import NoSuchMeeting, bodies_that_met, meeting_days
from corcom.meetings.queries import meeting as held
from corcom.minutes.actions import (
    MergedIntoItself,
    WithoutTitle,
    accept_finding,
    accept_findings,
    merge_questions,
    rename_question,
)
from corcom.minutes.models import Finding
from corcom.minutes.queries import (
    NoSuchActor,
    NoSuchQuestion,
    actors,
    meeting_record,
    meetings_list,
    question_page,
    questions,
    state_page,
)

DAY = date(2016, 9, 1)
DATES = ("2016-05-26", "2016-06-30", "2016-07-28")


@pytest.fixture
def recorded(read: Read, officer: User) -> Any:
    """Take in the minutes of so many meetings and accept everything; gives the meetings, earliest first."""

    def take_in(meetings: int) -> list[int | None]:
        numbers = []
        for day in DATES[:meetings]:
            reading = read(file=new_file(), found=a_reading(date=day)).reading
            accept_findings(findings=[f.pk for f in reading.findings.all()], by=officer, at=AT)
            reading.refresh_from_db()
            numbers.append(reading.meeting_id)
        return numbers

    return take_in


def test_a_record_holds_what_was_confirmed_with_its_words(recorded: Any) -> None:
    (number,) = recorded(1)
    record = meeting_record(meeting=number, day=DAY)
    assert (record.heading.body, record.heading.date, record.heading.number) == ("Coordination Committee", DATES[0], 4)
    assert record.heading.chair == Actor("HRV", "Croatia")
    assert record.next_meeting is not None
    assert (record.next_meeting.date, record.next_meeting.place) == ("2016-06-30", "Room XXII")
    assert [(a.item.delegation, a.actors[0].code) for a in record.attendance] == [
        ("Croatia", "HRV"),
        ("Norway", "NOR"),
        ("ICRC", "icrc"),
    ]
    assert [a.item.delegation for a in record.absences] == ["Chile"]
    assert [(p.item.item.title if p.item else None, [i.item.text for i in p.interventions]) for p in record.agenda] == [
        ("Opening", []),
        ("Universalization (Ecuador and Zambia)", ["reported on its visit to Luanda"]),
        ("Hosting of the next meeting", []),
    ]
    assert [(p.followed.terms.text, p.followed.state) for p in record.action_points] == [
        ("send a letter to Angola", "overdue"),
        ("posted the calendar", "done"),
    ]
    assert [p.followed.terms.text for p in record.decisions] == ["meet on the last Thursday of each month"]
    assert record.competence.flagged
    assert (len(record.files), record.waiting, record.mandates[0].item.holders) == (1, 0, ("Ecuador", "Zambia"))


def test_only_what_was_confirmed_is_in_the_record(read: Read, find: Find, officer: User) -> None:
    read()
    accept_finding(finding=find("mandate").pk, by=officer, at=AT)
    number = find("meeting").reading.meeting_id
    assert number is not None
    record = meeting_record(meeting=number, day=DAY)
    assert (len(record.mandates), len(record.attendance), record.waiting) == (1, 0, 14)
    with pytest.raises(NoSuchMeeting):
        meeting_record(meeting=number + 1, day=DAY)


def test_two_documents_of_one_meeting_tell_things_once(read: Read, officer: User) -> None:
    for _ in range(2):
        reading = read(file=new_file()).reading
        accept_findings(findings=[f.pk for f in reading.findings.all()], by=officer, at=AT)
    reading.refresh_from_db()
    record = meeting_record(meeting=reading.meeting_id or 0, day=DAY)
    assert (len(record.files), len(record.attendance), len(record.action_points)) == (2, 3, 2)


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_cost_the_same_whatever_their_length(recorded: Any, rows: int, django_assert_num_queries: Any) -> None:
    numbers = recorded(rows)
    with django_assert_num_queries(1):
        assert len(meetings_list()) == rows
    with django_assert_num_queries(9):
        meeting_record(meeting=numbers[0], day=DAY)
    with django_assert_num_queries(3):
        questions()
    number = _question()
    with django_assert_num_queries(4):
        question_page(number=number)
    with django_assert_num_queries(7):
        state_page(code="ZMB", day=DAY)
    with django_assert_num_queries(1):
        actors()
    with django_assert_num_queries(3):
        held(number=numbers[0])
    with django_assert_num_queries(1):
        assert bodies_that_met() == [("CCM", "Coordination Committee")]


def _question() -> int:
    row = Finding.objects.filter(kind="position").first()
    assert row is not None
    return row.question_id or 0


def test_meetings_are_listed_the_latest_first_with_what_they_hold(recorded: Any) -> None:
    recorded(3)
    found = meetings_list(convention="CCM", year=2016)
    assert [(line.heading.date, line.action_points, line.decisions, line.waiting) for line in found] == [
        (day, 2, 1, 0) for day in reversed(DATES)
    ]
    assert meetings_list(body="Meeting of States Parties") == []


def test_who_wants_what_is_seen_on_the_page_of_a_question(recorded: Any) -> None:
    recorded(1)
    (line,) = questions(convention="CCM")
    assert (line.title, line.opened_on) == ("Hosting of the next meeting", date(2016, 5, 26))
    assert line.stances == {"for": 1, "undecided": 1}
    page = question_page(number=line.id)
    assert {stance: [s.actor.code for s in found] for stance, found in page.standing.items()} == {
        "for": ["NOR"],
        "against": [],
        "asks": [],
        "undecided": ["HRV"],
    }
    with pytest.raises(NoSuchQuestion):
        question_page(number=line.id + 1)


def test_a_renamed_question_is_still_found_by_its_wording(recorded: Any, officer: User) -> None:
    recorded(1)
    (line,) = questions()
    rename_question(question=line.id, title="Where to meet next")
    recorded(2)
    (again,) = questions()
    assert (again.id, again.title) == (line.id, "Where to meet next")
    with pytest.raises(WithoutTitle):
        rename_question(question=line.id, title=" ")


def test_questions_that_ask_the_same_are_joined_for_good(read: Read, officer: User, recorded: Any) -> None:
    recorded(1)
    (kept,) = questions()
    position = a_reading().positions[0]
    other = type(position)(
        question="Venue", delegation="Chile", stance="against", text=position.text, evidence=position.evidence
    )
    reading = read(file=new_file(), found=a_reading(date=DATES[1], positions=(other,))).reading
    accept_findings(findings=[f.pk for f in reading.findings.filter(kind="position")], by=officer, at=AT)
    joined = next(line for line in questions() if line.id != kept.id)
    merge_questions(keep=kept.id, other=joined.id)
    (line,) = questions()
    assert (line.id, line.stances) == (kept.id, {"for": 1, "undecided": 1, "against": 1})
    third = read(file=new_file(), found=a_reading(date=DATES[2], positions=(other,))).reading
    accept_findings(findings=[f.pk for f in third.findings.filter(kind="position")], by=officer, at=AT)
    assert [line.id for line in questions()] == [kept.id]
    with pytest.raises(MergedIntoItself):
        merge_questions(keep=joined.id, other=kept.id)


def test_a_states_page_shows_what_it_promised_said_and_stood_for(recorded: Any) -> None:
    recorded(2)
    page = state_page(code="ZMB", day=DAY)
    assert page.actor == Actor("ZMB", "Zambia")
    assert [(p.terms.text, p.terms.theme, p.state) for p in page.promised] == [
        ("send a letter to Angola", "Universalization", "overdue")
    ] * 2
    assert [(s.heading.date, s.theme, s.source.item.text) for s in page.said] == [
        (day, "Universalization", "reported on its visit to Luanda") for day in reversed(DATES[:2])
    ]
    assert [m.item.theme for m in page.coordinated] == ["Universalization"] * 2
    norway = state_page(code="NOR", day=DAY)
    assert [(s.source.item.stance, s.heading.date) for s in norway.stood] == [("for", d) for d in reversed(DATES[:2])]
    assert [(a.status, a.people) for a in norway.attended] == [("present", ("Mr. Ole Berg",))] * 2
    assert len(state_page(code="NOR", day=date(2016, 6, 1)).attended) == 1
    with pytest.raises(NoSuchActor):
        state_page(code="XXX", day=DAY)
    assert ("NOR", "Norway") in [(line.actor.code, line.actor.name) for line in actors(convention="CCM")]


def test_the_meetings_around_a_day_are_known_or_estimated(recorded: Any) -> None:
    recorded(2)
    found = meeting_days(convention="CCM", body="Coordination Committee", day=date(2016, 6, 1))
    assert found is not None
    assert (found.since, found.next_on, found.following_on, found.estimated) == (
        date(2016, 5, 26),
        date(2016, 6, 30),
        date(2016, 7, 28),
        ("following_on",),
    )
    assert meeting_days(convention="CCM", body="Coordination Committee", day=date(2016, 1, 1)) is None
