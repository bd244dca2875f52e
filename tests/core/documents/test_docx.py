"""What a reader of the page sees in a Word document."""

from __future__ import annotations

import pytest
from tests.factories.word import NAMESPACES, item, paragraph, run, table, word_file

from corcom.documents.domain import extract
from corcom.documents.domain.errors import NotADocument


def text_of(body: str, **parts: str) -> str:
    return extract(word_file(body, **parts), name="a.docx").text  # type: ignore[arg-type]  # all parts given are XML


def level(number: int, kind: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, instances: str = '<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="3">{"".join(levels)}</w:abstractNum>{instances}'


@pytest.mark.parametrize(
    ("kind", "text", "labels"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("decimal", "(%1)", ["(1)", "(2)", "(3)"]),
        ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
        ("upperLetter", "%1.", ["A.", "B.", "C."]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]),
        ("upperRoman", "%1.", ["I.", "II.", "III."]),
        ("decimalZero", "%1", ["01", "02", "03"]),
        ("ordinal", "%1", ["1st", "2nd", "3rd"]),
        ("bullet", "\uf0b7", ["-", "-", "-"]),
        ("decimal", "Agenda item %1:", ["Agenda item 1:", "Agenda item 2:", "Agenda item 3:"]),
    ],
)
def test_automatic_labels(kind: str, text: str, labels: list[str]) -> None:
    body = "".join(item(word, number=5) for word in ("one", "two", "three"))
    found = text_of(body, numbering=lists(level(0, kind, text)))
    assert found.splitlines() == [
        f"{label} {word}" for label, word in zip(labels, ("one", "two", "three"), strict=True)
    ]


def test_levels_restart_below_a_higher_one() -> None:
    numbering = lists(level(0, "decimal", "%1."), level(1, "lowerLetter", "%1.%2."), level(2, "lowerRoman", "(%3)"))
    levels = [0, 1, 1, 2, 2, 0, 1, 2]
    body = "".join(item("x", number=5, level=each) for each in levels)
    assert text_of(body, numbering=numbering).split(" x\n") == [
        "1.", "1.a.", "1.b.", "(i)", "(ii)", "2.", "2.a.", "(i)", ""
    ]  # fmt: skip


def test_a_level_may_count_on() -> None:
    numbering = lists(level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    body = "".join(item("x", number=5, level=each) for each in (0, 1, 1, 0, 1))
    assert text_of(body, numbering=numbering).split(" x\n") == ["I.", "1.", "2.", "II.", "3.", ""]


def test_legal_numbering_shows_roman_levels_as_digits() -> None:
    numbering = lists(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    body = item("x", number=5) + item("x", number=5) + item("x", number=5, level=1)
    assert text_of(body, numbering=numbering).split(" x\n") == ["I.", "II.", "2.1", ""]


def test_lists_on_one_abstract_list_count_on_and_an_override_starts_anew() -> None:
    instances = (
        '<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="3"/></w:num>'
        '<w:num w:numId="7"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>'
        "</w:lvlOverride></w:num>"
    )
    numbering = lists(level(0, "decimal", "%1."), instances=instances)
    body = "".join(item("x", number=each) for each in (5, 5, 6, 7, 7, 5))
    assert text_of(body, numbering=numbering).split(" x\n") == ["1.", "2.", "3.", "4.", "5.", "6.", ""]


def test_numbers_that_come_with_a_style() -> None:
    numbering = lists(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2", '<w:pStyle w:val="Sub"/>'))
    styles = (
        '<w:style w:type="paragraph" w:styleId="Main"><w:name w:val="Main"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Main"/></w:style>'
    )
    body = "".join(paragraph("x", style=each) for each in ("Main", "Sub", "Sub", "Main"))
    assert text_of(body, numbering=numbering, styles=styles).split(" x\n") == ["1.", "1.1", "1.2", "2.", ""]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("One", style="Heading1") + paragraph("Two", style="Heading1", properties=off)
    assert text_of(body) == "1. One\n\nTwo\n"


def test_an_empty_item_counts_but_is_not_shown() -> None:
    numbering = lists(level(0, "decimal", "%1."))
    assert (
        text_of(item("x", number=5) + item("", number=5) + item("y", number=5), numbering=numbering) == "1. x\n\n3. y\n"
    )


WHO = 'w:id="1" w:author="A" w:date="2015-01-01T00:00:00Z"'


def test_tracked_changes_are_taken() -> None:
    gone = f"<w:del {WHO}><w:r><w:delText>never</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom {WHO}>{run(' here')}</w:moveFrom>"
    new = f"<w:ins {WHO}>{run('always')}</w:ins><w:moveTo {WHO}>{run(' there')}</w:moveTo>"
    assert text_of(paragraph(run("States ") + gone + moved + new)) == "States always there\n"


def test_a_deleted_end_of_paragraph_joins_two() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>{run('One ')}</w:p>"
    assert text_of(first + paragraph("two.") + paragraph("Three.")).splitlines() == ["One two.", "Three."]


def test_deleted_rows_are_left_out() -> None:
    row = "<w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr>"
    gone = row.format(run("c"), run("d")).replace("<w:tr>", f"<w:tr><w:trPr><w:del {WHO}/></w:trPr>")
    assert text_of(f"<w:tbl>{row.format(run('a'), run('b'))}{gone}</w:tbl>") == "a\tb\n"


def test_fields_give_their_results() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("the page")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    link = f'<w:hyperlink r:id="x">{run("a link")}</w:hyperlink>'
    assert text_of(paragraph(run("See ") + field + run(" and ") + link)) == "See the page and a link\n"


def test_content_controls_and_text_boxes_are_read_once() -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph('In a control')}</w:sdtContent></w:sdt>"
    box = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    inline = f"<w:sdt><w:sdtContent>{run('inline')}</w:sdtContent></w:sdt>"
    found = text_of(control + paragraph(run("Around ") + inline + drawing))
    assert found.splitlines() == ["In a control", "Around inline", "In a box"]


def test_hidden_text_and_soft_hyphens_are_dropped() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    assert text_of(paragraph(run("co\u00adoperation in 10\u00a0States") + hidden)) == "cooperation in 10 States\n"


def test_bold_lines_and_runs_are_marked() -> None:
    body = paragraph(run("Norway", bold=True) + run(" asked ") + run("the ", bold=True) + run("Unit", bold=True))
    found = extract(word_file(body), name="a.docx")
    assert [found.text[mark.start : mark.end] for mark in found.marks] == ["Norway", "the Unit"]


def test_merged_cells_keep_their_place() -> None:
    merged = (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + paragraph("Both") + "</w:tc><w:tc>"
        "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" + paragraph("Right") + "</w:tc></w:tr><w:tr><w:tc>" + paragraph("a")
        + "</w:tc><w:tc>" + paragraph("b") + "</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + paragraph("") + "</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    found = extract(word_file(merged), name="a.docx")
    assert found.text == "Both\t\tRight\na\tb\n"
    assert [(mark.row, mark.column) for mark in found.marks] == [(0, 0), (0, 2), (1, 0), (1, 1)]


def test_no_cell_is_wider_than_any_table() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="9999999"/></w:tcPr>'
    row = f"<w:tr><w:trPr><w:gridBefore w:val='-3'/></w:trPr><w:tc>{wide}{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"
    assert text_of(f"<w:tbl>{row}</w:tbl>") == "a" + 1000 * "\t" + "b\n"


def test_a_table_of_one_cell_is_a_frame_around_text() -> None:
    found = extract(word_file(table([[["One", "Two"]]]) + paragraph("Three")), name="a.docx")
    assert (found.text.split(), found.marks) == (["One", "Two", "Three"], ())


def test_lines_of_a_group_stay_together() -> None:
    lines = ["Austria", "Mr. A", "", "Chad", "Ms. B"]
    assert text_of("".join(paragraph(each) for each in lines)) == "Austria\nMr. A\n\nChad\nMs. B\n"


def test_strict_word_documents_are_read() -> None:
    strict = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>Strict</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )
    assert extract(word_file("", extra={"word/document.xml": strict}), name="a.docx").text == "Strict\n"


def mark(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def test_a_field_without_an_end_hides_nothing() -> None:
    body = paragraph(run("Before") + f"<w:r>{mark('begin')}</w:r>" + run(" and after")) + paragraph("More")
    assert text_of(body).split() == ["Before", "and", "after", "More"]


def test_a_field_inside_one_run() -> None:
    inner = f"<w:t>one </w:t>{mark('begin')}<w:t>no</w:t>{mark('separate')}<w:t>two</w:t>{mark('end')}{mark('begin')}"
    assert text_of(paragraph(f"<w:r>{inner}</w:r><w:r>{mark('end')}</w:r>")) == "one two\n"


def test_symbols_are_written_as_letters_that_any_font_has() -> None:
    codes = (("Wingdings", "F0FC"), ("Symbol", "F0B3"), ("Symbol", "61"), ("Arial", "20AC"), ("Webdings", "F061"))
    symbols = "".join(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>' for font, code in codes)
    assert text_of(paragraph(run("As: ") + symbols)) == "As: ✓≥α€\n"


def test_formulas_are_read_and_how_words_are_pronounced_is_not() -> None:
    names = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {names}><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    ruby = f"<w:r><w:ruby><w:rt>{run('ka')}</w:rt><w:rubyBase>{run('K')}</w:rubyBase></w:ruby></w:r>"
    assert text_of(paragraph(run("Sum ") + formula + run(" of ") + ruby)) == "Sum a+b of K\n"


def test_of_two_ways_to_show_a_paragraph_one_is_read() -> None:
    ways = f"<mc:Choice>{paragraph('new')}</mc:Choice><mc:Fallback>{paragraph('old')}</mc:Fallback>"
    assert text_of(f"<mc:AlternateContent>{ways}</mc:AlternateContent>") == "new\n"


def test_tracked_changes_in_a_footnote_are_taken() -> None:
    moved = f"<w:moveFrom {WHO}>{run('gone')}</w:moveFrom>"
    notes = f'<w:footnotes {NAMESPACES}><w:footnote w:id="1"><w:p>{run("Kept")}{moved}</w:p></w:footnote></w:footnotes>'
    body = paragraph(run("Text") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    assert extract(word_file(body, extra={"word/footnotes.xml": notes}), name="a.docx").text == "Text\n\nKept\n"


@pytest.mark.parametrize(
    ("chunk", "read"),
    [
        ("<html><body><h1>Title</h1><p>Page</p></body></html>", ["Before", "Title", "Page", "After"]),
        ("One line", ["Before", "One", "line", "After"]),
        (" ", ["Before", "After"]),
    ],
)
def test_a_page_that_was_put_in_whole(chunk: str, read: list[str]) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = f'<Relationships xmlns="{names}"><Relationship Id="c" Type="{kind}" Target="chunk"/></Relationships>'
    body = paragraph("Before") + '<w:altChunk r:id="c"/>' + paragraph("After")
    data = word_file(body, extra={"word/chunk": chunk, "word/_rels/document.xml.rels": relations})
    assert extract(data, name="a.docx").text.split() == read
    around = word_file(body, extra={"word/chunk": "{\\rtf1 x}", "word/_rels/document.xml.rels": relations})
    with pytest.raises(
        NotADocument, match=r"^a\.docx: not a document that can be read: a Word document around another"
    ):
        extract(around, name="a.docx")
