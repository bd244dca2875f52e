from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.consultations import TEXT

from corcom.consultation.domain.circulated import Paragraph
from corcom.consultation.domain.comments import Place
from corcom.consultation.domain.merging import merge
from corcom.consultation.domain.next_draft import Accepted, next_draft, numbered

BASE = TEXT[2].text
LATER = BASE.replace("17 June", "1 July")
SHORTER = BASE.replace(" draft", "")
TEXTS = st.text(alphabet="ab ., 草\u0627")


@given(TEXTS, TEXTS)
def test_one_wording_or_the_same_twice_is_taken_whole(base: str, wording: str) -> None:
    assert merge(base, [wording]).text == wording
    assert merge(base, [wording, wording]).text == wording
    assert merge(base, [base, wording]).text == wording


@given(TEXTS, TEXTS, TEXTS)
def test_the_order_of_wordings_makes_no_difference(base: str, one: str, other: str) -> None:
    assert merge(base, [one, other]).text == merge(base, [other, one]).text


def test_wordings_of_different_words_go_together() -> None:
    assert merge(BASE, [LATER, SHORTER]).text == "Austria will circulate a letter by 1 July 2016."


def test_wordings_of_the_same_words_collide() -> None:
    august = BASE.replace("17 June", "1 August")
    found = merge(BASE, [LATER, SHORTER, august])
    assert (found.text, found.collide) == (None, ((0, 2),))


@pytest.mark.parametrize(
    ("accepted", "kinds", "collide"),
    [
        ([], ["same", "same", "same"], []),
        ([("at", "3", LATER)], ["same", "same", "changed"], []),
        ([("at", "3", LATER), ("at", "3", SHORTER)], ["same", "same", "changed"], []),
        ([("at", "2", "")], ["same", "gone", "same"], []),
        ([("at", "2", ""), ("at", "2", "Thanks.")], ["same", "same", "same"], ["2"]),
        ([("at", "3", LATER), ("at", "3", BASE.replace("June", "May"))], ["same", "same", "same"], ["3"]),
        ([("after", "1", "It was sunny.")], ["same", "new", "same", "same"], []),
        ([("after", "1", "A."), ("after", "1", "B.")], ["same", "new", "same", "same"], ["1"]),
    ],
)
def test_the_next_draft_comes_out_of_what_was_accepted(
    accepted: list[tuple[str, str, str]], kinds: list[str], collide: list[str]
) -> None:
    found = next_draft(
        TEXT,
        [Accepted(place=Place(kind, number), wording=wording) for kind, number, wording in accepted],  # type: ignore[arg-type]  # a parameter
    )
    assert [each.kind for each in found] == kinds
    assert [each.place.paragraph for each in found if each.collide] == collide


def test_the_next_draft_is_numbered_anew() -> None:
    accepted = [
        Accepted(place=Place("at", "2"), wording=""),
        Accepted(place=Place("after", "3"), wording="First.\n\nSecond."),
    ]
    assert numbered(next_draft(TEXT, accepted)) == [
        TEXT[0],
        Paragraph("2", TEXT[2].text),
        Paragraph("3", "First."),
        Paragraph("4", "Second."),
    ]


def test_numbers_that_are_no_figures_stay() -> None:
    text = (Paragraph("12 (a)", "A."), Paragraph("12 (b)", "B."))
    accepted = [Accepted(place=Place("after", "12 (a)"), wording="One.\n\nTwo.")]
    found = numbered(next_draft(text, accepted))
    assert [each.number for each in found] == ["12 (a)", "12 (a) bis", "12 (a) ter", "12 (b)"]
