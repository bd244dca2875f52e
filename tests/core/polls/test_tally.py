from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.polls.domain.poll import CHOICES, Choice, OfferedDate
from corcom.polls.domain.tally import best_date, tallies

DATES = [
    OfferedDate(
        number=number,
        starts_on=date(2016, 6, day),
        ends_on=date(2016, 6, day),
        start_time="10:00",
    )
    for number, day in ((1, 23), (2, 28), (3, 30))
]
PARTIES = ("HRV", "NOR", "ZMB")


def answers(*columns: str) -> dict[str, dict[int, Choice]]:
    """For each delegation a letter for each date: y, m, n, or - for nothing."""
    meaning: dict[str, Choice] = {"y": "yes", "m": "if_need_be", "n": "no"}
    return {
        code: {number: meaning[letter] for number, letter in enumerate(letters, start=1) if letter in meaning}
        for code, letters in zip(PARTIES, columns, strict=True)
        if letters.strip("-")
    }


@pytest.mark.parametrize(
    ("columns", "clashes", "number", "reasons"),
    [
        (
            ("yyn", "nym", "yyy"),
            {},
            2,
            ["yes: 3, if need be: 0, no: 0", "nobody says no"],
        ),
        (
            ("ymy", "yyy", "nnn"),
            {},
            1,
            [
                "yes: 2, if need be: 0, no: 1",
                "of those that stand alike, it is the earliest",
            ],
        ),
        (
            ("yyy", "yyy", "nyy"),
            {2: 1},
            3,
            [
                "yes: 3, if need be: 0, no: 0",
                "nobody says no",
                "of those that stand alike, less clashes with it",
            ],
        ),
        (
            ("mmy", "nnn", "---"),
            {3: 2},
            3,
            [
                "yes: 1, if need be: 0, no: 1",
                "of the dates with as few of them, most say yes to it",
                "something else stands on these days; see the warnings",
                "not said yet: 1, which can change this",
            ],
        ),
        (
            ("ynn", "nnn", "yyn"),
            {},
            1,
            ["yes: 2, if need be: 0, no: 1", "on every other date more say no"],
        ),
    ],
)
def test_the_best_date_says_why(
    columns: tuple[str, ...], clashes: dict[int, int], number: int, reasons: list[str]
) -> None:
    best = best_date(tallies(DATES, PARTIES, answers(*columns), clashes))
    assert best is not None
    assert (best.tally.offered.number, [str(reason) for reason in best.reasons]) == (number, reasons)


def test_nothing_is_proposed_before_anybody_answers() -> None:
    assert best_date(tallies(DATES, PARTIES, {}, {})) is None


@given(
    st.lists(st.lists(st.sampled_from([*CHOICES, None]), min_size=3, max_size=3), min_size=3, max_size=3),
    st.dictionaries(st.sampled_from([1, 2, 3]), st.integers(0, 3)),
)
def test_every_delegation_stands_once_at_every_date_and_no_date_is_better_than_the_best(
    said: list[list[Choice | None]], clashes: dict[int, int]
) -> None:
    given_answers: dict[str, dict[int, Choice]] = {
        code: {number: choice for number, choice in enumerate(row, start=1) if choice}
        for code, row in zip(PARTIES, said, strict=True)
    }
    found = tallies(DATES, PARTIES, given_answers, clashes)
    for one in found:
        assert sorted((*one.yes, *one.if_need_be, *one.no, *one.silent)) == sorted(PARTIES)
    best = best_date(found)
    assert best is None or best.tally.merit == min(one.merit for one in found)
