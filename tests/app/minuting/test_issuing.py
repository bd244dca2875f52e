from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.factories.plans import a_plan
from tests.factories.rows import AT, new_user
from tests.factories.written import begun, full, section, wrote
from tests.web.kept import an_action_point

from corcom.access.models import User
from corcom.consultation.actions import comment_on
from corcom.consultation.domain.circulated import CirculationRefused
from corcom.consultation.domain.comments import Comment, Place
from corcom.followup.actions import close_commitment
from corcom.followup.domain.commitment import Ref
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.queries import action_points, history_of
from corcom.meetings.domain.meeting import NextMeeting
from corcom.meetings.queries import NoSuchMeeting, meeting_days
from corcom.minutes.domain.written.meeting_reading import from_meeting_json
from corcom.minutes.queries import meeting_record, record_json
from corcom.minuting.actions import (
    AlreadyApproved,
    CommentsWanted,
    NotALaterMeeting,
    NotApproved,
    NotCirculated,
    NotHeldYet,
    NothingNew,
    NothingWritten,
    WithoutANote,
    hide_minutes,
    publish_minutes,
    remove_paragraph,
    reopen_minutes,
    write_paragraph,
)
from corcom.minuting.domain.corrections import NotedCorrection
from corcom.minuting.domain.issue import Approval
from corcom.minuting.domain.paragraphs import TakingDown
from corcom.minuting.queries import (
    NotPublic,
    approved_by,
    consultation_of,
    issue_of,
    issues_of,
    minutes_draft,
    open_points,
    paragraph_comments,
    public_minutes,
    with_wording,
)
from corcom.oversight.actions import approve_minutes, circulate_minutes, import_records
from corcom.oversight.queries import search
from corcom.oversight.queries.coherence import verdict_disagreements

pytestmark = pytest.mark.django_db

SOON = AT + timedelta(days=60)
LATER = AT + timedelta(days=90)
DAY = date(2016, 7, 1)


@pytest.fixture
def anna() -> User:
    return new_user(username="anna", name="Anna")


def change(meeting: int, by: User, number: int, **said: Any) -> None:
    """Write a paragraph (by its number in the document) anew."""
    one = next(p for s in minutes_draft(meeting=meeting).sections for p in s.paragraphs if p.place == number)
    new = TakingDown(**{**{key: getattr(one.said, key) for key in ("kind", "delegation", "owners", "due")}, **said})
    write_paragraph(meeting=meeting, number=one.id, before=one.said, said=new, by=by, at=LATER)


def points() -> list[tuple[str, str, str, tuple[str, ...]]]:
    found = action_points(day=DAY, wanted=Wanted())
    return [(one.terms.text, one.terms.due, one.state, tuple(o.code for o in one.terms.owners)) for one in found]


def test_circulated_minutes_are_a_record_like_one_that_was_read_from_a_file(anna: User) -> None:
    meeting = full(anna)
    done = circulate_minutes(meeting=meeting, by=anna, at=SOON)
    record = meeting_record(meeting=meeting, day=DAY)
    assert (done.version, done.refused, record.waiting) == (1, (), 0)
    assert [(one.item.delegation, one.item.people) for one in record.attendance] == [
        ("Croatia", ("Ana Horvat",)),
        ("Zambia", ()),
    ]
    assert [(one.item.delegation, one.item.kind) for one in record.absences] == [("Chile", "apologies")]
    said = [one.item for part in record.agenda for one in part.interventions]
    assert [(one.agenda, one.delegation, one.text) for one in said] == [("1", "Croatia", "The letters had gone out.")]
    assert [one.followed.terms.text for one in record.decisions] == ["The letters go out once a year."]
    assert points() == [("write to Angola", "2016-07-15", "open", ("ZMB", "ccm-isu"))]
    assert [(file.name) for file in record.files] == ["minutes-2016-06-30-v1.txt"]
    assert verdict_disagreements() == []


def test_the_words_of_the_minutes_are_the_evidence(anna: User) -> None:
    meeting = full(anna)
    circulate_minutes(meeting=meeting, by=anna, at=SOON)
    [point] = action_points(day=DAY, wanted=Wanted())
    assert point.evidence.quote == "Action point: write to Angola (Zambia, ISU; by 15 July 2016)."
    [issued] = issues_of(meeting=meeting)
    assert point.file_id == issued.file


def test_search_finds_the_minutes_and_the_body_met(anna: User) -> None:
    meeting = full(anna)
    circulate_minutes(meeting=meeting, by=anna, at=SOON)
    found = search(words='"letters had gone out"')
    assert [one.text for one in found.hits] == ["4. Croatia: The letters had gone out."]
    days = meeting_days(convention="CCM", body="Coordination Committee", day=DAY)
    assert days is not None
    assert days.since == date(2016, 6, 30)


def test_approval_corrects_the_record_and_notes_the_corrections_and_links_both_ways(anna: User) -> None:
    meeting, following = full(anna), a_plan(anna, "2016-07-28")
    circulate_minutes(meeting=meeting, by=anna, at=SOON)
    [before] = action_points(day=DAY, wanted=Wanted())
    change(meeting, anna, 6, text="write to Angola and Chad", due="2016-07-20")
    change(meeting, anna, 4, text="The letters had gone out in May.")
    done = approve_minutes(meeting=meeting, approved_at=following, by=anna, at=LATER, note="Croatia asked for it.")
    issued = issue_of(meeting=meeting, version=2)
    assert issued is not None
    assert (done.version, done.refused, issued.issue.kind) == (2, (), "approved")
    assert issued.issue.approval == Approval(
        meeting=following, body="Coordination Committee", date="2016-07-28", note="Croatia asked for it."
    )
    assert issued.issue.corrections == (
        NotedCorrection(
            kind="changed",
            number=4,
            before="Croatia: The letters had gone out.",
            after="Croatia: The letters had gone out in May.",
        ),
        NotedCorrection(
            kind="changed",
            number=6,
            before="Action point: write to Angola (Zambia, ISU; by 15 July 2016).",
            after="Action point: write to Angola and Chad (Zambia, ISU; by 20 July 2016).",
        ),
    )
    assert points() == [("write to Angola and Chad", "2016-07-20", "open", ("ZMB", "ccm-isu"))]
    [after] = action_points(day=DAY, wanted=Wanted())
    assert (after.ref, after.file_id) == (before.ref, issued.file)
    assert after.evidence.quote == "Action point: write to Angola and Chad (Zambia, ISU; by 20 July 2016)."
    assert [(one.meeting, one.issue.version) for one in approved_by(meeting=following)] == [(meeting, 2)]
    record = meeting_record(meeting=meeting, day=DAY)
    assert [one.item.text for part in record.agenda for one in part.interventions] == [
        "The letters had gone out in May."
    ]
    assert [file.name for file in record.files] == ["minutes-2016-06-30-v2.txt"]
    assert verdict_disagreements() == []


def test_approval_without_a_change_moves_everything_to_the_approved_text_and_corrects_nothing(anna: User) -> None:
    meeting, following = full(anna), a_plan(anna, "2016-07-28")
    circulate_minutes(meeting=meeting, by=anna, at=SOON)
    before = points()
    approve_minutes(meeting=meeting, approved_at=following, by=anna, at=LATER)
    [issued, _] = issues_of(meeting=meeting)
    [point] = action_points(day=DAY, wanted=Wanted())
    assert (points(), issued.issue.corrections, point.file_id) == (before, (), issued.file)
    assert [step.kind for step in history_of(commitment=point.ref)] == ["recorded"]
    record = meeting_record(meeting=meeting, day=DAY)
    assert (len(record.attendance), len(record.agenda), record.waiting) == (2, 3, 0)
    assert record.next_meeting == NextMeeting(
        date="2016-07-28", time="10:00", place="Palais des Nations", tentative=True
    )


def test_what_was_taken_out_leaves_the_record_unless_somebody_followed_it_up(anna: User) -> None:
    meeting, following = full(anna), a_plan(anna, "2016-07-28")
    wrote(meeting, anna, kind="action_point", text="call the host", owners="Croatia")
    circulate_minutes(meeting=meeting, by=anna, at=SOON)
    first = next(one for one in action_points(day=DAY) if one.terms.text == "write to Angola")
    close_commitment(commitment=first.ref, on=DAY, by=anna, at=AT, note="The letter went out.")
    for one in section(meeting).paragraphs:
        if one.said.kind == "action_point":
            remove_paragraph(meeting=meeting, number=one.id, by=anna, at=LATER)
    done = approve_minutes(meeting=meeting, approved_at=following, by=anna, at=LATER)
    assert [(one.words, type(one.why).__name__) for one in done.refused] == [("write to Angola", "AlreadyFollowedUp")]
    assert [(text, state) for text, _, state, _ in points()] == [("write to Angola", "done")]


def test_open_points_that_are_reported_on_are_taken_up_or_closed_with_the_words_that_show_it(anna: User) -> None:
    kept, visited = an_action_point(text="keep the list"), an_action_point(text="visit Luanda", due="2016-06-10")
    found = open_points(convention="CCM", body="Coordination Committee", day=date(2016, 6, 30))
    assert {one.key: one.words for one in found} == {
        f"action_point:{kept}": "Keep the list (Croatia, 30 June 2016)",
        f"action_point:{visited}": "Visit Luanda (Croatia, 10 June 2016)",
    }
    meeting, following = begun(anna), a_plan(anna, "2016-07-28")
    wrote(meeting, anna, kind="report", commitment=f"action_point:{kept}", delegation="Croatia", text="It grows.")
    wrote(meeting, anna, kind="report", commitment=f"action_point:{visited}", text="Seen.", done=True)
    circulate_minutes(meeting=meeting, by=anna, at=SOON)
    change(meeting, anna, 1, text="It grows daily.", commitment=f"action_point:{kept}")
    approve_minutes(meeting=meeting, approved_at=following, by=anna, at=LATER)
    steps = {
        number: [(one.kind, one.on, one.note) for one in history_of(commitment=Ref("action_point", number))]
        for number in (kept, visited)
    }
    raised, met = date(2016, 4, 28), date(2016, 6, 30)
    assert steps == {
        kept: [("recorded", raised, ""), ("taken_up", met, "It grows.")],
        visited: [("recorded", raised, ""), ("closed", met, "Seen.")],
    }


def test_approved_minutes_never_change_and_a_correction_is_an_issue_of_its_own(anna: User) -> None:
    meeting, following, third = full(anna), a_plan(anna, "2016-07-28"), a_plan(anna, "2016-07-30")
    circulate_minutes(meeting=meeting, by=anna, at=SOON)
    approve_minutes(meeting=meeting, approved_at=following, by=anna, at=LATER)
    approved = issue_of(meeting=meeting, version=2)
    with pytest.raises(AlreadyApproved):
        change(meeting, anna, 3, text="Something else.")
    with pytest.raises(AlreadyApproved):
        circulate_minutes(meeting=meeting, by=anna, at=LATER)
    with pytest.raises(WithoutANote):
        reopen_minutes(meeting=meeting, note=" ", by=anna, at=LATER)
    reopen_minutes(meeting=meeting, note="Zambia found a slip.", by=anna, at=LATER)
    with pytest.raises(NothingNew):
        approve_minutes(meeting=meeting, approved_at=third, by=anna, at=LATER, note="A slip.")
    change(meeting, anna, 3, text="The agenda was adopted as amended.")
    with pytest.raises(WithoutANote):
        approve_minutes(meeting=meeting, approved_at=third, by=anna, at=LATER)
    approve_minutes(meeting=meeting, approved_at=third, by=anna, at=LATER, note="A slip.")
    assert issue_of(meeting=meeting, version=2) == approved
    assert [(one.issue.version, one.issue.kind) for one in issues_of(meeting=meeting)] == [
        (3, "corrected"),
        (2, "approved"),
        (1, "circulated"),
    ]
    assert minutes_draft(meeting=meeting).standing == "approved"


def test_what_cannot_be_issued_is_refused_and_nothing_is_recorded(anna: User) -> None:
    meeting, earlier = begun(anna), a_plan(anna, "2016-05-26")
    other = a_plan(anna, "2016-07-28", body="Bureau")
    with pytest.raises(NotHeldYet):
        circulate_minutes(meeting=meeting, by=anna, at=AT)
    with pytest.raises(NothingWritten):
        circulate_minutes(meeting=meeting, by=anna, at=SOON)
    wrote(meeting, anna, text="A")
    with pytest.raises(NotCirculated):
        approve_minutes(meeting=meeting, approved_at=earlier, by=anna, at=AT)
    circulate_minutes(meeting=meeting, by=anna, at=SOON)
    with pytest.raises(NothingNew):
        circulate_minutes(meeting=meeting, by=anna, at=SOON)
    for wrong in (earlier, meeting, other, 99):
        with pytest.raises(NotALaterMeeting):
            approve_minutes(meeting=meeting, approved_at=wrong, by=anna, at=AT)
    with pytest.raises(NotApproved):
        reopen_minutes(meeting=meeting, note="x", by=anna, at=AT)
    assert [one.issue.kind for one in issues_of(meeting=meeting)] == ["circulated"]
    with pytest.raises(NoSuchMeeting):
        meeting_record(meeting=99, day=DAY)


def test_only_the_approved_issue_that_a_person_made_public_is_public(anna: User) -> None:
    meeting, following = full(anna), a_plan(anna, "2016-07-28")
    circulate_minutes(meeting=meeting, by=anna, at=SOON)
    with pytest.raises(NotApproved):
        publish_minutes(meeting=meeting, by=anna, at=AT)
    approve_minutes(meeting=meeting, approved_at=following, by=anna, at=LATER)
    with pytest.raises(NotPublic):
        public_minutes(meeting=meeting)
    assert publish_minutes(meeting=meeting, by=anna, at=LATER) == 2
    reopen_minutes(meeting=meeting, note="A slip.", by=anna, at=LATER)
    change(meeting, anna, 3, text="Secret until approved.")
    assert public_minutes(meeting=meeting).issue.version == 2
    approve_minutes(meeting=meeting, approved_at=following, by=anna, at=LATER, note="A slip.")
    assert public_minutes(meeting=meeting).issue.version == 2
    hide_minutes(meeting=meeting, note="A name.", by=anna, at=LATER)
    with pytest.raises(NotPublic):
        public_minutes(meeting=meeting)


def test_minutes_are_put_to_delegations_and_what_they_propose_is_taken_over(anna: User) -> None:
    meeting = full(anna)
    closes = datetime(2016, 7, 10, 18, 0, tzinfo=ZoneInfo("Europe/Zurich"))
    wanted = CommentsWanted(parties=("HRV", "ZMB"), closes_at=closes)
    done = circulate_minutes(meeting=meeting, by=anna, at=SOON, comments=wanted)
    asked = consultation_of(meeting=meeting)
    assert asked is not None
    assert (asked.number, asked.about, asked.parties) == (done.consultation, f"minutes:{meeting}/1", ("HRV", "ZMB"))
    assert [(one.number, one.text) for one in asked.paragraphs] == [
        ("1", "Present:\nCroatia: Ana Horvat\nZambia"),
        ("2", "Apologies:\nChile"),
        ("3", "The agenda was adopted."),
        ("4", "Croatia: The letters had gone out."),
        ("5", "Decision: The letters go out once a year."),
        ("6", "Action point: write to Angola (Zambia, ISU; by 15 July 2016)."),
    ]
    comment = Comment(place=Place("at", "4"), change="wording", wording="Croatia: Most letters had gone out.")
    comment_on(number=asked.number, party="HRV", comment=comment, version=0, at=SOON)
    change(meeting, anna, 4, text="The letters had gone out, at last.", initials="AH")
    [found] = paragraph_comments(meeting=meeting)
    assert (found.wording, found.may_be_taken) == ("Most letters had gone out.", True)
    write_paragraph(
        meeting=meeting, number=found.paragraph, before=found.said, said=with_wording(found), by=anna, at=LATER
    )
    assert section(meeting).paragraphs[1].said.text == "Most letters had gone out, at last."


def test_a_deadline_that_is_past_refuses_the_whole(anna: User) -> None:
    meeting = full(anna)
    wanted = CommentsWanted(parties=("HRV",), closes_at=SOON - timedelta(days=1))
    with pytest.raises(CirculationRefused):
        circulate_minutes(meeting=meeting, by=anna, at=SOON, comments=wanted)
    assert (issues_of(meeting=meeting), points()) == ([], [])


def test_the_record_of_written_minutes_is_exported_and_taken_back_by_a_site_that_has_it(anna: User) -> None:
    meeting, following = full(anna), a_plan(anna, "2016-07-28")
    circulate_minutes(meeting=meeting, by=anna, at=SOON)
    change(meeting, anna, 6, text="write to Angola and Chad", due="2016-07-20")
    approve_minutes(meeting=meeting, approved_at=following, by=anna, at=LATER)
    file = from_meeting_json(json.loads(json.dumps(record_json(meeting=meeting, day=LATER.date()))))
    done = import_records(files=[file], by=anna, at=LATER)
    assert [(one.meeting_id, one.new) for one in done] == [(meeting, False)]
