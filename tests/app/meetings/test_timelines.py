from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.factories.rows import AT, new_user

from corcom.access.models import User
from corcom.documents.models import StoredFile
from corcom.followup.actions import close_commitment, take_up_commitment
from corcom.followup.domain.commitment import Followed, Ref
from corcom.followup.models import ActionPoint, FollowUpEvent
from corcom.followup.queries import action_points
from corcom.meetings.actions import RecordedSteps, TimelineExists, record_timeline
from corcom.meetings.domain.slipping import postponed, put_off
from corcom.meetings.domain.timeline import Timeline, draw_up
from corcom.meetings.domain.timeline_events import TimelineEvents
from corcom.meetings.models import FollowedTimeline, TimelinePoint
from corcom.meetings.queries import recorded_timelines
from corcom.rulebooks.reading import holidays_at, timeline_template

ON = date(2003, 10, 9)
FEBRUARY = TimelineEvents(
    meeting_start=date(2004, 2, 9),
    meeting_end=date(2004, 2, 12),
    committee_meetings=(date(2003, 10, 8), date(2003, 11, 19)),
)


def drawn(events: TimelineEvents = FEBRUARY) -> Timeline:
    template = timeline_template("apmbc-standing-committees")
    assert template is not None
    return draw_up(template, events, holidays_at(template.place))


@pytest.fixture
def officer() -> User:
    return new_user()


def record(officer: User, planned: Timeline, **more: Any) -> RecordedSteps:
    return record_timeline(drawn=planned, on=ON, by=officer, at=AT, **more)


def standing(day: date = ON) -> dict[str, Followed]:
    """The action points that stand, by their words."""
    return {one.terms.text: one for one in action_points(day=day)}


def text_of(file: StoredFile) -> str:
    with file.content.open("rb") as content:
        return str(content.read().decode())


def due() -> list[tuple[str, str, list[str]]]:
    return [(one.terms.due, one.terms.text, [owner.code for owner in one.terms.owners]) for one in standing().values()]


PACKAGE = "Send the package of information to all States and relevant organizations"
INVITATION = "Sign off the final letter of invitation"
AGENDAS = "Sign off final agendas and background documents"
REPORTS = "Give the reports of the meetings to the ISU"
FIRST = [
    (
        "2003-11-19",
        "Prepare the programmes and reach out to States Parties",
        ["office:co-chair", "office:co-rapporteur"],
    ),
    ("2003-11-19", "Report to the Coordinating Committee on preparations", ["office:co-chair"]),
    ("2003-12-04", AGENDAS, ["office:co-chair"]),
    ("2003-12-04", INVITATION, ["office:president"]),
    ("2003-12-05", PACKAGE, ["apmbc-isu"]),
    ("2004-02-20", REPORTS, ["office:co-chair"]),
]


def test_each_step_becomes_an_action_point_with_its_line_as_evidence(officer: User) -> None:
    done = record(officer, drawn())
    assert done == RecordedSteps(timeline=FollowedTimeline.objects.get().pk, added=6)
    assert due() == FIRST
    for one in standing().values():
        row = ActionPoint.objects.select_related("file").get(pk=one.ref.number)
        text = text_of(row.file)
        assert text[row.start : row.end] == row.quote
        assert one.terms.text in row.quote
        assert (one.terms.convention, one.terms.body, one.terms.raised_on) == ("APMBC", "Coordinating Committee", ON)
    kept = FollowedTimeline.objects.get().file
    assert (kept.name, kept.stored_by) == (
        "time-line-apmbc-standing-committees-2004-02-09.txt",
        officer.username,
    )


def test_the_same_time_line_again_adds_nothing_and_writes_nothing(officer: User) -> None:
    record(officer, drawn())
    before = (
        list(FollowUpEvent.objects.values()),
        list(FollowedTimeline.objects.values()),
        list(ActionPoint.objects.values()),
    )
    again = record_timeline(drawn=drawn(), on=date(2003, 11, 1), by=new_user(), at=AT)
    assert again == RecordedSteps(timeline=FollowedTimeline.objects.get().pk, same=6)
    after = (
        list(FollowUpEvent.objects.values()),
        list(FollowedTimeline.objects.values()),
        list(ActionPoint.objects.values()),
    )
    assert after == before


def test_a_changed_time_line_corrects_what_changed_and_moves_all_to_its_text(officer: User) -> None:
    record(officer, drawn())
    later = put_off(drawn(), {"agendas": date(2003, 12, 8)})
    done = record(officer, later)
    assert done == RecordedSteps(timeline=FollowedTimeline.objects.get().pk, corrected=2, same=4)
    found = standing()
    assert {text: one.terms.due for text, one in found.items()} == {
        **{text: day for day, text, _ in FIRST},
        AGENDAS: "2003-12-08",
        PACKAGE: "2003-12-08",
    }
    row = FollowedTimeline.objects.get()
    assert {one.file_id for one in found.values()} == {row.file_id}
    text = text_of(row.file)
    assert [text[one.evidence.start : one.evidence.end] for one in found.values()] == [
        one.evidence.quote for one in found.values()
    ]
    steps = FollowUpEvent.objects.filter(action_point=found[PACKAGE].ref.number).order_by("id")
    assert [(step.kind, step.before, step.after) for step in steps][1:] == [
        ("corrected", {"due": "2003-12-05"}, {"due": "2003-12-08"})
    ]


def test_a_meeting_that_moved_corrects_the_time_line_that_is_named(officer: User) -> None:
    first = record(officer, drawn())
    moved = postponed(drawn(), date(2004, 3, 8))
    done = record(officer, moved, timeline=first.timeline)
    assert done == RecordedSteps(timeline=first.timeline, corrected=4, same=2)
    assert [(one.meeting_start, one.points) for one in recorded_timelines()] == [(date(2004, 3, 8), 6)]


def test_a_second_meeting_has_a_time_line_of_its_own(officer: User) -> None:
    first = record(officer, drawn())
    moved = postponed(drawn(), date(2004, 6, 21))
    second = record(officer, moved)
    assert (second.added, ActionPoint.objects.count()) == (6, 12)
    with pytest.raises(TimelineExists) as refused:
        record(officer, drawn(), timeline=second.timeline)
    assert refused.value.other == first.timeline
    assert [str(one.meeting_start) for one in recorded_timelines()] == ["2004-06-21", "2004-02-09"]


def test_a_step_without_a_day_is_taken_back_and_comes_again(officer: User) -> None:
    record(officer, drawn())
    without = replace(FEBRUARY, committee_meetings=FEBRUARY.committee_meetings[:1])
    done = record(officer, drawn(without))
    assert (done.withdrawn, done.same, sorted(standing())) == (2, 4, sorted([AGENDAS, INVITATION, PACKAGE, REPORTS]))
    assert record(officer, drawn(without)) == RecordedSteps(timeline=done.timeline, same=4)
    again = record(officer, drawn())
    assert (again.added, again.same, due()) == (2, 4, FIRST)
    assert TimelinePoint.objects.count() == 6


def test_what_was_done_or_taken_up_stays(officer: User) -> None:
    record(officer, drawn())
    found = standing()
    preparations = next(one.ref for text, one in found.items() if text.startswith("Prepare"))
    updates = next(one.ref for text, one in found.items() if text.startswith("Report to"))
    hand = {"by": officer, "at": AT}
    close_commitment(commitment=found[AGENDAS].ref, on=date(2003, 12, 1), note="signed", **hand)  # type: ignore[arg-type]  # an officer and a moment
    close_commitment(commitment=preparations, on=date(2003, 11, 18), note="done", **hand)  # type: ignore[arg-type]  # likewise
    take_up_commitment(commitment=updates, on=date(2003, 11, 19), **hand)  # type: ignore[arg-type]  # likewise
    without = TimelineEvents(meeting_start=date(2004, 2, 16), meeting_end=date(2004, 2, 19))
    done = record(officer, drawn(without), timeline=FollowedTimeline.objects.get().pk)
    assert done == RecordedSteps(timeline=done.timeline, corrected=3, kept=3)
    late = standing(date(2003, 12, 31))
    assert (late[AGENDAS].state, late[AGENDAS].terms.due) == ("done", "2003-12-04")
    assert {one.ref for one in late.values()} >= {preparations, updates, Ref("action_point", found[AGENDAS].ref.number)}


def test_all_of_a_time_line_is_recorded_or_nothing(officer: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(TimelinePoint.objects, "create", fail)
    with pytest.raises(RuntimeError):
        record(officer, drawn())
    assert (FollowedTimeline.objects.count(), ActionPoint.objects.count()) == (0, 0)
