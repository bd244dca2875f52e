from __future__ import annotations

import pytest
from tests.factories.documents import SAMPLE, as_pdf, packed
from tests.factories.opendocument import opendocument
from tests.factories.word import paragraph, word_file

from corcom.documents.domain.errors import DocumentRefused, MacroFound
from corcom.documents.domain.paper_files import checked_paper
from corcom.documents.domain.papers import ENDINGS, file_name
from corcom.documents.domain.sniff import MEDIA_TYPES
from corcom.documents.domain.tables import xlsx_file

WORDS = "contains macros (in its part %s), and what runs by itself is no document; open it, save it as %s without macros, and send that file"
ODT = opendocument("<text:p>Words</text:p>")
MACRO = b"Sub Main\nEnd Sub"
EVENT = (
    '<office:event-listeners xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0">'
    '<script:event-listener script:event-name="dom:load" script:language="ooo:script"/></office:event-listeners>'
)


@pytest.mark.parametrize(
    ("name", "data", "ending"),
    [
        ("a.docx", word_file(paragraph("Words")), ".docx"),
        ("a.odt", ODT, ".odt"),
        ("a.pdf", as_pdf(SAMPLE), ".pdf"),
        ("a.xlsx", xlsx_file(["State"], [["Ghana"]]), ".xlsx"),
        # LibreOffice writes the frame of macros also where there are none.
        ("b.odt", opendocument("<text:p/>", extra={"Basic/script-lc.xml": "<a/>", "Scripts/": ""}), ".odt"),
    ],
)
def test_what_can_be_an_official_document(name: str, data: bytes, ending: str) -> None:
    assert ENDINGS[checked_paper(data, name=name)] == ending


@pytest.mark.parametrize(
    ("name", "data", "part", "ending"),
    [
        (
            "a.odt",
            opendocument("<text:p/>", extra={"Basic/Standard/Module1.xml": MACRO}),
            "Basic/Standard/Module1.xml",
            ".odt",
        ),
        ("a.odt", opendocument("<text:p/>", extra={"Scripts/python/x.py": MACRO}), "Scripts/python/x.py", ".odt"),
        ("a.odt", opendocument(f"<text:p/>{EVENT}"), "content.xml", ".odt"),
        ("a.docx", word_file(paragraph("x"), extra={"word/vbaProject.bin": MACRO}), "word/vbaProject.bin", ".docx"),
        (
            "a.docx",
            word_file(paragraph("x"), extra={"word/embeddings/t.xlsm": MACRO}),
            "word/embeddings/t.xlsm",
            ".docx",
        ),
    ],
)
def test_macros_are_refused_with_where_they_stand_and_what_to_do(
    name: str, data: bytes, part: str, ending: str
) -> None:
    with pytest.raises(MacroFound) as refused:
        checked_paper(data, name=name)
    assert refused.value.reason == WORDS % (part, ending)


@pytest.mark.parametrize("name", ["a.docm", "a.docx"])
def test_a_document_for_macros_is_refused_under_whatever_name(name: str) -> None:
    data = word_file(paragraph("x"), kind="application/vnd.ms-word.document.macroEnabled.main+xml")
    with pytest.raises(MacroFound) as refused:
        checked_paper(data, name=name)
    assert refused.value.reason == WORDS % ("word/document.xml", ".docx")


@pytest.mark.parametrize("name", ["a.xlsm", "a.xlsx"])
def test_a_workbook_for_macros_is_refused_under_whatever_name(name: str) -> None:
    kind = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": "<workbook/>",
        "xl/vbaProject.bin": MACRO,
    }
    with pytest.raises(MacroFound) as refused:
        checked_paper(packed(parts), name=name)
    assert refused.value.reason == WORDS % ("xl/workbook.xml", ".xlsx")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", word_file(paragraph("x")), "named .pdf but is .docx"),
        ("a", ODT, "named without an ending but is .odt"),
        ("a.txt", b"Words", "not a document that can be read: something else than a .docx, .odt, .pdf, .xlsx or .ods"),
        ("a.zip", packed({"a": "b"}), "not a document that can be read: a ZIP archive"),
        ("a.docx", b"", "there is nothing in it"),
        ("a.docx", ODT[:-30], "cut off or damaged: the end of the file is missing"),
    ],
)
def test_what_can_be_none_is_refused_with_the_reason(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(DocumentRefused) as refused:
        checked_paper(data, name=name)
    assert (refused.value.name, refused.value.reason) == (name, reason)


@pytest.mark.parametrize(
    ("symbol", "title", "language", "name"),
    [
        ("CCM/MSP/2016/1", "x", "en", "CCM_MSP_2016_1_EN.docx"),
        ("APLC/MSP.15/2016/WP.3/Corr.1", "x", "ar", "APLC_MSP.15_2016_WP.3_Corr.1_AR.docx"),
        ("", "Note / by: the President", "fr", "Note_by_the_President_FR.docx"),
        ("", "../..", "fr", "document_FR.docx"),
    ],
)
def test_a_file_is_named_by_symbol_and_language(symbol: str, title: str, language: str, name: str) -> None:
    assert file_name(symbol=symbol, title=title, language=language, media_type=MEDIA_TYPES["docx"]) == name
