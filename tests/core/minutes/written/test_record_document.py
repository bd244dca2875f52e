from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from inline_snapshot import snapshot
from lxml import etree
from tests.factories.records import HEADING, a_record, an_action_point, an_item, said, was_there

from corcom.documents.domain import extract
from corcom.kernel.actor import Actor
from corcom.kernel.wording import Wording
from corcom.meetings.domain.meeting import Heading
from corcom.minutes.domain.record import MeetingRecord, by_agenda
from corcom.minutes.domain.written.record_document import record_document

ARABIC = "إرسال رسالة إلى أنغولا"


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def lines_of(document: Any) -> list[str]:
    """Paragraphs and rows of tables in their order, each with its style."""
    found = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            found += [" | ".join(cell.text.strip().replace("\n", " / ") for cell in row.cells) for row in block.rows]
        elif block.text:
            found.append(f"{block.style.name}: {block.text}")
    return found


def test_the_record_word_for_word() -> None:
    assert lines_of(opened(record_document(a_record(waiting=2), symbol="CCM/CC/2016/4").to_bytes())) == snapshot(
        [
            "Convention on Cluster Munitions / Coordination Committee | CCM/CC/2016/4 / 26 May 2016 / Original: English",
            "Title: Record of the meeting",
            "Document Head: Meeting 4 of 2016, Palais des Nations, Geneva, 26 May 2016, 10:00–11:30",
            "Small Print: Draft: of what was found in the minutes, 2 could still be confirmed.",
            "Heading 1: Opening of the meeting",
            "Numbered Paragraph: The meeting was held on 26 May 2016, from 10:00 to 11:30.",
            "Numbered Paragraph: In the chair: Ms. Ana Horvat, Croatia, President.",
            "Heading 1: Attendance",
            "Numbered Paragraph: The following took part:",
            "Croatia (President) | Ms. Ana Horvat",
            "Norway | Mr. Ole Berg / Ms. Liv Dahl",
            "ICRC | ",
            "Numbered Paragraph: Apologies were received from: Chile.",
            "Heading 1: Agenda and discussion",
            "Heading 2: Item 1: Opening",
            "Heading 2: Item 2: Universalization",
            "Numbered Paragraph: Zambia reported on its visit to Luanda.",
            "Heading 2: Item 3: Hosting of the next meeting",
            "Numbered Paragraph: Norway preferred Geneva.",
            "Heading 1: Decisions",
            "Numbered Paragraph: It was agreed to meet on the last Thursday of each month.",
            "Small Print: This body discusses and prepares; on matters of substance others decide.",
            "Heading 1: Decisions of other bodies that were reported",
            "Numbered Paragraph: Meeting of States Parties: The budget for 2017 was adopted.",
            "Heading 1: Action points",
            "No. | What | Who | By when | Status",
            "1 | Send a letter to Angola | Zambia | 10 June 2016 | open",
            "2 | Post the calendar | CCM ISU | – | done on 1 June 2016",
            "3 | Consult the friends of the Chair | nobody named | before the 6MSP | open",
            "Heading 1: Next meeting",
            "Numbered Paragraph: The next meeting: 30 June 2016, 10:00, Room XXII.",
            "________________________________ / President / Ms. Ana Horvat, Croatia | ________________________________ / Secretariat",
            "Small Print: This record rests on: may.txt.",
        ]
    )


def test_the_page_is_a4_with_its_number_and_a_running_head() -> None:
    document = opened(record_document(a_record()).to_bytes())
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.header.paragraphs[0].text == "Coordination Committee · 26 May 2016"
    assert section.first_page_header.paragraphs[0].text == ""
    for footer in (section.footer, section.first_page_footer):
        fields = footer.paragraphs[0]._p.findall(qn("w:fldSimple"))
        assert [field.get(qn("w:instr")).strip() for field in fields] == ["PAGE", "NUMPAGES"]
        shown = [str(part.text) for part in footer.paragraphs[0]._p.iter(qn("w:t"))]
        assert "".join(shown) == "Page 1 of 1"


def test_its_properties_name_it_and_its_language() -> None:
    at = datetime(2016, 6, 1, 9, 30, tzinfo=UTC)
    properties = opened(record_document(a_record(), Wording(language="fr"), made_at=at).to_bytes()).core_properties
    assert properties.title == "Coordination Committee, Meeting 4 of 2016, 26 May 2016"
    assert (properties.language, properties.author, properties.created) == ("fr", "CorCom", at)
    tongue = opened(record_document(a_record(), Wording(language="fr")).to_bytes()).styles.element.find(
        f".//{qn('w:lang')}"
    )
    assert tongue.get(qn("w:val")) == "fr-CH"


def test_paragraphs_and_headings_are_numbered_by_real_lists() -> None:
    document = opened(record_document(a_record()).to_bytes())
    numbers = {
        name: document.styles[name].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
        for name in ("Heading 1", "Numbered Paragraph")
    }
    definitions = document.part.numbering_part.element
    kinds = {}
    for name, number in numbers.items():
        (link,) = [one for one in definitions.findall(qn("w:num")) if one.get(qn("w:numId")) == number]
        target = link.find(qn("w:abstractNumId")).get(qn("w:val"))
        (what,) = [one for one in definitions.findall(qn("w:abstractNum")) if one.get(qn("w:abstractNumId")) == target]
        kinds[name] = what.find(qn("w:lvl")).find(qn("w:numFmt")).get(qn("w:val"))
    assert kinds == {"Heading 1": "upperRoman", "Numbered Paragraph": "decimal"}


def test_the_heads_of_the_table_stand_on_every_page() -> None:
    table = opened(record_document(a_record()).to_bytes()).tables[-2]
    assert [cell.text for cell in table.rows[0].cells] == ["No.", "What", "Who", "By when", "Status"]
    heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    assert heads == [True, False, False, False]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_arabic_reads_from_the_right_wherever_it_stands(language: str) -> None:
    record = a_record(action_points=(an_action_point(f"{ARABIC} (CCM)", Actor("AGO", "أنغولا")),))
    table = opened(record_document(record, Wording(language=language)).to_bytes()).tables[-2]
    paragraph = table.rows[1].cells[1].paragraphs[0]
    assert paragraph._p.pPr.find(qn("w:bidi")) is not None
    assert [(run.text, bool(run.font.rtl)) for run in paragraph.runs] == [
        (f"{ARABIC} (", True),
        ("CCM)", False),
    ]


def test_a_document_in_arabic_is_mirrored() -> None:
    document = opened(record_document(a_record(), Wording(language="ar")).to_bytes())
    assert document.sections[0]._sectPr.find(qn("w:bidi")) is not None
    assert all(table._tblPr.find(qn("w:bidiVisual")) is not None for table in document.tables)


def test_every_label_can_be_translated() -> None:
    """Whatever is not the record's own comes through `gettext`."""
    lines = lines_of(opened(record_document(a_record(), Wording(gettext=lambda text: f"«{text}»")).to_bytes()))
    plain = [line for line in lines if line.startswith(("Heading 1", "Title")) and "«" not in line]
    assert plain == []


def test_what_xml_cannot_hold_is_marked_and_the_rest_stands() -> None:
    record = a_record(action_points=(an_action_point("a\x00b\x1b<c>&\ud800\ufffe d"),))
    text = opened(record_document(record).to_bytes()).tables[-2].rows[1].cells[1].text
    assert text == "A\ufffdb\ufffd<c>&\ufffd\ufffd d"


def test_a_very_long_record_is_written_whole() -> None:
    items = tuple(an_item(str(number), f"Item {number} " + "word " * 90) for number in range(60))
    spoken = tuple(said(str(number % 60), "Zambia", f"Zambia said {number}. " + "x" * 3000) for number in range(120))
    people = tuple(was_there(f"State {number}", *(f"Person {one}" for one in range(8))) for number in range(60))
    points = tuple(an_action_point(f"do {number} " + "y" * 900, number=number) for number in range(80))
    document = opened(
        record_document(a_record(agenda=by_agenda(items, spoken), attendance=people, action_points=points)).to_bytes()
    )
    assert len([p for p in document.paragraphs if p.style.name == "Numbered Paragraph"]) >= 120
    assert [len(table.rows) for table in document.tables] == [1, 60, 81, 1]


def test_an_empty_record_has_a_head_and_an_end() -> None:
    heading = Heading(convention="", body="Bureau", date="2016-05")
    record = MeetingRecord(meeting_id=1, heading=heading, next_meeting=None, competence=a_record().competence, files=())
    assert lines_of(opened(record_document(record).to_bytes())) == [
        "Bureau | May 2016 / Original: English",
        "Title: Record of the meeting",
        "Document Head: May 2016",
        "Heading 1: Opening of the meeting",
        "Numbered Paragraph: The meeting was held on May 2016.",
        f"{'_' * 32} / Chair | {'_' * 32} / Secretariat",
    ]


def test_the_same_record_gives_the_same_bytes_but_for_the_hour() -> None:
    first, second = record_document(a_record()).to_bytes(), record_document(a_record()).to_bytes()
    parts = [{name: one.read(name) for name in one.namelist()} for one in map(_zip, (first, second))]
    assert parts[0] == parts[1]


def test_elements_stand_in_the_order_that_the_format_wants() -> None:
    """Word refuses some documents in which they do not."""
    body = etree.fromstring(
        _zip(record_document(a_record(), Wording(language="ar")).to_bytes()).read("word/document.xml")
    )
    wanted = {
        "tblPr": ["tblStyle", "bidiVisual", "tblW", "tblBorders", "tblLayout", "tblCellMar", "tblLook"],
        "pPr": ["pStyle", "bidi", "jc"],
        "rPr": ["b", "bCs", "i", "iCs", "rtl"],
    }
    for name, order in wanted.items():
        for element in body.iter(qn(f"w:{name}")):
            found = [etree.QName(child).localname for child in element]
            assert found == [one for one in order if one in found], etree.tostring(element)


def test_the_reader_reads_what_was_written() -> None:
    """Our own document is as readable for us as anyone's."""
    text = extract(record_document(a_record()).to_bytes(), name="record.docx").text
    assert HEADING.body in text
    assert "Send a letter to Angola" in text


def _zip(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))
