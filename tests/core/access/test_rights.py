"""Rights follow the terms of the rosters of 2012 and 2016, by date."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from corcom.access.domain.capacities import NOBODY, Capacity, offices_on
from corcom.access.domain.circles import widest_for
from corcom.access.domain.grants import Matter, Rights, rights_on
from corcom.access.domain.rights import RIGHTS, Right, may
from corcom.mandates.domain.seats import seats_of
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.register.domain.participation import Status

CCM = Matter(convention="CCM")
THEMES = ("clearance", "victim-assistance", "cooperation", "stockpile-destruction")
PRESIDENCY = {"export", "follow_up", "introduce", "own", "read", "review", "schedule", "soundings"}
MEMBER = {"export", "introduce", "own", "read"}


def capacity(*delegations: str, on: date) -> Capacity:
    seats = [seat for seat in seats_of(packaged_terms()) if seat.holder in delegations]
    return Capacity(delegations=dict.fromkeys(delegations), offices=offices_on(seats, on))


def a_delegate(*delegations: str, on: date) -> Rights:
    return rights_on("delegate", capacity(*delegations, on=on))


def held(rights: Rights, matter: Matter) -> set[Right]:
    return {right for right in get_args(Right) if rights.hold(right, matter)}


@pytest.mark.parametrize(
    ("delegation", "day", "expected"),
    [
        # Lebanon was President from the close of the 2MSP, 16 September 2011, to that of the 3MSP, 14 September 2012.
        ("LBN", date(2011, 9, 15), {"own"}),
        ("LBN", date(2011, 9, 16), PRESIDENCY),
        ("LBN", date(2012, 6, 1), PRESIDENCY),
        ("LBN", date(2012, 9, 13), PRESIDENCY),
        ("LBN", date(2012, 9, 14), {"own"}),
        # Norway was its President-designate and followed it on the day on which it left.
        ("NOR", date(2012, 9, 13), MEMBER),
        ("NOR", date(2012, 9, 14), PRESIDENCY),
        # Austria coordinated victim assistance for a year, Bosnia and Herzegovina for two.
        ("AUT", date(2012, 9, 13), MEMBER),
        ("AUT", date(2012, 9, 14), {"own"}),
        ("BIH", date(2012, 9, 14), MEMBER),
        # Records differ on Ireland: until the 3MSP by one, until the 4MSP by the other. The roster shows it in office.
        ("IRL", date(2012, 9, 14), MEMBER),
        ("IRL", date(2013, 9, 13), {"own"}),
        # Observers and friends of the President work with the committee and do not sit in it.
        ("icrc", date(2012, 6, 1), {"own"}),
        ("CAN", date(2011, 3, 1), {"own"}),
        ("NLD", date(2016, 4, 28), PRESIDENCY),
        ("HRV", date(2016, 4, 28), MEMBER),
        ("AUS", date(2016, 4, 28), MEMBER),
        ("AUS", date(2016, 9, 7), {"own"}),
        ("FJI", date(2016, 4, 28), {"own"}),
    ],
)
def test_what_a_delegate_may_do_under_the_convention(delegation: str, day: date, expected: set[Right]) -> None:
    matter = Matter(convention="CCM", delegations=frozenset({delegation}))
    assert held(a_delegate(delegation, on=day), matter) == expected


@pytest.mark.parametrize(
    ("delegation", "day", "themes"),
    [
        ("AUT", date(2012, 6, 1), ["victim-assistance"]),
        ("AUT", date(2012, 9, 14), []),
        ("AUT", date(2016, 4, 28), ["cooperation"]),
        ("HRV", date(2012, 6, 1), ["stockpile-destruction"]),
        ("LBN", date(2012, 6, 1), list(THEMES)),
        ("icrc", date(2012, 6, 1), []),
    ],
)
def test_a_coordinator_follows_up_the_own_theme_alone(delegation: str, day: date, themes: list[str]) -> None:
    rights = a_delegate(delegation, on=day)
    assert [one for one in THEMES if rights.hold("follow_up", Matter(convention="CCM", theme=one))] == themes


def test_a_right_under_one_convention_is_none_under_another() -> None:
    president = a_delegate("NLD", on=date(2016, 4, 28))
    matters = (CCM, Matter(convention="APMBC"), Matter())
    assert [president.hold("schedule", matter) for matter in matters] == [True, False, False]
    assert president.hold("schedule")
    assert not president.hold_everywhere("schedule")


def test_a_narrow_right_counts_only_where_a_matter_is_named() -> None:
    coordinator = a_delegate("AUS", on=date(2016, 4, 28))
    assert not coordinator.hold("follow_up")
    assert coordinator.hold_some("follow_up")
    introduced = Matter(convention="CCM", delegations=frozenset({"AUS"}))
    assert [coordinator.hold("introduce", matter) for matter in (introduced, CCM)] == [True, False]


def test_the_secretariat_may_do_everything_and_an_unknown_role_nothing() -> None:
    assert held(rights_on("secretariat"), Matter()) == RIGHTS["secretariat"]
    assert held(rights_on("reader"), CCM) == {"read", "export"}
    assert rights_on("nobody") == Rights()
    assert rights_on("delegate", NOBODY) == Rights()
    assert (may("reader", "read"), may("delegate", "read")) == (True, False)


def test_soundings_are_for_secretariat_and_presidency() -> None:
    day = date(2016, 4, 28)
    offices = ("NLD", "HRV", "AUS", "icrc", "FJI")
    assert [code for code in offices if a_delegate(code, on=day).hold("soundings", CCM)] == ["NLD"]
    assert [role for role in RIGHTS if may(role, "soundings")] == ["secretariat"]


def test_a_role_and_an_office_add_up() -> None:
    rights = rights_on("reader", capacity("AUS", on=date(2016, 4, 28)))
    theme = Matter(convention="CCM", theme="victim-assistance")
    assert held(rights, theme) == {"read", "export", "follow_up", "introduce"}


@pytest.mark.parametrize(
    ("role", "delegation", "status", "circle"),
    [
        ("secretariat", "", None, "secretariat"),
        ("reader", "", None, "committee"),
        ("delegate", "NLD", "party", "committee"),
        ("delegate", "FJI", "party", "states_parties"),
        ("delegate", "FJI", "contracting", "states_parties"),
        ("delegate", "FJI", "signatory", "public"),
        ("delegate", "FJI", "withdrawn", "public"),
        ("delegate", "FJI", "not_party", "public"),
        ("delegate", "icrc", "not_party", "states_parties"),
        ("delegate", "", None, "public"),
    ],
)
def test_whose_documents_somebody_may_read(role: str, delegation: str, status: Status | None, circle: str) -> None:
    found = capacity(*([delegation] if delegation else []), on=date(2016, 4, 28))
    known = Capacity(
        delegations=found.delegations,
        offices=found.offices,
        statuses={"CCM": frozenset({status})} if status else {},
    )
    assert widest_for(role, known, "CCM") == circle
