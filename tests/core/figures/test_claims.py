"""Of several sources, which counts and why; totals add up, and a stock is never added over years."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.figures import OF_A_REPORT, a_figure

from corcom.figures.domain.claims import Claim, claims
from corcom.figures.domain.figures import Figure
from corcom.figures.domain.measures import MEASURES
from corcom.figures.domain.series import Series, series

ABOUT = ("CHE", 2024, "stockpiled")
LATER = a_figure(OF_A_REPORT, version=2, source="version 2", value=90)
DOUBTFUL = a_figure(source="a newspaper", value=70, certainty="doubtful", number=1)
CERTAIN = a_figure(source="a letter", value=80, number=2)
NEWER = a_figure(source="another letter", value=85, number=3)
UNSURE_REPORT = a_figure(OF_A_REPORT, certainty="likely")


@pytest.mark.parametrize(
    ("found", "value", "ground"),
    [
        ([OF_A_REPORT], 100, "only"),
        ([OF_A_REPORT, LATER], 90, "later_report"),
        ([OF_A_REPORT, DOUBTFUL], 100, "more_certain"),
        ([OF_A_REPORT, CERTAIN], 100, "of_a_report"),
        ([UNSURE_REPORT, CERTAIN], 80, "more_certain"),
        ([DOUBTFUL, CERTAIN], 80, "more_certain"),
        ([CERTAIN, NEWER], 85, "recorded_last"),
        ([a_figure(CERTAIN, told_on=date(2025, 9, 1)), NEWER], 80, "told_last"),
        ([a_figure(CERTAIN, told_on=date(2025, 9, 1)), NEWER, DOUBTFUL], 80, "told_last"),
        ([a_figure(CERTAIN, told_on=date(2025, 9, 1)), a_figure(NEWER, told_on=None)], 85, "recorded_last"),
        ([OF_A_REPORT, LATER, DOUBTFUL], 90, "more_certain"),
    ],
)
def test_which_of_several_sources_counts(found: list[Figure], value: int, ground: str) -> None:
    for order in permutations(found):
        one = claims(order)[ABOUT]
        assert (one.claim.amounts[""], one.ground, len(one.others)) == (Decimal(value), ground, len(found) - 1)
        assert one.differs == (len(found) > 1)


def test_sources_that_agree_do_not_differ() -> None:
    assert claims([OF_A_REPORT, a_figure(source="a letter")])[ABOUT].differs is False


def test_types_add_up_and_currencies_do_not() -> None:
    types = [a_figure(type="Mk 1", value=3), a_figure(type="Mk 2", value=4)]
    assert claims(types)[ABOUT].claim.amounts == {"": 7}
    money = [
        a_figure(measure="assistance_given", currency=code, value=value) for code, value in (("CHF", 5), ("USD", 6))
    ]
    assert claims(money)["CHE", 2024, "assistance_given"].claim.amounts == {"CHF": 5, "USD": 6}


def test_a_whole_beside_its_parts_is_not_added_to_them() -> None:
    killed = [
        a_figure(measure="killed", value=10),
        *(a_figure(measure="killed", sex=sex, value=4) for sex in ("female", "male")),
        *(a_figure(measure="killed", sex=sex, age="child", value=1) for sex in ("female", "male")),
    ]
    assert Claim(figures=tuple(killed)).amounts == {"": 10}
    assert Claim(figures=tuple(killed[1:])).amounts == {"": 8}


def killed(value: int, sex: str = "", age: str = "") -> Figure:
    return a_figure(measure="killed", sex=sex, age=age, value=value)


def test_of_two_divisions_as_coarse_the_one_counts_that_leaves_out_less() -> None:
    by_sex, by_age = [killed(3, "male"), killed(2, "female")], [killed(4, age="adult")]
    for order in ([*by_sex, *by_age], [*by_age, *by_sex]):
        assert (Claim(figures=tuple(order)).amounts, Claim(figures=tuple(order)).finest) == (
            {"": Decimal(5)},
            tuple(by_sex),
        )


def test_parts_that_say_more_than_the_whole_are_told() -> None:
    whole, parts = killed(4), (killed(3, "male"), killed(2, "female"))
    assert (Claim(figures=(whole, *parts)).amounts, Claim(figures=(whole, *parts)).overstated) == (
        {"": Decimal(4)},
        parts,
    )
    assert Claim(figures=(killed(6), *parts)).overstated == ()
    money = [a_figure(measure="assistance_given", currency=code, value=5) for code in ("CHF", "USD")]
    assert Claim(figures=tuple(money)).overstated == ()


def test_the_finest_parts_count_only_where_they_say_all_of_the_whole() -> None:
    whole, parts = killed(5), (killed(3, "male", "adult"), killed(2, "female", "child"))
    assert Claim(figures=(whole, *parts)).finest == parts
    assert Claim(figures=(whole, parts[0])).finest == (whole,)
    assert Claim(figures=(whole,)).finest == (whole,)


def test_nothing_is_known_and_there_was_none_are_two_things() -> None:
    none = [a_figure(year=2023, value=0), a_figure(iso3="NOR", year=2024, value=7)]
    found = series(MEASURES["stockpiled"], claims(none))
    assert (found.of_year(2023), found.told(2023), ("NOR", 2023) in found.claims) == ({"": Decimal(0)}, 1, False)
    assert (found.of_year(2022), found.told(2022), found.years) == ({}, 0, (2023, 2024))
    gone = claims([a_figure(value=0), a_figure(source="another", value=3, certainty="doubtful")])[ABOUT]
    assert (gone.claim.amounts, gone.differs) == ({"": Decimal(0)}, True)


def test_a_part_that_only_some_may_read_is_missing_from_the_sum_of_the_others() -> None:
    open_part, closed = a_figure(OF_A_REPORT, type="Mk 1", value=3), a_figure(OF_A_REPORT, type="Mk 2", value=4, circle="states_parties")  # fmt: skip
    theirs, ours = claims([open_part, closed])[ABOUT], claims([open_part])[ABOUT]
    assert (theirs.claim.amounts, ours.claim.amounts) == ({"": Decimal(7)}, {"": Decimal(3)})


AMOUNTS = st.decimals(min_value=0, max_value=10**6, places=3)
TOLD = st.dictionaries(
    st.tuples(st.sampled_from(["CHE", "NOR", "LAO"]), st.integers(2010, 2024)),
    st.lists(AMOUNTS, min_size=1, max_size=4),
)


def told(measure: str, amounts: dict[tuple[str, int], list[Decimal]]) -> Series:
    found = [
        a_figure(measure=measure, iso3=iso3, year=year, type=f"type {at}", value=value)
        for (iso3, year), values in amounts.items()
        for at, value in enumerate(values)
    ]
    return series(MEASURES[measure], claims(found))


@given(TOLD)
def test_the_rows_of_a_flow_add_up_to_its_total_and_so_do_its_years(
    amounts: dict[tuple[str, int], list[Decimal]],
) -> None:
    found = told("destroyed", amounts)
    whole = sum((value for values in amounts.values() for value in values), Decimal(0))
    rows = [found.of_state(iso3) for iso3 in found.states]
    assert sum((row[""] for row in rows if row), Decimal(0)) == whole
    assert sum((found.of_year(year)[""] for year in found.years), Decimal(0)) == whole
    assert found.over_years() == ({"": whole} if amounts else {})
    assert sum(map(found.told, found.years)) == len(amounts)


@given(TOLD, st.sampled_from([code for code, each in MEASURES.items() if each.is_stock]))
def test_a_stock_is_never_added_over_years_and_is_added_over_states(
    amounts: dict[tuple[str, int], list[Decimal]], measure: str
) -> None:
    found = told(measure, amounts)
    assert [found.over_years(), *map(found.of_state, found.states)] == [None] * (1 + len(found.states))
    for year in found.years:
        each = [values for (_, when), values in amounts.items() if when == year]
        assert found.of_year(year) == {"": sum((value for values in each for value in values), Decimal(0))}
