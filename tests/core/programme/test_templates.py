from __future__ import annotations

from datetime import date

import pytest
from tests.factories.programmes import FRIDAY, MONDAY, WEEK

from corcom.mandates.domain.rosters import roster_on
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.programme.domain.conflicts import conflicts_of
from corcom.programme.domain.grid import grid_of
from corcom.programme.domain.programme import Programme, theme_shares
from corcom.programme.domain.session import Session, part_minutes
from corcom.programme.domain.templates import TemplateTooLarge, sessions_from, templates_for
from corcom.rulebooks.programme_reading import programme_rules

FOUR_DAYS = "apmbc-standing-committees"
RECORDED = [
    ("2004-02-09", "General Status and Operation"),
    ("2004-02-10", "Victim Assistance"),
    ("2004-02-11", "Mine Clearance"),
    ("2004-02-12", "Stockpile Destruction"),
    ("2004-02-13", "First Preparatory Meeting of the Review Conference"),
]
"""Coordinating Committee, summary of 8 October 2003: days and what stands on them, in order."""


def in_office(office: str, theme: str, day: date) -> tuple[str, ...]:
    found = roster_on("APMBC", packaged_terms(), day=day).holders_of(office, theme)
    return tuple(seat.holder for seat in found)


def the_week() -> Programme:
    template = programme_rules("APMBC").template(WEEK)
    assert template is not None
    found = sessions_from(template, starts_on=MONDAY, ends_on=FRIDAY, holders=in_office)
    return Programme(
        convention="APMBC",
        zone="Europe/Zurich",
        starts_on=MONDAY,
        ends_on=FRIDAY,
        slots=programme_rules("APMBC").slots,
        sessions=tuple(
            Session(**{key: getattr(one, key) for key in one.__slots__} | {"number": at})
            for at, one in enumerate(found, start=1)
        ),
        shares=template.shares,
    )


def test_the_week_of_february_2004_comes_out_on_the_grid() -> None:
    week = the_week()
    grid = grid_of(week)
    _band, first = grid.rows[0]
    assert [(cell.day.isoformat(), week.name_of(session)) for cell in first for session in cell.sessions] == RECORDED
    assert [(session.start, session.end) for session in week.in_order] == [("10:00", "18:00")] * 5
    assert [day.isoformat() for day in grid.days] == [day for day, _ in RECORDED]


def test_those_who_held_the_offices_preside() -> None:
    assert [sorted(session.chairs) for session in the_week().in_order] == [
        ["MEX", "NLD"],
        ["AUS", "HRV"],
        ["JPN", "KHM"],
        ["GTM", "ITA"],
        ["AUT"],
    ]


def test_nothing_is_wrong_with_it_and_the_second_component_has_the_most_time() -> None:
    week = the_week()
    assert conflicts_of(week, programme_rules("APMBC").on(MONDAY), known_people={}) == ()
    assert [part_minutes(session, week.slots) for session in week.in_order] == [
        (),
        (72, 144, 72, 72),
        (72, 144, 72, 72),
        (72, 144, 72, 72),
        (),
    ]
    assert theme_shares(week) == {
        "general-status": (360, 25, 25),
        "victim-assistance": (360, 25, 25),
        "mine-clearance": (360, 25, 25),
        "stockpile-destruction": (360, 25, 25),
    }


def test_a_meeting_that_is_too_short_is_refused_and_weekends_are_passed_over() -> None:
    template = programme_rules("APMBC").template(WEEK)
    assert template is not None
    with pytest.raises(TemplateTooLarge) as refused:
        sessions_from(template, starts_on=MONDAY, ends_on=date(2004, 2, 12))
    assert (refused.value.needs, refused.value.has) == (5, 4)
    found = sessions_from(template, starts_on=date(2004, 2, 12), ends_on=date(2004, 2, 18))
    assert [one.day.day for one in found] == [12, 13, 16, 17, 18]


def test_templates_of_the_kind_and_length_of_meeting_come_first_and_hold_between_their_days() -> None:
    shorter = date(2004, 2, 12)
    for ends_on, order in ((FRIDAY, [WEEK, FOUR_DAYS]), (shorter, [FOUR_DAYS, WEEK])):
        found = templates_for("APMBC", kind="intersessional", starts_on=MONDAY, ends_on=ends_on)
        assert [one.code for one in found] == order
    later = date(2015, 1, 5)
    assert templates_for("APMBC", kind="intersessional", starts_on=later, ends_on=later) == ()


def test_a_meeting_of_states_parties_of_the_ccm() -> None:
    (template,) = templates_for("CCM", kind="msp", starts_on=date(2016, 9, 5), ends_on=date(2016, 9, 7))
    found = sessions_from(template, starts_on=date(2016, 9, 5), ends_on=date(2016, 9, 8))
    assert [(one.day.day, one.start, one.theme or one.title) for one in found] == [
        (5, "10:00", "Opening of the meeting"),
        (5, "15:00", "General exchange of views"),
        (6, "10:00", "universalization"),
        (6, "15:00", "stockpile-destruction"),
        (7, "10:00", "clearance"),
        (7, "15:00", "victim-assistance"),
        (8, "10:00", "cooperation"),
        (8, "11:00", "transparency"),
        (8, "12:00", "national-implementation"),
        (8, "15:00", "Decisions and closing of the meeting"),
    ]
