from __future__ import annotations

import csv
import hashlib
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from corcom.documents.domain import official
from corcom.documents.domain.official import Column, NoGlyph, OfficialDocument
from corcom.kernel.wording import ENGLISH, Wording

MADE = datetime(2016, 4, 28, 10, 30, tzinfo=UTC)
FONTS = Path(official.__file__).parent / "fonts"


def read(paper: OfficialDocument) -> PdfReader:
    return PdfReader(io.BytesIO(paper.to_pdf()))


def lines(reader: PdfReader) -> list[str]:
    found = (line.strip() for page in reader.pages for line in page.extract_text().splitlines())
    return [line for line in found if line]


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
    assert lines(read(one)) == [
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
    assert lines(read(one))[0] == '1. #panic("no") $x$ *not bold* _a_ \\ <b> #let x = 1'


@pytest.mark.parametrize(
    "text",
    ["Комитет провёл заседание.", "委员会在日内瓦举行会议。", "Le Comité s’est réuni à Genève.", "Comité – número 5"],
)
def test_the_scripts_of_the_united_nations(text: str) -> None:
    one = paper()
    one.numbered(text)
    assert lines(read(one))[0] == f"1. {text}"


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
