"""What is counted, exact amounts, and what no figure can be."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.figures import BY_HAND, a_figure

from corcom.figures.domain.amounts import amount, in_km2, is_exact
from corcom.figures.domain.measures import MEASURES, form_figure
from corcom.figures.domain.misfits import misfit
from corcom.kernel.amounts import written
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.reading import conventions, rulebook

STOCKS = {
    "stockpiled",
    "stockpiled_submunitions",
    "retained",
    "retained_submunitions",
    "contaminated_area",
    "survivors",
}


def named_in_forms() -> list[Field]:
    books = filter(None, map(rulebook, conventions()))
    fields = [field for book in books for form in book.forms for part in form.parts for field in part.fields]
    return [each for field in fields for each in (field, *field.columns) if each.figure]


def test_every_figure_that_a_form_names_is_a_measure_in_the_same_unit() -> None:
    named = named_in_forms()
    found = {each.figure: form_figure(each.figure) for each in named}
    assert [code for code, one in found.items() if one is None] == []
    units = {(each.figure, each.unit, one[0].unit) for each in named if (one := found[each.figure])}
    assert {code for code, asked, unit in units if asked != unit} == set()


def test_every_measure_but_what_no_form_asks_is_named_in_a_form() -> None:
    named = {each.figure.partition(".")[0] for each in named_in_forms()}
    assert set(MEASURES) - named == {"assistance_received", "casualties"}


def test_stocks_are_those_of_a_day() -> None:
    assert {code for code, each in MEASURES.items() if each.is_stock} == STOCKS
    assert {code for code, each in MEASURES.items() if not each.adds_over_years} == STOCKS


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_square_metres_become_km2_exactly_and_can_be_turned_back(metres: int) -> None:
    area = in_km2(Decimal(metres), "m2")
    assert {area * 1_000_000, in_km2(Decimal(metres), "ha") * 100} == {Decimal(metres)}
    assert is_exact(area)


@given(st.decimals(min_value=0, max_value=10**9, places=6))
def test_an_amount_is_written_and_read_as_the_same(value: Decimal) -> None:
    assert amount(written(value)) == value


@pytest.mark.parametrize("text", ["", "-1", "1,5", "1e5", "NaN", "٣", "1.", ".5", "1 000", "1" * 16])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        amount(text)


@pytest.mark.parametrize(
    ("changes", "field", "allowed"),
    [
        ({"measure": "tanks"}, "measure", "a measure of the list, such as stockpiled"),
        ({"value": "-1"}, "value", "an amount that is not negative, of at most 15 digits"),
        ({"value": "1.5"}, "value", "a whole number"),
        ({"sex": "male"}, "sex", "nothing: this is not divided so"),
        ({"measure": "killed", "age": "old"}, "age", "one of adult, child, unknown, or nothing"),
        (
            {"measure": "contaminated_area", "area_kind": "cleared"},
            "area_kind",
            "one of suspected, confirmed, or nothing",
        ),
        ({"currency": "CHF"}, "currency", "nothing: this is no amount of money"),
        ({"measure": "assistance_given"}, "currency", "the three letters of a currency, such as CHF"),
        ({"type": "x" * 121}, "type", "at most 120 letters"),
        ({"source": " "}, "source", "what says so"),
    ],
)
def test_what_no_figure_can_be(changes: dict[str, object], field: str, allowed: str) -> None:
    found = misfit(a_figure(BY_HAND, **changes))
    assert found is not None
    assert (found.field, str(found.allowed)) == (field, allowed)


def test_a_figure_that_can_be() -> None:
    assert misfit(BY_HAND) is None
