from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.app.minutes.conftest import Find
from tests.factories.minutes import TEXT, a_reading, document
from tests.factories.rows import AT, forget_everything, new_user

from corcom.access.models import User
from corcom.documents.actions import store_file
from corcom.documents.models import StoredFile
from corcom.followup.actions import (
    Shown,
    assign_commitment,
    close_commitment,
    reopen_commitment,
    supersede_decision,
    take_up_commitment,
)
from corcom.followup.domain.commitment import Ref
from corcom.followup.models import ActionPoint, Decision, FollowUpEvent
from corcom.kernel.actor import Actor
from corcom.kernel.source import Evidence
from corcom.meetings.models import Meeting
from corcom.minutes.actions import accept_findings, edit_finding, record_reading
from corcom.minutes.actions.importing import Imported, ImportRefused, import_meetings
from corcom.minutes.domain.written.meeting_reading import NotAMeeting, from_meeting_json
from corcom.minutes.domain.written.schema import meeting_schema
from corcom.minutes.models import Finding, Reading, Verdict
from corcom.minutes.queries import meeting_record
from corcom.minutes.queries.meeting_files import record_json

DAY = date(2016, 9, 1)
JSON = dict[str, Any]
TakeIn = Callable[..., int]


@pytest.fixture
def take_in(officer: User) -> TakeIn:
    """Take the sample in with its file, and confirm everything; gives the meeting."""

    def record(day: str = "2016-05-26", name: str = "may.txt") -> int:
        text = TEXT if name == "may.txt" else f"{TEXT}\n{name}\n"
        file = store_file(content=io.BytesIO(text.encode()), name=name, media_type="text/plain", at=AT)
        found = a_reading(date=day)
        reading = record_reading(file=file, reader="1", text=document(text), found=found, record={}, at=AT).reading
        accept_findings(findings=[row.pk for row in reading.findings.all()], by=officer, at=AT)
        reading.refresh_from_db()
        assert reading.meeting_id is not None
        return reading.meeting_id

    return record


@pytest.fixture
def followed(take_in: TakeIn, officer: User, find: Find) -> int:
    """A meeting whose commitments were corrected, closed, reopened, taken up and superseded."""
    meeting = take_in()
    later = take_in("2016-05-30", "later.txt")
    hand: dict[str, Any] = {"by": officer, "at": AT}
    point = Ref("action_point", ActionPoint.objects.filter(raised_on="2016-05-26").order_by("id")[0].pk)
    assign_commitment(commitment=point, owners=(Actor("ECU", "Ecuador"),), on=date(2016, 6, 1), **hand)
    words = Evidence(start=0, end=10, quote=TEXT[:10])
    shown = Shown(file_id=StoredFile.objects.get(name="later.txt").pk, evidence=words)
    take_up_commitment(commitment=point, on=date(2016, 6, 2), shown=shown, **hand)
    close_commitment(commitment=point, on=date(2016, 6, 9), note="sent", **hand)
    reopen_commitment(commitment=point, on=date(2016, 6, 10), note="came back", **hand)
    close_commitment(commitment=point, on=date(2016, 6, 20), shown=shown, **hand)
    old, new = Decision.objects.order_by("raised_on")
    assert later != meeting
    supersede_decision(decision=old.pk, by_decision=new.pk, on=date(2016, 5, 30), **hand)
    edit_finding(finding=find("mandate").pk, payload={"years": "2016"}, **hand)
    return meeting


def exported(meeting: int) -> JSON:
    """The record as it stands in a file."""
    values: JSON = json.loads(json.dumps(record_json(meeting=meeting, day=DAY)))
    return values


def imported(*values: JSON) -> list[Imported]:
    return import_meetings(files=[from_meeting_json(one) for one in values], by=_somebody(), at=AT.replace(month=9))


def _somebody() -> User:
    return User.objects.order_by("pk").first() or new_user()


def test_a_meeting_that_was_exported_and_imported_says_the_same(followed: int) -> None:
    later = Meeting.objects.exclude(pk=followed).get().pk
    files = [exported(followed), exported(later)]
    forget_everything()
    # In whatever order they come: what superseded the decision is there first.
    made = imported(*files)
    assert [one.new for one in made] == [True, True]
    assert [exported(one.meeting_id) for one in made] == files
    states = [point.followed.state for point in meeting_record(meeting=made[0].meeting_id, day=DAY).action_points]
    assert states == ["done", "done"]
    assert [row.before for row in FollowUpEvent.objects.filter(kind="corrected")] == []


def test_an_exported_record_fits_its_schema(followed: int) -> None:
    found = Draft202012Validator(meeting_schema()).iter_errors(exported(followed))
    assert [f"{error.json_path}: {error.message}" for error in found] == []


def test_what_was_imported_rests_on_its_original_and_can_be_reviewed_on(followed: int) -> None:
    later = Meeting.objects.exclude(pk=followed).get().pk
    files = [exported(followed), exported(later)]
    forget_everything()
    meeting = imported(*files)[0].meeting_id
    reading = Reading.objects.get(meeting=meeting)
    with reading.file.content.open("rb") as original:
        assert original.read().decode() == reading.text == TEXT
    assert {row.state for row in reading.findings.all()} == {"accepted"}
    assert reading.record["date"] == "2016-05-26"
    assert [row.title for row in Meeting.objects.get(pk=meeting).agenda.all()] == [
        "Opening",
        "Universalization (Ecuador and Zambia)",
        "Hosting of the next meeting",
    ]
    mandate = reading.findings.get(kind="mandate")
    edit_finding(finding=mandate.pk, payload={"years": "2017"}, by=_somebody(), at=AT)
    assert exported(meeting) != files[0]


def test_the_same_file_again_changes_nothing(take_in: TakeIn) -> None:
    values = exported(take_in())
    assert [one.new for one in imported(values)] == [False]
    forget_everything()
    assert [one.new for one in imported(values, values)] == [True, False]
    before = (Finding.objects.count(), Verdict.objects.count(), FollowUpEvent.objects.count())
    assert [one.new for one in imported(values)] == [False]
    assert (Finding.objects.count(), Verdict.objects.count(), FollowUpEvent.objects.count()) == before


def test_a_record_that_differs_from_the_one_here_is_refused_at_its_places(take_in: TakeIn) -> None:
    meeting = take_in()
    values = exported(meeting)
    values["meeting"]["venue"] = "Room XX"
    with pytest.raises(ImportRefused) as refused:
        imported(values)
    assert refused.value.problems == (
        f"meeting: it is here already as number {meeting}, and differs",
        "meeting.venue: 'Room XX', here 'Palais des Nations'",
    )


def test_what_does_not_add_up_is_refused_and_nothing_stays(take_in: TakeIn) -> None:
    values = exported(take_in())
    forget_everything()
    values["meeting"]["next"]["place"] = "another room"
    with pytest.raises(ImportRefused, match=r"meeting\.next\.place: 'another room', here 'Room XXII'"):
        imported(values)
    assert (Meeting.objects.count(), Finding.objects.count(), StoredFile.objects.count()) == (0, 0, 0)


def test_one_bad_file_among_several_leaves_nothing_of_any(take_in: TakeIn) -> None:
    good, bad = exported(take_in()), exported(take_in("2016-05-30", "later.txt"))
    forget_everything()
    bad["action_points"][0]["follow_up"]["steps"] = [
        {"kind": "reopened", "on": "2016-06-01", "note": "", "shown": None, "superseded_by": None}
    ]
    with pytest.raises(ImportRefused, match=r"action_points\.0\.follow_up\.steps\.0: not closed: open"):
        imported(good, bad)
    assert Meeting.objects.count() == 0


def test_without_the_original_only_a_site_that_has_it_takes_the_record(take_in: TakeIn) -> None:
    meeting = take_in()
    values = json.loads(json.dumps(record_json(meeting=meeting, day=DAY, originals=False)))
    assert [one["content"] for one in values["documents"]] == [None]
    assert [one.new for one in imported(values)] == [False]
    forget_everything()
    with pytest.raises(ImportRefused, match=r"documents\.0\.content: it was left out, and may\.txt is not here"):
        imported(values)


def test_minutes_that_wait_here_are_confirmed_as_the_other_site_has_them(take_in: TakeIn) -> None:
    values = exported(take_in())
    forget_everything()
    file = store_file(content=io.BytesIO(TEXT.encode()), name="may.txt", media_type="text/plain", at=AT)
    found = a_reading()
    reading = record_reading(file=file, reader="1", text=document(), found=found, record={}, at=AT).reading
    count = reading.findings.count()
    (made,) = imported(values)
    assert exported(made.meeting_id) == values
    assert (Finding.objects.count(), Finding.objects.filter(state="accepted").count()) == (count, count)


def test_minutes_that_are_being_reviewed_here_are_left_alone(take_in: TakeIn) -> None:
    values = exported(take_in())
    values["meeting"]["date"] = values["headings"][0]["date"] = "2016-05-27"
    with pytest.raises(ImportRefused, match=r"readings\.0: may\.txt belongs to the record of another meeting here"):
        imported(values)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda v: v.update(format="corcom-reading-1"), "format: 'corcom-reading-1' is not 'corcom-meeting-1'"),
        (lambda v: v.update(extra=1), "extra: not known"),
        (lambda v: v.pop("agenda"), "agenda: a list is missing here"),
        (lambda v: v["meeting"].update(date="soon"), "meeting.date: 'soon' is no ISO 8601 date"),
        (
            lambda v: v["meeting"].update(date="2016-05-27"),
            "headings.0.date: '2016-05-26' does not fit meeting.date, '2016-05-27'",
        ),
        (
            lambda v: v["headings"][0].update(date="2016-05"),
            "headings.0.date: '2016-05' does not fit meeting.date, '2016-05-26'",
        ),
        (lambda v: v["meeting"].update(room="XX"), "meeting.room: not known"),
        (lambda v: v["documents"][0].update(content="!"), "documents.0.content: it is no base64"),
        (lambda v: v["documents"][0].update(content="QQ=="), "documents.0.sha256: the content has another one"),
        (lambda v: v["readings"][0].update(document=7), "readings.0.document: there is no document 7"),
        (lambda v: v["agenda"][1]["source"].update(quote="x"), "agenda.1.source.quote: these words do not stand there"),
        (lambda v: v["agenda"][1]["source"].update(reading=3), "agenda.1.source.reading: there is no reading 3"),
        (lambda v: v["agenda"][1].update(title=None), "agenda.1.title: text is expected"),
        (lambda v: v["agenda"][1].update(titel=""), "agenda.1.titel: not known; known are number, title"),
        (lambda v: v["action_points"][0].update(owner="Zambia"), "action_points.0.owner: a list is expected"),
        (
            lambda v: v["action_points"][0].pop("follow_up"),
            "action_points.0.follow_up: an object with its keys is expected",
        ),
        (
            lambda v: v["action_points"][0]["follow_up"].update(state="done"),
            "action_points.0.follow_up.state: its steps say open",
        ),
        (
            lambda v: v["decisions"][0]["follow_up"]["terms"].update(reported=True),
            "decisions.0.follow_up.terms.reported: it does not fit a list of decisions",
        ),
    ],
)
def test_every_place_that_is_wrong_is_named(take_in: TakeIn, change: Callable[[JSON], object], said: str) -> None:
    values = exported(take_in())
    change(values)
    with pytest.raises(NotAMeeting) as refused:
        from_meeting_json(values)
    assert refused.value.problems == [said]


def test_all_places_are_named_at_once(take_in: TakeIn) -> None:
    values = exported(take_in())
    values["agenda"][0]["source"]["quote"] = "x"
    values["figures"] = [{}]
    values["positions"][0]["stance"] = "perhaps"
    with pytest.raises(NotAMeeting) as refused:
        from_meeting_json(values)
    assert [problem.split(": ")[0] for problem in refused.value.problems] == [
        "agenda.0.source.quote",
        "positions.0.stance",
        "figures.0.source",
        "figures.0.certainty",
        "figures.0.actors",
    ]
