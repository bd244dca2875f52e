from __future__ import annotations

from datetime import date

import pytest

from corcom.oversight.domain.said_counts import slip_in
from corcom.register.domain.counts import Counts, counts
from corcom.register.domain.registered import register_from
from corcom.register.domain.states import state_codes, un_members_on
from corcom.register.domain.treaty_action_rows import packaged_actions
from corcom.rulebooks.reading import FOLDER, read_rulebook

DAY = date(2016, 4, 28)


@pytest.fixture(scope="module")
def counted() -> Counts:
    register = register_from(read_rulebook(FOLDER / "ccm"), packaged_actions())
    return counts(register.states, on=DAY, states=state_codes(), un_members=un_members_on(DAY))


def test_a_slip_is_explained(counted: Counts) -> None:
    slip = slip_in("States yet to join the Convention", 93, counted, un_members=193)
    assert slip is not None
    assert (slip.said, slip.counted) == (93, 96)
    assert str(slip.how) == (
        "193 members of the United Nations less 100 States Parties; but 3 of those parties are no members"
    )


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("States yet to join the Convention", 96),
        ("States not party", 97),
        ("States Parties", 100),
        ("States Parties", 98),
        ("signatories", 108),
        ("new States Parties to the Convention", 96),
        ("States Parties had submitted their reports", 96),
        ("non-States Parties", 41),
        ("delegations", 93),
    ],
)
def test_what_agrees_or_is_about_something_else_is_no_slip(what: str, said: int, counted: Counts) -> None:
    assert slip_in(what, said, counted, un_members=193) is None


def test_a_slip_that_arithmetic_does_not_tell_has_no_explanation(counted: Counts) -> None:
    slip = slip_in("States Parties", 101, counted, un_members=193)
    assert slip is not None
    assert (slip.counted, slip.how) == (100, None)
