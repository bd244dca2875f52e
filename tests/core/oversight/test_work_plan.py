from __future__ import annotations

import io
from datetime import date

from docx import Document
from tests.factories.pdf_read import language_of_pdf, lines_of_pdf

from corcom.kernel.marked import Filled
from corcom.oversight.domain.work_plan import WorkLine, work_plan_of
from corcom.oversight.domain.work_plan_document import work_plan_document


def line(kind: str, first: str, last: str = "", name: str = "x", status: str = "") -> WorkLine:
    return WorkLine(
        kind=kind,  # type: ignore[arg-type]  # of a test
        starts_on=date.fromisoformat(first),
        ends_on=date.fromisoformat(last or first),
        words=Filled("%(name)s", name=name),
        status=status,
    )


LINES = [
    line("poll", "2016-06-10", name="Answers end"),
    line("meeting", "2016-06-10", name="Coordination Committee", status="confirmed"),
    line("forum", "2015-12-14", "2016-01-08", name="General Assembly"),
    line("meeting", "2017-01-12", name="the next year"),
    line("meeting", "2015-12-01", name="the year before"),
]


def test_a_plan_has_what_touches_its_year_by_month_and_by_kind() -> None:
    plan = work_plan_of(2016, "CCM", LINES)
    found = [(month.month, [str(one.words) for one in lines]) for month, lines in plan.months() if lines]
    assert found == [(1, ["General Assembly"]), (6, ["Coordination Committee", "Answers end"])]
    assert len(plan.months()) == 12


def test_the_document_has_a_table_for_each_month() -> None:
    document = Document(io.BytesIO(work_plan_document(work_plan_of(2016, "CCM", LINES)).to_bytes()))
    assert [[cell.text for cell in table.rows[1].cells] for table in document.tables[-2:]] == [
        ["14 December 2015 to 8 January 2016", "General Assembly", ""],
        ["10 June 2016", "Coordination Committee", "confirmed"],
    ]
    assert "Work plan of 2016" in [paragraph.text for paragraph in document.paragraphs]
    empty = Document(io.BytesIO(work_plan_document(work_plan_of(2016, "", [])).to_bytes()))
    assert empty.paragraphs[-1].text == "Nothing stands in this year yet."


def test_the_plan_says_the_same_as_pdf() -> None:
    paper = work_plan_document(work_plan_of(2016, "CCM", LINES))
    assert lines_of_pdf(paper.to_pdf()) == [
        "Convention on Cluster Munitions Work plan of 2016",
        "Work plan of 2016",
        "January 2016",
        "When What Status",
        "14 December 2015 to 8",
        "January 2016",
        "General Assembly",
        "June 2016",
        "When What Status",
        "10 June 2016 Coordination Committee confirmed",
        "10 June 2016 Answers end",
        "Page 1 of 1",
    ]
    assert language_of_pdf(paper) == ("Work plan of 2016", "en")
