"""Plans for a rotation: checked by hand, and proposed where the solver is installed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corcom.mandates.domain.bounds import close_named
from corcom.mandates.domain.planner import PlanConflict, PlannerNotFound, conflict_in_words, is_installed, propose
from corcom.mandates.domain.planning import (
    Assignment,
    Candidate,
    PlanRefused,
    PlanSetting,
    assignment_from,
    candidate_from,
    check_plan,
    setting_for,
)
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.rulebooks.committee import committee

needs_solver = pytest.mark.skipif(not is_installed(), reason="OR-Tools, the extra `planner`, is not installed")
CCM = committee("CCM")
THEMES = tuple(theme.code for theme in CCM.themes) if CCM else ()
ALL = (
    "CHL: victim-assistance, transparency",
    "NOR: stockpile-destruction, clearance",
    "CRI: universalization",
    "IRQ",
    "CHE: general-status",
    "LAO: cooperation",
    "MEX: victim-assistance",
    "FRA: stockpile-destruction",
)


def a_setting(*lines: str, meeting: str = "3MSP", leaving: tuple[str, ...] = ()) -> PlanSetting:
    found = close_named("CCM", meeting)
    assert CCM is not None
    assert found is not None
    return setting_for(CCM, packaged_terms(), found, [candidate_from(line, THEMES) for line in lines], leaving=leaving)


def kinds(setting: PlanSetting, *lines: str) -> list[tuple[str, str, bool]]:
    plan = [assignment_from(line, THEMES) for line in lines]
    return [(each.kind, each.theme or each.group, each.binds) for each in check_plan(setting, plan)]


def test_what_a_plan_starts_from() -> None:
    setting = a_setting()
    assert [(member.holder, member.ends_in) for member in setting.staying] == [
        ("ZMB", 1),
        ("PRT", 1),
        ("BIH", 1),
        ("HRV", 1),
        ("BEL", 1),
        ("NZL", 1),
    ]
    assert (setting.assumed_leaving, setting.assumed_staying) == (("IRL", "MEX", "ESP"), ())
    assert ("JPN", "universalization") in setting.before


def test_where_no_record_says_who_leaves_a_person_says_it() -> None:
    setting = a_setting(meeting="6MSP", leaving=("CZE", "CRI"))
    assert ("CZE", "general-status") in setting.before
    assert len(setting.staying) == len(setting.assumed_staying) == 12


GOOD = (
    "IRQ: clearance; 2",
    "LAO: cooperation; 2",
    "CHE: general-status; 2",
    "CRI: universalization; 2",
    "FRA: stockpile-destruction; 2",
)


def test_a_plan_that_keeps_every_rule_and_preference() -> None:
    assert kinds(a_setting(), *GOOD) == []


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (GOOD[1:], [("theme_without_holder", "clearance", True)]),
        ((*GOOD, "CHL: clearance; 2", "NOR: clearance; 2"), [("too_many", "clearance", True)]),
        ((*GOOD, "BEL: clearance; 2"), [("too_many_themes", "", True)]),
        ((*GOOD[1:], "IRQ: clearance; 3"), [("too_long", "clearance", True)]),
        (
            (*GOOD[:3], *GOOD[4:], "JPN: universalization; 2", "CHL: victim-assistance; 2"),
            [("same_theme_again", "universalization", False)],
        ),
        (
            ("CHE: clearance; 1", "FRA: cooperation; 1"),
            [("group_missing", "Asia-Pacific", False), ("group_missing", "GRULAC", False), ("not_half", "", False)],
        ),
    ],
)
def test_what_a_plan_breaks(lines: tuple[str, ...], found: list[tuple[str, str, bool]]) -> None:
    assert kinds(a_setting(), *lines) == found


def test_a_plan_that_nobody_offered_is_pointed_out() -> None:
    assert kinds(a_setting("IRQ: cooperation"), *GOOD)[0] == ("not_offered", "clearance", False)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Atlantis: clearance; 2", "Atlantis is no code of a State or an organisation"),
        ("CHL: weather; 2", "weather is no theme; there are general-status"),
        ("CHL: clearance; two", "two is no number of years"),
        ("CHL: clearance", "CHL: clearance: a line of a plan names one holder, one theme and the years"),
    ],
)
def test_a_line_that_cannot_be_read_is_refused(line: str, why: str) -> None:
    with pytest.raises(PlanRefused) as refused:
        assignment_from(line, THEMES)
    assert str(refused.value)[: len(why)] == why


@pytest.mark.skipif(is_installed(), reason="OR-Tools is installed")
def test_without_the_solver_the_planner_says_what_to_install() -> None:
    with pytest.raises(PlannerNotFound, match=r"pip install 'corcom\[planner\]'"):
        propose(a_setting(*ALL))


@needs_solver
def test_the_planner_fills_every_seat_and_keeps_every_rule_and_preference() -> None:
    found = propose(a_setting(*ALL))
    assert (found.conflicts, found.cautions) == ((), ())
    assert {(each.theme, each.holder) for each in found.plan} >= {
        ("general-status", "CHE"),
        ("universalization", "CRI"),
    }
    assert len(found.plan) == 7


@needs_solver
def test_the_same_question_has_the_same_answer() -> None:
    assert propose(a_setting(*ALL)) == propose(a_setting(*ALL))


@needs_solver
def test_where_nothing_fits_the_rules_that_conflict_are_named_and_the_nearest_plan_is_given() -> None:
    found = propose(a_setting("CHL: victim-assistance", "NOR: clearance"))
    assert found.conflicts == (
        PlanConflict(kind="least", theme="cooperation", number=1),
        PlanConflict(kind="offers", holders=("CHL", "NOR")),
    )
    assert found.plan == (
        Assignment(theme="clearance", holder="NOR", years=2),
        Assignment(theme="victim-assistance", holder="CHL", years=2),
    )
    assert [(each.kind, each.theme) for each in found.cautions if each.binds] == [
        ("theme_without_holder", "cooperation")
    ]


@needs_solver
def test_without_any_candidate_the_themes_that_need_one_are_named() -> None:
    found = propose(a_setting())
    assert [(each.kind, each.theme) for each in found.conflicts] == [("least", "clearance")]


def test_a_conflict_in_words() -> None:
    words = conflict_in_words(PlanConflict(kind="offers", holders=("CHL",)), theme="", holders="Chile")
    assert str(words) == "These take only what they offer: Chile."


CANDIDATES = st.lists(
    st.builds(
        Candidate,
        holder=st.sampled_from(["CHL", "NOR", "CRI", "IRQ", "GHA", "JPN", "BIH"]),
        themes=st.lists(st.sampled_from(THEMES), unique=True, max_size=3).map(tuple),
    ),
    max_size=6,
    unique_by=lambda candidate: candidate.holder,
)


@needs_solver
@settings(deadline=None, max_examples=15)
@given(CANDIDATES)
def test_a_proposed_plan_breaks_a_rule_only_where_it_says_that_none_keeps_them(candidates: list[Candidate]) -> None:
    setting = a_setting()
    assert CCM is not None
    found = propose(setting_for(CCM, packaged_terms(), setting.meeting, candidates), seconds=5)
    assert any(each.binds or each.rule is None for each in found.cautions) == bool(found.conflicts)
