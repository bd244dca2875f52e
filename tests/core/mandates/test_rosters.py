"""Rosters, rotations and vacancies of the terms that come with CorCom, and of terms made for the purpose."""

from __future__ import annotations

from datetime import date

import pytest
from tests.factories.terms import a_term

from corcom.mandates.domain.bounds import close_named
from corcom.mandates.domain.rosters import Roster, roster_on
from corcom.mandates.domain.rotations import Rotation, rotation_at, vacancies_after
from corcom.mandates.domain.seats import seats_of
from corcom.mandates.domain.term_rows import packaged_terms

JUNE_2012 = date(2012, 6, 1)
S = "minutes of the CCM Coordination Committee of 29 September 2011, item 2"
D = "minutes of the CCM Coordination Committee of 13 December 2011, list of attendees"


def shown(roster: Roster, office: str) -> list[tuple[str, list[str], str, str]]:
    return [
        (line.theme, [seat.holder for seat, _ in line.held], str(line.reach.since), str(line.reach.until))
        for line in roster.lines
        if line.office == office
    ]


def test_the_coordinators_of_june_2012() -> None:
    one, two = ("2011-09-16", "2012-09-14"), ("2011-09-16", "2013-09-13")
    assert shown(roster_on("CCM", packaged_terms(), day=JUNE_2012), "coordinator") == [
        ("general-status", ["VAT"], *one),
        ("general-status", ["ZMB"], *two),
        ("universalization", ["JPN"], *one),
        ("universalization", ["PRT"], *two),
        ("victim-assistance", ["AUT"], *one),
        ("victim-assistance", ["BIH"], *two),
        ("clearance", ["IRL", "LAO"], *one),
        ("clearance", ["IRL"], *two),
        ("stockpile-destruction", ["DEU"], *one),
        ("stockpile-destruction", ["HRV"], *two),
        ("cooperation", ["ESP", "MEX"], *one),
        ("cooperation", ["ESP", "MEX"], *two),
        ("transparency", ["BEL"], *two),
        ("national-implementation", ["NZL"], *two),
    ]


def test_the_presidency_of_june_2012() -> None:
    roster = roster_on("CCM", packaged_terms(), day=JUNE_2012)
    year = ("2011-09-16", "2012-09-14")
    found = [shown(roster, office) for office in ("president", "president-designate", "past-president")]
    assert found == [[("", ["LBN"], *year)], [("", ["NOR"], *year)], [("", ["LAO"], *year)]]


@pytest.mark.parametrize("holder", ["ESP", "MEX", "IRL"])
def test_records_that_differ_are_both_shown_with_their_sources(holder: str) -> None:
    roster = roster_on("CCM", packaged_terms(), day=JUNE_2012)
    (seat,) = [seat for seat in roster.seats if seat.holder == holder]
    by_end = {str(version.reach.until): version.sources for version in seat.versions}
    assert (
        by_end
        == {
            "ESP": {"2012-09-14": (S, D), "2013-09-13": (D,)},
            "MEX": {"2012-09-14": (D,), "2013-09-13": (S, D)},
            "IRL": {"2012-09-14": (D,), "2013-09-13": (S,)},
        }[holder]
    )


def test_only_these_three_are_disputed() -> None:
    roster = roster_on("CCM", packaged_terms(), day=JUNE_2012)
    assert {seat.holder for seat in roster.seats if seat.is_disputed} == {"ESP", "MEX", "IRL"}


def test_the_coordinators_of_2016_are_known_to_serve_between_two_closes_and_no_further() -> None:
    roster = roster_on("CCM", packaged_terms(), day=date(2016, 6, 1))
    lines = [line for line in roster.lines if line.office == "coordinator"]
    assert [(line.theme, [seat.holder for seat, _ in line.held]) for line in lines] == [
        ("general-status", ["CHE", "CZE"]),
        ("universalization", ["ECU", "ZMB"]),
        ("victim-assistance", ["AUS", "CHL"]),
        ("clearance", ["BIH", "NOR"]),
        ("stockpile-destruction", ["FRA", "MEX"]),
        ("cooperation", ["AUT", "IRQ"]),
        ("transparency", ["CRI"]),
        ("national-implementation", ["NZL"]),
    ]
    assert {(line.reach.said_since, line.reach.said_until) for line in lines} == {(False, False)}
    later = roster_on("CCM", packaged_terms(), day=date(2016, 9, 7))
    assert later.lines == ()


def test_the_standing_committees_of_october_2003() -> None:
    roster = roster_on("APMBC", packaged_terms(), day=date(2003, 10, 8))
    assert shown(roster, "co-chair") == [
        ("general-status", ["MEX", "NLD"], "2003-09-19", "2004-12-03"),
        ("victim-assistance", ["AUS", "HRV"], "2003-09-19", "2004-12-03"),
        ("mine-clearance", ["JPN", "KHM"], "2003-09-19", "2004-12-03"),
        ("stockpile-destruction", ["GTM", "ITA"], "2003-09-19", "2004-12-03"),
    ]
    assert [holders for _, holders, *_ in shown(roster, "co-rapporteur")] == [
        *(["NZL", "ZAF"], ["NIC", "NOR"], ["DZA", "SWE"], ["BGD", "CAN"])
    ]


def test_every_packaged_term_has_a_source_that_was_looked_up() -> None:
    assert [term for term in packaged_terms() if not term.source or "recall" in term.source] == []


def rotation(code: str) -> Rotation:
    meeting = close_named("CCM", code)
    assert meeting is not None
    return rotation_at("CCM", packaged_terms(), meeting)


def test_who_rotates_at_the_meeting_that_ends_the_one_year_terms() -> None:
    found = rotation("3MSP")
    coordinators = {
        name: [seat.holder for seat in getattr(found, name) if seat.office == "coordinator"]
        for name in ("leaving", "disputed", "unsaid", "staying", "coming")
    }
    assert coordinators == {
        "leaving": ["VAT", "JPN", "AUT", "LAO", "DEU"],
        "disputed": ["IRL", "MEX", "ESP"],
        "unsaid": [],
        "staying": ["ZMB", "PRT", "BIH", "HRV", "BEL", "NZL"],
        "coming": [],
    }
    assert [(seat.holder, seat.office) for seat in found.coming] == [("NOR", "president")]


def test_at_the_6msp_nobody_knows_which_half_leaves() -> None:
    found = rotation("6MSP")
    assert [seat.office for seat in found.leaving] == ["president", "past-president"]
    assert len([seat for seat in found.unsaid if seat.office == "coordinator"]) == 14


def test_the_vacancies_ahead_of_june_2012() -> None:
    found = vacancies_after("CCM", packaged_terms(), day=JUNE_2012)
    shown = [
        (each.meeting.code, each.theme or each.office, each.seats, each.certain, each.leaves_nobody) for each in found
    ]
    assert shown == [
        ("3MSP", "president-designate", 1, 1, True),
        ("3MSP", "general-status", 1, 1, False),
        ("3MSP", "universalization", 1, 1, False),
        ("3MSP", "victim-assistance", 1, 1, False),
        ("3MSP", "clearance", 2, 1, False),
        ("3MSP", "stockpile-destruction", 1, 1, False),
        ("3MSP", "cooperation", 2, 0, False),
        ("4MSP", "general-status", 1, 1, True),
        ("4MSP", "universalization", 1, 1, True),
        ("4MSP", "victim-assistance", 1, 1, True),
        ("4MSP", "clearance", 1, 0, False),
        ("4MSP", "stockpile-destruction", 1, 1, True),
        ("4MSP", "cooperation", 2, 0, False),
        ("4MSP", "transparency", 1, 1, True),
        ("4MSP", "national-implementation", 1, 1, True),
    ]


def test_a_seat_that_somebody_is_recorded_for_is_not_vacant() -> None:
    terms = [a_term(), a_term(holder="NOR", since="3MSP", until="4MSP")]
    assert vacancies_after("CCM", terms, day=JUNE_2012) == []


def test_two_terms_of_one_holder_that_follow_each_other_are_two_seats() -> None:
    found = seats_of([a_term(), a_term(since="3MSP", until="4MSP")])
    assert [(str(seat.since), seat.is_disputed) for seat in found] == [("2011-09-16", False), ("2012-09-14", False)]


def test_a_record_without_days_is_one_more_source_of_the_term_around_it() -> None:
    seen = a_term(since="", until="", seen_on=date(2012, 1, 5), source="letter")
    (seat,) = seats_of([seen, a_term()])
    assert [version.sources for version in seat.versions] == [("minutes", "letter")]
