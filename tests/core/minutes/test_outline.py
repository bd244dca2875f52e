"""Which lines are headings, and so what was on the agenda; what is missing in its numbers."""

from __future__ import annotations

import pytest

from corcom.documents.domain import DocumentText
from corcom.documents.domain.text import Mark
from corcom.minutes import read
from corcom.minutes.domain.reader import read_text
from corcom.minutes.domain.text.minutes_text import MinutesText, minutes_text

SAID = "The President thanked the Unit for its work and gave the floor to members."
MORE = "Norway reported that little had changed since the last meeting of the group."

Numbers = list[tuple[str | None, str]]


def agenda(text: str) -> Numbers:
    return [(item.number, item.title) for item in read(text).agenda]


def ready(text: str) -> MinutesText:
    return minutes_text(DocumentText(text=text, media_type="text/plain"))


def minutes(*headings: str) -> str:
    """Headings with text below each."""
    return "\n\n".join(["Minutes of the Bureau, 4 May 2016", *(f"{heading}\n\n{SAID}" for heading in headings)])


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (["1. Opening", "2. Finance", "3. Closing"], ["1 Opening", "2 Finance", "3 Closing"]),
        (["1) Opening", "2) Finance"], ["1 Opening", "2 Finance"]),
        (["1. Opening", "2. Finance", "5. Closing"], ["1 Opening", "2 Finance", "5 Closing"]),
        (["1. Opening.", "2. Finance.", "3. Closing."], ["1 Opening.", "2 Finance.", "3 Closing."]),
        (["I. Opening", "II. Finance", "III. Closing"], ["I Opening", "II Finance", "III Closing"]),
        (["A. Opening", "B. Finance", "C. Closing"], ["A Opening", "B Finance", "C Closing"]),
        (["Agenda Item 1 - Opening", "Agenda Item 2 - Finance"], ["1 Opening", "2 Finance"]),
        (["Agenda item 1: Opening", "Agenda item 4: Finance"], ["1 Opening", "4 Finance"]),
        (["Item I. Opening", "Item II. Finance"], ["I Opening", "II Finance"]),
        (["1. Opening", "2. Finance", "2.1 Reminders", "2.2 Budget"], ["1 Opening", "2 Finance", "2.1 Reminders", "2.2 Budget"]),
        (["1. Opening", "2. Finance", "2.1.1 Letters"], ["1 Opening", "2 Finance", "2.1.1 Letters"]),
        (["I. Opening", "II. Reports", "A. Clearance", "B. Finance"], ["I Opening", "II Reports", "II.A Clearance", "II.B Finance"]),
        (["1. Opening", "2. Reports", "a. Clearance", "b. Finance"], ["1 Opening", "2 Reports", "2.a Clearance", "2.b Finance"]),
        (["**1. Opening**", "**2. Finance**"], ["1 Opening", "2 Finance"]),
        (["## 1. Opening", "## 2. Finance"], ["1 Opening", "2 Finance"]),
        (["1 Opening remarks", "2 Financial matters"], ["1 Opening remarks", "2 Financial matters"]),
        (["1 - Opening", "2 - Finance"], ["1 Opening", "2 Finance"]),
        (["I - Opening", "II – Finance"], ["I Opening", "II Finance"]),
        (["Agenda point 1: Opening", "Agenda point 2: Finance"], ["1 Opening", "2 Finance"]),
        (["1. Opening", "2. Finance", "2. Letters", "3. Closing"], ["1 Opening", "2 Finance", "2 Letters", "3 Closing"]),
        (["1. Opening", "2. Finance", "4. Letters", "3. Closing", "5. Thanks"], ["1 Opening", "2 Finance", "4 Letters", "3 Closing", "5 Thanks"]),
        (["1. Opening", "2. Finance", "Annex I: Letters"], ["1 Opening", "2 Finance", "Annex I Letters"]),
    ],
)  # fmt: skip
def test_numbered_headings(headings: list[str], found: list[str]) -> None:
    assert [f"{number} {title}" for number, title in agenda(minutes(*headings))] == found


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (["## Opening", "## Finance", "## Closing"], ["Opening", "Finance", "Closing"]),
        (["**Opening**", "**Finance**", "**Closing:**"], ["Opening", "Finance", "Closing"]),
        (["OPENING", "FINANCE OF THE UNIT", "ANY OTHER BUSINESS"], ["Opening", "Finance of the unit", "Any other business"]),
        (["OPENING", "PREPARATION OF THE 9MSP", "ISU AND GICHD"], ["Opening", "Preparation of the 9MSP", "ISU and GICHD"]),
        (["# Bureau", "## Opening", "### Finance"], ["Opening", "Finance"]),
    ],
)  # fmt: skip
def test_headings_without_numbers(headings: list[str], found: list[str]) -> None:
    assert agenda(minutes(*headings)) == [(None, title) for title in found]


def test_bold_and_heading_marks_of_a_format() -> None:
    text = minutes("Opening", "Finance", "Closing")
    for kind in ("heading", "bold"):
        marks = tuple(
            Mark(kind=kind, start=text.index(title), end=text.index(title) + len(title), level=2)
            for title in ("Opening", "Finance", "Closing")
        )
        found = read_text(DocumentText(text=text, media_type="text/plain", marks=marks)).agenda
        assert [(item.number, item.title) for item in found] == [
            (None, "Opening"),
            (None, "Finance"),
            (None, "Closing"),
        ]


@pytest.mark.parametrize(
    "listed",
    [
        "1. a list of States\n2. a list of dates\n3. a list of names",
        "(1) who pays;\n(2) who writes;\n(3) who signs.",
        "a) who pays\nb) who writes\nc) who signs",
        "- who pays\n- who writes\n- who signs",
        "i. who pays\nii. who writes",
    ],
)
def test_a_list_in_the_text_is_no_agenda(listed: str) -> None:
    text = (
        minutes("1. Opening", "2. Finance") + f"\n\nIt had three questions:\n{listed}\n\n{MORE}\n\n3. Closing\n\n{SAID}"
    )
    assert agenda(text) == [("1", "Opening"), ("2", "Finance"), ("3", "Closing")]


def test_numbered_paragraphs_below_lettered_headings_are_no_headings() -> None:
    text = f"Minutes of the Bureau\n\nA. Opening\n\n1. {SAID}\n\n2. {MORE}\n\nB. Finance\n\n3. {SAID}\n\n4. {MORE}\n\nC. Closing\n\n5. {SAID}\n"
    assert agenda(text) == [("A", "Opening"), ("B", "Finance"), ("C", "Closing")]


def test_the_announced_agenda_gives_the_titles_and_the_headings_what_it_left_out() -> None:
    text = (
        "Minutes of the Bureau\n\nAgenda\n1. Opening of the meeting\n2. Money\n3. Any other business\n\n"
        f"1. Opening\n\n{SAID}\n\n2. Money and reminders\n\n{SAID}\n\n2.1 Reminders\n\n{MORE}\n\n3. AOB\n\n{SAID}\n"
    )
    assert agenda(text) == [
        ("1", "Opening of the meeting"),
        ("2", "Money"),
        ("3", "Any other business"),
        ("2.1", "Reminders"),
    ]


@pytest.mark.parametrize(
    "label",
    ["Agenda", "AGENDA:", "**Agenda**", "Draft agenda", "Provisional Agenda:", "Agenda items", "Annotated agenda"],
)
def test_the_line_above_an_agenda(label: str) -> None:
    text = f"Minutes of the Bureau\n\n{label}\n- Opening of the meeting\n- Money\n\n1. Opening of the meeting\n\n{SAID}\n\n2. Money\n\n{SAID}\n"
    assert agenda(text) == [(None, "Opening of the meeting"), (None, "Money")]


@pytest.mark.parametrize(
    "line", ["Present:", "APOLOGIES RECEIVED", "Action points:", "List of participants", "Key", "Decisions"]
)
def test_the_labels_of_lists_are_no_items(line: str) -> None:
    assert agenda(minutes("1. Opening", "2. Finance") + f"\n\n{line}\n\n- Norway\n- Peru\n") == [
        ("1", "Opening"),
        ("2", "Finance"),
    ]


def test_every_block_knows_its_section() -> None:
    text = f"Bureau\n\n1. Opening\n\n{SAID}\n\n2. Money\n\n{SAID}\n\n2.1 Letters\n\n{MORE}\n"
    made = ready(text)
    assert [section.name if section else None for section in made.outline.section_of] == [
        None,
        "1",
        "1",
        "2",
        "2",
        "2.1",
        "2.1",
    ]
    sections = made.outline.sections
    assert [(s.path, s.depth, s.parent.path if s.parent else None) for s in sections] == [
        ("1", 0, None),
        ("2", 0, None),
        ("2.1", 2, "2"),
    ]


def test_a_text_without_headings_has_no_sections() -> None:
    made = ready(f"{SAID}\n\n{MORE}\n")
    assert (made.outline.sections, made.outline.announced, made.outline.section_of) == ([], [], [None, None])


@pytest.mark.parametrize(
    ("numbers", "cautions"),
    [
        ("123", []),
        ("1245", ["the agenda goes from 2 to 4: 3 is missing"]),
        ("126", ["the agenda goes from 2 to 6: 3, 4, 5 is missing"]),
    ],
)
def test_numbers_that_are_missing_are_pointed_out(numbers: str, cautions: list[str]) -> None:
    found = read(minutes(*(f"{number}. Title of item {number}" for number in numbers))).warnings
    assert [caution.text for caution in found] == cautions


@pytest.mark.parametrize(
    ("said", "caution"),
    [
        ("The next meeting is on Monday, 5 May 2016.", "2016-05-05 is not a Monday"),
        ("They met on Friday 13 March 2015.", None),
        ("They met on Sunday, March 13, 2015.", "2015-03-13 is not a Sunday"),
        ("The total came to 100 States Parties; 93 States had yet to join.", None),
        ("With two more, the membership rose to 100. In all 93 States have yet to join.", "93 is 193 less 100"),
        ("With two more, the membership rose to 100. In all 97 States have yet to join.", None),
    ],
)
def test_what_cannot_be_right_is_pointed_out(said: str, caution: str | None) -> None:
    found = [one.text for one in read(f"Bureau, 4 May 2016\n\n1. Opening\n\n{said}\n\n2. Closing\n\n{SAID}\n").warnings]
    if caution is None:
        assert found == []
    else:
        assert [text[: len(caution)] for text in found] == [caution]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("§§§ ~~~ ^^^ %%% &&&", "no words"),
        ("___________________", "no words"),
        ("one\ttwo\tthree", "a table that is no attendance list"),
    ],
)
def test_what_was_not_understood_is_shown(line: str, reason: str) -> None:
    found = read(minutes("1. Opening", "2. Finance") + f"\n\n{line}\n").unread
    assert [(one.reason, one.evidence.quote) for one in found] == [(reason, line)]


def test_what_was_understood_is_not_shown_as_unread() -> None:
    text = "Bureau, 4 May 2016\n\nPresent:\nNorway\tMs. Ek\nPeru\tMr. Luz\n\n1. Opening\n\nNorway spoke.\n\n2. Closing\n\nPeru spoke.\n"
    assert read(text).unread == ()


@pytest.mark.parametrize("line", ["=", "-", "~"])
def test_headings_that_are_underlined(line: str) -> None:
    titles = ["Opening", "Finance", "Any other business"]
    text = minutes(*(f"{title}\n{line * len(title)}" for title in titles))
    assert agenda(text) == [(None, title) for title in titles]


def test_a_line_of_dashes_alone_is_no_heading() -> None:
    assert agenda(f"Minutes of the Bureau\n\n1. Opening\n\n{SAID}\n\n---\n\n2. Closing\n\n{MORE}\n") == [
        ("1", "Opening"),
        ("2", "Closing"),
    ]


def test_titles_that_open_numbered_paragraphs() -> None:
    text = f"Minutes of the Bureau, 4 May 2016\n\n1. Opening: {SAID} {MORE}\n\n2. **Finance:** {MORE} {SAID}\n\n**3. Closing** {SAID} {MORE}\n"
    assert agenda(text) == [("1", "Opening"), ("2", "Finance"), ("3", "Closing")]


def test_numbered_paragraphs_in_which_somebody_speaks_have_no_titles() -> None:
    text = f"Minutes of the Bureau, 4 May 2016\n\n1. Norway: {SAID} {MORE}\n\n2. Peru: {MORE} {SAID}\n\n3. Chad: {SAID} {MORE}\n"
    assert agenda(text) == []


def test_titles_with_a_colon_above_paragraphs() -> None:
    titles = ["Opening:", "Victim assistance:", "Any other business:"]
    assert agenda(minutes(*titles)) == [(None, title.rstrip(":")) for title in titles]


def test_the_first_of_several_headings_in_capitals() -> None:
    text = (
        f"MINUTES OF THE BUREAU\n4 May 2016\n\nOPENING\n\n{SAID}\n\nITEM ONE: FINANCE\n\n{MORE}\n\nCLOSING\n\n{SAID}\n"
    )
    assert [title for _, title in agenda(text)] == ["Opening", "Item one: finance", "Closing"]


def test_a_list_within_an_item_has_no_headings() -> None:
    text = f"Minutes of the Bureau\n\n1. Opening\n\n{SAID}\n\n2. Finance\n\n{MORE}\n\n1. Send the paper\n2. Ask Norway\n\n{SAID}\n\n3. Closing\n\n{MORE}\n"
    assert [number for number, _ in agenda(text)] == ["1", "2", "3"]


def test_a_heading_goes_on_where_its_line_ends_with_an_article() -> None:
    text = f"Minutes of the Bureau\n\n1. Opening\n\n{SAID}\n\n2. Preparations for the Review Conference and for the\n   Preparatory Meeting\n\n{MORE}\n"
    assert agenda(text)[-1] == ("2", "Preparations for the Review Conference and for the Preparatory Meeting")


def test_headings_in_capitals_whatever_their_brackets_say() -> None:
    said = "Members looked at it for a while and then went on."
    titles = ["MINUTES OF LAST TIME", "ROAD TO LIMA (4MSP, 3-6 May)", "ISU", "VICTIM ASSISTANCE", "VARIA"]
    head = "BUREAU, 4TH MEETING\n\nLima, 4 May 2016\n\nDraft of the secretary, to be looked at by all members.\n\n"
    text = head + "\n\n".join(f"{title}\n\nChair:\n\n{said}" for title in titles)
    found = [item.title.casefold() for item in read(text).agenda]
    assert found == [title.casefold() for title in titles]


@pytest.mark.parametrize("title", ["Follow-up list", "To do", "Things to do", "ACTION POINTS"])
def test_a_list_of_tasks_does_not_go_on_with_the_headings(title: str) -> None:
    said = "Members looked at it for a while and then went on."
    tasks = "\n".join(f"{at}.\tPeru - send paper {at} to all" for at in range(1, 6))
    text = f"Minutes of the Bureau\n4 May 2016\n\n1.\tOpening\n\n{said}\n\n2.\tBudget\n\n{said}\n\n3.\tClosing\n\n{said}\n\n{title}\n\n{tasks}\n"
    assert [item.number for item in read(text).agenda] == ["1", "2", "3"]


LETTERED = ["(a) Opening", "(b) Finance", "(c) Other matters"]


@pytest.mark.parametrize(
    ("announced", "headings"),
    [
        ("Agenda\n(a) Opening\n(b) Finance\n(c) Other matters", LETTERED),
        ("Agenda of the meeting:\n(a) Opening;\n(b) Finance;\n(c) Other matters.", ["Item (a). Opening", "Item (b). Finance"]),
        ("Points discussed:\na) Opening\nb) Finance\nc) Other matters", ["a) Opening", "b) Finance", "c) Other matters"]),
        ("The following agenda was adopted:\n\n(a) Opening\n(b) Finance\n(c) Other matters", ["1. Opening", "2. Finance"]),
        ("The agenda was: (a) Opening; (b) Finance;\n(c) Other matters.", ["Opening of the meeting, and who came"]),
        ("Agenda: (a) Opening, (b) Finance, and (c) Other matters.", []),
        ("", LETTERED),
    ],
)  # fmt: skip
def test_an_agenda_with_letters(announced: str, headings: list[str]) -> None:
    said = "\n\n".join(f"{heading}\n\n{SAID}" for heading in headings) or SAID
    found = agenda(f"Minutes of the Bureau, 4 May 2016\n\n{announced}\n\n{said}\n")
    assert [f"({number}) {title}" for number, title in found[:3]] == LETTERED


def test_a_paragraph_with_a_day_is_no_heading() -> None:
    found = agenda(minutes("1. Opening", "2. Other matters", "2.1 Next meeting: 9 June 2016, same place."))
    assert found == [("1", "Opening"), ("2", "Other matters")]


def test_an_item_with_a_letter_below_a_long_line_is_a_line_of_its_own() -> None:
    listed = "Agenda\na) Opening of the meeting by the President of the Bureau\nb) Finance"
    assert agenda(f"Minutes of the Bureau, 4 May 2016\n\n{listed}\n\n{SAID}") == [
        ("a", "Opening of the meeting by the President of the Bureau"),
        ("b", "Finance"),
    ]
