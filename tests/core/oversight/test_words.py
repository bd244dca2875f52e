from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.oversight.domain.passages import LONGEST, passages
from corcom.oversight.domain.wanted import Term, found_in, wanted
from corcom.oversight.domain.words import search_words, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("UNIVERSALISATION", "universalization"),
        ("States Parties", "state party"),
        ("reports", "report"),
        ("الألغام", "ألغام"),
        ("مُعاهَدة", "معاهدة"),
        ("Türkiye", "Turkiye"),
        ("ﬁle", "file"),
        ("Straße", "STRASSE"),
    ],
)
def test_spellings_that_mean_the_same_are_one(one: str, other: str) -> None:
    assert search_words(one) == search_words(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Niger", "Nigeria"), ("status", "statu"), ("Laos", "Lao PDR"), ("委员", "委會")]
)
def test_others_are_not(one: str, other: str) -> None:
    assert search_words(one) != search_words(other)


def test_each_chinese_character_is_a_word() -> None:
    assert search_words("集束弹药公约 CCM第3条") == "集 束 弹 药 公 约 ccm 第 3 条"


@given(st.text())
def test_words_stand_where_they_say_and_are_letters_and_digits_alone(text: str) -> None:
    for word in words_of(text):
        assert text[word.start : word.end].strip()
        assert not set(word.form) & set("'\"*()&|:<>!- \t\n\\")


@given(st.text(alphabet=st.sampled_from('ab "*-”“(x1\n')))
def test_whatever_is_typed_means_something(typed: str) -> None:
    for term in (*wanted(typed).terms, *wanted(typed).without):
        assert term.forms
        assert all(form.isalnum() for form in term.forms)


def test_quotes_keep_words_together_and_a_sign_leaves_them_out() -> None:
    asked = wanted('“Review Conference” -"draft report" univers* 3MSP-2 "open')
    assert asked.terms == (
        Term(("review", "conference")),
        Term(("univer",), begins=True),
        Term(("3msp", "2")),
        Term(("open",)),
    )
    assert asked.without == (Term(("draft", "report")),)


def test_what_was_found_is_shown_where_it_stands() -> None:
    text = "The Review Conferences of 2015; a review of conferences."
    assert [text[a:b] for a, b in found_in(text, wanted('"review conference" 201*').terms)] == [
        "Review Conferences",
        "2015",
    ]


@given(st.text(alphabet=st.sampled_from("Aa.1) \n\t-"), max_size=400))
def test_passages_have_every_word_once_and_in_order(text: str) -> None:
    spans = passages(text)
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


def test_wrapped_lines_are_one_passage_and_a_long_line_is_several() -> None:
    wrapped = (
        "3. Universalization\n"
        "Zambia told the Committee about the letters that it had sent to all of its neighbours\n"
        "and about the answers that it awaited.\n"
        "Chile thanked it."
    )
    assert [wrapped[start:end][:9] for start, end in passages(wrapped)] == ["3. Univer", "Zambia to", "Chile tha"]
    delegation = "Zambia\nMs Mwansa\nMr Banda, Counsellor"
    assert passages(delegation) == [(0, len(delegation))]
    long = "It was agreed to meet again in the spring of next year. " * 100
    assert max(end - start for start, end in passages(long)) <= LONGEST
    assert len(passages(long)) > 3
    assert [end - start for start, end in passages("x" * 4000)] == [1500, 1500, 1000]
