from __future__ import annotations

import io

import pytest
from docx import Document
from tests.factories.consultations import CLOSES, TEXT
from tests.factories.pdf_read import language_of_pdf, lines_of_pdf

from corcom.consultation.domain.circulated import Paragraph
from corcom.consultation.domain.comments import GENERAL, Comment, Place
from corcom.consultation.domain.comments_document import CommentsHead, comments_document, next_draft_document
from corcom.consultation.domain.comments_table import TreatedComment, sheet_rows
from corcom.consultation.domain.merging_comments import merged_comment
from corcom.kernel.wording import ENGLISH, Wording

HEAD = CommentsHead(
    title="Minutes of 28 April 2016",
    convention="CCM",
    round=2,
    closes_at=CLOSES,
    zone="Europe/Zurich",
    no_comments=("Zambia",),
    silent=("Norway", "Chile"),
)
THIRD = Place("at", "3")
MADE = [
    TreatedComment(party="Austria", comment=Comment(place=GENERAL, text="Clear.\nShort.")),
    TreatedComment(
        party="Austria",
        comment=Comment(place=THIRD, text="Later.", change="wording", wording="By July."),
        outcome="changed",
        wording="By August.",
        reason="July is short.",
    ),
    TreatedComment(
        party="Ireland", comment=Comment(place=THIRD, change="deletion"), outcome="not_accepted", reason="No."
    ),
]


def test_the_table_says_what_became_of_each_comment() -> None:
    found = Document(io.BytesIO(comments_document(HEAD, TEXT, MADE).to_bytes()))
    assert [line.text for line in found.paragraphs if line.text] == [
        "Minutes of 28 April 2016",
        "No comments: Zambia.",
        "Not answered: Norway, Chile.",
        "On the whole text",
        "Paragraph 3",
        TEXT[2].text,
    ]
    cells = [[[cell.text for cell in row.cells] for row in table.rows] for table in found.tables]
    assert cells == [
        [
            [
                "Convention on Cluster Munitions",
                "Table of comments\nRound 2\nComments until 20 May 2016, 18:00 (Europe/Zurich)",
            ]
        ],
        [
            ["Delegation", "Comment and proposed wording", "What became of it"],
            ["Austria", "Clear.\nShort.", "not yet said"],
        ],
        [
            ["Delegation", "Comment and proposed wording", "What became of it"],
            [
                "Austria",
                "Later.\nProposed wording:\nBy July.",
                "accepted with changes\nWording: By August.\nJuly is short.",
            ],
            ["Ireland", "Proposes to delete the paragraph.", "not accepted\nNo."],
        ],
    ]


def test_a_table_without_comments_says_so() -> None:
    found = Document(io.BytesIO(comments_document(HEAD, TEXT, []).to_bytes()))
    assert found.paragraphs[-1].text == "No comments were made."


def test_the_sheet_has_one_row_for_each_comment() -> None:
    assert sheet_rows(MADE, ENGLISH)[1:] == [
        (
            "Paragraph 3",
            "Austria",
            "Later.",
            "another wording",
            "By July.",
            "accepted with changes",
            "By August.",
            "July is short.",
        ),
        ("Paragraph 3", "Ireland", "", "deletion", "", "not accepted", "", "No."),
    ]


def test_the_next_draft_is_a_document_of_numbered_paragraphs() -> None:
    found = Document(io.BytesIO(next_draft_document(HEAD, TEXT).to_bytes()))
    assert [line.text for line in found.paragraphs if line.text] == [HEAD.title, *(each.text for each in TEXT)]
    other = next_draft_document(HEAD, [Paragraph("12 (a)", "A."), Paragraph("12 (a) bis", "B.\nC.")])
    odd = Document(io.BytesIO(other.to_bytes()))
    assert [[cell.text for cell in row.cells] for row in odd.tables[1].rows] == [
        ["12 (a)", "A."],
        ["12 (a) bis", "B.\nC."],
    ]


def test_the_table_says_the_same_as_pdf() -> None:
    paper = comments_document(HEAD, TEXT, [MADE[0], MADE[2]])
    assert lines_of_pdf(paper.to_pdf()) == [
        "Convention on Cluster Munitions Table of comments",
        "Round 2",
        "Comments until 20 May 2016,",
        "18:00 (Europe/Zurich)",
        "Minutes of 28 April 2016",
        "No comments: Zambia.",
        "Not answered: Norway, Chile.",
        "On the whole text",
        "Delegation Comment and proposed wording What became of it",
        "Austria Clear.",
        "Short.",
        "not yet said",
        "Paragraph 3",
        TEXT[2].text,
        "Delegation Comment and proposed wording What became of it",
        "Ireland Proposes to delete the paragraph. not accepted",
        "No.",
        "Page 1 of 1",
    ]
    assert language_of_pdf(paper) == ("Table of comments, Minutes of 28 April 2016", "en")


@pytest.mark.parametrize(
    ("language", "text", "lines"),
    # The reader of the test takes no dots of Arabic letters apart, so here is a word without any.
    [("ar", "دعم", ["1.دعم", "1 / 1"]), ("zh", "奥地利将分发一封信。", ["1. 奥地利将分发一封信。", "1 / 1"])],
)
def test_a_draft_in_another_script_is_set_in_it(language: str, text: str, lines: list[str]) -> None:
    paper = next_draft_document(HEAD, [Paragraph("1", text)], Wording(language=language))
    assert lines_of_pdf(paper.to_pdf())[-2:] == lines
    assert language_of_pdf(paper)[1] == language


BASE = "by 17 June in Geneva"
WAS = Comment(place=THIRD)


@pytest.mark.parametrize(
    ("mine", "theirs", "together", "differ"),
    [
        ({"text": "A"}, {"text": "A"}, {"text": "A"}, ()),
        ({"text": "A"}, {"change": "deletion"}, {"text": "A", "change": "deletion"}, ()),
        ({"text": "A"}, {"text": "B"}, {"text": "A"}, ("text",)),
        ({"change": "wording", "wording": "by 1 July in Geneva"}, {"text": "B"}, {"text": "B", "change": "wording", "wording": "by 1 July in Geneva"}, ()),
        (
            {"change": "wording", "wording": "by 1 July in Geneva"},
            {"change": "wording", "wording": "by 17 June in Vienna"},
            {"change": "wording", "wording": "by 1 July in Vienna"},
            (),
        ),
        (
            {"change": "wording", "wording": "by 1 July in Geneva"},
            {"change": "wording", "wording": "by 1 May in Geneva"},
            {"change": "wording", "wording": "by 1 July in Geneva"},
            ("wording",),
        ),
        ({"change": "deletion"}, {"change": "wording", "wording": "by May"}, {"change": "deletion"}, ("change",)),
    ],
)  # fmt: skip
def test_two_colleagues_lose_nothing(
    mine: dict[str, str], theirs: dict[str, str], together: dict[str, str], differ: tuple[str, ...]
) -> None:
    found = merged_comment(WAS, Comment(place=THIRD, **mine), Comment(place=THIRD, **theirs), paragraph=BASE)  # type: ignore[arg-type]  # a table of values
    assert found == (Comment(place=THIRD, **together), differ)  # type: ignore[arg-type]  # likewise
