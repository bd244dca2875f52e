"""Who is for and who against: the words of a stance, whose they are, and when several make an open question."""

from __future__ import annotations

import pytest

from corcom.minutes import read

TEXT = "Minutes of the Coordination Committee\n12 May 2016\n\nPresent:\nNorway – President\nPeru\nMr. Hugo Salas\nICRC\nDr. Paul Meier\nZambia\nMs. Ruth Banda\nISU\nMs. Ada Mensah\n\n1. Opening\n\nThe agenda was before the members.\n\n2. {title}\n\n{said}\n\n3. Closing\n\nThat was all.\n"

Stands = list[tuple[str, str]]


def positions(said: str, *, title: str = "Format of the report") -> Stands:
    return [(one.delegation, one.stance) for one in read(TEXT.format(title=title, said=said)).positions]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("supported the draft", "for"),
        ("was in favour of it", "for"),
        ("could accept the draft if footnotes were added", "for"),
        ("had no objection", "for"),
        ("saw no difficulty", "for"),
        ("found the draft attractive", "for"),
        ("expressed support", "for"),
        ("agreed to the draft", "for"),
        ("opposed it", "against"),
        ("could not agree", "against"),
        ("was against it", "against"),
        ("was sceptical", "against"),
        ("had doubts", "against"),
        ("expressed reservations", "against"),
        ("found the chapter too strict", "against"),
        ("preferred to keep the old one", "against"),
        ("cautioned that it would be costly", "against"),
        ("saw no need for it", "against"),
        ("supported the idea but could not accept paragraph 3", "against"),
        ("reserved its position", "undecided"),
        ("had not made up its mind", "undecided"),
        ("had no fixed opinion", "undecided"),
        ("needed to consult its capital", "undecided"),
        ("was still studying the draft", "undecided"),
        ("did not like it but would not insist", "undecided"),
        ("asked who would pay", "asks"),
        ("wanted to know the cost first", "asks"),
        ("shared the concerns but asked for figures", "asks"),
    ],
)
def test_the_words_of_a_stance(words: str, stance: str) -> None:
    assert positions(f"Kenya was against the proposal and Mali for it. Chad {words}.")[-1] == ("Chad", stance)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Chad proposed a shorter report. Nepal supported this.", [("Chad", "for"), ("Nepal", "for")]),
        ("Chad asked for a shorter report, and Nepal supported this.", [("Chad", "for"), ("Nepal", "for")]),
        ("Chad asked that the report be shortened. Nepal disagreed.", [("Chad", "for"), ("Nepal", "against")]),
        ("Chad, supported by Nepal, proposed more time. Togo could live with it.", [("Chad", "for"), ("Nepal", "for"), ("Togo", "for")]),
        ("The President proposed a statement. Peru supported the proposal, as did Togo.", [("Peru", "for"), ("Togo", "for")]),
        ("Mali favoured it, and so did Chad.", [("Mali", "for"), ("Chad", "for")]),
        ("Chad supported the draft; Togo did not.", [("Chad", "for"), ("Togo", "against")]),
        ("Neither Peru nor Togo could support the draft. Chad could.", [("Peru", "against"), ("Togo", "against"), ("Chad", "for")]),
        ("Chad opposed the draft. Togo agreed with Chad.", [("Chad", "against"), ("Togo", "against")]),
        ("Peru considered the proposal premature, a view shared by Togo.", [("Peru", "against"), ("Togo", "against")]),
        ("Mali favoured a table. Chad preferred the narrative.", [("Mali", "for"), ("Chad", "against")]),
        ("Chad and Mali spoke in favour of a table, Togo reserved its position.", [("Chad", "for"), ("Mali", "for"), ("Togo", "undecided")]),
        ("Chad stressed the importance of a table, whereas Togo insisted on the narrative.", [("Chad", "for"), ("Togo", "against")]),
        ("Peru and Togo voiced their support, with Chad preferring to wait.", [("Peru", "for"), ("Togo", "for"), ("Chad", "against")]),
        ("It was proposed by Mali that a table be used. Others preferred the narrative.", [("Mali", "for")]),
        ("Ms. Banda proposed a table. Mr. Salas was firmly against.", [("Zambia", "for"), ("Peru", "against")]),
        ("Peru proposed a table. Chad considered that it hid much and therefore opposed it.", [("Peru", "for"), ("Chad", "against")]),
        ("Mali seconded the suggestion by Chad. Togo could go either way.", [("Chad", "for"), ("Mali", "for"), ("Togo", "undecided")]),
        ("Mali opposed Chad's proposal. Togo likewise.", [("Chad", "for"), ("Mali", "against"), ("Togo", "against")]),
        ("Chad agreed and proposed to wait. Mali favoured keeping the date.", [("Chad", "for"), ("Mali", "against")]),
        ("Mali opposed any change.", [("Mali", "against")]),
    ],
)  # fmt: skip
def test_those_who_answer_one_another(said: str, found: Stands) -> None:
    assert positions(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "Chad proposed a shorter report.",
        "Peru welcomed the new members. Chad welcomed the participants.",
        "Peru agreed to circulate the list. Togo agreed to do so as well.",
        "Togo had expressed concern about its deadline. Peru was concerned about funding.",
        "Peru reported that 74 delegates had registered, against 96 last year. Chad asked why.",
        "Chad asked how many had attended. Peru replied that forty had.",
        "It was agreed that Peru would support Togo.",
        "Members:\n(a) welcomed the proposal;\n(b) supported the draft.",
        "The ISU supported the draft. UNODA welcomed the proposal.",
    ],
)
def test_what_is_no_open_question(said: str) -> None:
    assert positions(said) == []


def test_what_is_said_of_joining_is_no_position() -> None:
    said = (
        "Poland supported the aims of the Convention. Belarus was concerned about its stockpiles. Oman was undecided."
    )
    assert positions(said, title="Universalization") == []


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("Chad proposed a joint statement. Togo was against it. Mali had no opinion.", "A joint statement"),
        ("Chad proposed a joint statement and Togo was against it.", "A joint statement"),
        ("Chad supported the GICHD hosting the ISU because it was cheap. Togo did not.", "GICHD to host ISU"),
        ("Chad supported it. Togo did not.", "Reports"),
    ],
)
def test_a_position_names_what_it_is_about(said: str, question: str) -> None:
    assert {one.question for one in read(TEXT.format(title="Reports", said=said)).positions} == {question}
