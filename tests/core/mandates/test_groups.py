"""Working groups, Friends of the President and standing observers on a day."""

from __future__ import annotations

from datetime import date

from tests.factories.terms import a_term

from corcom.mandates.domain.groups import friends_on, groups_on, observers_on
from corcom.mandates.domain.rosters import Roster, roster_on
from corcom.mandates.domain.term_rows import packaged_terms


def roster(day: date) -> Roster:
    return roster_on("CCM", packaged_terms(), day=day)


def test_the_members_of_a_working_group_stand_with_the_coordinators_of_the_theme() -> None:
    (group,) = groups_on(roster(date(2011, 12, 13)))
    assert (group.theme, [seat.holder for seat in group.leading], [seat.holder for seat in group.members]) == (
        "universalization",
        ["JPN", "PRT"],
        ["ZMB"],
    )
    assert group.holders == {"JPN", "PRT", "ZMB"}


def test_a_group_ends_with_the_terms_of_its_members() -> None:
    assert groups_on(roster(date(2012, 9, 13))) != []
    assert groups_on(roster(date(2012, 9, 14))) == []


def test_a_member_without_a_theme_stands_alone() -> None:
    terms = [a_term(office="working-group-member", theme=""), a_term()]
    (group,) = groups_on(roster_on("CCM", terms, day=date(2012, 1, 1)))
    assert (group.theme, group.leading, [seat.holder for seat in group.members]) == ("", (), ["IRL"])


def test_friends_and_observers_are_those_of_the_day() -> None:
    found = [
        ([seat.holder for seat in friends_on(each)], [seat.holder for seat in observers_on(each)])
        for each in (roster(date(2011, 2, 24)), roster(date(2012, 6, 1)), roster(date(2016, 9, 7)))
    ]
    assert found == [(["CAN", "NOR"], []), ([], ["cmc", "icrc", "unoda"]), ([], [])]
