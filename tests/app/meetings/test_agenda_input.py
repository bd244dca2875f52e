from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.messages import clerk
from tests.factories.plans import a_plan
from tests.factories.rows import AT

from corcom.consultation.actions import AlreadyTreated, ConsultationOpen, TreatmentRefused, comment_on, say_no_comments
from corcom.consultation.domain.circulated import CirculationRefused
from corcom.consultation.domain.comments import GENERAL, Comment, Place
from corcom.consultation.queries import NoSuchComment
from corcom.kernel.errors import ChangedMeanwhile
from corcom.meetings.actions import (
    EmptyAgenda,
    InputOpenAlready,
    ItemText,
    add_item,
    change_item,
    circulate_agenda,
    decline_input,
    take_input,
    take_item_off,
    withdraw_item,
)
from corcom.meetings.queries import AgendaInput, NotPlanned, agenda_input, draft_agenda

CLOSES = datetime(2016, 6, 10, 18, 0, tzinfo=ZoneInfo("Europe/Zurich"))
BEFORE, AFTER = AT + timedelta(days=2), CLOSES + timedelta(hours=1)


def circulated(meeting: int, **changes: Any) -> int:
    own: dict[str, Any] = {
        "title": "Draft agenda",
        "parties": ["AUT", "NOR", "ZMB"],
        "closes_at": CLOSES,
        "by": clerk(),
        "at": AT,
    }
    return circulate_agenda(meeting=meeting, **{**own, **changes}).number


def a_meeting() -> int:
    meeting = a_plan(clerk())
    add_item(meeting=meeting, item=ItemText(title="Clearance", text="With the coordinators."), by=clerk(), at=AT)
    return meeting


def said(number: int, party: str, comment: Comment) -> int:
    made = comment_on(number=number, party=party, comment=comment, version=0, at=BEFORE, said_by=party)
    assert made is not None
    return made.number


def told(meeting: int) -> AgendaInput:
    found = agenda_input(meeting=meeting, lines=draft_agenda(meeting=meeting))
    assert found is not None
    return found


def titles(meeting: int) -> list[str]:
    return [line.item.title for line in draft_agenda(meeting=meeting)]


def test_each_item_is_a_paragraph_and_the_input_stands_by_item(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    meeting = a_meeting()
    number = circulated(meeting)
    first = told(meeting).consultation.paragraphs
    assert [(one.number, one.text) for one in first] == [
        ("1", "Opening of the meeting and adoption of the agenda"),
        ("2", "Any other business"),
        ("3", "Date of the next meeting"),
        ("4", "Clearance\nWith the coordinators."),
    ]
    said(number, "ZMB", Comment(place=Place("at", "4"), change="wording", wording="Clearance and risk education"))
    said(number, "AUT", Comment(place=Place("at", "4"), text="Please allow an hour."))
    said(number, "ZMB", Comment(place=GENERAL, text="Universalization"))
    say_no_comments(number=number, party="NOR", at=BEFORE, said_by="NOR")
    lines = draft_agenda(meeting=meeting)
    with django_assert_num_queries(8):
        found = agenda_input(meeting=meeting, lines=lines)
    assert found is not None
    assert [(one.place, one.title, [each.party for each in one.comments]) for one in found.places] == [
        (GENERAL, "", ["ZMB"]),
        (Place("at", "4"), "Clearance", ["AUT", "ZMB"]),
    ]
    assert [one.item for one in found.places] == [None, lines[3].id]
    assert found.no_comments == ("NOR",)


def test_input_is_taken_over_as_a_new_item_as_a_change_or_declined() -> None:
    meeting = a_meeting()
    number = circulated(meeting)
    changed = said(
        number, "ZMB", Comment(place=Place("at", "4"), change="wording", wording="Clearance and risk education")
    )
    new = said(number, "AUT", Comment(place=GENERAL, text="Universalization"))
    declined = said(number, "NOR", Comment(place=Place("at", "1"), text="Begin at nine."))
    line = draft_agenda(meeting=meeting)[3]
    step: dict[str, Any] = {"meeting": meeting, "by": clerk(), "at": AFTER}
    item = ItemText(title="Clearance and risk education", minutes=30)
    take_input(**step, comment=changed, item=item, changes=line.id, version=line.version)
    take_input(**step, comment=new, item=ItemText(title="Universalization", introduced_by="Austria"))
    decline_input(**step, comment=declined, reason="The room is free at ten only.")
    assert titles(meeting)[2:] == ["Date of the next meeting", "Clearance and risk education", "Universalization"]
    became = {each.party: each.treatment for each in told(meeting).comments}
    assert {party: (one.outcome, one.reason) for party, one in became.items() if one} == {
        "ZMB": ("accepted", ""),
        "AUT": ("accepted", ""),
        "NOR": ("not_accepted", "The room is free at ten only."),
    }
    with pytest.raises(AlreadyTreated):
        decline_input(**step, comment=new, reason="again")


def test_other_words_than_the_proposed_ones_count_as_accepted_with_changes() -> None:
    meeting = a_meeting()
    number = circulated(meeting)
    comment = said(number, "ZMB", Comment(place=Place("after", "4"), change="wording", wording="Risk education"))
    step: dict[str, Any] = {"meeting": meeting, "by": clerk(), "at": AFTER}
    take_input(**step, comment=comment, item=ItemText(title="Risk education in schools"))
    (made,) = told(meeting).comments
    assert made.treatment is not None
    assert (made.treatment.outcome, made.treatment.wording) == ("changed", "Risk education in schools")


def test_that_an_item_goes_is_taken_over_too() -> None:
    meeting = a_meeting()
    number = circulated(meeting)
    comment = said(number, "ZMB", Comment(place=Place("at", "4"), change="deletion", text="Not this time."))
    remark = said(number, "AUT", Comment(place=Place("at", "4"), text="Yes, please."))
    item = told(meeting).places[0].item
    assert item is not None
    with pytest.raises(TreatmentRefused):
        take_item_off(meeting=meeting, comment=remark, item=item, by=clerk(), at=AFTER)
    take_item_off(meeting=meeting, comment=comment, item=item, by=clerk(), at=AFTER)
    assert "Clearance" not in titles(meeting)


def test_nothing_is_taken_over_before_the_day_or_over_a_change_of_somebody_else() -> None:
    meeting = a_meeting()
    number = circulated(meeting)
    comment = said(number, "ZMB", Comment(place=Place("at", "4"), change="wording", wording="Land"))
    line = draft_agenda(meeting=meeting)[3]
    step: dict[str, Any] = {"meeting": meeting, "comment": comment, "by": clerk()}
    with pytest.raises(ConsultationOpen):
        take_input(**step, item=ItemText(title="Land"), at=BEFORE)
    change_item(meeting=meeting, number=line.id, version=1, item=ItemText(title="Mines"), by=clerk(), at=BEFORE)
    with pytest.raises(ChangedMeanwhile):
        take_input(**step, item=ItemText(title="Land"), changes=line.id, version=1, at=AFTER)
    assert [each.treatment for each in told(meeting).comments] == [None]
    with pytest.raises(TreatmentRefused):
        decline_input(**step, reason=" ", at=AFTER)
    with pytest.raises(NoSuchComment):
        decline_input(**{**step, "comment": 0}, reason="no", at=AFTER)
    assert told(meeting).places[0].item is None


def test_what_cannot_be_circulated_is_refused() -> None:
    meeting = a_meeting()
    with pytest.raises(CirculationRefused):
        circulated(meeting, parties=[])
    circulated(meeting)
    with pytest.raises(InputOpenAlready):
        circulated(meeting)
    circulated(meeting, at=AFTER, closes_at=AFTER + timedelta(days=3))
    with pytest.raises(NotPlanned):
        circulated(0)
    empty = a_plan(clerk(), on="2016-07-14")
    for line in draft_agenda(meeting=empty):
        withdraw_item(meeting=empty, number=line.id, by=clerk(), at=AT)
    with pytest.raises(EmptyAgenda):
        circulated(empty)
    assert agenda_input(meeting=empty, lines=[]) is None
