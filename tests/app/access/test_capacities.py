"""Rights of accounts follow the affiliations of their people and the terms of their delegations."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.accounts import account

from corcom.access.actions import deactivate_account, link_person, unlink_person
from corcom.access.domain.grants import Matter
from corcom.access.models import User
from corcom.access.queries import capacity_of, circles_of, rights_of
from corcom.directory.actions import merge_people, record_entry
from corcom.directory.domain.people import Affiliation, Entry, Person
from corcom.mandates.actions import end_term, record_terms
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.mandates.queries import terms
from corcom.register.actions import record_treaty_actions
from corcom.register.domain.treaty_action_rows import packaged_actions

AT = datetime(2016, 5, 2, 9, 0, tzinfo=UTC)
THEME = Matter(convention="CCM", theme="victim-assistance")
SPRING = date(2016, 4, 28)


@pytest.fixture(autouse=True)
def _rosters() -> None:
    record_terms(found=packaged_terms(), at=AT)


def a_person(*affiliations: Affiliation, name: str = "Mara Example") -> int:
    return record_entry(entry=Entry(person=Person(name=name), affiliations=affiliations), at=AT)


def a_delegate(*affiliations: Affiliation, username: str = "mara") -> User:
    found = account("delegate", username)
    link_person(username=username, person=a_person(*affiliations), at=AT, by="anna")
    found.refresh_from_db()
    return found


def coordinates(found: User, day: date) -> bool:
    return rights_of(account=found, day=day).hold("follow_up", THEME)


def test_a_right_ends_by_itself_with_the_term_and_begins_with_it() -> None:
    found = a_delegate(Affiliation(delegation="AUS"))
    # Coordinator of victim assistance from the First Review Conference to the close of the 6MSP, 7 September 2016.
    days = [date(2015, 9, 10), date(2015, 9, 11), date(2016, 9, 6), date(2016, 9, 7)]
    assert [coordinates(found, day) for day in days] == [False, True, True, False]


def test_a_right_begins_and_ends_with_the_affiliation() -> None:
    found = a_delegate(Affiliation(delegation="AUS", since=date(2016, 2, 1), until=date(2016, 5, 1)))
    days = [date(2016, 1, 31), date(2016, 2, 1), date(2016, 4, 30), date(2016, 5, 1)]
    assert [coordinates(found, day) for day in days] == [False, True, True, False]
    assert capacity_of(account=found, day=SPRING).delegations == {"AUS": date(2016, 5, 1)}


def test_a_person_who_moves_takes_on_what_the_new_delegation_holds() -> None:
    found = a_delegate(
        Affiliation(delegation="AUS", until=date(2016, 3, 1)), Affiliation(delegation="NLD", since=date(2016, 3, 1))
    )
    schedules = [rights_of(account=found, day=day).hold("schedule") for day in (date(2016, 2, 29), date(2016, 3, 1))]
    assert schedules == [False, True]
    assert [coordinates(found, day) for day in (date(2016, 2, 29), date(2016, 3, 1))] == [True, True]


def test_a_term_that_is_ended_earlier_takes_the_right_away() -> None:
    found = a_delegate(Affiliation(delegation="AUS"))
    one = next(each for each in terms(convention="CCM", holder="AUS") if each.theme == "victim-assistance")
    end_term(number=one.number, until="2016-05-15", source="a note", at=AT)
    assert [coordinates(found, day) for day in (date(2016, 5, 14), date(2016, 5, 15))] == [True, False]


def test_an_account_without_its_person_or_that_is_closed_may_nothing() -> None:
    found = a_delegate(Affiliation(delegation="AUS"))
    unlink_person(username="mara", at=AT)
    found.refresh_from_db()
    assert rights_of(account=found, day=SPRING).grants == ()
    other = a_delegate(Affiliation(delegation="AUS"), username="nils")
    deactivate_account(username="nils", at=AT)
    other.refresh_from_db()
    assert rights_of(account=other, day=SPRING).grants == ()
    assert circles_of(account=other, convention="CCM", day=SPRING) == {"public"}


def test_who_was_merged_acts_for_the_delegation_of_the_kept_entry() -> None:
    found = a_delegate(Affiliation(delegation="AUS"))
    kept = a_person(name="Mara B. Example")
    again = a_person(name="M. B. Example")
    merge_people(keep=kept, other=found.person_id or 0, at=AT)
    merge_people(keep=again, other=kept, at=AT)
    assert coordinates(found, SPRING)


def test_circles_follow_office_and_status() -> None:
    record_treaty_actions(actions=packaged_actions(), day=date(2026, 1, 1), at=AT)
    # Sri Lanka acceded on 1 March 2018; Fiji is a State Party, Angola a signatory.
    rows = [("AUS", SPRING), ("AUS", date(2016, 9, 7)), ("FJI", SPRING), ("AGO", SPRING), ("LKA", SPRING)]
    found = a_delegate()
    widest = []
    for number, (code, day) in enumerate(rows):
        link_person(username="mara", person=a_person(Affiliation(delegation=code), name=f"Mara {number}"), at=AT)
        found.refresh_from_db()
        widest.append(len(circles_of(account=found, convention="CCM", day=day)))
    assert widest == [3, 2, 2, 1, 1]
    assert circles_of(account=None, convention="CCM", day=SPRING) == {"public"}
    assert circles_of(account=account("secretariat", "ada"), convention="CCM", day=SPRING) == {
        *("public", "states_parties", "committee", "secretariat")
    }


@pytest.mark.parametrize("affiliations", [1, 4])
def test_rights_cost_the_same_whatever_somebody_holds(
    affiliations: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    long_ago = date(2000, 1, 1)
    several = [
        Affiliation(delegation=code, since=long_ago + timedelta(days=at))
        for at, code in enumerate(("AUS", "NLD", "NOR", "HRV"))
    ]
    found = a_delegate(*several[:affiliations])
    plain = account("secretariat", "ada")
    with django_assert_num_queries(2):
        assert coordinates(found, SPRING)
    with django_assert_num_queries(0):
        assert rights_of(account=plain, day=SPRING).hold_everywhere("send")
    with django_assert_num_queries(3):
        circles_of(account=found, convention="CCM", day=SPRING)
