"""The same minutes give the same words in the same order, whatever the format."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from tests.availability import UNAVAILABLE
from tests.factories.documents import SAMPLE, Layout, Section, as_eml, as_html, as_pdf, as_txt
from tests.factories.opendocument import as_odt
from tests.factories.word import as_docx, word_file

from corcom.documents.domain import DocumentText, extract

TEXT = as_txt(SAMPLE)
LAYOUTS: list[Layout] = ["rows", "cells", "one_row"]


def quoted(found: DocumentText, kind: str) -> list[str]:
    return [found.text[mark.start : mark.end] for mark in found.marks if mark.kind == kind]


def test_plain_text_is_exactly_the_file() -> None:
    assert extract(TEXT.encode(), name="a.txt").text == TEXT


@pytest.mark.parametrize("layout", LAYOUTS)
def test_word(layout: Layout) -> None:
    assert extract(as_docx(SAMPLE, layout=layout), name="a.docx").text == TEXT


@pytest.mark.parametrize("layout", LAYOUTS)
def test_opendocument(layout: Layout) -> None:
    assert extract(as_odt(SAMPLE, layout=layout), name="a.odt").text == TEXT


def test_web_page() -> None:
    assert extract(as_html(SAMPLE).encode(), name="a.html").text == TEXT


def test_pdf() -> None:
    assert extract(as_pdf(SAMPLE), name="a.pdf").text == TEXT


@pytest.mark.parametrize("lead", range(0, 460, 23))
def test_pdf_with_pages_that_end_anywhere(lead: int) -> None:
    """In the table, in a paragraph, between a heading and its text, in a row of the table of tasks."""
    assert extract(as_pdf(SAMPLE, lead=lead), name="a.pdf").text.split() == TEXT.split()


def test_letter() -> None:
    assert extract(as_eml(SAMPLE), name="a.eml").text == TEXT


def test_attachments_of_a_cover_note() -> None:
    for name, data in (("m.docx", as_docx(SAMPLE)), ("m.odt", as_odt(SAMPLE)), ("m.pdf", as_pdf(SAMPLE))):
        found = extract(as_eml(SAMPLE, attached=(name, data)), name="a.eml")
        assert found.text == TEXT
        assert found.warnings == (f"read the attachment {name}: the message is only a cover note",)


def test_headings_cells_and_notes_are_marked_alike() -> None:
    formats = [
        extract(as_docx(SAMPLE), name="a.docx"),
        extract(as_odt(SAMPLE), name="a.odt"),
        extract(as_pdf(SAMPLE), name="a.pdf"),
    ]
    headings = ["1. Opening and agenda", "2. Reports due this year", "2.1 Forms", "2.2 Languages", "3. Tasks"]
    for found in formats:
        assert quoted(found, "heading") == [*headings, "4. Any other business"]
        assert [mark.level for mark in found.marks if mark.kind == "heading"] == [1, 1, 2, 2, 1, 1]
        assert quoted(found, "note") == [SAMPLE.sections[0].note]
        tasks = [mark for mark in found.marks if mark.kind == "cell" and mark.table == 1]
        assert [(mark.row, mark.column, found.text[mark.start : mark.end]) for mark in tasks] == [
            (row, column, cell)
            for row, cells in enumerate(SAMPLE.sections[3 - 1].records)
            for column, cell in enumerate(cells)
        ]


def test_each_delegation_of_a_word_table_is_one_cell() -> None:
    found = extract(as_docx(SAMPLE, layout="cells"), name="a.docx")
    cells = {
        (mark.column, mark.row): found.text[mark.start : mark.end]
        for mark in found.marks
        if mark.kind == "cell" and mark.table == 0
    }
    assert cells == {
        (column, row): "\n".join([name, *people])
        for column, groups in enumerate(SAMPLE.columns)
        for row, (name, people) in enumerate(groups)
    }


def test_a_pdf_marks_the_lines_of_an_attendance_table_that_runs_over_two_pages() -> None:
    found = extract(as_pdf(SAMPLE, lead=460), name="a.pdf")
    cells = [mark for mark in found.marks if mark.kind == "cell" and mark.table == 0]
    for column, groups in enumerate(SAMPLE.columns):
        lines = [found.text[mark.start : mark.end] for mark in cells if mark.column == column]
        assert lines == [line for name, people in groups for line in (name, *people)]


LONG = replace(
    SAMPLE,
    sections=(
        *SAMPLE.sections,
        *(Section(title=f"Item {number}", paragraphs=(SAMPLE.sections[0].paragraphs[0],) * 6) for number in range(8)),
    ),
)


def test_long_documents() -> None:
    for found in (extract(as_docx(LONG)), extract(as_odt(LONG)), extract(as_pdf(LONG))):
        assert found.text == as_txt(LONG)


UNCHANGED = replace(SAMPLE, sections=tuple(replace(section, change=None) for section in SAMPLE.sections))


RIGHT = {
    "arabic": (
        "محضر اجتماع اللجنة",
        "قررت اللجنة (بتوافق الآراء) عقد اجتماعها في 12/5/2015 بمشاركة ICBL-CMC والصليب الأحمر (ICRC) و United Nations Office في جنيف.",
        "1. بلغت النسبة 12.5% من 1,200 دولة و«الأمانة» [مؤقتة] في الفترة 2014-2015.",
    ),
    "hebrew": ("פרוטוקול", "היושב ראש פתח את הישיבה (השלישית) ב-3 במאי 2015 והודה ל-UNMAS ולכל החברים."),
}


def from_the_right(lines: tuple[str, ...]) -> bytes:
    """A Word document whose paragraphs run from right to left."""
    body = (f"<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    return word_file("".join(body))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what LibreOffice makes of our .docx. (It prints tracked deletions, so there are none here.)"""
    office = shutil.which("soffice")
    if office is None:
        UNAVAILABLE["documents made by LibreOffice"] = "soffice is not installed"
        pytest.skip("soffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    files = [folder / f"{layout}.docx" for layout in LAYOUTS]
    for layout, path in zip(LAYOUTS, files, strict=True):
        path.write_bytes(as_docx(UNCHANGED, layout=layout))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    for name, lines in RIGHT.items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(from_the_right(lines))
    for kind in ("pdf", "odt"):
        command = [office, profile, "--headless", "--convert-to", kind, "--outdir", folder, *files]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", ["pdf", "odt"])
def test_what_an_office_program_makes_of_a_word_document(made: Path, kind: str, layout: Layout) -> None:
    assert extract(made / f"{layout}.{kind}").text.split() == as_txt(UNCHANGED).split()


@pytest.mark.parametrize("script", RIGHT)
@pytest.mark.parametrize("kind", ["docx", "pdf", "odt"])
def test_words_that_run_from_right_to_left(made: Path, kind: str, script: str) -> None:
    assert extract(made / f"{script}.{kind}").text.split() == " ".join(RIGHT[script]).split()
