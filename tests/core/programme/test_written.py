from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx import Document
from tests.factories.plans import PLAN
from tests.factories.programmes import FRIDAY, MONDAY, SLOTS, a_programme, a_session

from corcom.programme.domain.differences import differences
from corcom.programme.domain.programme_document import programme_document
from corcom.programme.domain.programme_json import ProgrammeJson, programme_json, session_from, session_values
from corcom.programme.domain.session import (
    Session,
    SessionPart,
    SessionRefused,
    check_session,
    check_slots,
)
from corcom.rulebooks.programmes import SlotHours

WHERE = replace(PLAN, convention="APMBC", body="Standing Committees", starts_on=MONDAY, ends_on=FRIDAY)
PARTS = (SessionPart(title="State of implementation", share=25), SessionPart(title="Discussion"))
ONE = a_session(uid="one", room="XIX", parts=PARTS, people=("Ana Torres",), note="With interpretation")
TWO = a_session(uid="two", number=2, day=date(2004, 2, 10), theme="mine-clearance", chairs=("JPN", "KHM"))


def content(*sessions: Session, version: int = 1, **changes: Any) -> ProgrammeJson:
    return programme_json(replace(WHERE, **changes), a_programme(*sessions), version=version)


def said(*after: Session, **changes: Any) -> list[str]:
    return [str(words) for words in differences(content(ONE, TWO), content(*after, version=2, **changes))]


def test_what_differs_is_said_session_by_session() -> None:
    new = a_session(uid="three", number=3, day=FRIDAY, start="15:00", end="16:00", theme="", title="Closing")
    moved = replace(ONE, day=date(2004, 2, 11), start="15:00", end="18:00", title="Victims", room="", chairs=())
    changed = replace(TWO, start="11:00", parts=PARTS, people=("Li Wei",), note="N")
    assert said(ONE, TWO) == []
    assert said(changed, moved, new, place="") == [
        "The place is –.",
        "“Mine Clearance” of 2004-02-10 is at 11:00–13:00 instead of 10:00–13:00.",
        "The parts of “Mine Clearance” are others.",
        "Others have to be in “Mine Clearance”.",
        "The note to “Mine Clearance” is another.",
        "“Victim Assistance” is called “Victims” now.",
        "“Victims” is moved from 2004-02-09 to 2004-02-11, 15:00–18:00.",
        "“Victims” is in –.",
        "“Victims” has as chairs: –.",
        "“Closing” is new: 2004-02-13, 15:00–16:00.",
    ]
    assert said(ONE, starts_on=date(2004, 2, 8)) == [
        "The days of the meeting are others.",
        "“Mine Clearance” of 2004-02-10 is taken off.",
    ]


def test_other_hours_are_said() -> None:
    later = SlotHours(code="1", name="", start="09:00", end="12:00")
    after = programme_json(WHERE, a_programme(ONE, TWO, slots=(later,)), version=2)
    words = [str(one) for one in differences(content(ONE, TWO), after)]
    assert words == [
        "The meeting sits at other hours: 09:00–12:00.",
    ]


def test_the_official_document() -> None:
    paper = Document(io.BytesIO(programme_document(content(ONE, TWO)).to_bytes()))
    headings = [each.text for each in paper.paragraphs if each.style is not None and each.style.name == "Heading 1"]
    assert headings == ["Monday, 9 February 2004", "Tuesday, 10 February 2004"]
    rows = [[cell.text for cell in row.cells] for table in paper.tables[1:] for row in table.rows]
    assert rows == [
        ["Time", "Session", "Chair", "Room"],
        [
            "10:00–13:00",
            "Victim Assistance\n1. State of implementation (45 minutes)\n2. Discussion\nWith interpretation",
            "Australia\nCroatia\nAna Torres",
            "XIX",
        ],
        ["Time", "Session", "Chair", "Room"],
        ["10:00–13:00", "Mine Clearance", "Japan\nCambodia", "–"],
    ]
    draft = Document(io.BytesIO(programme_document(content(version=0)).to_bytes()))
    titles = [each.text for each in draft.paragraphs if each.style is not None and each.style.name == "Title"]
    assert titles == ["Draft programme of work"]


def test_a_session_comes_back_from_its_values() -> None:
    assert session_from(session_values(ONE)) == replace(ONE, number=0, uid="", version=0)


@pytest.mark.parametrize(
    ("changes", "wrong", "value"),
    [
        ({"theme": "", "title": " "}, "title", ""),
        ({"start": "9:00"}, "time", "9:00"),
        ({"end": "10:00"}, "order", "10:00–10:00"),
        ({"theme": "weather"}, "theme", "weather"),
        ({"body": "club"}, "body", "club"),
        ({"chairs": ("XXX",)}, "chair", "XXX"),
        ({"parts": (SessionPart(title=" "),)}, "part", " "),
        ({"parts": (SessionPart(title="A", minutes=9999),)}, "part", "A"),
        ({"parts": (SessionPart(title="A", share=60), SessionPart(title="B", share=60))}, "share", "120"),
        ({"parts": (SessionPart(title="A"),) * 21}, "part", "21"),
    ],
)
def test_a_session_that_cannot_be_is_refused(changes: dict[str, Any], wrong: str, value: str) -> None:
    with pytest.raises(SessionRefused) as refused:
        check_session(a_session(**changes), "APMBC")
    assert (refused.value.wrong, refused.value.value) == (wrong, value)


@pytest.mark.parametrize(
    ("hours", "wrong"),
    [
        ([], "slot"),
        ([("10", "13:00")], "time"),
        ([("13:00", "10:00")], "order"),
        ([("10:00", "13:00"), ("12:00", "14:00")], "slot"),
    ],
)
def test_hours_that_cannot_be_are_refused(hours: list[tuple[str, str]], wrong: str) -> None:
    with pytest.raises(SessionRefused) as refused:
        check_slots([SlotHours(code=start, name="", start=start, end=end) for start, end in hours])
    assert refused.value.wrong == wrong
    check_slots(SLOTS)
