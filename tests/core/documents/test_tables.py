"""Tables out and back in: the same cells, in CSV and in XLSX."""

from __future__ import annotations

import doctest
import importlib
import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.documents.domain.errors import DocumentRefused
from corcom.documents.domain.tables import Cell, csv_file, read_tables, workbook, xlsx_file
from corcom.documents.domain.tables.cells import as_text, tidy
from corcom.documents.domain.tables.spreadsheet import SPREADSHEET

COLUMNS = ("what", "when", "how much")
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n\r"), max_size=40).map(tidy)
CELLS = st.one_of(
    TEXTS,
    st.sampled_from(("=1+1", "'=1", "-5", "@x", "_x0041_", "'twas", "+33", "a;b\tc,d", '"', " x ", "\n")),
    st.dates(date(1850, 1, 1), date(2300, 1, 1)),
    st.integers(-(10**12), 10**12),
    st.decimals(-9999, 9999, places=4),
    st.none(),
)


def read(name: str, content: bytes) -> list[list[str]]:
    (table,) = read_tables((name, content))
    return [list(table.head), *([row.cells.get(column, "") for column in table.head] for row in table.rows)]


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6))
def test_what_is_written_is_read_again_in_both_formats(rows: list[tuple[Cell, ...]]) -> None:
    expected = [[as_text(cell) for cell in row] for row in rows]
    kept = [list(COLUMNS), *(row for row in expected if any(row))]
    assert read("t.csv", csv_file(COLUMNS, rows)) == kept
    assert read("t.xlsx", xlsx_file(COLUMNS, rows)) == kept


def test_a_workbook_holds_several_tables_by_the_names_of_their_sheets() -> None:
    content = workbook([("votes", ("iso3",), [("ZMB",)]), ("A & B", ("year",), [(2016,)]), ("none", (), [])])
    found = [
        (table.sheet, table.head, [(row.line, dict(row.cells)) for row in table.rows])
        for table in read_tables(("t.xlsx", content))
    ]
    assert found == [("votes", ("iso3",), [(2, {"iso3": "ZMB"})]), ("A & B", ("year",), [(2, {"year": "2016"})])]


@pytest.mark.parametrize(
    "text", ["a,b\r\n1,2\r\n", "a;b\n1;2\n", "a\tb\n1\t2", "\ufeffa,b\n\n1,2\n,\n", "a,b,\n1,2,\n"]
)
def test_csv_is_read_with_any_of_the_usual_separators_and_line_ends(text: str) -> None:
    assert read("t.csv", text.encode()) == [["a", "b"], ["1", "2"]]


def test_a_row_keeps_the_number_of_its_first_line() -> None:
    (table,) = read_tables(("t.csv", b'a,b\n"two\nlines",2\n\n3,4\n'))
    assert [(row.line, row.cells["a"]) for row in table.rows] == [(2, "two\nlines"), (5, "3")]


def test_cells_beyond_the_head_are_not_lost() -> None:
    (table,) = read_tables(("t.csv", b"a,b\n1,2,three,4\n"))
    assert [dict(row.cells) for row in table.rows] == [{"a": "1", "b": "2", "": "three 4"}]


SHARED = f'<sst xmlns="{SPREADSHEET}"><si><t>plain</t></si><si><r><t>two </t></r><r><rPr><b/></rPr><t>runs</t></r></si></sst>'


def made_elsewhere(sheet: str, *, first: str = "") -> bytes:
    """A workbook as other programs make them: shared texts, styles that show days, places of cells."""
    content = workbook([("Sheet1", ("a",), [])])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as package:
        for name in source.namelist():
            text = source.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                text = f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{sheet}</sheetData></worksheet>'
            if name == "xl/_rels/workbook.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
                shared = f'<Relationship Id="s" Type="{kind}" Target="/sharedStrings.xml"/>'
                text = text.replace("</Relationships>", f"{shared}</Relationships>")
            if name == "xl/workbook.xml" and first:
                text = text.replace("<sheets>", f"{first}<sheets>")
            package.writestr(name, text)
        package.writestr("sharedStrings.xml", SHARED)
    return out.getvalue()


def test_a_workbook_of_another_program_is_read() -> None:
    sheet = (
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>'
        '<row r="5"><c r="A5" s="1"><v>42488</v></c><c r="C5"><v>0.34999999999999998</v></c></row>'
        '<row r="6"><c r="A6" t="str"><f>1</f><v>computed</v></c><c r="C6"><v>1E-3</v></c></row>'
    )
    (table,) = read_tables(("t.xlsx", made_elsewhere(sheet)))
    assert table.head == ("plain", "", "two runs")
    assert [(row.line, list(row.cells.values())) for row in table.rows] == [
        (5, ["2016-04-28", "", "0.35"]),
        (6, ["computed", "", "0.001"]),
    ]


def test_formulas_whose_value_nobody_stored_are_named() -> None:
    sheet = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2"><f>1+1</f><v></v></c><c r="B2"><f>2+2</f><v>4</v></c></row>'
        '<row r="3"><c r="A3" t="str"><f>""</f><v></v></c><c r="B3"><f>3+3</f></c></row>'
    )
    (table,) = read_tables(("t.xlsx", made_elsewhere(sheet)))
    assert table.formulas == ("A2", "B3")


def test_a_day_with_an_hour_keeps_it_so_that_whoever_wants_a_day_can_refuse_it() -> None:
    sheet = '<row><c t="s"><v>0</v></c></row><row><c s="1"><v>42488.5</v></c></row><row><c s="1"><v>9e9</v></c></row>'
    assert read("t.xlsx", made_elsewhere(sheet)) == [["plain"], ["2016-04-28T12:00:00"], ["9e9"]]


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    sheet = '<row><c t="s"><v>0</v></c></row><row><c s="1"><v>41026</v></c></row>'
    assert read("t.xlsx", made_elsewhere(sheet, first='<workbookPr date1904="1"/>')) == [["plain"], ["2016-04-28"]]


GOOD = xlsx_file(COLUMNS, [("x", date(2016, 4, 28), Decimal("0.5"))])


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(GOOD)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name in source.namelist():
            package.writestr(
                name, source.read(name) if name != "xl/worksheets/sheet1.xml" else b"<a>" + b" " * 80_000_000 + b"</a>"
            )
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "t: there is nothing in it"),
        (b"\n\n", "t: there is nothing in it"),
        (b"a,b\n1,\xff\n", "t: line 2: it is not in UTF-8"),
        (b'a,b\n1,"2\n', "t: line 2: unexpected end of data"),
        (b"a,b,c\n1,2,3\n4,5", "t: line 3: 2 cells where the head has 3"),
        (b"a,b\n1,\0\n", "t: not a table that can be read, which is CSV or XLSX: binary data"),
        (b"<html></html>", "t: not a table that can be read, which is CSV or XLSX: a web page or XML"),
        (b"%PDF-1.7", "t: not a table that can be read, which is CSV or XLSX: a PDF (.pdf)"),
        (GOOD[:-30], "t: cut off or damaged: the end of the file is missing"),
        (GOOD[:120] + b"????" + GOOD[124:], "t: cut off or damaged: its part [Content_Types].xml"),
        (zipped(a=b""), "t: not a table that can be read, which is CSV or XLSX: a ZIP archive"),
        (
            zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
            "t: not a table that can be read, which is CSV or XLSX: an OpenDocument file; save it as .xlsx",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "t: protected by a password",
        ),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(content: bytes, said: str) -> None:
    with pytest.raises(DocumentRefused) as refused:
        read_tables(("t", content))
    assert str(refused.value) == said


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    with pytest.raises(DocumentRefused) as refused:
        read_tables(("t.xlsx", bomb()))
    assert str(refused.value) == "t.xlsx: unpacks to more than is sensible (250 times its size)"


@pytest.mark.parametrize("name", ["cells", "sheets"])
def test_the_examples_hold(name: str) -> None:
    module = importlib.import_module(f"corcom.documents.domain.tables.{name}")
    found = doctest.testmod(module)
    assert (found.failed, found.attempted > 0) == (0, True)
