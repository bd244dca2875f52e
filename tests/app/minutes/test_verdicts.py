from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from tests.app.minutes.conftest import Find, Read
from tests.factories.minutes import TEXT, a_reading
from tests.factories.rows import AT, new_file, new_user

from corcom.access.models import User
from corcom.followup.actions import AlreadyFollowedUp, close_commitment
from corcom.followup.domain.commitment import Ref
from corcom.followup.queries import action_point, action_points, decisions, history_of
from corcom.kernel.actor import Actor
from corcom.meetings.actions import MeetingExists, MeetingIncomplete
from corcom.meetings.models import AgendaItem, Attendance, Meeting
from corcom.minutes.actions import (
    AlreadyGiven,
    HeadingRejected,
    MeetingInUse,
    NothingToUndo,
    VerdictSince,
    accept_certain,
    accept_finding,
    accept_findings,
    edit_finding,
    reject_finding,
    undo_verdict,
)
from corcom.minutes.domain.findings import PayloadRefused
from corcom.minutes.models import Finding, Verdict
from corcom.minutes.queries import NoSuchFinding, finding

DAY = date(2016, 6, 1)


def _verdicts(row: Finding) -> list[tuple[str, str]]:
    return list(row.verdicts.order_by("id").values_list("verdict", "by__username"))


def test_accepting_a_promise_makes_it_a_commitment_of_its_meeting(read: Read, find: Find, officer: User) -> None:
    read()
    accept_finding(finding=find("action_point").pk, by=officer, at=AT)
    (point,) = action_points(day=DAY)
    assert (point.terms.text, point.terms.owners) == ("send a letter to Angola", (Actor("ZMB", "Zambia"),))
    assert (point.terms.body, point.terms.raised_on) == ("Coordination Committee", date(2016, 5, 26))
    assert point.terms.agenda == "2 Universalization (Ecuador and Zambia)"
    assert point.terms.theme == "Universalization"
    assert TEXT[point.evidence.start : point.evidence.end] == point.evidence.quote


def test_accepting_anything_accepts_the_head_of_the_record_first(read: Read, find: Find, officer: User) -> None:
    read()
    row = find("action_point")
    accept_finding(finding=row.pk, by=officer, at=AT)
    meeting = Meeting.objects.get()
    assert (meeting.convention, meeting.body, meeting.starts_on) == ("CCM", "Coordination Committee", date(2016, 5, 26))
    assert (meeting.number, meeting.chair_code, meeting.chair_person) == (4, "HRV", "Ms. Ana Horvat")
    head = find("meeting")
    assert (head.state, head.reading.meeting) == ("accepted", meeting)
    assert _verdicts(head) == _verdicts(row) == [("accepted", officer.username)]


def test_a_verdict_is_given_once(read: Read, find: Find, officer: User) -> None:
    read()
    number = find("agenda_item").pk
    accept_finding(finding=number, by=officer, at=AT)
    with pytest.raises(AlreadyGiven):
        accept_finding(finding=number, by=officer, at=AT)
    reject_finding(finding=number, by=officer, at=AT)
    with pytest.raises(AlreadyGiven):
        reject_finding(finding=number, by=officer, at=AT)
    with pytest.raises(NoSuchFinding):
        accept_finding(finding=0, by=officer, at=AT)


def test_what_the_record_says_was_done_is_closed_by_its_own_words(read: Read, find: Find, officer: User) -> None:
    read()
    row = find("action_point", status="done")
    accept_finding(finding=row.pk, by=officer, at=AT)
    (point,) = action_points(day=DAY)
    assert (point.state, point.turned_on) == ("done", date(2016, 5, 26))
    undo_verdict(finding=row.pk, by=officer, at=AT)
    assert action_points(day=DAY) == []


def test_editing_confirms_other_values_and_corrects_what_was_confirmed(read: Read, find: Find, officer: User) -> None:
    read()
    row = find("action_point")
    edit_finding(finding=row.pk, payload={"owner": ["Ecuador"]}, by=officer, at=AT)
    (point,) = action_points(day=DAY)
    assert point.terms.owners == (Actor("ECU", "Ecuador"),)
    edit_finding(finding=row.pk, payload={"due": "2016-07"}, by=officer, at=AT)
    row.refresh_from_db()
    assert row.confirmed == {**row.payload, "owner": ["Ecuador"], "due": "2016-07"}
    assert list(row.actors.values_list("code", flat=True)) == ["ECU"]
    assert action_point(number=point.ref.number, day=DAY).terms.due_on == date(2016, 7, 31)
    assert [step.kind for step in history_of(commitment=point.ref)] == ["recorded", "corrected"]


@pytest.mark.parametrize(
    ("payload", "key"), [({"owner": 3}, "owner"), ({"deadline": "x"}, "deadline"), ({"kind": "spoken"}, "kind")]
)
def test_an_edit_that_does_not_fit_is_refused_and_nothing_kept(
    read: Read, find: Find, officer: User, payload: dict[str, object], key: str
) -> None:
    read()
    with pytest.raises(PayloadRefused) as refused:
        edit_finding(finding=find("action_point").pk, payload=payload, by=officer, at=AT)
    assert (refused.value.kind, refused.value.key) == ("action_point", key)
    assert (Verdict.objects.count(), Meeting.objects.count()) == (0, 0)


def test_rejecting_takes_it_out_of_the_record_and_undoing_brings_it_back(read: Read, find: Find, officer: User) -> None:
    read()
    row = find("action_point")
    accept_finding(finding=row.pk, by=officer, at=AT)
    (point,) = action_points(day=DAY)
    reject_finding(finding=row.pk, by=officer, at=AT)
    assert action_points(day=DAY) == []
    undo_verdict(finding=row.pk, by=officer, at=AT)
    assert action_points(day=DAY) == [point]
    assert [verdict for verdict, _ in _verdicts(row)] == ["accepted", "rejected", "undone"]
    assert [step.kind for step in history_of(commitment=point.ref)] == ["recorded", "withdrawn", "recorded"]


def test_undoing_gives_back_what_was_confirmed_before(read: Read, find: Find, officer: User) -> None:
    read()
    row = find("action_point")
    edit_finding(finding=row.pk, payload={"text": "write to Angola"}, by=officer, at=AT)
    edit_finding(finding=row.pk, payload={"text": "write to Luanda"}, by=officer, at=AT)
    undo_verdict(finding=row.pk, by=officer, at=AT)
    assert [found.terms.text for found in action_points(day=DAY)] == ["write to Angola"]
    undo_verdict(finding=row.pk, by=officer, at=AT)
    row.refresh_from_db()
    assert (row.state, row.confirmed, action_points(day=DAY)) == ("proposed", None, [])
    with pytest.raises(NothingToUndo):
        undo_verdict(finding=row.pk, by=officer, at=AT)


def test_what_was_followed_up_since_is_not_undone(read: Read, find: Find, officer: User) -> None:
    read()
    row = find("action_point")
    accept_finding(finding=row.pk, by=officer, at=AT)
    row.refresh_from_db()
    ref = Ref("action_point", row.action_point_id or 0)
    close_commitment(commitment=ref, on=date(2016, 6, 9), by=officer, at=AT, note="sent")
    for take_back in (undo_verdict, reject_finding):
        with pytest.raises(AlreadyFollowedUp) as refused:
            take_back(finding=row.pk, by=officer, at=AT)
        assert refused.value.steps == ("closed",)
    assert _verdicts(row) == [("accepted", officer.username)]


def test_agenda_and_attendance_follow_the_verdicts(read: Read, find: Find, officer: User) -> None:
    recorded = read()
    everything = [f.pk for f in recorded.reading.findings.all()]
    assert accept_findings(findings=everything, by=officer, at=AT) == 16
    assert list(AgendaItem.objects.values_list("number", "title")) == [
        ("1", "Opening"),
        ("2", "Universalization (Ecuador and Zambia)"),
        ("3", "Hosting of the next meeting"),
    ]
    assert list(Attendance.objects.values_list("code", "status", "people")) == [
        ("HRV", "present", ["Ms. Ana Horvat"]),
        ("NOR", "present", ["Mr. Ole Berg"]),
        ("icrc", "present", []),
        ("CHL", "apologies", []),
    ]
    undo_verdict(finding=find("attendance").pk, by=officer, at=AT)
    edit_finding(finding=find("agenda_item").pk, payload={"title": "Opening remarks"}, by=officer, at=AT)
    assert list(Attendance.objects.values_list("code", flat=True)) == ["NOR", "icrc", "CHL"]
    assert AgendaItem.objects.values_list("title", flat=True)[0] == "Opening remarks"


def test_the_next_meeting_is_set_and_taken_back(read: Read, find: Find, officer: User) -> None:
    read()
    row = find("next_meeting")
    accept_finding(finding=row.pk, by=officer, at=AT)
    meeting = Meeting.objects.get()
    assert (meeting.next_on, meeting.next_time, meeting.next_place) == (date(2016, 6, 30), "10:00", "Room XXII")
    undo_verdict(finding=row.pk, by=officer, at=AT)
    meeting.refresh_from_db()
    assert (meeting.next_on, meeting.next_date) == (None, "")


def test_a_body_decides_on_the_day_of_its_meeting(read: Read, find: Find, officer: User) -> None:
    read()
    accept_finding(finding=find("decision").pk, by=officer, at=AT)
    (decided,) = decisions(day=DAY)
    assert (decided.terms.text, decided.terms.body) == (
        "meet on the last Thursday of each month",
        "Coordination Committee",
    )


def test_all_that_is_certain_is_accepted_at_once(read: Read, find: Find, officer: User) -> None:
    recorded = read()
    # The head, three delegations, two agenda items and one promise.
    assert accept_certain(reading=recorded.reading.pk, by=officer, at=AT) == 7
    assert accept_certain(reading=recorded.reading.pk, by=officer, at=AT) == 0
    assert find("absence").state == "proposed"


def test_a_meeting_needs_a_day(read: Read, find: Find, officer: User) -> None:
    read(found=a_reading(date=None))
    with pytest.raises(MeetingIncomplete) as refused:
        accept_finding(finding=find("action_point").pk, by=officer, at=AT)
    assert refused.value.missing == ("date",)
    assert (Verdict.objects.count(), action_points(day=DAY)) == (0, [])
    edit_finding(finding=find("meeting").pk, payload={"date": "2016-05-26"}, by=officer, at=AT)
    accept_finding(finding=find("action_point").pk, by=officer, at=AT)
    assert len(action_points(day=DAY)) == 1


def test_nothing_enters_the_record_of_a_rejected_meeting(read: Read, find: Find, officer: User) -> None:
    read()
    head = find("meeting")
    reject_finding(finding=head.pk, by=officer, at=AT)
    with pytest.raises(HeadingRejected) as refused:
        accept_finding(finding=find("action_point").pk, by=officer, at=AT)
    assert refused.value.heading == head.pk


def test_a_meeting_is_taken_back_once_nothing_rests_on_it(read: Read, find: Find, officer: User) -> None:
    read()
    row, head = find("action_point"), find("meeting")
    accept_finding(finding=row.pk, by=officer, at=AT)
    with pytest.raises(MeetingInUse) as refused:
        undo_verdict(finding=head.pk, by=officer, at=AT)
    assert refused.value.count == 1
    undo_verdict(finding=row.pk, by=officer, at=AT)
    undo_verdict(finding=head.pk, by=officer, at=AT)
    assert Meeting.objects.count() == 0


def test_a_corrected_day_is_the_day_of_everything_promised_there(read: Read, find: Find, officer: User) -> None:
    read()
    accept_finding(finding=find("action_point").pk, by=officer, at=AT)
    edit_finding(finding=find("meeting").pk, payload={"date": "2016-05-24"}, by=officer, at=AT)
    (point,) = action_points(day=date(2016, 5, 25))
    assert point.terms.raised_on == date(2016, 5, 24)
    assert history_of(commitment=point.ref)[-1].before == {"raised_on": "2016-05-26"}


def test_a_corrected_day_cannot_be_that_of_another_meeting(read: Read, find: Find, officer: User) -> None:
    read()
    accept_finding(finding=find("meeting").pk, by=officer, at=AT)
    other = read(file=new_file(), found=a_reading(date="2016-06-30")).reading
    head = other.findings.get(kind="meeting")
    accept_finding(finding=head.pk, by=officer, at=AT)
    with pytest.raises(MeetingExists):
        edit_finding(finding=head.pk, payload={"date": "2016-05-26"}, by=officer, at=AT)


def test_two_documents_of_one_meeting_make_one_meeting_and_one_promise(read: Read, find: Find, officer: User) -> None:
    draft = read().reading
    final = read(file=new_file()).reading
    rows = [
        reading.findings.get(kind="action_point", position__lt=99, payload__status="open") for reading in (draft, final)
    ]
    for row in rows:
        accept_finding(finding=row.pk, by=officer, at=AT)
    assert Meeting.objects.count() == 1
    assert len(action_points(day=DAY)) == 1
    undo_verdict(finding=rows[0].pk, by=officer, at=AT)
    assert len(action_points(day=DAY)) == 1
    undo_verdict(finding=rows[1].pk, by=officer, at=AT)
    assert action_points(day=DAY) == []


STEPS: dict[str, Callable[..., None]] = {
    "accepted": accept_finding,
    "rejected": reject_finding,
    "edited": partial(edit_finding, payload={"text": "send two letters"}),
    "undone": undo_verdict,
}


@pytest.mark.parametrize("second", STEPS)
@pytest.mark.parametrize("first", ["accepted", "rejected", "edited"])
def test_what_somebody_else_said_since_is_not_passed_over(
    read: Read, find: Find, officer: User, first: str, second: str
) -> None:
    read()
    row = find("action_point")
    STEPS[first](finding=row.pk, by=new_user(username="bea", name="Bea Berg"), at=AT, seen=0)
    before = find("action_point")
    with pytest.raises(VerdictSince) as refused:
        STEPS[second](finding=row.pk, by=officer, at=AT, seen=0)
    assert (refused.value.verdict, refused.value.by, refused.value.at) == (first, "Bea Berg", AT)
    after = find("action_point")
    assert (after.state, after.confirmed, _verdicts(after)) == (before.state, before.confirmed, [(first, "bea")])
    STEPS["undone"](finding=row.pk, by=officer, at=AT, seen=after.verdicts.get().pk)
    assert find("action_point").state == "proposed"


def test_an_undoing_is_a_verdict_to_have_seen_too(read: Read, find: Find, officer: User) -> None:
    read()
    row = find("action_point")
    accept_finding(finding=row.pk, by=officer, at=AT)
    accepted = row.verdicts.get().pk
    undo_verdict(finding=row.pk, by=officer, at=AT, seen=accepted)
    with pytest.raises(VerdictSince):
        reject_finding(finding=row.pk, by=officer, at=AT, seen=accepted)
    assert finding(number=row.pk).last_verdict == row.verdicts.latest("pk").pk
