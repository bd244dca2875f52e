"""The record of a meeting as a value, without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from corcom.followup.domain.commitment import Followed, Ref, State
from corcom.followup.domain.competence import CompetenceOf
from corcom.followup.domain.terms import ActionPointTerms, DecisionTerms
from corcom.kernel.actor import Actor
from corcom.kernel.source import Evidence
from corcom.meetings.domain.meeting import Heading, NextMeeting
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.record import MeetingRecord, Promised, Sourced, SourceFile, by_agenda

NOWHERE = Evidence(start=0, end=0, quote="")
CROATIA, ZAMBIA = Actor("HRV", "Croatia"), Actor("ZMB", "Zambia")
HEADING = Heading(
    convention="CCM",
    body="Coordination Committee",
    date="2016-05-26",
    number=4,
    number_scope="of 2016",
    start_time="10:00",
    end_time="11:30",
    venue="Palais des Nations, Geneva",
    chair=CROATIA,
    chair_person="Ms. Ana Horvat",
    chair_role="President",
)


def sourced(item: Any, *actors: Actor, number: int = 1) -> Sourced[Any]:
    return Sourced(item=item, finding_id=number, reading_id=1, file_id=1, actors=actors)


def an_action_point(
    text: str = "send a letter to Angola",
    *owners: Actor,
    number: int = 1,
    due: str = "",
    state: State = "open",
    turned_on: date = date(2016, 5, 26),
    due_text: str = "",
) -> Promised:
    terms = ActionPointTerms(
        convention="CCM",
        body="Coordination Committee",
        text=text,
        raised_on=date(2016, 5, 26),
        agenda="2 Universalization",
        due=due,
        due_text=due_text,
        owners=owners,
    )
    return promised(Ref("action_point", number), terms, state, turned_on)


def a_decision(text: str, *, number: int = 1, body: str = "Coordination Committee", reported: bool = False) -> Promised:
    terms = DecisionTerms(
        convention="CCM", body=body, text=text, raised_on=date(2016, 5, 26), agenda="3", reported=reported
    )
    return promised(Ref("decision", number), terms, "open", date(2016, 5, 26))


def promised(ref: Ref, terms: Any, state: State, turned_on: date) -> Promised:
    followed = Followed(ref=ref, terms=terms, state=state, turned_on=turned_on, file_id=1, evidence=NOWHERE)
    return Promised(followed=followed, finding_id=ref.number, reading_id=1)


def an_item(number: str | None, title: str) -> Sourced[Any]:
    return sourced(typed.AgendaItem(number=number, title=title, evidence=NOWHERE))


def said(agenda: str, speaker: str, text: str, *actors: Actor) -> Sourced[Any]:
    found = typed.Intervention(agenda=agenda, speaker=speaker, delegation=speaker, text=text, evidence=NOWHERE)
    return sourced(found, *actors)


def was_there(delegation: str | None, *people: str, role: str | None = None) -> Sourced[Any]:
    return sourced(typed.Attendance(delegation=delegation, people=people, role=role, evidence=NOWHERE))


def a_record(**changes: Any) -> MeetingRecord:
    """A record of everything there can be, with other values where they are given."""
    items = (an_item("1", "Opening"), an_item("2", "Universalization"), an_item("3", "Hosting of the next meeting"))
    spoken = (
        said("2", "Zambia", "Zambia reported on its visit to Luanda.", ZAMBIA),
        said("3", "Norway", "Norway preferred Geneva.", Actor("NOR", "Norway")),
    )
    record = MeetingRecord(
        meeting_id=7,
        heading=HEADING,
        next_meeting=NextMeeting(date="2016-06-30", time="10:00", place="Room XXII"),
        competence=CompetenceOf(body="Coordination Committee", competence="own_work"),
        files=(SourceFile(file_id=1, reading_id=1, name="may.txt"),),
        attendance=(
            was_there("Croatia", "Ms. Ana Horvat", role="President"),
            was_there("Norway", "Mr. Ole Berg", "Ms. Liv Dahl"),
            was_there("ICRC"),
        ),
        absences=(sourced(typed.Absence(delegation="Chile", kind="apologies", evidence=NOWHERE)),),
        agenda=by_agenda(items, spoken),
        action_points=(
            an_action_point("send a letter to Angola", ZAMBIA, due="2016-06-10"),
            an_action_point(
                "post the calendar", Actor("ccm-isu", "CCM ISU"), number=2, state="done", turned_on=date(2016, 6, 1)
            ),
            an_action_point("consult the friends of the Chair", number=3, due_text="before the 6MSP"),
        ),
        decisions=(a_decision("It was agreed to meet on the last Thursday of each month."),),
        reported_decisions=(
            a_decision("The budget for 2017 was adopted.", number=2, body="Meeting of States Parties", reported=True),
        ),
    )
    return replace(record, **changes)
