"""Figures after the minimum data requirements: nothing twice, and no column that a sum of a year cannot have."""

from __future__ import annotations

from decimal import Decimal

from tests.factories.figures import BY_HAND, OF_A_REPORT, a_figure

from corcom.figures.domain.figures import Figure
from corcom.figures.domain.measures import MEASURES
from corcom.figures.domain.minimum_data import COLUMNS, DATA_SETS, FOLLOWS, NOT_HELD, minimum_rows

END = "2024-12-31"


def people(measure: str, value: int, sex: str = "", age: str = "") -> Figure:
    return a_figure(measure=measure, value=value, sex=sex, age=age, source="s")


def counted(*found: Figure) -> list[tuple[object, ...]]:
    """The status, sex, age and number of the rows."""
    at = [COLUMNS.index(name) for name in ("victim_status", "gender", "age_group", "number_of_people")]
    return [tuple(row[each] for each in at) for row in minimum_rows(found)]


def test_land_devices_and_people_each_in_their_columns() -> None:
    land = a_figure(measure="contaminated_area", area_kind="confirmed", value="1.5", source="s")
    freed = a_figure(measure="released_area", area_kind="cleared", value="0.5", source="s")
    found = a_figure(measure="remnants_destroyed", type="BLU-63", value=7, source="s")
    hurt = people("injured", 2, "female", "child")
    rows = list(minimum_rows([land, freed, found, hurt, BY_HAND]))
    area, release, victim, _ = DATA_SETS
    begin, half = "2024-01-01", Decimal("0.5")
    assert rows == [
        ("CHE", None, END, area, "CHA", "", Decimal("1.5"), "", None, "", "", "", None, "s"),
        ("CHE", begin, END, victim, "", "", None, "", None, "injured", "female", "child", Decimal(2), "s"),
        ("CHE", begin, END, release, "", "cleared", half, "", None, "", "", "", None, "s"),
        ("CHE", begin, END, release, "", "", None, "BLU-63", Decimal(7), "", "", "", None, "s"),
    ]
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_a_whole_and_its_parts_stand_there_once_as_fine_as_they_are_complete() -> None:
    whole, parts = people("killed", 5), [people("killed", 3, "male"), people("killed", 2, "female")]
    assert counted(whole, *parts) == [("killed", "male", "", 3), ("killed", "female", "", 2)]
    assert counted(whole, *parts[:1]) == [("killed", "", "", 5)]


def test_of_several_sources_only_the_one_that_counts() -> None:
    doubtful = a_figure(people("killed", 9), source="a newspaper", certainty="doubtful")
    report = a_figure(OF_A_REPORT, measure="killed", value=5)
    assert counted(doubtful, report) == [("killed", "", "", 5)]


def test_the_killed_and_injured_together_only_where_neither_is_told_alone() -> None:
    together = people("casualties", 41)
    assert counted(together) == [("", "", "", 41)]
    assert counted(together, people("killed", 4), people("injured", 37)) == [
        ("injured", "", "", 37),
        ("killed", "", "", 4),
    ]
    assert counted(together, a_figure(people("killed", 4), year=2023)) == [("killed", "", "", 4), ("", "", "", 41)]


def test_stockpiles_survivors_and_money_are_in_no_set() -> None:
    outside = [code for code in MEASURES if not list(minimum_rows([a_figure(measure=code, source="s")]))]
    assert outside == [
        "stockpiled",
        "stockpiled_submunitions",
        "destroyed",
        "destroyed_submunitions",
        "found_later",
        "retained",
        "retained_submunitions",
        "transferred",
        "survivors",
        "national_resources",
        "assistance_given",
        "assistance_received",
    ]


def test_each_column_says_what_it_follows_and_each_set_what_it_leaves_out() -> None:
    ours = [name for name, words in FOLLOWS.items() if not words]
    assert ours == ["country", "area_km2", "number_of_devices", "age_group", "number_of_people", "source"]
    assert set(DATA_SETS) <= set(NOT_HELD)
