from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.app.minutes.conftest import Find, Read
from tests.factories.minutes import CALENDAR, LETTER, TEXT, a_reading, words
from tests.factories.rows import AT

from corcom.access.models import User
from corcom.followup.queries import action_points, history_of
from corcom.minutes.actions import (
    FindingMovedOn,
    accept_finding,
    edit_finding,
    merge_questions,
    reject_finding,
    undo_verdict,
)
from corcom.minutes.domain.changes import Difference
from corcom.minutes.models import Finding
from corcom.minutes.queries import gone_findings, meeting_record

DAY = date(2016, 6, 1)


def test_verdicts_pass_on_to_what_is_the_same(read: Read, find: Find, officer: User) -> None:
    first = read("1").reading
    edited, rejected = find("action_point"), find("decision")
    edit_finding(finding=edited.pk, payload={"owner": ["Ecuador"]}, by=officer, at=AT)
    reject_finding(finding=rejected.pk, by=officer, at=AT)
    better = read("2")
    assert (better.news, better.changes.none, better.changes.kept) == ("better", True, 16)
    carried = find("action_point")
    assert (carried.state, carried.confirmed, carried.reading.meeting_id) == (
        "accepted",
        {**edited.payload, "owner": ["Ecuador"]},
        first.meeting_id or edited.reading.meeting_id or find("meeting").reading.meeting_id,
    )
    assert find("decision").state == "rejected"
    assert [v.verdict for v in carried.verdicts.all()] == ["edited"]
    assert len(action_points(day=DAY)) == 1
    with pytest.raises(FindingMovedOn) as refused:
        undo_verdict(finding=edited.pk, by=officer, at=AT)
    assert refused.value.to == carried.pk
    undo_verdict(finding=carried.pk, by=officer, at=AT)
    assert action_points(day=DAY) == []


def test_what_a_better_reader_adds_is_shown_and_what_was_confirmed_stays(read: Read, find: Find, officer: User) -> None:
    read("1", a_reading(action_points=(replace(LETTER, due=None, due_text=None), CALENDAR)))
    accept_finding(finding=find("action_point").pk, by=officer, at=AT)
    changes = read("2").changes
    assert changes.changed == (
        Difference(
            kind="action_point",
            words="send a letter to Angola",
            values=(("due", None, "2016-06-10"), ("due_text", None, "by 10 June 2016")),
        ),
    )
    assert (changes.new, changes.gone, changes.kept) == ((), (), 15)
    carried = find("action_point")
    assert carried.confirmed is not None
    assert (carried.payload["due"], carried.confirmed["due"]) == ("2016-06-10", None)
    assert [point.terms.due for point in action_points(day=DAY)] == [""]


def test_what_was_accepted_and_is_not_found_again_stays_and_is_flagged(read: Read, find: Find, officer: User) -> None:
    read("1")
    accept_finding(finding=find("action_point").pk, by=officer, at=AT)
    better = read("2", a_reading(action_points=(CALENDAR,)))
    assert [(gone.kind, gone.words) for gone in better.changes.gone] == [("action_point", "send a letter to Angola")]
    (gone,) = gone_findings(reading=better.reading.pk)
    assert gone.words == "send a letter to Angola"
    meeting = find("meeting").reading.meeting_id
    assert meeting is not None
    (promised,) = meeting_record(meeting=meeting, day=DAY).action_points
    assert (promised.gone, promised.followed.terms.text) == (True, "send a letter to Angola")
    undo_verdict(finding=gone.id, by=officer, at=AT)
    assert action_points(day=DAY) == []


def test_other_words_at_the_same_place_wait_for_a_person_and_then_correct(
    read: Read, find: Find, officer: User
) -> None:
    read("1")
    old = find("action_point")
    accept_finding(finding=old.pk, by=officer, at=AT)
    better = read("2", a_reading(action_points=(replace(LETTER, text="send a letter to Angola by 10 June"), CALENDAR)))
    assert [change.values for change in better.changes.changed] == [
        (("text", "send a letter to Angola", "send a letter to Angola by 10 June"),)
    ]
    new = find("action_point")
    assert (new.state, new.replaces_id) == ("proposed", old.pk)
    accept_finding(finding=new.pk, by=officer, at=AT)
    (point,) = action_points(day=DAY)
    assert point.terms.text == "send a letter to Angola by 10 June"
    assert [step.kind for step in history_of(commitment=point.ref)] == ["recorded", "corrected"]
    undo_verdict(finding=new.pk, by=officer, at=AT)
    assert [point.terms.text for point in action_points(day=DAY)] == ["send a letter to Angola"]


def test_words_that_moved_in_the_text_take_their_verdict_along(read: Read, find: Find, officer: User) -> None:
    read("1")
    accept_finding(finding=find("action_point").pk, by=officer, at=AT)
    moved = "\n\n" + TEXT
    quote = LETTER.evidence.quote
    read("2", a_reading(action_points=(replace(LETTER, evidence=words(quote, moved)),)), text=moved)
    (point,) = action_points(day=DAY)
    assert moved[point.evidence.start : point.evidence.end] == point.evidence.quote == quote


def test_a_quote_that_grew_keeps_its_verdict(read: Read, find: Find, officer: User) -> None:
    read("1")
    accept_finding(finding=find("action_point").pk, by=officer, at=AT)
    longer = replace(LETTER, evidence=words("Action point: Zambia to send a letter to Angola by 10 June 2016."))
    read("2", a_reading(action_points=(longer, CALENDAR)))
    assert find("action_point").state == "accepted"
    assert len(action_points(day=DAY)) == 1


def test_questions_keep_their_positions_through_all_of_it(read: Read, find: Find, officer: User) -> None:
    read("1")
    row = find("position")
    accept_finding(finding=row.pk, by=officer, at=AT)
    row.refresh_from_db()
    read("2")
    assert find("position").question_id == row.question_id
    assert Finding.objects.filter(kind="position", question__isnull=False, carried_to=None).count() == 1
    with pytest.raises(Exception, match="joined to itself"):
        merge_questions(keep=row.question_id or 0, other=row.question_id or 0)
