"""States by their codes, and the Members of the United Nations on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.kernel.packaged import rows_of
from corcom.register.domain.data_files import packaged
from corcom.register.domain.states import state, states, un_members_on
from corcom.register.domain.un_membership import COLUMNS, FILE


def test_every_state_has_its_codes_once() -> None:
    assert len(states()) == 197
    assert len({each.iso2 for each in states().values()}) == 197
    assert len({each.m49 for each in states().values()}) == 197
    assert {len(each.m49) for each in states().values()} == {3}


def test_a_state_is_found_by_each_of_its_codes() -> None:
    found = state("HRV")
    assert found is not None
    assert (found.iso2, found.m49, found.name) == ("HR", "191", "Croatia")
    assert (found.region, found.subregion, found.intermediate_region) == ("Europe", "Southern Europe", "")
    assert [state(code) for code in ("HRV", "HR", "191")] == [found, found, found]
    assert state("XXX") is None


@pytest.mark.parametrize(
    ("day", "members"),
    [
        (date(2000, 11, 1), 189),  # Serbia, then Yugoslavia
        (date(2002, 9, 9), 189),
        (date(2002, 9, 10), 190),  # Switzerland
        (date(2002, 9, 27), 191),  # Timor-Leste
        (date(2006, 6, 27), 191),
        (date(2006, 6, 28), 192),  # Montenegro
        (date(2011, 3, 30), 192),
        (date(2011, 7, 13), 192),
        (date(2011, 7, 14), 193),  # South Sudan
        (date(2016, 4, 28), 193),
    ],
)
def test_members_of_the_united_nations_on_a_day(day: date, members: int) -> None:
    assert len(un_members_on(day)) == members


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("SSD", date(2011, 7, 14)),
        ("MNE", date(2006, 6, 28)),
        ("TLS", date(2002, 9, 27)),
        ("CHE", date(2002, 9, 10)),
        ("TUV", date(2000, 9, 5)),
        ("SRB", date(2000, 11, 1)),
        ("PLW", date(1994, 12, 15)),
        ("HRV", date(1992, 5, 22)),
        ("LTU", date(1991, 9, 17)),
        ("DEU", date(1973, 9, 18)),
        ("THA", date(1946, 12, 16)),
    ],
)
def test_the_first_day_of_a_member(code: str, first: date) -> None:
    known = state(code)
    assert known is not None
    assert [known.is_un_member_on(day) for day in (first - timedelta(days=1), first)] == [False, True]


def test_a_membership_that_was_interrupted() -> None:
    days = [date(1958, 2, 20), date(1958, 2, 21), date(1961, 10, 12), date(1961, 10, 13)]
    assert [sorted({"SYR", "EGY"} & un_members_on(day)) for day in days] == [
        ["EGY", "SYR"],
        ["EGY"],
        ["EGY"],
        ["EGY", "SYR"],
    ]


def test_who_is_no_member_says_why() -> None:
    others = {code: each.un_status for code, each in states().items() if not each.un_membership}
    assert others == {"COK": "neither", "NIU": "neither", "PSE": "observer", "VAT": "observer"}
    assert [states()[code].note != "" for code in others] == [True] * 4
    assert {each.un_status for each in states().values() if each.un_membership} == {"member"}


def test_no_day_of_membership_rests_on_memory() -> None:
    recalled = [row.text("iso3") for row in rows_of(FILE, packaged(FILE), COLUMNS) if "recall" in row.text("source")]
    assert recalled == []


@given(st.dates(date(1945, 1, 1), date(2100, 1, 1)), st.integers(1, 20000))
def test_members_only_become_more_but_for_syria(day: date, later: int) -> None:
    left = un_members_on(day) - un_members_on(day + timedelta(days=later))
    assert left <= {"SYR"}
