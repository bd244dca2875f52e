from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

from docx import Document
from tests.factories.pdf_read import language_of_pdf, lines_of_pdf
from tests.factories.treaties import book_of

from corcom.kernel.wording import Wording
from corcom.reporting.domain.answers import PartAnswer
from corcom.reporting.domain.report_document import report_document
from corcom.reporting.domain.versions_told import ReportVersionTold

FORM = book_of("CCM").forms[0]
STOCK = ({"type": "Mk 1", "munitions": "1200"}, {"type": "Mk 2", "munitions": "34"})
TOLD = ReportVersionTold(
    number=7,
    version=2,
    convention="CCM",
    iso3="CHE",
    report="annual-report",
    period=2025,
    form=FORM,
    answers={
        "cover": PartAnswer(state="changed", values={"point_of_contact": "Ms A\nBern"}),
        "B": PartAnswer(state="changed", values={"stockpiles": STOCK, "completed_on": "2016-05-26"}),
        "D": PartAnswer(state="not_applicable", because="None was ever held."),
        "G": PartAnswer(state="unchanged", since=2024, values={"warning": "Signs"}, restricted=True),
    },
    revisions={},
    state="submitted",
    is_superseded=False,
    provisional=True,
    circle="public",
    channel="web",
    received_on=date(2026, 4, 20),
    file_name="",
    file=None,
    steps=(),
    remarks=(),
)


def test_a_report_is_set_part_by_part() -> None:
    paper = report_document(TOLD, FORM)
    assert lines_of_pdf(paper.to_pdf()) == [
        "Convention on Cluster Munitions",
        "Switzerland",
        "Version 2",
        "Received: 20 April 2026",
        "Annual transparency report for 2025",
        "Transparency report under Article 7",
        "provisional",
        "Cover page: State, reporting period, and what has changed",
        "changed",
        "National point of contact Ms A",
        "Bern",
        "B: Stockpiles and destruction",
        "changed",
        "Stockpiled cluster munitions",
        "Type Cluster munitions Explosive submunitions Lot numbers, remarks",
        "Mk 1 1,200",
        "Mk 2 34",
        "Total 1,234 0",
        "Destruction completed on 26 May 2016",
        "D: Cluster munitions retained and transferred",
        "not applicable: None was ever held.",
        "G: Warning to the population and risk education",
        "for States Parties only",
        "Page 1 of 1",
    ]
    assert language_of_pdf(paper) == ("Switzerland, Annual transparency report for 2025", "en")


def test_what_is_for_states_parties_is_said_to_them() -> None:
    field = next(each for each in FORM.parts if each.code == "G").fields[0]
    told = replace(TOLD, answers={"G": replace(TOLD.answers["G"], values={field.code: "Signs"})})
    assert lines_of_pdf(report_document(told, FORM, restricted=True).to_pdf())[-5:] == [
        "G: Warning to the population and risk education",
        "for States Parties only",
        "unchanged since the report for 2024",
        f"{field.name} Signs",
        "Page 1 of 1",
    ]


def test_the_labels_are_those_of_the_reader_and_the_words_those_of_the_state() -> None:
    paper = report_document(TOLD, FORM.spoken_in("fr"), Wording(language="fr"))
    document = Document(io.BytesIO(paper.to_bytes()))
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert cells[1] == ["Point de contact national", "Ms A\nBern"]
    assert [line.text for line in document.paragraphs if line.style and line.style.name == "Heading 2"] == [
        "Page de couverture : État, période considérée et ce qui a changé",
        "B: Stocks et destruction",
        "D: Armes à sous-munitions conservées et transférées",
        "G: Alerte à la population et éducation à la réduction des risques",
    ]
