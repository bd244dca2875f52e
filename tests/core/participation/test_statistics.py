from __future__ import annotations

from datetime import date

import pytest

from corcom.participation.domain.party_kinds import party_kind_of
from corcom.participation.domain.statistics import statistics
from corcom.participation.domain.statistics_words import report_sentences
from corcom.register.domain.registered import Register, register_from
from corcom.register.domain.states import state_codes
from corcom.register.domain.treaty_action_rows import packaged_actions
from corcom.rulebooks.reading import rulebook

DAY = date(2011, 9, 13)
"""The first day of the Second Meeting of States Parties, in Beirut."""

PARTIES = (
    "States Parties are counted by deposit on 2011-09-13: the consent of each was deposited by then; "
    "for %s of the 52 the convention was in force."
)
SIGNATORIES = (
    "Signatories are States that had signed and not deposited; counted with the other States not party they make 79 "
    "States that were not States Parties."
)


@pytest.fixture(scope="module")
def register() -> Register:
    book = rulebook("CCM")
    assert book is not None
    return register_from(book, packaged_actions())


def of_each(register: Register, parties: int, signatories: int, others: int) -> list[str]:
    """So many States of each status on the day, by the register."""
    wanted = {"state_party": parties, "signatory": signatories, "state_not_party": others}
    found = []
    for code in sorted(state_codes()):
        kind = party_kind_of(code, register, DAY)
        if wanted.get(kind, 0):
            wanted[kind] -= 1
            found.append(code)
    assert set(wanted.values()) == {0}
    return found


def test_the_131_states_of_the_second_meeting(register: Register) -> None:
    codes = [*of_each(register, 52, 38, 41), "icrc", "cmc"]
    found = statistics(codes, register, day=DAY, convention="CCM", people=400)
    counted = {str(one.name): one.number for one in found.by_kind}
    assert counted == {"States Parties": 52, "Signatories": 38, "States not party": 41, "Observers": 2}
    assert (found.states.number, found.outside.number, found.organisations.number) == (131, 79, 2)
    assert [str(one) for one in report_sentences(found)] == [
        "131 States took part: 52 States Parties, 38 signatories and 41 other States not party.",
        PARTIES % found.bound.number,
        SIGNATORIES,
        "Delegations of organisations and others, which are not States: 2.",
    ]
    assert found.bound.number == sum(register.of(code).is_bound_on(DAY) for code in codes)


def test_every_state_stands_in_one_region_and_every_count_says_what_it_counts(register: Register) -> None:
    found = statistics(sorted(state_codes()), register, day=DAY, convention="CCM")
    assert sum(one.number for one in found.regions) == len(state_codes())
    assert [one.number for one in found.regions] == [one.whole for one in found.regions]
    counts = (found.states, *found.by_kind, found.bound, found.outside, *found.regions, *found.groups)
    assert [str(one.name) for one in counts if not str(one.defined)] == []
    assert [one.whole for one in found.by_kind] == [one.number for one in found.by_kind]
    union = next(one for one in found.groups if str(one.name) == "European Union")
    assert (union.number, str(union.defined)) == (27, "members on 2011-09-13, by the list of 2021-01-01")


def test_a_state_that_comes_twice_counts_once_and_without_a_register_states_are_states() -> None:
    found = statistics(["NOR", "NOR", "ZMB"], None, day=DAY, convention="")
    assert (found.states.codes, [str(one.name) for one in found.by_kind]) == (("NOR", "ZMB"), ["States"])
    assert [str(one) for one in report_sentences(found)] == ["2 States took part."]
    assert report_sentences(statistics(["icrc"], None, day=DAY, convention="")) == ()
