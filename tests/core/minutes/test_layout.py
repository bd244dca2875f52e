"""From lines to blocks and sentences: paragraphs put together again, labels, tables, page marks, lines run together."""

from __future__ import annotations

import pytest

from corcom.documents.domain import DocumentText
from corcom.documents.domain.text import Mark
from corcom.kernel.plain import plain
from corcom.minutes.domain.text.layout import Block, blocks, lines
from corcom.minutes.domain.text.minutes_text import minutes_text
from corcom.minutes.domain.text.run_together import unrolled
from corcom.minutes.domain.text.sentences import sentences

PROSE = (
    "The President recalled that the draft had been sent to all members before the summer and that only four of them had "
    "answered in time. She asked the others to do so in the course of the week, since translators needed the text."
)


def pieces(text: str) -> list[str]:
    return [" ".join(text[block.start : block.end].split()) for block in blocks(text)]


def wrapped(text: str, width: int, *, indent: str = "") -> str:
    rows, row = [], indent
    for word in text.split():
        if len(row) + len(word) + 1 > width:
            rows.append(row)
            row = indent
        row += ("" if row == indent else " ") + word
    return "\n".join([*rows, row])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_know_their_place_whatever_ends_them(end: str) -> None:
    text = f"  one two{end}{end}\tthree{end}"
    found = lines(text)
    assert [row and text[row.start : row.end] for row in found] == ["one two", None, "three"]
    assert [row.indent for row in found if row] == [2, 8]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_paragraphs_wrapped_by_hand_are_whole_again(width: int, end: str) -> None:
    text = "\n\n".join(wrapped(PROSE, width) for _ in range(4)).replace("\n", end)
    assert pieces(text) == [PROSE] * 4


@pytest.mark.parametrize("width", [64, 72, 80])
def test_an_indented_paragraph_is_whole_again(width: int) -> None:
    text = "\n\n".join(wrapped(PROSE, width, indent="    ") for _ in range(4))
    assert pieces(text) == [PROSE] * 4


def test_where_each_line_is_a_paragraph_they_stay_apart() -> None:
    assert pieces(f"{PROSE}\n{PROSE}\n{PROSE}") == [PROSE] * 3


@pytest.mark.parametrize(
    "between",
    ["\n\n", "\n1|P a g e\n\n", "\n\nPage 3 of 7\n\n", "\n- 4 -\n\n", "\n\n12 | Page\n", "\n\f\n"],
    ids=repr,
)
def test_a_page_break_inside_a_sentence_tears_nothing_apart(between: str) -> None:
    first, second = "The Committee looked at the costs of the regional seminars which had", "grown since the last year."
    [piece] = pieces(f"{first}{between}{second}")
    assert (piece[: len(first)], piece[-len(second) :]) == (first, second)


@pytest.mark.parametrize("mark", ["1|P a g e", "2 | Page", "Page 1 of 37", "page 4", "- 3 -", "12|"])
def test_page_marks_are_no_text(mark: str) -> None:
    assert pieces(f"One line.\n{mark}\nAnother line.") == ["One line.", "Another line."]


@pytest.mark.parametrize(
    ("line", "label", "scheme", "body"),
    [
        ("1. Opening", "1", "arabic", "Opening"),
        ("1) Opening", "1", "arabic", "Opening"),
        ("(1) Opening", "1", "arabic", "Opening"),
        ("1.   Opening", "1", "arabic", "Opening"),
        ("1\tOpening", "1", "arabic", "Opening"),
        ("5.1 Finance", "5.1", "arabic", "Finance"),
        ("5.1. Finance", "5.1", "arabic", "Finance"),
        ("5.1.2 Finance", "5.1.2", "arabic", "Finance"),
        ("12. “Friends” of the chair", "12", "arabic", "“Friends” of the chair"),
        ("III. Opening", "III", "roman", "Opening"),
        ("IV.Opening", "IV", "roman", "Opening"),
        ("(iv) second point", "iv", "lowroman", "second point"),
        ("A. Opening", "A", "letter", "Opening"),
        ("(a) the first", "a", "lowletter", "the first"),
        ("b) the second", "b", "lowletter", "the second"),
        ("Agenda Item 2 - Finance", "2", "item", "Finance"),
        ("Agenda item 2: Finance", "2", "item", "Finance"),
        ("AGENDA ITEM 3. FINANCE", "3", "item", "FINANCE"),
        ("Item 4 – Finance", "4", "item", "Finance"),
        ("Item IV: Finance", "IV", "item", "Finance"),
        ("Annex I: Participants", "Annex I", "annex", "Participants"),
        ("Annex - Participants", "Annex", "annex", "Participants"),
        ("- the first", "-", "bullet", "the first"),
        ("• the first", "•", "bullet", "the first"),
        ("o the first", "o", "bullet", "the first"),
        ("* the first", "*", "bullet", "the first"),
        ("▪\tthe first", "▪", "bullet", "the first"),
        ("- 2. the second", "2", "arabic", "the second"),
        ("## 3. Finance", "3", "arabic", "Finance"),
        ("**3. Finance**", "3", "arabic", "Finance**"),
        ("Finance", "", "", "Finance"),
        ("2016 was a good year", "", "", "2016 was a good year"),
        ("12 States had answered", "", "", "12 States had answered"),
        ("10:30 Opening", "", "", "10:30 Opening"),
        ("1.5 million francs", "1.5", "arabic", "million francs"),
        ("e.g. the first", "", "", "e.g. the first"),
        ("Mr. Berg", "", "", "Mr. Berg"),
        ("-5 degrees", "", "", "-5 degrees"),
    ],
)
def test_the_label_of_a_line(line: str, label: str, scheme: str, body: str) -> None:
    block = blocks(line)[0]
    assert (block.label, block.scheme, line[block.body : block.end]) == (label, scheme, body)


@pytest.mark.parametrize(
    ("line", "level", "bold"),
    [
        ("# Minutes", 1, False),
        ("### 3. Finance", 3, False),
        ("**Finance**", 0, True),
        ("**Finance:**", 0, True),
        ("__Finance__", 0, True),
        ("2. **Finance**", 0, True),
        ("**Norway** and **Peru**", 0, False),
        ("**Norway** supported it.", 0, False),
        ("#1 priority", 0, False),
        ("Finance", 0, False),
    ],
)
def test_levels_and_bold_lines(line: str, level: int, bold: bool) -> None:  # noqa: FBT001  a column of the table
    block = blocks(line)[0]
    assert (block.level, block.bold) == (level, bold)


@pytest.mark.parametrize("number", ["2", "2.", "2)", "4.1"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_number_alone_on_its_line_belongs_to_the_title_below(number: str, between: str) -> None:
    text = f"Some words stand here.\n\n{number}{between}Finance\nThe Unit reported."
    block = blocks(text)[1]
    assert (block.label, text[block.body : block.end]) == (number.rstrip(".)"), "Finance")


def test_list_items_and_rows_are_blocks_of_their_own() -> None:
    text = "Points:\n- the first item, which goes on to a second line that is\n  long enough\n- the second\nName\tState\nAna\tPeru"
    found = blocks(text)
    assert [block.kind for block in found] == ["paragraph", "bullet", "bullet", "row", "row"]
    assert text[found[1].start : found[1].end].endswith("long enough")


def test_a_wrapped_list_item_ends_where_the_next_begins() -> None:
    item = "the Unit will send the list of those that have not yet answered to all members of the Committee before June"
    text = "\n\n".join("\n".join(wrapped(f"- {item}", 72).splitlines()) for _ in range(5))
    assert pieces(text) == [f"- {item}"] * 5


@pytest.mark.parametrize("word", ["of", "the", "and", "to", "for", "between"])
def test_a_line_that_ends_in_a_small_word_goes_on(word: str) -> None:
    rows = wrapped(PROSE, 72).splitlines() * 3
    text = "\n".join(rows) + f"\n\nIt was a short line {word}\nNorway and Peru."
    assert pieces(text)[-1] == f"It was a short line {word} Norway and Peru."


def test_what_the_format_marks_counts_more_than_how_a_line_looks() -> None:
    text = "Opening\n\nWords.\n\nNorway\nPeru\n"
    marks = (
        Mark(kind="heading", start=0, end=7, level=2),
        Mark(kind="bold", start=9, end=15),
        Mark(kind="cell", start=17, end=23),
    )
    found = blocks(text, marks)
    assert [(b.level, b.bold, b.kind) for b in found] == [
        (2, False, "paragraph"),
        (0, True, "paragraph"),
        (0, False, "row"),
        (0, False, "paragraph"),
    ]


FILLER = "The Unit reported on what it had done since the last meeting and thanked all for their support. " * 9


def run_together(text: str) -> list[Block]:
    return unrolled(text, blocks(text))


def test_headings_in_a_page_of_one_line_are_cut_apart() -> None:
    text = f"1. Opening {FILLER}2. Finance {FILLER}2.1 Reminders {FILLER}3. Any other business {FILLER}"
    found = run_together(text)
    assert [(b.label, text[b.body : b.end]) for b in found if b.label] == [
        ("1", "Opening"),
        ("2", "Finance"),
        ("2.1", "Reminders"),
        ("3", "Any other business"),
    ]
    assert [text[b.start : b.end] for b in found if not b.label] == [FILLER.strip()] * 4


def test_words_before_the_first_heading_of_such_a_page_are_kept() -> None:
    text = f"Present: Norway Ms. Siri Dahl 1. Opening {FILLER}2. Finance {FILLER}3. Closing {FILLER}"
    first = run_together(text)[0]
    assert text[first.start : first.end] == "Present: Norway Ms. Siri Dahl"


@pytest.mark.parametrize(
    "text",
    [
        FILLER,
        f"There were 3. {FILLER} Of 12. Norway {FILLER}",
        f"1. Opening\n{FILLER}\n2. Finance\n{FILLER}\n3. Closing\n{FILLER}",
    ],
    ids=["no numbers", "numbers out of order", "lines as they should be"],
)
def test_a_page_whose_lines_are_whole_stays_as_it_is(text: str) -> None:
    assert run_together(text) == blocks(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One sentence. Another one.", 2),
        ("Was it? Yes! Good.", 3),
        ("Mr. Berg and Ms. Luz spoke. Dr. Ek left.", 2),
        ("H.E. Ms. A. Luz spoke.", 1),
        ("It follows from Art. 7 and para. 3 of No. 5.", 1),
        ("See No. 4. It is short.", 2),
        ("It met at 3 p.m. on Friday.", 1),
        ("He said “no.” They agreed.", 2),
        ("It was so (see below). They agreed.", 2),
        ("The sum is CHF 1.5 million. It is paid.", 2),
        ("They met on 3 Feb. 2016. All came.", 2),
        ("They met on 3 Feb. and 5 Mar. in Bonn.", 1),
        ("Several items, e.g. The Hague, i.e. Peru.", 1),
        ("It is from the U.N. Office. It is late.", 2),
        ("the end. and so on", 1),
        ("no full stop", 1),
        ("It ends ... Then it begins.", 2),
        ("St. Lucia joined. Good.", 2),
        ("She left at 4 p.m. The meeting went on.", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    found = sentences(plain(text), 0, len(text))
    assert len(found) == count
    assert "".join(text[a:b] for a, b in found).replace(" ", "") == text.replace(" ", "")


def test_a_text_made_ready_keeps_every_offset() -> None:
    text = "“Côte d’Ivoire” — **the** chair\u00a0said:\r\n\r\nİzmir hosts it. Fine. Straße.\r\n"
    made = minutes_text(DocumentText(text=text, media_type="text/plain"))
    assert (len(made.shadow), len(made.low)) == (len(text), len(text))
    assert [hit.party.code for hit in made.names_between(0, len(text))] == ["CIV"]
    assert made.names_between(14, len(text)) == []
    assert made.words(0, 32) == "“Côte d’Ivoire” — the chair"
    assert [text[one.start : one.end] for one in made.sentences][1:] == ["İzmir hosts it.", "Fine.", "Straße."]
