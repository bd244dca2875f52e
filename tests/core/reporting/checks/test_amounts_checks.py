"""Totals, growth and what is called unchanged."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.checked import answered, checked, found, only, part, stock
from tests.factories.treaties import book_of

from corcom.reporting.domain.answers import PartAnswer
from corcom.reporting.domain.checks.finding import Side
from corcom.reporting.domain.checks.listed import BY_CODE, CHECKS, findings
from corcom.reporting.domain.checks.stock_balance import STOCK_BALANCE

BEFORE = {"B": part(stockpiles=[stock("1200")])}
NONE = PartAnswer(state="not_applicable", because="None is left in the country.")
counts = st.integers(0, 10**6)


def side(one: Side) -> tuple[str, str, str, str]:
    return str(one.label), str(one.value), str(one.source), one.place


def areas(suspected: str, confirmed: str, **gone: str) -> dict[str, PartAnswer]:
    held = [{"place": "North", "suspected": suspected, "confirmed": confirmed}]
    return {"F": part(areas=held, cleared=[{"place": "North", **gone}] if gone else [])}


def test_the_list_of_checks_is_closed_and_each_says_why_it_asks() -> None:
    assert [check.code for check in CHECKS] == list(BY_CODE)
    assert [check.code for check in CHECKS if not (check.title and check.reading and check.source)] == []


class TestStock:
    def test_a_difference_is_asked_about_with_its_arithmetic_and_sources(self) -> None:
        now = {"B": part(stockpiles=[stock("1000")], destroyed=[stock("300")])}
        one = only(checked(now, BEFORE), "stock_balance")
        assert (str(one.words), str(one.arithmetic), str(one.rule), one.severity) == (
            "Cluster munitions: 1000 are stated; from the report before, 900 follow.",
            "1200 − 300 destroyed = 900",
            "CCM, Article 7(1)(b), 7(1)(e), 7(1)(f) and 7(1)(g)",
            "question",
        )
        assert [side(each) for each in one.sides] == [
            (
                "Cluster munitions: what follows from the report before",
                "900",
                "report for 2018, version 1",
                "report:2018",
            ),
            ("Cluster munitions: what is stated now", "1000", "report for 2019, version 1", "report:2019"),
        ]
        assert one.key == "stock_balance:B:stockpiles:items"

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            ({"B": part(stockpiles=[stock("900")], destroyed=[stock("300")])}, []),
            # Each unit on its own.
            ({"B": part(stockpiles=[stock("1200", submunitions="5")])}, []),
            ({"B": part(stockpiles=[stock("1300")], found_later=[stock("100")])}, []),
            ({"B": part(stockpiles=[stock("1100")]), "D": part(retained=[stock("100")])}, []),
            ({"B": part(stockpiles=[stock("1100")]), "D": part(transferred=[stock("100")])}, []),
            ({"B": PartAnswer(state="unchanged", since=2018)}, []),
            (
                {"B": part(stockpiles=[stock("1000")], destroyed=[stock("10")], found_later=[stock("5")])},
                ["1200 − 10 destroyed + 5 found = 1195"],
            ),
            (
                {"B": part(stockpiles=[stock("1000")]), "D": part(retained=[stock("50")])},
                ["1200 − 0 destroyed − 50 more retained = 1150"],
            ),
        ],
    )
    def test_what_explains_a_difference(self, answers: dict[str, PartAnswer], expected: list[str]) -> None:
        before = {**BEFORE, "D": part(retained=[stock("0")])}
        assert [str(one.arithmetic) for one in STOCK_BALANCE.run(checked(answers, before))] == expected

    @given(was=counts, gone=counts, found_later=counts, kept=counts)
    def test_a_stock_that_is_consistent_never_raises_anything(
        self, was: int, gone: int, found_later: int, kept: int
    ) -> None:
        left = was - gone + found_later - kept
        if left <= 0:
            return
        before = {"B": part(stockpiles=[stock(str(was))]), "D": part(retained=[stock("0")])}
        now = {
            "B": part(
                stockpiles=[stock(str(left))], destroyed=[stock(str(gone))], found_later=[stock(str(found_later))]
            ),
            "D": part(retained=[stock(str(kept))]),
        }
        assert found(checked(now, before)) == []

    @given(was=counts, gone=counts, other=st.integers(1, 1000))
    def test_one_that_is_not_always_does(self, was: int, gone: int, other: int) -> None:
        left = was - gone + other
        now = {"B": part(stockpiles=[stock(str(left))], destroyed=[stock(str(gone))])}
        codes = {one.check for one in findings(checked(now, {"B": part(stockpiles=[stock(str(was))])}))}
        if left > 0:
            assert codes & {"stock_balance", "growth"} != set()

    def test_where_a_year_is_missing_in_between_nothing_is_computed(self) -> None:
        now = {"B": part(stockpiles=[stock("1000")])}
        assert found(checked(now, answered(BEFORE, 2016))) == []

    def test_the_initial_report_is_where_the_first_year_begins(self) -> None:
        now = {"B": part(stockpiles=[stock("1000")])}
        assert only(checked(now, answered(BEFORE, None)), "stock_balance").sides[0].place == "report:once"


class TestAreas:
    def test_more_gone_than_released_is_a_question_and_less_a_note(self) -> None:
        before = areas("3", "1.5")
        more = only(checked(areas("2", "1", cleared="0.5"), before), "area_balance")
        assert (str(more.words), str(more.arithmetic), more.severity) == (
            "Contaminated areas at the end of the period: 3 km² are stated; from the report before, 4 km² follow.",
            "4.5 km² − 0.5 km² released = 4 km²",
            "question",
        )
        less = only(checked(areas("3", "1", cleared="1", reduced="0.25"), before), "area_balance")
        assert (str(less.arithmetic), less.severity) == ("4.5 km² − 1.25 km² released = 3.25 km²", "note")

    def test_less_than_a_hectare_is_rounding(self) -> None:
        assert found(checked(areas("3", "0.995", cleared="0.5"), areas("3", "1.5"))) == []

    def test_an_area_that_grew(self) -> None:
        one = only(checked(areas("3", "2.5"), areas("3", "1.5")), "growth")
        assert (str(one.words), str(one.arithmetic)) == (
            (
                "Contaminated areas at the end of the period: 1 km² more than in the report before, and nothing says where"
                " they came from."
            ),
            "5.5 km² − 4.5 km² = 1 km²",
        )

    @given(was=st.integers(1, 10**6), share=st.integers(0, 99))
    def test_an_area_that_is_consistent_never_raises_anything(self, was: int, share: int) -> None:
        total, gone = Decimal(was) / 100, Decimal(was * share) / 10_000
        now = areas("", str(total - gone), cleared=str(gone))
        assert found(checked(now, areas("", str(total)))) == []


class TestGrowth:
    def test_a_stock_that_grew_is_asked_about_once(self) -> None:
        now = {"B": part(stockpiles=[stock("1300")])}
        assert found(checked(now, BEFORE)) == [
            (
                "growth",
                "B.stockpiles",
                "Cluster munitions: 100 more than in the report before, and nothing says where they came from.",
                "1300 − 1200 = 100",
            )
        ]


class TestTotalRows:
    def test_a_total_that_is_not_the_sum(self) -> None:
        rows = [stock("1000"), stock("200", type_="Mk 2"), stock("1300", type_="Total:")]
        assert found(checked({"B": part(stockpiles=rows)}, BEFORE)) == [
            (
                "total_rows",
                "B.stockpiles",
                "Cluster munitions: the total says 1300, and the lines make 1200.",
                "1000 + 200 = 1200",
            )
        ]

    @given(
        st.lists(counts, min_size=1, max_size=6),
        st.sampled_from(("Total", "TOTAL", "total général", "المجموع", "Итого")),
    )
    def test_a_total_that_is_the_sum_raises_nothing_and_is_not_counted_twice(self, each: list[int], word: str) -> None:
        rows = [stock(str(number)) for number in each]
        before = {"B": part(stockpiles=rows)}
        now = {"B": part(stockpiles=[*rows, stock(str(sum(each)), type_=word)])}
        assert [one for one in found(checked(now, before)) if one[0] != "undeclared"] == []

    def test_a_total_alone_is_the_amount(self) -> None:
        now = {"B": part(stockpiles=[stock("1000", type_="Total")])}
        assert [one[3] for one in found(checked(now, BEFORE))] == ["1200 − 0 destroyed = 1200"]


class TestUnchanged:
    def test_a_report_in_between_that_changed_the_part(self) -> None:
        now = {"A": PartAnswer(state="unchanged", since=2016)}
        one = only(checked(now, {"A": part(measures=[{"measure": "Act 7"}])}), "unchanged")
        assert (str(one.words), [side(each)[:3] for each in one.sides]) == (
            "Part A is called unchanged since 2016, and the report for 2018 changed it.",
            [
                ("Part A now", "unchanged since 2016", "report for 2019, version 1"),
                ("Part A then", "changed", "report for 2018, version 1"),
            ],
        )

    def test_since_the_latest_change_it_is_right(self) -> None:
        now = {"A": PartAnswer(state="unchanged", since=2018)}
        assert found(checked(now, {"A": part(measures=[{"measure": "Act 7"}])})) == []


def test_the_checks_go_by_figures_so_that_another_convention_has_them_too() -> None:
    form = book_of("APMBC").forms[0]
    before = answered({"B": part(stockpiles=[{"type": "PMN", "mines": "90"}])}, 2018, form=form)
    now = answered(
        {"B": part(stockpiles=[{"type": "PMN", "mines": "80"}]), "G": part(stockpiles=[{"type": "PMN", "mines": "5"}])},
        form=form,
    )
    assert found(checked(now, before)) == [
        (
            "stock_balance",
            "B.stockpiles",
            "Mines: 80 are stated; from the report before, 85 follow.",
            "90 − 5 destroyed = 85",
        )
    ]


def test_a_mark_changes_with_the_values_and_the_key_does_not() -> None:
    one, other = (
        only(checked({"B": part(stockpiles=[stock(left)])}, BEFORE), "stock_balance") for left in ("1000", "1001")
    )
    assert (one.key == other.key, one.mark == other.mark, len(one.mark)) == (True, False, 16)
