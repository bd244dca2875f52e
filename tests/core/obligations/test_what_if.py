"""What would follow from a deposit that has not happened, and what falls due next."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.judging import coming_on
from corcom.obligations.domain.what_if import WhatIf, if_deposited
from corcom.register.domain.checks import Contradiction
from corcom.register.domain.registered import Register, register_from
from corcom.register.domain.states import state_codes
from corcom.register.domain.treaty_action_rows import packaged_actions
from corcom.register.domain.treaty_actions import Kind
from corcom.rulebooks.reading import rulebook


def register(convention: str = "CCM") -> Register:
    book = rulebook(convention)
    assert book is not None
    return register_from(book, packaged_actions())


CCM = register()


def asked(iso3: str, on: date, kind: Kind = "accession", found: Register = CCM) -> WhatIf | Contradiction:
    return if_deposited(found, iso3=iso3, kind=kind, on=on, states=state_codes(), un_members=state_codes())


def what_if(iso3: str, on: date, kind: Kind = "accession", found: Register = CCM) -> WhatIf:
    answer = asked(iso3, on, kind, found)
    assert isinstance(answer, WhatIf)
    return answer


def test_a_deposit_binds_from_the_first_day_of_the_sixth_month_after_it() -> None:
    found = what_if("USA", date(2026, 12, 1))
    assert found.membership.since == date(2027, 6, 1)
    assert [(one.obligation.code, one.original) for one in found.owed if one.original] == [
        ("initial-report", date(2027, 11, 28)),
        ("clearance", date(2037, 6, 1)),
        ("stockpile-destruction", date(2035, 6, 1)),
        ("annual-report", date(2028, 4, 30)),
    ]


def test_the_counts_change_on_the_day_of_the_deposit_and_on_that_of_entry_into_force() -> None:
    found = what_if("USA", date(2026, 12, 1))
    assert [
        (
            each.on,
            each.having.states_parties_by_deposit - each.without.states_parties_by_deposit,
            each.having.states_parties_bound - each.without.states_parties_bound,
            each.having.un_members_not_party - each.without.un_members_not_party,
        )
        for each in found.differences
    ] == [(date(2026, 12, 1), 1, 0, -1), (date(2027, 6, 1), 1, 1, -1)]


def test_the_register_that_was_asked_stays_as_it_is() -> None:
    what_if("USA", date(2026, 12, 1))
    assert "USA" not in CCM.states


def test_who_has_consented_cannot_do_so_again_before_it_left() -> None:
    again = asked("ZAF", date(2026, 12, 1))
    assert isinstance(again, Contradiction)
    assert (again.conflict, again.other and again.other.on) == ("consent_twice", "2015-05-28")
    assert what_if("LTU", date(2026, 12, 1)).membership.since == date(2027, 6, 1)


def test_the_deposit_that_was_wanting_brings_the_convention_into_force() -> None:
    book = rulebook("CCM")
    assert book is not None
    early = register_from(book, [act for act in packaged_actions() if act.day < date(2010, 2, 16)])
    assert early.general.on is None
    assert what_if("USA", date(2010, 2, 17), found=early).membership.since is None
    with_one_more = what_if("USA", date(2010, 2, 17), found=early).register
    assert what_if("CHN", date(2010, 3, 1), found=with_one_more).membership.since == date(2010, 9, 1)


@given(st.dates(date(2026, 1, 1), date(2190, 12, 31)))
def test_nothing_falls_due_before_the_state_is_bound(on: date) -> None:
    found = what_if("USA", on)
    assert found.membership.since is not None
    assert on < found.membership.since
    assert all(one.original is None or one.original > found.membership.since for one in found.owed)


def coming(day: date, *facts: Fact) -> list[tuple[str, date | None]]:
    found = coming_on(CCM, facts, meetings={}, day=day)
    return [(one.obligation.code, one.due_on) for one in found if one.iso3 == "ZAF" and one.status != "unknown"]


def test_the_next_time_comes_also_where_an_earlier_one_is_not_settled() -> None:
    assert coming(date(2017, 1, 1)) == [("annual-report", date(2017, 4, 30))]
    assert coming(date(2017, 4, 30)) == [("annual-report", date(2017, 4, 30))]
    assert coming(date(2017, 5, 1)) == [("annual-report", date(2018, 4, 30))]
    assert coming(date(2016, 4, 28)) == [("initial-report", date(2016, 4, 29)), ("annual-report", date(2016, 4, 30))]


def test_what_is_settled_is_not_coming() -> None:
    receipt = Fact(
        convention="CCM",
        iso3="ZAF",
        obligation="initial-report",
        kind="fulfilled",
        on="2016-04-20",
        source="letter",
        certainty="certain",
    )
    assert coming(date(2016, 4, 28), receipt) == [("annual-report", date(2016, 4, 30))]
