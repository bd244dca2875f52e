from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.factories.plans import a_plan
from tests.factories.rows import AT, new_file, new_user

from corcom.access.models import User
from corcom.followup.actions import Shown, record_action_point
from corcom.followup.domain.terms import ActionPointTerms
from corcom.kernel.errors import ChangedMeanwhile
from corcom.kernel.source import Evidence
from corcom.meetings import actions
from corcom.meetings.actions import ItemText
from corcom.meetings.domain.meeting import AgendaEntry, Heading
from corcom.meetings.models import AgendaRelease
from corcom.meetings.queries import (
    CalendarWanted,
    FeedRefused,
    NoSuchItem,
    calendar_entries,
    draft_agenda,
    feed_of,
    feeds_of,
    plan_history,
    release_of,
    releases_of,
)

HEADING = Heading(convention="CCM", body="Coordination Committee", date="2016-05-26")
POINT = ActionPointTerms(
    convention="CCM",
    body="Coordination Committee",
    text="circulate the draft letter",
    raised_on=date(2016, 5, 26),
    theme="Universalization",
    due="2016-06-17",
)


@pytest.fixture
def officer() -> User:
    return new_user(name="Anna Lindqvist")


@pytest.fixture
def held(officer: User) -> None:
    """The meeting before, with its record, and an action point that fell due since."""
    meeting = actions.record_meeting(heading=HEADING)
    entries = [("1", "Opening of the meeting"), ("2", "Universalization"), ("2.1", "Angola"), ("3", "AOB")]
    actions.write_agenda(meeting=meeting, entries=[AgendaEntry(number=n, title=title) for n, title in entries])
    shown = Shown(file_id=new_file().pk, evidence=Evidence(start=0, end=4, quote="word"))
    record_action_point(terms=POINT, source=shown, by=officer, at=AT)


def titles(meeting: int) -> list[str]:
    return [line.item.title for line in draft_agenda(meeting=meeting)]


def test_it_fills_itself_from_the_record_of_the_last_meeting(officer: User, held: None) -> None:
    number = a_plan(officer)
    assert [
        (line.item.title, line.item.origin, line.item.open, line.item.due) for line in draft_agenda(meeting=number)
    ] == [
        ("Opening of the meeting and adoption of the agenda", "opening", 0, 0),
        ("Approval of the minutes of 26 May 2016", "approval", 0, 0),
        ("Matters arising", "matters", 1, 1),
        ("Universalization", "usual", 0, 0),
        ("Any other business", "closing", 0, 0),
        ("Date of the next meeting", "closing", 0, 0),
    ]


def test_what_was_left_unfinished_comes_onto_the_next_agenda(officer: User, held: None) -> None:
    first = a_plan(officer)
    item = actions.add_item(
        meeting=first, item=ItemText(title="Sponsorship", introduced_by="Norway", minutes=20), by=officer, at=AT
    )
    actions.mark_unfinished(meeting=first, number=item, unfinished=True, by=officer, at=AT)
    actions.record_meeting(heading=replace(HEADING, date="2016-06-30"))
    second = actions.clone_meeting(meeting=first, starts_on=date(2016, 7, 28), by=officer, at=AT).pk
    carried = draft_agenda(meeting=second)[3]
    assert titles(second) == [
        "Opening of the meeting and adoption of the agenda",
        "Approval of the minutes of 30 June 2016",
        "Matters arising",
        "Sponsorship",
        "Universalization",
        "Any other business",
        "Date of the next meeting",
    ]
    assert (str(carried.item.comes_from), carried.item.introduced_by, carried.item.minutes) == (
        "left unfinished at the meeting of 2016-06-30",
        "Norway",
        20,
    )


def test_filling_again_adds_only_what_is_missing(officer: User, held: None) -> None:
    number = a_plan(officer)
    line = draft_agenda(meeting=number)[3]
    actions.withdraw_item(meeting=number, number=line.id, by=officer, at=AT)
    assert actions.fill_agenda(meeting=number, by=officer, at=AT) == 1
    assert actions.fill_agenda(meeting=number, by=officer, at=AT) == 0
    assert titles(number)[-1] == "Universalization"
    assert [(one.kind, one.before) for one in plan_history(number=number)] == [
        ("scheduled", {}),
        ("item_withdrawn", {"title": "Universalization"}),
    ]


def test_of_two_people_the_second_is_told_and_nothing_is_overwritten(officer: User) -> None:
    number, other = a_plan(officer), new_user(name="Ole Berg")
    line = draft_agenda(meeting=number)[0]
    actions.change_item(
        meeting=number, number=line.id, version=line.version, item=ItemText(title="Opening", minutes=5), by=other, at=AT
    )
    with pytest.raises(ChangedMeanwhile) as changed:
        actions.change_item(
            meeting=number, number=line.id, version=line.version, item=ItemText(title="Welcome"), by=officer, at=AT
        )
    assert (changed.value.version, changed.value.by) == (2, "Ole Berg")
    now = draft_agenda(meeting=number)[0]
    assert (now.item.title, now.item.minutes, now.version, now.changed_by) == ("Opening", 5, 2, "Ole Berg")
    assert [(one.kind, one.by) for one in plan_history(number=number)][-1] == ("item_changed", "Ole Berg")


def test_items_are_put_in_another_order_and_keep_their_papers(officer: User) -> None:
    number, file = a_plan(officer), new_file(name="draft.docx")
    first, last = draft_agenda(meeting=number)[0], draft_agenda(meeting=number)[-1]
    actions.put_papers(meeting=number, number=last.id, files=[file.pk], by=officer, at=AT)
    actions.move_item(meeting=number, number=last.id, to=1)
    assert [(line.place, line.id) for line in draft_agenda(meeting=number)][:2] == [(1, last.id), (2, first.id)]
    assert [paper.name for paper in draft_agenda(meeting=number)[0].papers] == ["draft.docx"]
    actions.move_item(meeting=number, number=last.id, to=99)
    assert draft_agenda(meeting=number)[-1].id == last.id
    with pytest.raises(actions.ItemRefused) as refused:
        actions.put_papers(meeting=number, number=last.id, files=[file.pk, 99], by=officer, at=AT)
    assert refused.value.wrong == "file"


@pytest.mark.parametrize(
    ("wrong", "item"), [("title", ItemText(title=" ")), ("minutes", ItemText(title="A", minutes=-1))]
)
def test_an_item_that_cannot_be_is_refused(officer: User, wrong: str, item: ItemText) -> None:
    number = a_plan(officer)
    with pytest.raises(actions.ItemRefused) as refused:
        actions.add_item(meeting=number, item=item, by=officer, at=AT)
    assert refused.value.wrong == wrong
    with pytest.raises(NoSuchItem):
        actions.move_item(meeting=number, number=99, to=1)


def test_what_was_released_never_changes_and_a_later_version_takes_its_place(officer: User) -> None:
    number = a_plan(officer)
    assert actions.release_agenda(meeting=number, by=officer, at=AT) == 1
    first = release_of(meeting=number, version=1)
    with pytest.raises(actions.AlreadyReleased) as released:
        actions.release_agenda(meeting=number, by=officer, at=AT)
    assert released.value.version == 1
    actions.add_item(meeting=number, item=ItemText(title="Sponsorship"), by=officer, at=AT)
    actions.move_meeting(meeting=number, starts_on=date(2016, 7, 1), by=officer, at=AT)
    assert actions.release_agenda(meeting=number, by=officer, at=AT) == 2
    assert release_of(meeting=number, version=1) == first
    assert [(one.version, one.content["date"]) for one in releases_of(meeting=number)] == [
        (2, "2016-07-01"),
        (1, "2016-06-30"),
    ]
    for line in draft_agenda(meeting=number):
        actions.withdraw_item(meeting=number, number=line.id, by=officer, at=AT)
    with pytest.raises(actions.EmptyAgenda):
        actions.release_agenda(meeting=number, by=officer, at=AT)
    assert AgendaRelease.objects.count() == 2


def test_the_calendar_has_meetings_and_deadlines(officer: User, held: None, django_assert_num_queries: Any) -> None:
    number = a_plan(officer)
    wanted = CalendarWanted(convention="CCM")
    with django_assert_num_queries(4):
        found = calendar_entries(first=date(2016, 5, 1), last=date(2016, 6, 30), day=date(2016, 6, 20), wanted=wanted)
    assert [(one.kind, str(one.starts_on), one.status, one.sequence) for one in found] == [
        ("meeting", "2016-05-26", "held", 0),
        ("action_point", "2016-06-17", "overdue", 0),
        ("meeting", "2016-06-30", "tentative", 0),
    ]
    actions.cancel_meeting(meeting=number, by=officer, at=AT)
    later = calendar_entries(first=date(2016, 6, 30), last=date(2016, 6, 30), day=date(2016, 6, 20), wanted=wanted)
    assert [(one.uid, one.status, one.sequence) for one in later] == [(found[2].uid, "cancelled", 1)]
    narrowed = CalendarWanted(body="Bureau", theme="Universalization", state="HRV")
    assert (
        calendar_entries(first=date(2016, 1, 1), last=date(2016, 12, 31), day=date(2016, 6, 20), wanted=narrowed) == []
    )


def test_a_feed_opens_until_it_is_revoked_or_its_account_is_closed(officer: User) -> None:
    wanted = CalendarWanted(convention="CCM", theme="Universalization")
    feed = actions.open_feed(wanted=wanted, by=officer, at=AT)
    assert feed_of(token=feed.token, day=AT.date()) == feed
    assert feeds_of(account=officer) == [feed]

    def why(token: str) -> str:
        with pytest.raises(FeedRefused) as refused:
            feed_of(token=token, day=AT.date())
        return refused.value.why

    assert [why(token) for token in (f"x{feed.token}", feed.token[:-1], "")] == ["tampered"] * 3
    with pytest.raises(actions.NoSuchFeed):
        actions.revoke_feed(number=feed.number, by=new_user(), at=AT)
    officer.is_active = False
    officer.save()
    assert why(feed.token) == "closed"
    actions.revoke_feed(number=feed.number, by=officer, at=AT)
    assert why(feed.token) == "revoked"
    assert feeds_of(account=officer) == []
