"""Treaty actions, rates, votes and States as tables: out and in again, and which rows tell of the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.documents.domain.tables import csv_file, read_tables, xlsx_file
from corcom.kernel.rows import CellRefused, TableRow
from corcom.kernel.tables import Placed, TableKind, differences, read_rows
from corcom.register.domain.rates import SCALE, Rate, packaged_rates
from corcom.register.domain.states import state_codes
from corcom.register.domain.treaty_action_rows import packaged_actions
from corcom.register.domain.treaty_action_table import TREATY_ACTIONS, identities
from corcom.register.domain.treaty_actions import KINDS, TreatyAction
from corcom.register.domain.votes import SIDES, VOTES, Vote, packaged_votes
from corcom.rulebooks.reading import conventions

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30).map(str.strip).filter(bool)
ISO3 = st.sampled_from(sorted(state_codes()))
DAYS = st.dates(date(1945, 1, 1), date(2200, 1, 1))
ON = st.one_of(DAYS.map(date.isoformat), DAYS.map(lambda day: day.isoformat()[:7]), DAYS.map(lambda day: str(day.year)))
CERTAINTY = st.sampled_from(("certain", "likely", "doubtful"))
ACTIONS = st.builds(
    TreatyAction,
    convention=st.sampled_from(sorted(conventions())),
    iso3=ISO3,
    kind=st.sampled_from(KINDS),
    on=ON,
    effective_on=st.none() | DAYS,
    source=TEXTS,
    certainty=CERTAINTY,
    note=TEXTS | st.just(""),
)
RATES = st.builds(
    Rate,
    first_year=st.integers(1946, 1999),
    last_year=st.integers(2000, 2030),
    iso3=ISO3,
    percent=st.decimals(0, 100, places=4).map(Decimal.normalize),
    source=TEXTS,
    certainty=CERTAINTY,
    note=TEXTS | st.just(""),
)
VOTED = st.builds(
    Vote,
    year=st.integers(1946, 2100),
    resolution=TEXTS,
    iso3=ISO3,
    vote=st.sampled_from(SIDES),
    source=TEXTS,
    certainty=CERTAINTY,
    note=TEXTS | st.just(""),
)


def again(kind: TableKind[Any], values: list[Any]) -> list[list[Any]]:
    """The values as they come back from CSV and from XLSX."""
    rows = [kind.write(value) for value in values]
    found = []
    for write in (csv_file, xlsx_file):
        (table,) = read_tables(("t", write(kind.columns, rows)))
        placed, refused = read_rows(kind, table.rows, file="t")
        assert refused == []
        found.append([each.value for each in placed])
    return found


@given(st.lists(ACTIONS, max_size=4))
def test_treaty_actions_are_read_as_they_were_written(values: list[TreatyAction]) -> None:
    assert again(TREATY_ACTIONS, values) == [values, values]


@given(st.lists(RATES, max_size=4))
def test_rates_are_read_as_they_were_written(values: list[Rate]) -> None:
    assert again(SCALE, values) == [values, values]


@given(st.lists(VOTED, max_size=4))
def test_votes_are_read_as_they_were_written(values: list[Vote]) -> None:
    assert again(VOTES, values) == [values, values]


@pytest.mark.parametrize(
    ("kind", "values"),
    [(TREATY_ACTIONS, packaged_actions()), (SCALE, packaged_rates()), (VOTES, packaged_votes())],
)
def test_what_comes_with_corcom_tells_each_fact_once_and_contradicts_nothing(kind: TableKind[Any], values: Any) -> None:
    found = differences(kind, [Placed(value, "t", line) for line, value in enumerate(values, 2)], [])
    assert (len(found.new), found.refused) == (len(values), [])
    assert kind.check is None or kind.check(found, [], date(2026, 12, 31)) == []
    assert again(kind, list(values)) == [list(values), list(values)]


def test_the_scale_adds_up_in_every_period() -> None:
    periods: dict[str, Decimal] = {}
    for rate in packaged_rates():
        periods[rate.period] = periods.get(rate.period, Decimal()) + rate.percent
    assert set(periods.values()) == {Decimal(100)}
    assert len(periods) == 7


def test_the_votes_are_as_many_as_the_source_counts() -> None:
    counts: dict[int, list[int]] = {}
    for vote in packaged_votes():
        counts.setdefault(vote.year, [0, 0, 0])[SIDES.index(vote.vote)] += 1
    assert counts == {
        2015: [139, 2, 40],
        2016: [141, 1, 39],
        2017: [142, 2, 36],
        2018: [144, 1, 38],
        2019: [144, 1, 38],
    }


def act(kind: Any, on: str, iso3: str = "ZMB") -> TreatyAction:
    return TreatyAction(convention="CCM", iso3=iso3, kind=kind, on=on, source="x", certainty="certain")


LEFT = act("withdrawal", "2010-01-01")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (act("ratification", "2005-01-01"), act("acceptance", "2006-01-01"), True),
        (act("ratification", "2005-01-01"), act("accession", "2011-01-01"), False),
        (act("ratification", "2005-01-01"), act("ratification", "2005-01-01", "ZWE"), False),
        (act("signature", "2005-01-01"), act("signature", "2006-01-01"), True),
        (act("signature", "2005-01-01"), act("ratification", "2005-01-01"), False),
        (LEFT, act("withdrawal", "2010-02-01"), True),
        (act("declaration", "2005-01-01"), act("declaration", "2006-01-01"), False),
        (act("objection", "2005-01-01"), act("objection", "2005-01-01"), True),
    ],
)
def test_which_acts_are_the_same(one: TreatyAction, other: TreatyAction, same: bool) -> None:  # noqa: FBT001  a case
    identity = identities([LEFT, one, other])
    assert (identity(one) == identity(other)) == same


def test_a_second_withdrawal_is_another_one() -> None:
    acts = [act("accession", "2005-01-01"), LEFT, act("accession", "2011-01-01"), act("withdrawal", "2015-01-01")]
    identity = identities(acts)
    assert len({identity(each) for each in acts}) == 4


@pytest.mark.parametrize(
    ("cells", "column", "allowed"),
    [
        ({"period": "2018-2016"}, "period", "two years, such as 2016-2018"),
        ({"period": "2016"}, "period", "two years, such as 2016-2018"),
        ({"period": "1816-1818"}, "period", "a year, such as 2016"),
        ({"iso3": "XXX"}, "iso3", f"one of {len(state_codes())} codes"),
        ({"percent": "a lot"}, "percent", "a number from 0 to 100 with at most four decimals, such as 0.005"),
        ({"percent": "100.1"}, "percent", "a number from 0 to 100 with at most four decimals, such as 0.005"),
        ({"percent": "0.00001"}, "percent", "a number from 0 to 100 with at most four decimals, such as 0.005"),
        ({"percent": "NaN"}, "percent", "a number from 0 to 100 with at most four decimals, such as 0.005"),
        ({"certainty": "sure"}, "certainty", "certain, likely, doubtful"),
    ],
)
def test_a_rate_that_cannot_be_is_refused(cells: dict[str, str], column: str, allowed: str) -> None:
    good = {"period": "2016-2018", "iso3": "ZMB", "percent": "0.007", "source": "x", "certainty": "certain", "note": ""}
    assert SCALE.read(TableRow(2, good)).percent == Decimal("0.007")
    with pytest.raises(CellRefused) as refused:
        SCALE.read(TableRow(2, {**good, **cells}))
    assert (refused.value.line, refused.value.column, refused.value.allowed) == (2, column, allowed)


@pytest.mark.parametrize(
    ("cells", "column", "allowed"),
    [
        ({"year": ""}, "year", "a year, such as 2016"),
        ({"resolution": "x" * 61}, "resolution", "a text of at most 60 letters"),
        ({"vote": "absent"}, "vote", "yes, no, abstain"),
    ],
)
def test_a_vote_that_cannot_be_is_refused(cells: dict[str, str], column: str, allowed: str) -> None:
    good = {
        "year": "2015",
        "resolution": "A/RES/70/54",
        "iso3": "ZMB",
        "vote": "yes",
        "source": "x",
        "certainty": "likely",
    }
    assert VOTES.read(TableRow(2, good)).vote == "yes"
    with pytest.raises(CellRefused) as refused:
        VOTES.read(TableRow(2, {**good, **cells}))
    assert (refused.value.line, refused.value.column, refused.value.allowed) == (2, column, allowed)
