from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

from docx import Document
from tests.factories.plans import PLAN

from corcom.kernel.wording import ENGLISH
from corcom.meetings.domain.agenda import Before, DraftItem, filled_agenda
from corcom.meetings.domain.agenda_document import agenda_document
from corcom.meetings.domain.agenda_json import agenda_json

BEFORE = Before(
    last_on=date(2016, 4, 28),
    usual=[
        DraftItem(title="Opening of the meeting"),
        DraftItem(title="Universalization", introduced_by="Ecuador and Zambia", minutes=15),
        DraftItem(title="sponsorship programme"),
        DraftItem(title="AOB"),
    ],
    unfinished=[DraftItem(title="Sponsorship programme", minutes=10)],
    open=4,
    due=1,
)


def test_an_agenda_fills_itself_and_each_item_says_where_it_comes_from() -> None:
    assert [(item.title, str(item.comes_from)) for item in filled_agenda(BEFORE)] == [
        ("Opening of the meeting and adoption of the agenda", "stands on every agenda"),
        (
            "Approval of the minutes of 28 April 2016",
            "the minutes of the last meeting, of 2016-04-28, are to be approved",
        ),
        ("Matters arising", "action points and decisions since the meeting of 2016-04-28: 4 open, 1 of them due"),
        ("Sponsorship programme", "left unfinished at the meeting of 2016-04-28"),
        ("Universalization", "stood on the agenda of 2016-04-28"),
        ("Any other business", "stands on every agenda"),
        ("Date of the next meeting", "stands on every agenda"),
    ]
    kept = filled_agenda(BEFORE)[4]
    assert (kept.introduced_by, kept.minutes) == ("Ecuador and Zambia", 15)


def test_the_first_meeting_of_a_body_has_nothing_to_approve() -> None:
    assert [item.title for item in filled_agenda(Before())] == [
        "Opening of the meeting and adoption of the agenda",
        "Any other business",
        "Date of the next meeting",
    ]


def test_it_fills_itself_in_the_language_of_whoever_plans() -> None:
    french = replace(ENGLISH, gettext=lambda text: f"<{text}>", day=lambda text: f"le {text}")
    assert filled_agenda(BEFORE, french)[1].title == "<Approval of the minutes of le 2016-04-28>"


def test_it_leaves_as_a_table_in_word_without_the_joining_link() -> None:
    items = [(replace(item, text="Second line"), ["draft.docx"]) for item in filled_agenda(BEFORE)]
    content = agenda_json(PLAN, items, version=2)
    file = agenda_document(content).to_bytes()
    document = Document(io.BytesIO(file))
    rows = [[cell.text for cell in row.cells] for row in document.tables[-1].rows]
    assert rows[:2] + rows[5:6] == [
        ["Item", "Title", "Introduced by", "Minutes"],
        ["1", "Opening of the meeting and adoption of the agenda\nSecond line\nPapers: draft.docx", "–", "–"],
        ["5", "Universalization\nSecond line\nPapers: draft.docx", "Ecuador and Zambia", "15"],
    ]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == [
        "Convention on Cluster Munitions\nCoordination Committee",
        "Agenda\n26 May 2016\nVersion 2",
    ]
    said = [paragraph.text for paragraph in document.paragraphs]
    assert "Meeting 4 of 2016, 26 May 2016, 10:00–11:30 (time of Europe/Zurich), Palais des Nations" in said
    assert "Minutes that were set aside: 25" in said
    assert PLAN.joining_link.encode() not in file
    assert PLAN.joining_link not in str(content)


def test_a_draft_says_that_it_is_one() -> None:
    document = Document(io.BytesIO(agenda_document(agenda_json(PLAN, [], version=0)).to_bytes()))
    said = [paragraph.text for paragraph in document.paragraphs]
    assert ("Draft agenda" in said, "Nothing stands on this agenda yet." in said) == (True, True)
