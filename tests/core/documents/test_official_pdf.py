from __future__ import annotations

import csv
import hashlib
import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from tests.factories.pdf_read import lines_of_pdf

from corcom.documents.domain import official
from corcom.documents.domain.official import Column, NoGlyph, OfficialDocument
from corcom.kernel.wording import ENGLISH, Wording

MADE = datetime(2016, 4, 28, 10, 30, tzinfo=UTC)
FONTS = Path(official.__file__).parent / "fonts"


def read(paper: OfficialDocument) -> PdfReader:
    return PdfReader(io.BytesIO(paper.to_pdf()))


def paper(wording: Wording = ENGLISH, made_at: datetime | None = MADE) -> OfficialDocument:
    return OfficialDocument(title="Agenda", wording=wording, running="CCM, agenda", made_at=made_at)


def test_every_part_is_set_in_its_order() -> None:
    one = paper()
    one.masthead(["Convention on Cluster Munitions", "Coordination Committee"], ["CCM/CC/4", "28 April 2016"])
    one.title("Agenda")
    one.line("Geneva", bold=True)
    one.heading("Opening")
    one.numbered("Adoption of the agenda")
    one.heading("Any other business", level=2)
    one.numbered("Close")
    one.small("Made by hand")
    one.table([Column(head="No.", width=4), Column(head="What", width=12)], [["1", ["first", "second"]]])
    one.pairs([("France", ["Ms A", "Mr B"])])
    one.signatures(["The President", "The Director"])
    assert lines_of_pdf(one.to_pdf()) == [
        "Convention on Cluster Munitions",
        "Coordination Committee",
        "CCM/CC/4",
        "28 April 2016",
        "Agenda",
        "Geneva",
        "I. Opening",
        "1. Adoption of the agenda",
        "Any other business",
        "2. Close",
        "Made by hand",
        "No. What",
        "1 first",
        "second",
        "France Ms A",
        "Mr B",
        "The President The Director",
        "Page 1 of 1",
    ]


def test_the_file_is_tagged_and_for_keeping() -> None:
    reader = read(paper())
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True  # type: ignore[index]  # pypdf gives objects
    assert root["/Lang"] == "en"  # type: ignore[index]  # likewise
    metadata = root["/Metadata"].get_data().decode()  # type: ignore[index]  # likewise
    assert ("<pdfaid:part>3<" in metadata, "<pdfuaid:part>1<" in metadata) == (True, True)
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author, reader.metadata.creation_date) == ("Agenda", "CorCom", MADE)


def test_without_a_moment_it_says_none() -> None:
    reader = read(paper(made_at=None))
    assert reader.metadata is not None
    assert reader.metadata.creation_date is None


def test_the_same_document_is_the_same_file() -> None:
    assert paper().to_pdf() == paper().to_pdf()


def test_words_are_never_read_as_markup() -> None:
    one = paper()
    one.numbered('#panic("no") $x$ *not bold* _a_ \\ <b> #let x = 1')
    assert lines_of_pdf(one.to_pdf())[0] == '1. #panic("no") $x$ *not bold* _a_ \\ <b> #let x = 1'


@pytest.mark.parametrize(
    "text",
    ["Комитет провёл заседание.", "委员会在日内瓦举行会议。", "Le Comité s’est réuni à Genève.", "Comité – número 5"],
)
def test_the_scripts_of_the_united_nations(text: str) -> None:
    one = paper()
    one.numbered(text)
    assert lines_of_pdf(one.to_pdf())[0] == f"1. {text}"


def test_arabic_is_set_from_the_right() -> None:
    one = paper(Wording(language="ar"))
    one.line("اجتمعت اللجنة في جنيف")
    one.table([Column(head="الأول", width=8), Column(head="الثاني", width=8)], [["France", "Cuba"]])
    reader = read(one)
    assert reader.trailer["/Root"]["/Lang"] == "ar"  # type: ignore[index]  # pypdf gives objects
    places: dict[str, float] = {}

    def note(text: str, page: list[float], line: list[float], *_: object) -> None:
        if text.strip():
            places[text.strip()] = page[4] + line[4]

    reader.pages[0].extract_text(visitor_text=note)
    assert places["France"] > places["Cuba"]


def test_a_letter_that_no_font_has_is_named() -> None:
    one = paper()
    one.numbered("አማርኛ")
    with pytest.raises(NoGlyph) as refused:
        one.to_pdf()
    assert refused.value.letters == "አ"


def test_the_running_head_stands_from_the_second_page_on() -> None:
    one = paper()
    for number in range(120):
        one.numbered(f"Paragraph {number}")
    pages = [page.extract_text().splitlines() for page in read(one).pages]
    assert [("CCM, agenda" in page, page[-1]) for page in pages] == [
        (False, "Page 1 of 3"),
        (True, "Page 2 of 3"),
        (True, "Page 3 of 3"),
    ]


def outline(one: OfficialDocument) -> list[object]:
    """What stands in the outline, lower levels as lists, as a reader shows it beside the pages."""

    def named(entries: list[Any]) -> list[object]:
        return [named(entry) if isinstance(entry, list) else entry.title for entry in entries]

    return named(read(one).outline)


def test_headings_that_begin_at_the_second_level_leave_no_gap_in_the_outline() -> None:
    one = paper()
    for month in ("May", "June"):
        one.heading(month, level=2)
        one.line("Nothing")
    one.heading("Annex")
    one.heading("List", level=2)
    one.heading(" ", level=2)
    assert outline(one) == ["May", "June", "I. Annex", ["List", "–"]]
    assert lines_of_pdf(one.to_pdf()) == ["May", "Nothing", "June", "Nothing", "I. Annex", "List", "–", "Page 1 of 1"]


def places(one: OfficialDocument, page: int) -> dict[str, float]:
    """How far from the foot of a page each text on it stands, in points."""
    found: dict[str, float] = {}

    def note(text: str, place: list[float], line: list[float], *_: object) -> None:
        if text.strip():
            found[text.strip()] = place[5] + line[5] * place[3]

    read(one).pages[page].extract_text(visitor_text=note)
    return found


def test_a_row_that_is_higher_than_a_page_runs_over_and_none_of_it_is_lost() -> None:
    one = paper()
    long = [f"statement {number}" for number in range(150)]
    one.table([Column(head="Who", width=4), Column(head="What", width=12)], [["Austria", long]])
    one.pairs([("France", long)])
    pages = [page.extract_text().splitlines() for page in read(one).pages]
    assert [("Who What" in page, page[-1]) for page in pages] == [
        *((True, f"Page {number} of 6") for number in (1, 2, 3)),
        *((False, f"Page {number} of 6") for number in (4, 5, 6)),
    ]
    assert min(height for text, height in places(one, 0).items() if text.startswith("statement")) > 60


def test_a_line_stays_on_the_page_of_the_table_that_belongs_to_it() -> None:
    one = paper()
    for number in range(43):
        one.numbered(f"Paragraph {number}")
    one.line("What is meant", kept=True)
    one.table([Column(head="Who", width=16)], [[[f"line {number}" for number in range(20)]]])
    pages = [page.extract_text().splitlines() for page in read(one).pages]
    assert ["What is meant" in page for page in pages] == [False, True]


def test_fonts_are_those_of_the_list() -> None:
    with (FONTS / "list.csv").open(encoding="utf-8") as content:
        listed = {row["file"]: row["sha256"] for row in csv.DictReader(content)}
    there = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.iterdir() if path.name != "list.csv"
    }
    assert there == listed


def test_the_mark_of_a_file_that_was_pasted_along_stops_no_paper() -> None:
    paper = OfficialDocument(title="T", wording=Wording(), made_at=datetime(2016, 5, 2, tzinfo=UTC))
    paper.plain("a\u00adb\u200bc\ufeff")
    assert paper.to_pdf()[:5] == b"%PDF-"
