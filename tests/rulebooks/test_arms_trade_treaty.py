"""A third convention, added by data alone: other ways to join, to leave and to report."""

from __future__ import annotations

from datetime import date

import pytest
from tests.factories.treaties import an_action, book_of

from corcom.obligations.domain.judging import owed_on
from corcom.register.domain.registered import Register, register_from


@pytest.fixture
def register() -> Register:
    """Three States as the depositary shows them; the other deposits are not recorded, and need not be."""
    return register_from(
        book_of("ATT"),
        [
            an_action("ratification", "2014-03-19", "ALB", convention="ATT"),
            an_action("ratification", "2015-05-20", "BRB", convention="ATT"),
            an_action("accession", "2020-07-29", "AFG", convention="ATT"),
            an_action("withdrawal", "2023-03-01", "AFG", convention="ATT"),
        ],
    )


def test_it_is_in_force_from_24_december_2014(register: Register) -> None:
    assert register.general.on == date(2014, 12, 24)
    since = {iso3: each.memberships[0].since for iso3, each in register.states.items()}
    assert since == {"ALB": date(2014, 12, 24), "BRB": date(2015, 8, 18), "AFG": date(2020, 10, 27)}


def test_a_state_leaves_after_ninety_days(register: Register) -> None:
    found = register.of("AFG")
    assert [found.status_on(date(2023, 5, day)) for day in (29, 30)] == ["party", "withdrawn"]


def test_initial_and_annual_reports(register: Register) -> None:
    def due(iso3: str, day: date) -> dict[str, date | None]:
        found = owed_on(register, [], meetings={}, day=day)
        return {each.obligation.code: each.due_on for each in found if each.iso3 == iso3 and each.due_on}

    # The first States Parties had until 23 December 2015, and until 31 May 2016 for the year 2015.
    assert due("ALB", date(2015, 1, 1)) == {
        "initial-report": date(2015, 12, 23),
        "annual-report": date(2016, 5, 31),
    }
    assert due("BRB", date(2016, 1, 1)) == {
        "initial-report": date(2016, 8, 17),
        "annual-report": date(2017, 5, 31),
    }
