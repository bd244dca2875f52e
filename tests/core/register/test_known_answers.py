"""What is published of the two conventions, computed from the treaty actions that come with CorCom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.factories.treaties import book_of

from corcom.documents.domain.tables.cells import as_text
from corcom.kernel.rows import TableRow
from corcom.register.domain.count_changes import changes
from corcom.register.domain.counts import DEFINED, Counts, counts
from corcom.register.domain.registered import Register, register_from
from corcom.register.domain.states import state_codes, un_members_on
from corcom.register.domain.treaty_action_rows import COLUMNS, packaged_actions, read_row, write_row


@pytest.fixture(scope="module")
def ccm() -> Register:
    return register_from(book_of("CCM"), packaged_actions())


@pytest.fixture(scope="module")
def apmbc() -> Register:
    return register_from(book_of("APMBC"), packaged_actions())


def counted(register: Register, day: str) -> Counts:
    on = date.fromisoformat(day)
    return counts(register.states, on=on, states=state_codes(), un_members=un_members_on(on))


@pytest.mark.parametrize(
    ("day", "by_deposit"),
    [
        ("2010-02-15", 28),
        ("2010-02-16", 30),
        ("2010-08-01", 38),
        ("2011-03-30", 55),
        ("2014-01-15", 84),
        ("2015-08-15", 93),
        ("2016-04-28", 100),
        ("2017-09-15", 102),
        ("2018-08-15", 103),
        ("2019-07-15", 106),
        ("2022-08-15", 110),
        ("2023-12-31", 112),
        ("2025-03-05", 112),
        ("2025-03-06", 111),
    ],
)
def test_ccm_by_deposit(ccm: Register, day: str, by_deposit: int) -> None:
    assert counted(ccm, day).states_parties_by_deposit == by_deposit


@pytest.mark.parametrize(
    ("day", "by_deposit"),
    [
        ("1998-09-15", 38),
        ("1998-09-16", 40),
        ("2003-10-08", 139),
        ("2014-01-15", 161),
        ("2014-08-31", 162),
        ("2016-04-28", 162),
        ("2017-12-31", 164),
        ("2025-06-30", 166),
    ],
)
def test_apmbc_by_deposit(apmbc: Register, day: str, by_deposit: int) -> None:
    assert counted(apmbc, day).states_parties_by_deposit == by_deposit


def test_the_general_entry_into_force_follows_from_the_deposits(ccm: Register, apmbc: Register) -> None:
    assert (ccm.general.nth_deposit, ccm.general.on) == (date(2010, 2, 16), date(2010, 8, 1))
    assert (apmbc.general.nth_deposit, apmbc.general.on) == (date(1998, 9, 16), date(1999, 3, 1))


def test_28_april_2016(ccm: Register) -> None:
    # The minutes of that day say that 93 UN members were not party: 193 less 100. Three of the hundred are not UN members.
    assert counted(ccm, "2016-04-28") == Counts(
        states_parties_by_deposit=100,
        states_parties_bound=98,
        contracting_states=2,
        signatories=108,
        signatories_not_party=19,
        withdrawn=0,
        states_not_party=97,
        un_members_not_party=96,
        undated=0,
    )
    on = date(2016, 4, 28)
    deposited = {iso3 for iso3, each in ccm.states.items() if each.is_deposited_on(on)}
    assert deposited - un_members_on(on) == {"VAT", "PSE", "COK"}
    latest = sorted((each.memberships[0].deposited_on, iso3) for iso3, each in ccm.states.items() if iso3 in deposited)
    assert latest[-2:] == [(date(2016, 4, 6), "CUB"), (date(2016, 4, 19), "PLW")]
    assert {iso3 for iso3, each in ccm.states.items() if each.status_on(on) == "contracting"} == {"CUB", "PLW"}


def test_south_africa_and_cuba(ccm: Register) -> None:
    assert ccm.of("ZAF").memberships[0].since == date(2015, 11, 1)
    assert ccm.of("CUB").memberships[0].since == date(2016, 10, 1)


def test_lithuania_leaves_on_6_march_2025(ccm: Register) -> None:
    found = ccm.of("LTU")
    assert found.status_on(date(2025, 3, 5)) == "party"
    assert found.status_on(date(2025, 3, 6)) == "withdrawn"
    assert found.since_on(date(2025, 3, 6)) == date(2025, 3, 6)


def test_what_was_announced_and_what_was_done(ccm: Register) -> None:
    assert ccm.of("BGR").memberships[0].deposited_on == date(2011, 4, 6)
    assert ccm.of("NLD").memberships[0].deposited_on == date(2011, 2, 23)


def test_south_sudan_is_bound_before_its_deposit(apmbc: Register) -> None:
    found = apmbc.of("SSD")
    assert [found.status_on(date(2011, 7, day)) for day in (8, 9)] == ["not_party", "party"]
    assert found.memberships[0].deposited_on == date(2011, 11, 11)
    assert not found.is_deposited_on(date(2011, 11, 10))
    steps = [(str(step.words), step.on) for step in apmbc.way(found.memberships[0])]
    assert steps == [("succession", date(2011, 11, 11)), ("on that day", date(2011, 7, 9))]


def test_signatories_of_all_time(ccm: Register, apmbc: Register) -> None:
    # Since Lithuania's withdrawal the depositary shows 107; whoever signed has signed.
    assert counted(ccm, "2026-01-01").signatories == 108
    assert counted(apmbc, "2026-01-01").signatories == 133


def test_what_is_left_open_is_counted_as_open(apmbc: Register) -> None:
    # Lebanon acceded in 2026; no source says on which day.
    assert [counted(apmbc, day).undated for day in ("2026-12-30", "2026-12-31")] == [0, 1]


def test_the_daily_counts_are_the_sums_of_the_changes(ccm: Register) -> None:
    turned = {each.on: each for each in changes(ccm.states.values())}
    by_deposit = bound = 0
    day = date(2008, 12, 3)
    while day < date(2026, 1, 1):
        if day in turned:
            by_deposit, bound = by_deposit + turned[day].by_deposit, bound + turned[day].bound
        if day.day in {1, 6}:
            found = counts(ccm.states, on=day, states=state_codes(), un_members=())
            assert (found.states_parties_by_deposit, found.states_parties_bound) == (by_deposit, bound)
        day += timedelta(days=1)


def test_every_count_says_what_it_counts() -> None:
    assert list(DEFINED) == list(Counts.__dataclass_fields__)


def test_every_packaged_action_has_a_source_and_none_rests_on_recall() -> None:
    assert [each for each in packaged_actions() if not each.source or "recall" in each.source.casefold()] == []


def test_actions_are_the_same_after_writing_and_reading() -> None:
    for action in packaged_actions():
        cells = dict(zip(COLUMNS, map(as_text, write_row(action)), strict=True))
        assert read_row(TableRow(2, cells)) == action
