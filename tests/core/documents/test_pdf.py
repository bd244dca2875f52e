"""PDF pages put back into the text they were set from."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from tests.factories.pdf import PdfFile, width, wrapped

from corcom.documents.domain import DocumentText, extract

LEFT, RIGHT = 72.0, 523.0
LONG = (
    "The Chair opened the meeting at three o'clock and thanked all members for coming at short notice; he recalled that "
    "the Board would not meet again before the summer, so that decisions were needed now."
)


def read(file: PdfFile) -> DocumentText:
    return extract(file.save(), name="a.pdf")


def page_of(*lines: tuple[float, float, str], size: float = 11) -> PdfFile:
    file = PdfFile()
    file.page()
    for x, y, text in lines:
        file.text(x, y, text, size=size)
    return file


def set_lines(file: PdfFile, y: float, text: str, *, size: float = 11.0) -> float:
    for line in wrapped(text, size, RIGHT - LEFT):
        file.text(LEFT, y, line, size=size)
        y -= size * 1.2
    return y


def test_lines_become_paragraphs_again() -> None:
    file = PdfFile()
    file.page()
    y = set_lines(file, 700, LONG)
    set_lines(file, y - 10, LONG)
    assert read(file).text == f"{LONG}\n\n{LONG}\n"


def test_a_paragraph_goes_on_over_the_page() -> None:
    file = PdfFile()
    first, *rest = wrapped(LONG, 11, RIGHT - LEFT)
    file.page()
    set_lines(file, 150, LONG)
    file.text(LEFT, 100, first)
    file.page()
    for at, line in enumerate(rest):
        file.text(LEFT, 760 - 13.2 * at, line)
    assert read(file).text == f"{LONG}\n\n{LONG}\n"


def test_running_lines_and_page_numbers_are_left_out() -> None:
    file = PdfFile()
    for number in range(1, 5):
        file.page()
        file.text(LEFT, 810, f"CCM/CC/2015/{number}")
        set_lines(file, 760, f"Part {number}. {LONG}")
        file.text(290, 40, f"- {number} -")
    assert read(file).text == "".join(f"Part {number}. {LONG}\n\n" for number in range(1, 5))[:-1]


def filled(start: str, end: str) -> str:
    """A full line that begins and ends so."""
    line = f"{start} {end}".strip()
    while width(f"{start} or {end}", 11) < RIGHT - LEFT:
        start += " or"
        line = f"{start} {end}"
    return line


def test_words_divided_at_line_ends_are_made_whole_where_that_is_sure() -> None:
    lines = [filled("Here", "coop-"), filled("eration and a win-win offer;", "win-"), filled("win and", "re-"), "open."]
    file = page_of((LEFT, 760, "Universalization was discussed first, and cooperation after it."))
    for at, line in enumerate(lines):
        file.text(LEFT, 720 - 13.2 * at, line)
    words = [word for word in read(file).text.split("\n\n")[1].split() if word != "or"]
    assert words == ["Here", "cooperation", "and", "a", "win-win", "offer;", "win-win", "and", "re-open."]


def test_bullets_and_numbers_begin_lines_of_their_own() -> None:
    file = page_of((LEFT, 700, "Agreed:"))
    for at, (label, words) in enumerate(
        (("•", "write letters"), ("•", "call missions"), ("1.", "one"), ("(b)", "two"))
    ):
        file.text(LEFT, 680 - 13.2 * at, label)
        file.text(LEFT + 18, 680 - 13.2 * at, words)
    assert read(file).text.splitlines()[-4:] == ["- write letters", "- call missions", "1. one", "(b) two"]


def test_a_table_of_records_has_wrapped_cells_joined() -> None:
    file = PdfFile()
    file.page()
    rows = [
        ("Task", "Owner"),
        ("Write to all States that are late with their reports", "Unit"),
        ("Call", "Chad and Peru"),
    ]
    y = 700.0
    for task, owner in rows:
        lines = wrapped(task, 11, 140)
        for at, line in enumerate(lines):
            file.text(LEFT, y - 13.2 * at, line)
        file.text(260, y, owner)
        y -= 13.2 * len(lines) + 5
    found = read(file)
    assert found.text.splitlines() == ["\t".join(row) for row in rows]
    assert [(mark.row, mark.column) for mark in found.marks] == [
        (row, column) for row in range(3) for column in range(2)
    ]


def test_columns_made_with_blanks() -> None:
    lines = [
        "Norway                    Chad",
        "Mr. A. Bee                Ms. C. Dee",
        "",
        "Peru                      Samoa",
        "Ms. E. Eff                Mr. G. Haa",
    ]
    file = PdfFile()
    file.page()
    for at, line in enumerate(lines):
        left, _, right = line.partition("  ")
        if left:
            # A typewriter's columns: as many blanks as bring the second column to its place.
            blanks = round((250 - width(left, 11)) / width(" ", 11))
            file.text(LEFT, 700 - 13.2 * at, left + " " * blanks + right.strip())
    assert read(file).text == "Norway\nMr. A. Bee\n\nPeru\nMs. E. Eff\n\nChad\nMs. C. Dee\n\nSamoa\nMr. G. Haa\n"


def test_running_text_in_columns_is_read_down_each_column() -> None:
    file = PdfFile()
    for _ in range(2):
        file.page()
        for column in range(2):
            for at, line in enumerate(wrapped(f"{LONG} {LONG}", 10, 215)):
                file.text(LEFT + 236 * column, 760 - 12 * at, line, size=10)
    assert read(file).text.split() == f"{LONG} {LONG} ".split() * 4


def test_headings_are_known_by_their_letters() -> None:
    file = PdfFile()
    file.page()
    file.text(LEFT, 760, "Minutes of the Board", size=20, bold=True)
    y = 720.0
    for title, size in (("Opening", 16.0), ("Members", 13.0), ("Closing", 16.0)):
        file.text(LEFT, y, title, size=size, bold=True)
        y = set_lines(file, y - 24, LONG) - 20
    found = read(file)
    headings = [(mark.level, found.text[mark.start : mark.end]) for mark in found.marks if mark.kind == "heading"]
    assert headings == [(1, "Opening"), (2, "Members"), (1, "Closing")]


def test_raised_numbers_are_no_words() -> None:
    file = PdfFile()
    file.page()
    set_lines(file, 760, LONG)
    file.text(LEFT, 700, "The Board agreed")
    file.text(LEFT + width("The Board agreed", 11) + 0.3, 704, "1", size=6)
    file.text(LEFT, 80, "1 See document 3.", size=8)
    found = read(file)
    assert found.text == f"{LONG}\n\nThe Board agreed\n\nSee document 3.\n"
    assert [found.text[mark.start : mark.end] for mark in found.marks] == ["See document 3."]


def test_a_mistake_among_the_operators_hides_no_words() -> None:
    file = page_of((LEFT, 700, "Before the mistake"), (LEFT, 640, "After the mistake"))
    file.pages[0].insert(1, ") 7 [ (x) 3 >>")
    assert read(file).text == "Before the mistake\n\nAfter the mistake\n"


@pytest.mark.parametrize("matrix", ["0 1 -1 0 300 100", "0 -1 1 0 300 700", "-1 0 0 -1 500 700"])
def test_a_page_that_is_set_sideways_is_turned(matrix: str) -> None:
    file = page_of((0, 0, "Norway will write"), (0, -13.2, "to all members."))
    file.pages[0] = ["q", f"{matrix} cm", *file.pages[0], "Q"]
    assert read(file).text.split() == ["Norway", "will", "write", "to", "all", "members."]


def test_words_beside_the_text_are_left_out() -> None:
    file = page_of((LEFT, 700, "Norway will write to all members of the Board."))
    file.pages[0] += ["q", "0 1 -1 0 30 300 cm", "BT /F1 9 Tf 0 0 Td (Restricted) Tj ET", "Q"]
    file.pages[0] += ["q", "0.7 0.7 -0.7 0.7 30 300 cm", "BT /F1 90 Tf 0 0 Td (DRAFT) Tj ET", "Q"]
    assert read(file).text == "Norway will write to all members of the Board.\n"


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(page_of((300, 700, "Turned"), (300, 680, "twice")).save())))
    writer.pages[0].rotate(90)
    writer.write(buffer := io.BytesIO())
    assert extract(buffer.getvalue(), name="a.pdf").text.split() == ["Turned", "twice"]


def test_a_line_at_the_right_is_no_beginning_of_a_paragraph() -> None:
    file = PdfFile()
    file.page()
    place = "Geneva, 3 March 2015"
    file.text(RIGHT - width(place, 11), 713.2, place)
    set_lines(file, 700, LONG)
    assert read(file).text.splitlines() == [place, "", LONG]
