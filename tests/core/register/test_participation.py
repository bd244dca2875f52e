"""How a State stands to a convention on a day, from whatever it did."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.treaties import a_register, an_action, book_of, others

from corcom.register.domain.checks import contradictions
from corcom.register.domain.count_changes import changes
from corcom.register.domain.counts import counts
from corcom.register.domain.participation import STATUSES, Participation
from corcom.register.domain.registered import register_from
from corcom.register.domain.treaty_actions import KINDS, Kind, TreatyAction

GENERAL = date(2009, 6, 1)
"""The first day of the sixth month after that in which everybody else deposited."""


def standing(*actions: TreatyAction) -> Participation:
    return a_register(*actions).of("NOR")


def statuses(found: Participation, *days: str) -> list[str]:
    return [found.status_on(date.fromisoformat(day)) for day in days]


def test_a_state_that_never_acted_is_not_party() -> None:
    register = a_register()
    assert register.general.on == GENERAL
    found = register.of("NOR")
    assert (found.status_on(GENERAL), found.since_on(GENERAL), found.membership_on(GENERAL)) == (
        "not_party",
        None,
        None,
    )


def test_a_state_signs_ratifies_and_is_bound() -> None:
    found = standing(an_action("signature", "2008-12-03"), an_action("ratification", "2010-01-31"))
    days = ("2008-12-02", "2008-12-03", "2010-01-30", "2010-01-31", "2010-06-30", "2010-07-01")
    assert statuses(found, *days) == ["not_party", "signatory", "signatory", "contracting", "contracting", "party"]
    since = [found.since_on(date.fromisoformat(day)) for day in days]
    deposit, bound = date(2010, 1, 31), date(2010, 7, 1)
    assert since == [None, date(2008, 12, 3), date(2008, 12, 3), deposit, deposit, bound]


def test_a_deposit_before_the_general_entry_into_force_waits_for_it() -> None:
    found = standing(an_action("accession", "2008-12-10"))
    assert statuses(found, "2009-05-31", "2009-06-01") == ["contracting", "party"]


def test_nothing_is_in_force_before_enough_have_deposited() -> None:
    register = register_from(book_of(), others(29))
    assert (register.general.nth_deposit, register.general.on) == (None, None)
    assert register.of("X01").status_on(date(2030, 1, 1)) == "contracting"
    assert list(register.bound_on(date(2030, 1, 1))) == []


def test_definitive_signature_is_signature_and_consent() -> None:
    found = standing(an_action("definitive_signature", "2010-01-31"))
    assert found.has_signed_on(date(2010, 1, 31))
    assert statuses(found, "2010-01-31", "2010-07-01") == ["contracting", "party"]


@pytest.mark.parametrize("kind", ["declaration", "reservation", "objection", "provisional_application"])
def test_what_is_no_consent_binds_nobody(kind: Kind) -> None:
    assert statuses(standing(an_action(kind, "2010-01-31")), "2030-01-01") == ["not_party"]


def test_a_successor_is_bound_before_its_deposit() -> None:
    found = standing(an_action("succession", "2011-11-11", effective_on=date(2011, 7, 9)))
    assert statuses(found, "2011-07-08", "2011-07-09") == ["not_party", "party"]
    assert not found.is_deposited_on(date(2011, 7, 9))
    assert found.since_on(date(2011, 7, 9)) == date(2011, 7, 9)


def test_a_succession_without_a_day_counts_from_its_deposit() -> None:
    assert statuses(standing(an_action("succession", "2011-11-11")), "2012-04-30", "2012-05-01") == [
        "contracting",
        "party",
    ]


def test_a_state_withdraws_and_joins_again() -> None:
    found = standing(
        an_action("accession", "2010-01-31"),
        an_action("withdrawal", "2012-03-10"),
        an_action("accession", "2015-02-02"),
    )
    days = ("2012-09-09", "2012-09-10", "2015-02-01", "2015-02-02", "2015-08-01")
    assert statuses(found, *days) == ["party", "withdrawn", "withdrawn", "contracting", "party"]
    assert found.since_on(date(2015, 1, 1)) == date(2012, 9, 10)
    assert [(each.deposited_on, each.until) for each in found.memberships] == [
        (date(2010, 1, 31), date(2012, 9, 10)),
        (date(2015, 2, 2), None),
    ]


def test_a_withdrawal_has_effect_on_the_day_that_the_depositary_names() -> None:
    found = standing(
        an_action("accession", "2010-01-31"), an_action("withdrawal", "2012-03-10", effective_on=date(2013, 1, 1))
    )
    assert statuses(found, "2012-12-31", "2013-01-01") == ["party", "withdrawn"]


def test_a_withdrawal_that_has_effect_before_the_entry_into_force_never_binds() -> None:
    found = standing(
        an_action("accession", "2010-01-31"), an_action("withdrawal", "2010-02-01", effective_on=date(2010, 3, 1))
    )
    assert statuses(found, "2010-02-28", "2010-03-01", "2010-07-01") == ["contracting", "withdrawn", "withdrawn"]
    # It counts by deposit for a month, and as bound on no day.
    own = changes([found])
    assert [(each.on, each.by_deposit, each.bound) for each in own] == [
        (date(2010, 1, 31), 1, 0),
        (date(2010, 3, 1), -1, 0),
    ]


NOTICE = "2012-03-10"
"""Six months after it are over on 10 September 2012."""


@pytest.mark.parametrize(
    ("conflict", "until"),
    [
        ([("armed_conflict", "2012-05-01"), ("end_of_conflict", "2013-02-03")], date(2013, 2, 3)),
        ([("armed_conflict", "2012-05-01"), ("end_of_conflict", "2012-08-01")], date(2012, 9, 10)),
        ([("armed_conflict", "1990-01-01")], None),
        ([("armed_conflict", "2012-09-11"), ("end_of_conflict", "2013-02-03")], date(2012, 9, 10)),
        ([("end_of_conflict", "2013-02-03")], date(2013, 2, 3)),
        ([("end_of_conflict", "2012-09-10")], date(2012, 9, 10)),
    ],
)
def test_a_withdrawal_has_no_effect_in_an_armed_conflict(conflict: list[tuple[Kind, str]], until: date | None) -> None:
    acts = [an_action("accession", "2010-01-31"), *(an_action(*each) for each in conflict)]
    assert contradictions([*acts, an_action("withdrawal", NOTICE)], today=date(2020, 1, 1)) == []
    found = standing(*acts, an_action("withdrawal", NOTICE))
    assert [each.until for each in found.memberships] == [until]
    assert found.status_on(date(2014, 1, 1)) == ("party" if until is None else "withdrawn")
    named = standing(*acts, an_action("withdrawal", NOTICE, effective_on=date(2012, 12, 1)))
    assert named.memberships[0].until == date(2012, 12, 1)


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        (True, ["plus 6 months = 2012-09-10", "end of the armed conflict = 2013-02-03"]),
        (
            False,
            [
                "plus 6 months = 2012-09-10",
                "not before the end of the armed conflict, of which nothing is recorded yet",
            ],
        ),
    ],
)
def test_the_way_out_of_a_convention_names_the_conflict(ends: bool, said: list[str]) -> None:  # noqa: FBT001  of a test
    conflict = [an_action("armed_conflict", "2012-05-01")]
    conflict += [an_action("end_of_conflict", "2013-02-03")] if ends else []
    register = a_register(an_action("accession", "2010-01-31"), an_action("withdrawal", NOTICE), *conflict)
    way = register.way(register.of("NOR").memberships[0])
    assert [str(step).partition(" (")[0] for step in way][-2:] == said


def test_a_conflict_is_no_matter_of_a_convention_that_knows_none() -> None:
    acts = [
        an_action("accession", "2015-01-31", convention="ATT"),
        an_action("armed_conflict", "2016", convention="ATT"),
    ]
    found = contradictions(acts, today=date(2020, 1, 1))
    assert [(each.conflict, each.action) for each in found] == [("conflict_without_effect", acts[1])]


def test_a_second_consent_changes_nothing_and_is_named() -> None:
    both = [an_action("accession", "2010-01-31"), an_action("succession", "2011-01-31")]
    assert len(standing(*both).memberships) == 1
    assert [each.conflict for each in contradictions(both, today=date(2020, 1, 1))] == ["consent_twice"]


@pytest.mark.parametrize(("on", "first"), [("2010", "2010-12-31"), ("2010-02", "2010-02-28")])
def test_an_undated_consent_counts_from_the_last_day_it_can_mean(on: str, first: str) -> None:
    found = standing(an_action("accession", on))
    last = date.fromisoformat(first)
    assert [found.is_deposited_on(last - timedelta(days=1)), found.is_deposited_on(last)] == [False, True]
    counted = counts({"NOR": found}, on=last, states=["NOR"], un_members=["NOR"])
    assert (counted.states_parties_by_deposit, counted.undated) == (1, 1)


@pytest.mark.parametrize(
    ("actions", "conflict"),
    [
        ([an_action("withdrawal", "2012-03-10")], "withdrawal_without_consent"),
        ([an_action("accession", "2012-03-10"), an_action("withdrawal", "2011-03-10")], "withdrawal_without_consent"),
        ([an_action("signature", "2009-01-01"), an_action("signature", "2009-01-01")], "recorded_already"),
        ([an_action("accession", "2020-01-02")], "in_the_future"),
        ([an_action("accession", "2020-02")], "in_the_future"),
        ([an_action("accession", "9999-12")], "in_the_future"),
        ([an_action("signature", "1990-01-01")], "before_adoption"),
        ([an_action("succession", "2012-01-01", effective_on=date(1000, 1, 1))], "before_adoption"),
        (
            [
                an_action("accession", "2010-03-10"),
                an_action("withdrawal", "2012-03-10", effective_on=date(2012, 9, 9)),
            ],
            "effect_too_early",
        ),
        (
            [
                an_action("accession", "2010-03-10"),
                an_action("withdrawal", "2012-03-10", effective_on=date(2012, 1, 1)),
            ],
            "effect_too_early",
        ),
        ([an_action("ratification", "2010-03-10")], "consent_without_signature"),
        ([an_action("signature", "2010-03-11"), an_action("approval", "2010-03-10")], "consent_without_signature"),
        ([an_action("signature", "2010-03-10"), an_action("accession", "2012-03-10")], "accession_after_signature"),
    ],
)
def test_acts_that_contradict_each_other_are_named(actions: list[TreatyAction], conflict: str) -> None:
    assert [each.conflict for each in contradictions(actions, today=date(2020, 1, 1))] == [conflict]


@pytest.mark.parametrize(
    "actions",
    [
        [an_action("ratification", "2008-12-03"), an_action("signature", "2008-12-03")],
        [an_action("signature", "2008"), an_action("acceptance", "2008-12-03")],
        [an_action("signature", "2008-12-03"), an_action("accession", "2008-12")],
        [an_action("definitive_signature", "2008-12-03")],
        [
            an_action("signature", "2008-12-03"),
            an_action("approval", "2010-01-01"),
            an_action("withdrawal", "2012-01-01"),
            an_action("accession", "2014-01-01"),
        ],
    ],
)
def test_acts_that_can_follow_each_other_are_no_contradiction(actions: list[TreatyAction]) -> None:
    assert contradictions(actions, today=date(2020, 1, 1)) == []


DAYS = st.dates(date(2008, 12, 3), date(2030, 12, 31))


@st.composite
def acts(draw: st.DrawFn, iso3: str = "NOR") -> list[TreatyAction]:
    """Any acts of one State, sensible or not."""
    kinds = draw(st.lists(st.sampled_from(KINDS), max_size=6))
    found = []
    for kind in kinds:
        on = draw(DAYS)
        named = kind in {"withdrawal", "succession"} and draw(st.booleans())
        effective = on + timedelta(days=draw(st.integers(-300, 300))) if named else None
        found.append(an_action(kind, on.isoformat(), iso3, effective_on=effective))
    return found


@given(found=acts(), data=st.data(), day=DAYS)
def test_the_order_of_acts_does_not_matter(found: list[TreatyAction], data: st.DataObject, day: date) -> None:
    # Two acts of one kind on one day are the same act; `contradictions` names them.
    found = list({(each.kind, each.on): each for each in found}.values())
    shuffled = data.draw(st.permutations(found))
    one, two = standing(*found), standing(*shuffled)
    assert one.memberships == two.memberships
    assert one.status_on(day) == two.status_on(day)


@given(found=acts(), day=DAYS)
def test_the_status_of_a_day_agrees_with_what_is_counted(found: list[TreatyAction], day: date) -> None:
    each = standing(*found)
    status = each.status_on(day)
    assert status in STATUSES
    assert (status == "party") == each.is_bound_on(day)
    assert (status in {"party", "contracting"}) == (each.is_bound_on(day) or each.is_deposited_on(day))
    assert (each.membership_on(day) is not None) == (status in {"party", "contracting"})
    since = each.since_on(day)
    assert (since is None) == (status == "not_party")
    assert since is None or since <= day


@given(one=acts(), two=acts("SWE"))
def test_the_changes_add_up_to_the_counts_of_every_day(one: list[TreatyAction], two: list[TreatyAction]) -> None:
    found = a_register(*one, *two).states
    found = {iso3: each for iso3, each in found.items() if not iso3.startswith("X")}
    by_deposit = bound = 0
    turned = changes(found.values())
    assert [each.on for each in turned] == sorted({each.on for each in turned})
    for each, following in zip(turned, [*turned[1:], None], strict=False):
        by_deposit, bound = by_deposit + each.by_deposit, bound + each.bound
        for day in (each.on, following.on - timedelta(days=1) if following else each.on + timedelta(days=9)):
            counted = counts(found, on=day, states=["NOR", "SWE"], un_members=["NOR", "SWE"])
            assert (by_deposit, bound) == (counted.states_parties_by_deposit, counted.states_parties_bound)


@given(found=acts(), day=DAYS)
def test_every_state_stands_in_one_place_on_a_day(found: list[TreatyAction], day: date) -> None:
    each = standing(*found)
    counted = counts({"NOR": each}, on=day, states=["NOR", "SWE"], un_members=["NOR"])
    assert counted.states_not_party == 2 - counted.states_parties_by_deposit
    assert counted.un_members_not_party == 1 - counted.states_parties_by_deposit
    assert counted.signatories - counted.signatories_not_party in {0, counted.states_parties_by_deposit}
    assert counted.withdrawn + counted.contracting_states + counted.states_parties_bound <= 1
