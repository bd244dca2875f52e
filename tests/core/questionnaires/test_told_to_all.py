"""As of when totals are told: no two moments at which they are tell the answer of one State by their difference."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import combinations

from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from tests.factories.questionnaires import MADE, a_form, given

from corcom.questionnaires.domain.answers_given import AnswerGiven
from corcom.questionnaires.domain.as_form import as_form
from corcom.questionnaires.domain.collation import QuestionCollated, collated
from corcom.questionnaires.domain.quoting import FEWEST_UNNAMED, Quoting
from corcom.questionnaires.domain.told_to_all import last_by, told_to_all_at

FORM = as_form(a_form(), "en")
CODES = ("AUT", "CHE", "CRI", "FJI", "HRV", "LAO", "NOR", "ZMB")
DAY = timedelta(days=1)
FIRST, SECOND = MADE + 10 * DAY, MADE + 20 * DAY
Versions = list[AnswerGiven]


def version(iso3: str, day: int, quoting: Quoting = "counted_only", q1: str = "1", **more: str) -> AnswerGiven:
    return replace(given(iso3, quoting, q1=q1, **more), at=MADE + day * DAY)


THREE: list[Versions] = [[version(iso3, 1)] for iso3 in CODES[:3]]


def test_before_it_was_closed_for_the_first_time_nothing_is_told() -> None:
    assert told_to_all_at([], THREE) is None


def test_it_is_told_as_of_its_closing() -> None:
    assert told_to_all_at([FIRST], THREE) == FIRST


def test_one_more_that_is_not_quoted_is_not_told() -> None:
    assert told_to_all_at([FIRST, SECOND], [*THREE, [version("NOR", 15)]]) == FIRST


def test_one_more_is_told_where_so_few_had_answered_that_nothing_was_told_of_them() -> None:
    assert told_to_all_at([FIRST, SECOND], [*THREE[:2], [version("NOR", 15)]]) == SECOND


def test_one_more_that_is_quoted_by_name_is_told() -> None:
    assert told_to_all_at([FIRST, SECOND], [*THREE, [version("NOR", 15, "by_name")]]) == SECOND


def test_one_that_took_its_name_off_its_answer_and_changed_it_is_not_told() -> None:
    both = [version("NOR", 1, "by_name"), version("NOR", 15, q1="2")]
    assert told_to_all_at([FIRST, SECOND], [*THREE, both]) == FIRST


def test_one_that_hands_in_the_same_again_changes_nothing() -> None:
    assert told_to_all_at([FIRST, SECOND], [*THREE, [version("NOR", 1), version("NOR", 15)]]) == SECOND


def test_of_three_more_each_question_is_answered_by_three_or_by_none() -> None:
    more = [[version(iso3, 15)] for iso3 in CODES[3:6]]
    assert told_to_all_at([FIRST, SECOND], [*THREE, *more]) == SECOND
    one_way = [*more[:2], [version(CODES[5], 15, q3="c1")]]
    assert told_to_all_at([FIRST, SECOND], [*THREE, *one_way]) == FIRST


def test_what_was_not_told_is_told_together_with_others() -> None:
    more = [[version(iso3, day)] for iso3, day in zip(CODES[3:6], (15, 25, 26), strict=True)]
    assert told_to_all_at([FIRST, SECOND, MADE + 30 * DAY], [*THREE, *more]) == MADE + 30 * DAY


figures = st.integers(1, 9).map(str)
versions = st.lists(st.tuples(st.integers(0, 39), st.sampled_from(["by_name", "counted_only"]), figures), max_size=3)
histories = st.lists(versions, min_size=3, max_size=len(CODES))


def at_question(states: list[Versions], moment: object) -> tuple[QuestionCollated, dict[str, str]]:
    """What is told of the first question as of a moment, and what each State said that is not quoted."""
    found = [last for each in states if (last := last_by(each, moment))]  # type: ignore[arg-type]  # a moment
    hidden = {each.iso3: each.answers["1"].text("q1") for each in found if each.quoting != "by_name"}
    return collated(FORM, found)[0].questions[0], hidden


@settings(max_examples=40)
@drawn(histories, st.lists(st.integers(1, 40), min_size=2, max_size=4, unique=True))
def test_the_difference_of_any_two_totals_is_that_of_enough_states(
    drawn_histories: list[list[tuple[int, Quoting, str]]], closed: list[int]
) -> None:
    """However often it was closed. Less what is quoted by name: what is left differs at no State, or at enough of them."""
    states = [
        [version(iso3, day, quoting, figure) for day, quoting, figure in sorted(each)]
        for iso3, each in zip(CODES, drawn_histories, strict=False)
    ]
    closings = [MADE + day * DAY + timedelta(hours=1) for day in sorted(closed)]
    told = list(dict.fromkeys(told_to_all_at(closings[: at + 1], states) for at in range(len(closings))))
    for before, after in combinations(told, 2):
        (then, was), (now, says) = at_question(states, before), at_question(states, after)
        if then.numbers is None or now.numbers is None or not was:
            continue
        differ = [iso3 for iso3 in {**was, **says} if was.get(iso3) != says.get(iso3)]
        assert not differ or len(differ) >= FEWEST_UNNAMED
        left = [one.numbers.total - sum((Decimal(each.text) for each in one.quoted), Decimal(0)) for one in (then, now)]  # type: ignore[union-attr]  # there, see above
        assert left == [sum(map(Decimal, each.values()), Decimal(0)) for each in (was, says)]
