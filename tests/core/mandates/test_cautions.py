from __future__ import annotations

from datetime import date

import pytest
from tests.factories.terms import a_term

from corcom.mandates.domain.caution_words import caution_in_words
from corcom.mandates.domain.cautions import RosterCaution, cautions_on, is_about
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.mandates.domain.terms import Term, name_of, office_name, theme_name, themes_of
from corcom.rulebooks.committee import committee

JUNE_2012 = date(2012, 6, 1)
# One of each regional group, and then some: every theme of the CCM is held.
EVERY = dict(
    zip(
        themes_of("CCM"),
        (("ZMB", "IRL"), ("JPN",), ("BIH",), ("MEX",), ("NOR",), ("ESP",), ("BEL",), ("NZL",)),
        strict=True,
    )
)
COMMITTEE = [
    a_term(theme=theme, holder=holder, until="3MSP" if theme < "m" else "4MSP")
    for theme, holders in EVERY.items()
    for holder in holders
]


def found(terms: list[Term], day: date = JUNE_2012) -> list[tuple[object, ...]]:
    return [(each.kind, each.theme, each.holders, each.number) for each in cautions_on("CCM", terms, day=day)]


def said(caution: RosterCaution) -> str:
    words = caution_in_words(
        caution,
        office=office_name("CCM", caution.office),
        theme=theme_name("CCM", caution.theme),
        name=name_of,
        group=str,
    )
    return str(words)


def test_a_committee_with_every_theme_held_and_half_of_it_leaving_gives_no_caution() -> None:
    assert found(COMMITTEE) == []


def test_nothing_is_said_of_a_day_on_which_nobody_is_known() -> None:
    assert found(COMMITTEE, date(2015, 1, 1)) == []


def test_a_theme_without_a_holder_breaks_a_rule_and_stands_first() -> None:
    terms = [term for term in COMMITTEE if term.theme != "victim-assistance"]
    first, second, *rest = cautions_on("CCM", terms, day=JUNE_2012)
    assert (first.kind, first.theme, first.binds, rest) == ("theme_without_holder", "victim-assistance", True, [])
    assert (second.kind, second.group, second.binds) == ("group_missing", "Eastern European", False)
    assert [said(first), said(second)] == [
        "Nobody is recorded for Victim Assistance (Coordinator).",
        "No holder of a theme comes from this regional group: Eastern European States.",
    ]


@pytest.mark.parametrize(
    ("more", "caution"),
    [
        (
            [a_term(theme="general-status", holder="HRV", until="3MSP")],
            ("too_many", "general-status", ("HRV", "IRL", "ZMB"), 3),
        ),
        ([a_term(theme="transparency", holder="JPN", until="4MSP")], ("too_many_themes", "", ("JPN",), 2)),
        (
            [a_term(theme="transparency", holder="HRV", until="5MSP")],
            ("too_long", "transparency", ("HRV",), 3),
        ),
        (
            [a_term(theme="victim-assistance", holder="BIH", since="1MSP", until="2MSP")],
            ("same_theme_again", "victim-assistance", ("BIH",), 0),
        ),
        (
            [a_term(theme="national-implementation", holder="NZL", until="3MSP", source="another record")],
            ("records_differ", "national-implementation", ("NZL",), 2),
        ),
        (
            [a_term(theme="universalization", holder="PRT", since="", until="", seen_on=date(2012, 1, 3))],
            ("end_unsaid", "", ("PRT",), 1),
        ),
    ],
)
def test_each_thing_to_be_pointed_out(more: list[Term], caution: tuple[object, ...]) -> None:
    assert found([*COMMITTEE, *more]) == [caution]


def test_going_on_with_another_theme_is_welcome() -> None:
    assert found([*COMMITTEE, a_term(theme="clearance", holder="BIH", since="1MSP", until="2MSP")]) == []


def test_all_leaving_at_once_is_pointed_out_as_a_preference() -> None:
    terms = [a_term(theme=term.theme, holder=term.holder, until="3MSP") for term in COMMITTEE]
    (caution,) = cautions_on("CCM", terms, day=JUNE_2012)
    assert (said(caution), caution.binds) == ("At the 3MSP 9 of 9 holders leave, which is not about half.", False)


def test_where_records_are_silent_it_may_be_half() -> None:
    kinds = [each.kind for each in cautions_on("CCM", packaged_terms(), day=date(2016, 6, 1))]
    assert kinds == ["end_unsaid"]


def test_what_the_records_of_2011_leave_to_be_cleared_up() -> None:
    words = [said(each) for each in cautions_on("CCM", packaged_terms(), day=JUNE_2012)]
    assert words == [
        "Records give 2 different terms for Ireland, Clearance and Risk Reduction.",
        "Records give 2 different terms for Mexico, Cooperation and Assistance.",
        "Records give 2 different terms for Spain, Cooperation and Assistance.",
        "No record says until when these serve: UNDP, Zambia, CMC, ICRC, UNODA.",
    ]


@pytest.mark.parametrize(
    ("least", "most", "of", "about"),
    [(7, 7, 14, True), (6, 6, 14, True), (5, 5, 14, False), (5, 8, 14, True), (9, 9, 14, False), (0, 0, 1, True)],
)
def test_about_half(least: int, most: int, of: int, about: bool) -> None:  # noqa: FBT001  a column of the table
    known = committee("CCM")
    rule = known.rule("share_that_leaves", JUNE_2012) if known else None
    assert rule is not None
    assert is_about(rule, least, most, of) is about
