"""The same minutes give the same record in every format: only offsets and white space may differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.factories.documents import Layout, Minutes, Section, as_eml, as_html, as_pdf, as_txt
from tests.factories.opendocument import as_odt
from tests.factories.word import as_docx

from corcom.minutes import read
from corcom.minutes.domain.format import to_json
from corcom.minutes.domain.reading import Reading

MINUTES = Minutes(
    block=(
        "Convention on Cluster Munitions",
        "Minutes of the third meeting of the Coordination Committee in 2019",
        "Thursday, 16 May 2019, 10:00 to 11:45",
        "Permanent Mission of Sri Lanka, Geneva",
        "Present",
    ),
    columns=(
        (
            ("Sri Lanka – President", ("H.E. Ms. Ruwani Perera", "Mr. Nuwan Silva")),
            ("Switzerland – President-designate", ("Ms. Lena Aebi",)),
            ("Austria", ("Mr. Paul Gruber",)),
            ("Chile", ("Ms. Carla Rojas",)),
            ("Germany", ("Ms. Uta Brandt", "Mr. Jan Voss")),
            ("Iraq", ("Mr. Omar Aziz",)),
        ),
        (
            ("Namibia", ("Ms. Selma Amutenya",)),
            ("New Zealand", ("Mr. Tane Walker",)),
            ("Peru", ("Mr. Hugo Salas",)),
            ("Spain", ("Ms. Marta Gil",)),
            ("CMC", ("Ms. Joan Reed",)),
            ("Implementation Support Unit", ("Ms. Ada Mensah",)),
        ),
    ),
    sections=(
        Section(
            title="Opening",
            paragraphs=(
                (
                    "The President welcomed all members and thanked Switzerland for its hospitality at the retreat of 11 and "
                    "12 April, at which forty delegates had looked at the programme of the Ninth Meeting of States Parties."
                ),
                "The minutes of the meeting of 28 March were adopted without change.",
            ),
            note="Circulated as document CC/2019/2 on 4 April 2019.",
        ),
        Section(
            title="Updates by Coordinators",
            paragraphs=("Coordinators spoke of what they had done since March.",),
            subsections=(
                Section(
                    title="Universalization (Chile and Namibia)",
                    paragraphs=(
                        "Chile reported that Saint Lucia had ratified and that 12 signatories had been visited.",
                        "The Coordinators would send letters to the remaining signatories by 7 June 2019.",
                    ),
                ),
                Section(
                    title="Stockpile destruction (Austria)",
                    paragraphs=(
                        "Austria said that 99% of stockpiles had been destroyed; Peru would report in September.",
                    ),
                    bullets=(
                        "a workshop for States with stocks in Lima on 3 and 4 July 2019",
                        "Peru will circulate the invitation before the end of May",
                        "Spain offered CHF 15,000 for interpreters",
                    ),
                ),
            ),
        ),
        Section(
            title="Financial matters",
            paragraphs=(
                "The ISU informed the Committee that CHF 312,500.40 had been received from 41 States Parties.",
                "Germany asked whether reminders had gone out. The Director answered that a second reminder would be sent on 20 May.",
            ),
        ),
        Section(
            title="Action points",
            paragraphs=("It was agreed as follows:",),
            records=(
                ("Action", "Responsible", "Deadline"),
                (
                    "Send letters to the signatories that have not answered since the beginning of the year",
                    "Chile, Namibia",
                    "7 June 2019",
                ),
                ("Circulate an invitation to the workshop for States with stocks", "Peru", "31 May 2019"),
                ("Prepare a table of contributions received", "ISU", "June 2019"),
            ),
            change=(
                "The Committee ",
                "rejected",
                "accepted",
                " the offer of Spain to chair the working group on finance.",
            ),
        ),
        Section(
            title="Next meeting",
            paragraphs=(
                "The next meeting will be held on Thursday, 20 June 2019, at 10:00 at the Permanent Mission of Sri Lanka.",
            ),
        ),
    ),
    header="Restricted to members",
    footer="Implementation Support Unit",
)

LAYOUTS: tuple[Layout, ...] = ("rows", "cells", "one_row")
TEXT = as_txt(MINUTES)
TEXTS: dict[str, Callable[[str], bytes]] = {
    "UTF-8": str.encode,
    "UTF-8 with a byte-order mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16, big end first": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "Windows-1252": lambda text: text.encode("cp1252"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "line ends of old Macintoshes": lambda text: text.replace("\n", "\r").encode(),
}


def bare(value: Any) -> Any:
    """A record without offsets, and with single spaces in its words."""
    if isinstance(value, dict):
        return {key: bare(part) for key, part in value.items() if key not in {"start", "end"}}
    if isinstance(value, list):
        return [bare(part) for part in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def record(data: bytes, name: str) -> Any:
    return bare(to_json(read(data, name=name)))


@pytest.fixture(scope="module")
def plain() -> Any:
    """The record of the plain text."""
    return record(TEXT.encode(), "a.txt")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(TEXT)


def test_the_plain_text_is_read_well(reading: Reading) -> None:
    """So that the comparisons below compare something."""
    assert (reading.convention, reading.body, reading.meeting_number, reading.date) == (
        "Convention on Cluster Munitions (CCM)",
        "Coordination Committee",
        3,
        "2019-05-16",
    )
    assert (reading.start_time, reading.end_time, reading.venue) == (
        "10:00",
        "11:45",
        "Permanent Mission of Sri Lanka, Geneva",
    )
    assert [(a.delegation, a.people) for a in reading.attendance] == [
        (name.split(" – ")[0], people) for column in MINUTES.columns for name, people in column
    ]
    assert [(item.number, item.title) for item in reading.agenda] == [
        ("1", "Opening"),
        ("2", "Updates by Coordinators"),
        ("2.1", "Universalization (Chile and Namibia)"),
        ("2.2", "Stockpile destruction (Austria)"),
        ("3", "Financial matters"),
        ("4", "Action points"),
        ("5", "Next meeting"),
    ]
    assert [(m.theme, m.holders) for m in reading.mandates] == [
        ("Universalization", ("Chile", "Namibia")),
        ("Stockpile destruction", ("Austria",)),
    ]


def test_the_table_of_action_points_is_read_row_by_row(reading: Reading) -> None:
    marked = [(p.owner, p.text, p.due) for p in reading.action_points if p.kind == "explicit"]
    rows = MINUTES.sections[3].records[1:]
    dues = ("2019-06-07", "2019-05-31", "2019-06")
    assert marked == [(tuple(row[1].split(", ")), row[0], due) for row, due in zip(rows, dues, strict=True)]


def test_a_decision_stands_there_as_its_tracked_change_left_it(reading: Reading) -> None:
    assert (
        reading.decisions[-1].text == "The Committee accepted the offer of Spain to chair the working group on finance."
    )


def test_the_next_meeting_is_read(reading: Reading) -> None:
    found = reading.next_meeting
    assert found is not None
    assert (found.date, found.time, found.place) == ("2019-06-20", "10:00", "Permanent Mission of Sri Lanka")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_word(plain: Any, layout: Layout) -> None:
    """With automatic heading numbers, header and footer, a footnote and a tracked change."""
    assert record(as_docx(MINUTES, layout=layout), "a.docx") == plain


@pytest.mark.parametrize("layout", LAYOUTS)
def test_opendocument(plain: Any, layout: Layout) -> None:
    assert record(as_odt(MINUTES, layout=layout), "a.odt") == plain


@pytest.mark.parametrize("lead", [0, 120, 240, 330, 420, 470])
def test_pdf(plain: Any, lead: int) -> None:
    """With a page that ends in the attendance list, in a paragraph, in the table of action points."""
    assert record(as_pdf(MINUTES, lead=lead), "a.pdf") == plain


def test_web_page(plain: Any) -> None:
    assert record(as_html(MINUTES).encode(), "a.html") == plain


def test_letter(plain: Any) -> None:
    assert record(as_eml(MINUTES), "a.eml") == plain
    assert record(as_eml(MINUTES, attached=("m.docx", as_docx(MINUTES))), "a.eml") == plain


def test_markdown_without_any_markup(plain: Any) -> None:
    assert record(TEXT.encode(), "a.md") == plain


@pytest.mark.parametrize("encoding", TEXTS)
def test_text_in_every_encoding(plain: Any, encoding: str) -> None:
    assert record(TEXTS[encoding](TEXT), "a.txt") == plain


@pytest.mark.parametrize(
    "write",
    [TEXT.encode, lambda: as_docx(MINUTES), lambda: as_odt(MINUTES), lambda: as_pdf(MINUTES)],
    ids=["text", "Word", "OpenDocument", "PDF"],
)
def test_a_name_without_an_ending_is_enough(plain: Any, write: Callable[[], bytes]) -> None:
    assert record(write(), "minutes") == plain
