"""Figures out as a table and back in: exactly the same; what cannot be taken is named by row and cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.figures import BY_HAND, OF_A_REPORT, a_figure
from tests.house import ROOT

from corcom.documents.domain.circles import CIRCLES
from corcom.documents.domain.tables import csv_file, read_tables, xlsx_file
from corcom.figures.domain.amounts import is_exact
from corcom.figures.domain.figure_rows import COLUMNS, write_row
from corcom.figures.domain.figure_table import FIGURES
from corcom.figures.domain.figures import Figure
from corcom.figures.domain.measures import MEASURES, Division, Measure
from corcom.figures.domain.minimum_data import COLUMNS as MINIMUM_COLUMNS
from corcom.figures.domain.minimum_data import DATA_SETS, NOT_HELD
from corcom.figures.domain.misfits import misfit
from corcom.kernel.source import CERTAINTIES
from corcom.kernel.tables import differences, read_rows

DAY = date(2026, 11, 10)
LETTERS = st.characters(whitelist_categories=("L", "N", "P", "S"))
TEXTS = st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=4).map(" ".join)


def part(measure: Measure, division: Division) -> st.SearchStrategy[str]:
    allowed = measure.allowed(division)
    return st.just("") | (TEXTS if allowed is None else st.sampled_from(("", *allowed)))


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    measure = draw(st.sampled_from(list(MEASURES.values())))
    whole = st.integers(0, 10**15 - 1).map(Decimal)
    value = draw(whole if measure.is_whole else st.decimals(min_value=0, max_value=10**9, places=4).filter(is_exact))
    of_report = draw(st.booleans())
    return Figure(
        convention=draw(st.sampled_from(["CCM", "APMBC"])),
        iso3=draw(st.sampled_from(["CHE", "NOR", "LAO"])),
        year=draw(st.integers(1999, 2026)),
        measure=measure.code,
        value=value,
        type=draw(part(measure, "type")),
        sex=draw(part(measure, "sex")),
        age=draw(part(measure, "age")),
        area_kind=draw(part(measure, "area_kind")),
        currency=draw(st.sampled_from(["CHF", "XXX"])) if measure.has_currency else "",
        source=draw(TEXTS),
        certainty=draw(st.sampled_from(CERTAINTIES)),
        circle=draw(st.sampled_from(tuple(CIRCLES))),
        told_on=draw(st.none() | st.dates(date(1999, 1, 1), DAY)),
        report="annual-report" if of_report else "",
        period=draw(st.none() | st.integers(1999, 2026)) if of_report else None,
        version=draw(st.integers(1, 99)) if of_report else None,
        note=draw(st.just("") | TEXTS),
    )


def back(found: Sequence[Figure], write: Callable[..., bytes], name: str) -> tuple[list[Figure], list[str]]:
    (table,) = read_tables((name, write(COLUMNS, [write_row(each) for each in found])))
    placed, refused = read_rows(FIGURES, table.rows, file=name)
    return [each.value for each in placed], list(map(str, refused))


@given(st.lists(figures(), min_size=1, max_size=4))
@settings(max_examples=40)
def test_what_is_written_is_read_as_the_same_from_csv_and_from_xlsx(found: list[Figure]) -> None:
    assert [misfit(each) for each in found] == [None] * len(found)
    assert back(found, csv_file, "figures.csv") == (found, [])
    assert back(found, xlsx_file, "figures.xlsx") == (found, [])


def read(row: dict[str, Any]) -> tuple[list[Figure], list[str]]:
    cells = dict(zip(COLUMNS, write_row(BY_HAND), strict=True)) | row
    data = csv_file(COLUMNS, [[cells[name] for name in COLUMNS]])
    (table,) = read_tables(("figures.csv", data))
    placed, refused = read_rows(FIGURES, table.rows, file="figures.csv")
    return [each.value for each in placed], list(map(str, refused))


LAND = {"measure": "contaminated_area", "area_kind": "confirmed"}


@pytest.mark.parametrize(
    ("value", "unit", "area"), [("250000", "m2", "0.25"), ("5", "ha", "0.05"), ("1.5", "km2", "1.5")]
)
def test_areas_come_in_as_km2_whatever_their_unit(value: str, unit: str, area: str) -> None:
    (found,), refused = read({**LAND, "value": value, "unit": unit})
    assert (found.value, refused) == (Decimal(area), [])


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"iso3": "XXA"}, "iso3: 'XXA' cannot be taken; allowed: one of"),
        ({"measure": "tanks"}, "measure: 'tanks' cannot be taken; allowed: stockpiled, "),
        ({"value": "about 12"}, "value: 'about 12' cannot be taken; allowed: digits, with a point"),
        ({"value": "1.5"}, "value: '1.5' cannot be taken; allowed: a whole number"),
        ({"value": ""}, "value: '' cannot be taken; allowed: digits"),
        ({"unit": "tons"}, "unit: 'tons' cannot be taken; allowed: items"),
        ({"year": ""}, "year: '' cannot be taken; allowed: a year"),
        ({"sex": "male"}, "sex: 'male' cannot be taken; allowed: nothing: this is not divided so"),
        ({"source": ""}, "source: '' cannot be taken"),
        ({"circle": "all"}, "circle: 'all' cannot be taken; allowed: public, states_parties, committee, secretariat"),
        ({"version": "1"}, "report: '' cannot be taken; allowed: the code of the report"),
        ({"report": "annual-report"}, "version: '' cannot be taken; allowed: the number of the version"),
        ({"report": "annual-report", "version": "0"}, "version: '0' cannot be taken; allowed: a number, such as 2"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_its_cell(row: dict[str, Any], why: str) -> None:
    found, (said,) = read(row)
    assert (found, said[: len(why) + 21]) == ([], f"figures.csv: line 2: {why}")


def refused(rows: list[Figure], recorded: list[Figure]) -> list[tuple[int, str]]:
    (table,) = read_tables(("figures.csv", csv_file(COLUMNS, [write_row(each) for each in rows])))
    placed, _ = read_rows(FIGURES, table.rows, file="figures.csv")
    found = differences(FIGURES, placed, recorded)
    assert FIGURES.check is not None
    return [(line.line, line.column) for line in (*found.refused, *FIGURES.check(found, recorded, DAY))]


def test_what_contradicts_what_is_recorded_is_refused() -> None:
    assert refused([BY_HAND, OF_A_REPORT], [BY_HAND, OF_A_REPORT]) == []
    assert refused([a_figure(value=99)], [BY_HAND]) == []
    assert refused([BY_HAND, a_figure(value=99)], []) == [(3, "figures")]
    assert refused([a_figure(OF_A_REPORT, value=99)], [OF_A_REPORT]) == [(2, "report")]
    assert refused([a_figure(OF_A_REPORT, type="Mk 9")], [OF_A_REPORT]) == [(2, "report")]
    assert refused([a_figure(year=2027), a_figure(told_on=date(2026, 11, 11), type="x")], []) == [
        (2, "year"),
        (3, "told_on"),
    ]


def test_the_manual_names_every_column_and_what_is_not_held() -> None:
    manual = " ".join((ROOT / "docs" / "manual" / "figures.md").read_text(encoding="utf-8").split())
    held = [*COLUMNS, *MEASURES, *MINIMUM_COLUMNS, *DATA_SETS]
    lines = [f"| {name} | {', '.join(left_out)} |" for name, left_out in NOT_HELD.items()]
    assert [each for each in (*held, *lines) if each not in manual] == []
