"""Forms that came back with cells moved, questions taken out, labels changed: told, and never read wrongly."""

from __future__ import annotations

import copy
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from tests.factories.offline_forms import SOME, Out, changed, given_out

from corcom.documents.domain.errors import DocumentRefused
from corcom.reporting.domain.answers import PartAnswer
from corcom.reporting.domain.offline import FormRefused, check_stamp, found_in
from corcom.reporting.domain.offline.returned import Returned
from corcom.reporting.domain.offline.stamps import stamp_of
from corcom.reporting.domain.report_values import ReportWanted

OLD = "“about 50” is no number. Write digits only, such as 1250, and remarks beside it."


@pytest.fixture(scope="module")
def docx_out() -> Out:
    return given_out("docx")


@pytest.fixture(scope="module")
def xlsx_out() -> Out:
    return given_out("xlsx")


def edited(out: Out, edit: Callable[[Any], None]) -> bytes:
    """The .docx after somebody worked on it."""
    document = Document(io.BytesIO(out.data))
    edit(document)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def found(returned: Returned) -> list[tuple[str, str, str, str, int]]:
    return [(one.kind, one.part, one.field, one.column, one.row) for one in returned.findings]


def table_with(document: Any, head: str) -> Any:
    return next(one for one in document.tables if one.rows[0].cells[1].text.startswith(head))


class TestDocx:
    def test_rows_added_and_taken_out_and_cells_typed_anew(self, docx_out: Out) -> None:
        def edit(document: Any) -> None:
            table = table_with(document, "Cluster munitions")
            rows = table.rows
            rows[1]._tr.getparent().remove(rows[1]._tr)
            cells = table.add_row().cells
            cells[0].text, cells[1].text = "BLU-97", "1 234"

        returned = docx_out.back(edited(docx_out, edit))
        assert found(returned) == []
        assert returned.parts["B"].said["stockpiles"] == (
            {"type": "BL 755", "munitions": "34"},
            {"type": "BLU-97", "munitions": "1234"},
        )

    def test_days_and_fractions_as_they_are_typed(self, docx_out: Out) -> None:
        def edit(document: Any) -> None:
            table = table_with(document, "Suspected area")
            table.rows[3].cells[1].text = "1 234,5"
            row = next(r for t in document.tables for r in t.rows if r.cells[0].text == "Destruction completed on")
            row.cells[1].text = "29.4.2016"

        returned = docx_out.back(edited(docx_out, edit))
        assert found(returned) == []
        assert returned.parts["F"].said["areas"] == (*SOME["F"].rows("areas"), {"suspected": "1234.5"})
        assert returned.parts["B"].said["completed_on"] == "2016-04-29"

    def test_a_value_that_cannot_be_read_leaves_the_whole_table_to_the_draft(self, docx_out: Out) -> None:
        data = docx_out.changed(">34<", ">about 50<")
        returned = docx_out.back(data)
        assert found(returned) == [("value", "B", "stockpiles", "munitions", 2)]
        assert str(returned.findings[0].values[0][1]) == OLD
        assert returned.parts["B"].over(SOME["B"]).values == SOME["B"].values

    def test_cells_that_were_merged(self, docx_out: Out) -> None:
        def edit(document: Any) -> None:
            cells = table_with(document, "Cluster munitions").rows[1].cells
            cells[1].merge(cells[2])

        returned = docx_out.back(edited(docx_out, edit))
        assert found(returned) == [("row_moved", "B", "stockpiles", "", 1)]

    def test_a_cell_taken_out_moves_the_others(self, docx_out: Out) -> None:
        def edit(document: Any) -> None:
            cell = table_with(document, "Cluster munitions").rows[1].cells[0]._tc
            cell.getparent().remove(cell)

        assert found(docx_out.back(edited(docx_out, edit))) == [("row_moved", "B", "stockpiles", "", 1)]

    def test_a_question_and_a_part_taken_out(self, docx_out: Out) -> None:
        def edit(document: Any) -> None:
            for table in document.tables:
                for row in table.rows:
                    if row.cells[0].text in {"Destruction completed on", "Other matters"}:
                        row._tr.getparent().remove(row._tr)

        returned = docx_out.back(edited(docx_out, edit))
        assert found(returned) == [("missing", "B", "completed_on", "", 0), ("part_missing", "J", "", "", 0)]
        assert returned.parts["B"].over(SOME["B"]).text("completed_on") == "2019-03-01"

    def test_a_label_that_was_changed(self, docx_out: Out) -> None:
        returned = docx_out.back(docx_out.changed(">Destruction completed on<", ">Destruction begun on<"))
        assert found(returned) == [("label", "B", "completed_on", "", 0)]

    def test_the_head_of_a_column_that_was_changed(self, docx_out: Out) -> None:
        returned = docx_out.back(docx_out.changed(">Lot numbers, remarks<", ">Remarks<"))
        assert found(returned) == [("column_label", "B", "stockpiles", "remarks", 0)]

    def test_of_a_table_that_is_too_long_no_row_is_looked_at(self, docx_out: Out) -> None:
        """Each of its rows is wrong besides, and would be a finding of its own."""

        def edit(document: Any) -> None:
            table = table_with(document, "Cluster munitions")
            table.rows[1].cells[1].text = "many"
            for _ in range(500):
                table._tbl.append(copy.deepcopy(table.rows[1]._tr))

        assert found(docx_out.back(edited(docx_out, edit))) == [("rows", "B", "stockpiles", "", 0)]

    def test_text_beside_the_form_is_told(self, docx_out: Out) -> None:
        returned = docx_out.back(edited(docx_out, lambda document: document.add_paragraph("See the annex.")))
        assert [(one.kind, str(one.what)) for one in returned.findings] == [
            ("loose", "“See the annex.” stands where the form asks nothing, and is not read.")
        ]

    def test_what_was_deleted_with_tracked_changes_is_not_read(self, docx_out: Out) -> None:
        run = '<w:r><w:t xml:space="preserve">None was ever held in this country.</w:t></w:r>'
        data = docx_out.changed(run, f'<w:del w:id="9" w:author="x">{run.replace("w:t", "w:delText")}</w:del>')
        assert docx_out.back(data).parts["D"].said["/because"] == ""


class TestXlsx:
    def test_cells_moved_to_the_side(self, xlsx_out: Out) -> None:
        row = r'(<c r="B\d+"[^>]*><is><t xml:space="preserve">Mk 20</t></is></c>)(.*?)(</row>)'
        data = changed(
            xlsx_out.data,
            lambda text: re.sub(row, lambda m: m[2] + m[1].replace('r="B', 'r="H') + m[3], text, count=1),
        )
        returned = xlsx_out.back(data)
        assert found(returned) == [("beside", "B", "stockpiles", "", 1)]
        assert str(returned.findings[0].what) == (
            "“Mk 20” stands beside the columns of the table; nothing of the table is read."
        )
        assert returned.parts["B"].over(SOME["B"]).values == SOME["B"].values

    def test_heads_changed_round(self, xlsx_out: Out) -> None:
        def edit(text: str) -> str:
            swapped = text.replace("Cluster munitions (quantity)</t>", "@</t>", 1)
            swapped = swapped.replace("Explosive submunitions (quantity)</t>", "Cluster munitions (quantity)</t>", 1)
            return swapped.replace("@</t>", "Explosive submunitions (quantity)</t>", 1)

        returned = xlsx_out.back(changed(xlsx_out.data, edit))
        assert ("column_label", "B", "stockpiles", "munitions", 0) in found(returned)
        assert "stockpiles" in returned.parts["B"].unread

    def test_an_answer_beside_its_cell(self, xlsx_out: Out) -> None:
        data = changed(xlsx_out.data, lambda text: re.sub(r'<c r="C(\d+)" s="7"><v>', r'<c r="D\1" s="7"><v>', text))
        assert found(xlsx_out.back(data)) == [("moved", "B", "completed_on", "", 0)]

    def test_sheets_renamed_and_in_another_order_are_read(self, xlsx_out: Out) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(xlsx_out.data)) as old, zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                text = old.read(name).decode()
                new.writestr(name, text.replace('name="B"', 'name="Stocks"') if name == "xl/workbook.xml" else text)
        assert found(xlsx_out.back(out.getvalue())) == []

    def test_a_fraction_in_a_cell_of_numbers_is_no_thousand(self, xlsx_out: Out) -> None:
        data = changed(xlsx_out.data, lambda text: text.replace("<v>1.2340</v>", "<v>1.234</v>"))
        assert xlsx_out.back(data).parts["F"].said["areas"] == SOME["F"].rows("areas")

    def test_a_fraction_of_what_is_counted_whole_is_no_thousand(self, xlsx_out: Out) -> None:
        returned = xlsx_out.back(changed(xlsx_out.data, lambda text: text.replace("<v>1200</v>", "<v>1.125</v>")))
        assert found(returned) == [("value", "B", "stockpiles", "munitions", 1)]

    def test_a_formula_without_its_value_is_no_empty_cell(self, xlsx_out: Out) -> None:
        data = changed(xlsx_out.data, lambda text: text.replace("<v>1200</v>", "<f>1000+200</f>"))
        with pytest.raises(DocumentRefused, match="a formula without a stored value"):
            xlsx_out.back(data)


class TestWhatIsCompared:
    def test_a_part_that_only_the_draft_changed_is_left_alone(self, docx_out: Out) -> None:
        newer = {**SOME, "D": PartAnswer(state="changed", values={"retained": ({"type": "Mk 1"},)})}
        compared = docx_out.compared(draft=newer, revisions={**docx_out.form.stamp.revisions, "D": 2})
        assert [one.part.code for one in compared if one.comparison == "untouched"] == ["D"]

    def test_a_part_that_both_changed_collides(self, docx_out: Out) -> None:
        data = docx_out.changed(">None was ever held in this country.<", ">We never had any of them.<")
        newer = {**SOME, "D": PartAnswer(state="not_applicable", because="Somebody else wrote this.")}
        alone = [one.comparison for one in docx_out.compared(data) if one.part.code == "D"]
        both = docx_out.compared(data, draft=newer, revisions={**docx_out.form.stamp.revisions, "D": 2})
        assert alone == ["changed"]
        assert [(one.comparison, one.fields) for one in both if one.part.code == "D"] == [("collides", ("/because",))]

    def test_what_was_emptied_in_the_file_is_empty(self, docx_out: Out) -> None:
        (part,) = [one for one in docx_out.compared(docx_out.changed(">2019-03-01<", "><")) if one.part.code == "B"]
        assert (part.comparison, part.fields, part.theirs.text("completed_on")) == ("changed", ("completed_on",), "")


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("wanted", "words"),
        [
            ({"iso3": "NOR"}, "This is a form of CHE, and this page is that of NOR. Send it back on its own page."),
            (
                {"convention": "APMBC"},
                "This is a form of CCM, and this page is that of APMBC. Send it back on its own page.",
            ),
            (
                {"report": "initial-report"},
                "This is a form of annual-report, and this page is that of initial-report. Send it back on its own page.",
            ),
            (
                {"period": 2024},
                (
                    "This is the form for 2025, and this page is that of the report for 2024. Send it back on its own page, or "
                    "download the form of this report and copy what still holds."
                ),
            ),
        ],
    )
    def test_a_form_of_another_report(self, docx_out: Out, wanted: dict[str, Any], words: str) -> None:
        stamp = docx_out.form.stamp
        one: dict[str, Any] = {"convention": "CCM", "iso3": "CHE", "report": "annual-report", "period": 2025} | wanted
        with pytest.raises(FormRefused) as refused:
            check_stamp(stamp, wanted=ReportWanted(**one), form=docx_out.form.form)
        assert str(refused.value) == words

    def test_a_file_without_a_stamp(self) -> None:
        content = io.BytesIO()
        Document().save(content)
        with pytest.raises(FormRefused, match="has no stamp of a form"):
            found_in(content.getvalue(), name="other.docx")

    def test_a_stamp_that_was_changed(self, docx_out: Out) -> None:
        with pytest.raises(FormRefused, match="The hidden stamp of this form was changed"):
            found_in(docx_out.changed("|CHE|", "|NOR|"), name="form.docx")

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("|2025|", "|soon|"),
            ("|2010-11-12|", "|2010-13-45|"),
            ("|2025|", f"|{'9' * 5000}|"),
            ("A.", "A"),
            ("|7|", "|x|"),
        ],
    )
    def test_a_stamp_that_somebody_made_of_what_is_none(self, old: str, new: str) -> None:
        whole = given_out("docx", {}).form.stamp.text().rpartition("|")[0].replace(old, new, 1)
        with pytest.raises(FormRefused, match="The hidden stamp of this form was changed"):
            stamp_of(f"{whole}|{zlib.crc32(whole.encode()):08x};")

    def test_two_forms_in_one_file(self, xlsx_out: Out) -> None:
        other = given_out("xlsx", {}).form.stamp.text()
        data = changed(xlsx_out.data, lambda text: re.sub(r"own#[0-9a-f]{8}", other, text, count=1))
        with pytest.raises(FormRefused, match="put together from several forms"):
            found_in(data, name="form.xlsx")

    @pytest.mark.parametrize("ending", ["docx", "xlsx"])
    def test_macros(self, docx_out: Out, xlsx_out: Out, ending: str) -> None:
        data = io.BytesIO((docx_out if ending == "docx" else xlsx_out).data)
        with zipfile.ZipFile(data, "a") as package:
            package.writestr("word/vbaProject.bin", b"x")
        with pytest.raises(DocumentRefused, match="contains macros"):
            found_in(data.getvalue(), name=f"form.{ending}")

    def test_a_bomb(self, docx_out: Out) -> None:
        out = io.BytesIO()
        with (
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package,
            zipfile.ZipFile(io.BytesIO(docx_out.data)) as old,
        ):
            for name in old.namelist():
                package.writestr(name, b" " * 50_000_000 if name == "word/document.xml" else old.read(name))
        with pytest.raises(DocumentRefused, match="unpacks to more than is sensible"):
            found_in(out.getvalue(), name="form.docx")
