from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.kernel.wordwise import applied, edits, pieces, words_of

LETTERS = st.text(alphabet="ab \n.,é\u0301草案\u0627\u0644\u064b\u200f")
WORDS = st.lists(st.sampled_from("the draft a letter of June July اللجنة قرار 草 案 , .".split())).map(" ".join)
TEXTS = LETTERS | WORDS | st.text()


@given(TEXTS)
def test_words_are_the_text(text: str) -> None:
    assert "".join(words_of(text)) == text


@given(TEXTS, TEXTS)
def test_pieces_give_both_texts_back(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.kind != "new") == old
    assert "".join(piece.text for piece in found if piece.kind != "gone") == new
    assert all(piece.text for piece in found)


@given(TEXTS, TEXTS)
def test_edits_make_the_new_text_and_never_touch(old: str, new: str) -> None:
    words = words_of(old)
    found = edits(words, words_of(new))
    assert applied(words, found) == new
    assert all(one.end < other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("A draft.", "A draft.", "A draft."),
        ("", "New.", "{New.}"),
        ("States may report.", "States shall report.", "States [may]{shall} report."),
        ("the States’ reports", "the reports", "the [States’ ]reports"),
        ("تعمم اللجنة المشروع", "تعتمد اللجنة المشروع", "[تعمم]{تعتمد} اللجنة المشروع"),
        ("اللَّجنة توافق", "اللَّجنة لا توافق", "اللَّجنة {لا }توافق"),
        ("委员会分发草案", "委员会通过草案", "委员会[分发]{通过}草案"),
    ],
)
def test_differences_are_those_of_words(old: str, new: str, shown: str) -> None:
    marks = {"same": "{}", "gone": "[{}]", "new": "{{{}}}"}
    assert "".join(marks[piece.kind].format(piece.text) for piece in pieces(old, new)) == shown


@pytest.mark.alone
def test_long_texts_are_compared_quickly() -> None:
    old = " ".join(f"the State {number % 7} of the Convention reports" for number in range(450))
    new = " ".join(f"the Party {number % 11} of the Treaty reported" for number in range(450))
    started = time.process_time()
    found = pieces(old, new)
    assert time.process_time() - started < 5
    assert "".join(piece.text for piece in found if piece.kind != "new") == old
