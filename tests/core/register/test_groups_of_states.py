"""The regional groups of the United Nations, and groups that go by a name."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from importlib.resources import files

import pytest

from corcom.kernel.packaged import rows_of
from corcom.register.domain.data_files import packaged
from corcom.register.domain.named_groups import file_of, members_on, named_groups
from corcom.register.domain.regional_groups import regional_group_on
from corcom.register.domain.states import COLUMNS, FILE, states

DAY = date(2016, 4, 28)


def group(code: str, day: date) -> str | None:
    found = regional_group_on(code, day)
    return found.group if found else None


def test_each_regional_group_has_its_number() -> None:
    assert Counter(group(code, DAY) for code in states()) == {
        "African": 54,
        "Asia-Pacific": 54,
        "WEOG": 29,
        "GRULAC": 33,
        "Eastern European": 23,
        None: 4,
    }


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("ISR", date(2000, 4, 30), None),
        ("ISR", date(2000, 5, 31), "WEOG"),
        ("KIR", date(2010, 12, 31), None),
        ("KIR", DAY, "Asia-Pacific"),
        ("TUR", DAY, "WEOG"),
        ("USA", DAY, "WEOG"),
        ("MNE", date(2006, 6, 27), None),
        ("MNE", date(2006, 6, 28), "Eastern European"),
        ("CHE", date(2002, 9, 10), "WEOG"),
        ("CYP", DAY, "Asia-Pacific"),
        ("SSD", date(2011, 7, 14), "African"),
        ("VAT", DAY, None),
        ("COK", DAY, None),
        ("XXX", DAY, None),
    ],
)
def test_a_regional_group_on_a_day(code: str, day: date, expected: str | None) -> None:
    assert group(code, day) == expected


def test_what_is_special_stands_in_a_note() -> None:
    noted = sorted(code for code in states() if (found := regional_group_on(code, DAY)) and found.note)
    assert noted == ["EST", "ISR", "KIR", "PLW", "TUR", "USA"]


def test_the_file_of_states_and_that_of_groups_agree() -> None:
    listed = {row.text("iso3"): row.maybe("un_regional_group") for row in rows_of(FILE, packaged(FILE), COLUMNS)}
    assert {code: group(code, date(2026, 1, 1)) or "" for code in states()} == listed


def test_each_named_group_on_the_day_for_which_its_list_holds() -> None:
    assert {code: len(each.members_on(each.as_of)) for code, each in named_groups().items()} == {
        "ASEAN": 11,
        "AU": 54,
        "EU": 27,
        "LDC": 44,
        "LLDC": 32,
        "NATO": 32,
        "OAS": 34,
        "OIC": 57,
        "PIF": 16,
        "SIDS": 39,
    }


@pytest.mark.parametrize(
    ("code", "day", "members"),
    [
        ("EU", date(1995, 1, 1), 15),
        ("EU", date(2004, 4, 30), 15),
        ("EU", date(2004, 5, 1), 25),
        ("EU", date(2013, 6, 30), 27),
        ("EU", date(2013, 7, 1), 28),
        ("EU", date(2020, 1, 31), 28),
        ("EU", date(2020, 2, 1), 27),
        ("NATO", date(2010, 8, 1), 28),
        ("NATO", date(2024, 3, 7), 32),
        ("ASEAN", date(2016, 4, 28), 10),
        ("AU", date(2016, 4, 28), 53),
        ("AU", date(2017, 1, 31), 54),
        ("LDC", date(2016, 4, 28), 48),
        ("LDC", date(2024, 12, 13), 44),
        ("nobody", date(2016, 4, 28), 0),
    ],
)
def test_members_of_a_named_group_on_a_day(code: str, day: date, members: int) -> None:
    assert len(members_on(code, day)) == members


@pytest.mark.parametrize(
    ("code", "member", "first"),
    [("EU", "HRV", date(2013, 7, 1)), ("ASEAN", "TLS", date(2025, 10, 26)), ("AU", "SSD", date(2011, 7, 27))],
)
def test_the_first_day_in_a_named_group(code: str, member: str, first: date) -> None:
    assert [member in members_on(code, day) for day in (first - timedelta(days=1), first)] == [False, True]


def test_every_file_of_members_belongs_to_a_group_of_the_index() -> None:
    there = {f"groups/{each.name}" for each in files("corcom.register").joinpath("data", "groups").iterdir()}
    assert there == {file_of(code) for code in named_groups()}


def test_what_rests_on_memory_is_known() -> None:
    recalled = {code: sum(each.is_recalled for each in group.members) for code, group in named_groups().items()}
    assert recalled == {
        "ASEAN": 1,
        "AU": 12,
        "EU": 0,
        "LDC": 7,
        "LLDC": 0,
        "NATO": 16,
        "OAS": 1,
        "OIC": 0,
        "PIF": 0,
        "SIDS": 0,
    }
