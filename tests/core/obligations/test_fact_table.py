"""Facts of obligations as a table: out and in again, and which rows tell of the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.documents.domain.tables import csv_file, read_tables, xlsx_file
from corcom.kernel.tables import Placed, differences, read_rows
from corcom.obligations.domain.fact_rows import packaged_facts
from corcom.obligations.domain.fact_table import OBLIGATIONS, identity
from corcom.obligations.domain.facts import KINDS, WITH_UNTIL, Fact
from corcom.obligations.domain.misfits import misfit
from corcom.register.domain.states import state_codes
from corcom.rulebooks.reading import rulebook

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30).map(str.strip).filter(bool)
DAYS = st.dates(date(1997, 1, 1), date(2100, 1, 1))
BOOK = rulebook("CCM")


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    assert BOOK is not None
    obligation = draw(st.sampled_from(BOOK.obligations))
    period = draw(st.integers(1997, 2100)) if obligation.recurs else None
    kind = draw(st.sampled_from([each for each in KINDS if misfit(fact(each, period=period), obligation) is None]))
    return Fact(
        convention="CCM",
        iso3=draw(st.sampled_from(sorted(state_codes()))),
        obligation=obligation.code,
        kind=kind,
        on=draw(st.one_of(st.just(""), DAYS.map(date.isoformat), st.just("2010/2023"), st.just("2016-04"))),
        period=period,
        until=draw(DAYS if kind in WITH_UNTIL else st.none() | DAYS),
        meeting=draw(st.sampled_from(("", "1RC", "9MSP"))),
        source=draw(TEXTS),
        certainty=draw(st.sampled_from(("certain", "likely", "doubtful"))),
        note=draw(TEXTS | st.just("")),
    )


@given(st.lists(facts(), max_size=4))
def test_facts_are_read_as_they_were_written(values: list[Fact]) -> None:
    rows = [OBLIGATIONS.write(value) for value in values]
    for write in (csv_file, xlsx_file):
        (table,) = read_tables(("t", write(OBLIGATIONS.columns, rows)))
        placed, refused = read_rows(OBLIGATIONS, table.rows, file="t")
        assert ([each.value for each in placed], refused) == (values, [])


def test_what_comes_with_corcom_tells_each_fact_once() -> None:
    lines = [Placed(value, "t", line) for line, value in enumerate(packaged_facts(), 2)]
    found = differences(OBLIGATIONS, lines, [])
    assert (len(found.new), found.refused) == (len(packaged_facts()), [])


def fact(kind: Any, **others: Any) -> Fact:
    return Fact(
        convention="CCM", iso3="ZMB", obligation="clearance", kind=kind, source="x", certainty="certain", **others
    )


@pytest.mark.parametrize(
    ("one", "changes", "same"),
    [
        (fact("granted", until=date(2020, 1, 1)), {"on": "2019-01-01", "source": "y"}, True),
        (fact("granted", until=date(2020, 1, 1)), {"until": date(2024, 1, 1)}, False),
        (fact("asked", until=date(2020, 1, 1)), {"until": date(2021, 1, 1)}, False),
        (fact("published", until=date(2020, 1, 1)), {"until": date(2021, 1, 1)}, False),
        (fact("refused", meeting="9MSP"), {"on": "2019-01-01"}, True),
        (fact("refused", meeting="9MSP"), {"meeting": "10MSP"}, False),
        (fact("analysed", on="2019-01-01"), {"on": "2020-01-01"}, False),
        (fact("outstanding", on="2016-04-28"), {"on": "2017-04-28"}, False),
        (fact("end_of_hostilities", on="2016-04-28"), {"on": "2017-04-28"}, False),
        (fact("fulfilled", on="2016-04-28"), {"on": "2017-04-28"}, True),
        (fact("fulfilled", on="2016-04-28", period=2015), {"period": 2016}, False),
        (fact("applies"), {"kind": "not_applicable"}, False),
    ],
)
def test_which_facts_are_the_same(one: Fact, changes: dict[str, Any], same: bool) -> None:  # noqa: FBT001  a case
    assert (identity(one) == identity(replace(one, **changes))) == same


def test_what_has_not_happened_yet_is_refused() -> None:
    found = differences(OBLIGATIONS, [Placed(fact("declared", on="2030"), "t", 2)], [])
    assert OBLIGATIONS.check is not None
    assert [str(line) for line in OBLIGATIONS.check(found, [], date(2026, 1, 1))] == [
        "t: line 2: on: '2030' cannot be taken; allowed: a day that has come"
    ]
