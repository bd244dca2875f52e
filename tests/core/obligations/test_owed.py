"""What a State owes on a day. Without evidence either way a day that has passed is unknown, never overdue."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.treaties import a_fact, a_register, an_action, owed

from corcom.obligations.domain.facts import KINDS, WITH_UNTIL, Fact
from corcom.obligations.domain.judging import by_state, owed_on, owing, with_due_days
from corcom.obligations.domain.owed import SETTLED, STATUSES
from corcom.obligations.domain.recurring import periods_of
from corcom.obligations.domain.why import missing_words, why

DUE = date(2011, 11, 28)
"""180 days after 1 June 2011."""
BEFORE, AFTER = date(2011, 11, 28), date(2011, 11, 29)


def test_the_deadline_of_an_initial_report() -> None:
    found = owed([], day=BEFORE)
    assert (found.original, found.due_on, found.status, found.missing) == (DUE, DUE, "due", "")


def test_without_evidence_it_is_unknown_and_says_what_would_settle_it() -> None:
    found = owed([], day=AFTER)
    assert (found.status, found.missing) == ("unknown", "receipt")
    steps = [str(step) for step in why(found)]
    assert steps[-1] == str(missing_words("receipt"))
    assert "a receipt, or a record that nothing had come by a later day, would settle it" in steps[-1]


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ([a_fact("fulfilled", "2011-11-28")], "met"),
        ([a_fact("fulfilled", "2011-11-29")], "late"),
        ([a_fact("fulfilled", "2011")], "fulfilled"),
        ([a_fact("fulfilled", "2011-12")], "late"),
        ([a_fact("fulfilled")], "fulfilled"),
        ([a_fact("declared", "2011-05-01")], "completed"),
        ([a_fact("outstanding", "2011-12-05")], "overdue"),
        # Seen as not met before it was due: that says nothing.
        ([a_fact("outstanding", "2011-11-28")], "unknown"),
        ([a_fact("outstanding", "2011-12-05"), a_fact("fulfilled", "2012-01-05")], "late"),
        ([a_fact("not_applicable", "2011-06-01")], "not_applicable"),
        ([a_fact("published", until=date(2012, 1, 1))], "unknown"),
        # Seen in a year in which it fell due: that may have been before.
        ([a_fact("outstanding", "2011")], "unknown"),
        ([a_fact("outstanding", "2011-12")], "overdue"),
        # A dated record corrects what nobody dated.
        ([a_fact("applies"), a_fact("not_applicable", "2011-06-01")], "not_applicable"),
        ([a_fact("fulfilled", "2013-01-01")], "unknown"),
        ([a_fact("outstanding", "2013-01-01")], "unknown"),
    ],
)
def test_what_is_recorded_settles_it(facts: list[Fact], status: str) -> None:
    assert owed(facts, day=date(2012, 6, 1)).status == status


def test_overdue_rests_on_a_record_and_names_it() -> None:
    found = owed([a_fact("outstanding", "2011-12-05")], day=date(2012, 6, 1))
    assert [str(step) for step in why(found)][-1] == "recorded as not met by that day = 2011-12-05 (made up)"


@pytest.mark.parametrize("on", ["2011", "2010/2012"])
def test_met_and_late_are_said_only_of_what_is_certain(on: str) -> None:
    # A year or a span around the deadline may mean a day in time, and a day after it.
    assert owed([a_fact("fulfilled", on)], day=date(2013, 1, 1)).status == "fulfilled"


def test_a_duty_without_a_deadline_lasts() -> None:
    found = owed([], day=AFTER, obligation="victim-assistance")
    assert (found.status, found.due_on, [str(step.words) for step in why(found)]) == (
        "lasting",
        None,
        ["a lasting duty, without a deadline"],
    )


def test_nobody_knows_whether_a_state_has_contaminated_land_until_it_is_recorded() -> None:
    day = date(2012, 1, 1)
    found = owed([], day=day, obligation="clearance")
    assert (found.status, found.missing, found.due_on) == ("unknown", "whether_it_applies", date(2021, 6, 1))
    has, has_not = a_fact("applies", "2011-09-01", "clearance"), a_fact("not_applicable", "2011-10-01", "clearance")
    assert owed([has], day=day, obligation="clearance").status == "due"
    assert owed([has_not], day=day, obligation="clearance").status == "not_applicable"
    # What was recorded last holds.
    assert owed([has_not, has], day=day, obligation="clearance").status == "not_applicable"


def test_land_that_was_contaminated_later_has_a_later_deadline() -> None:
    later = [a_fact("applies", "", "clearance"), a_fact("end_of_hostilities", "2014-03-15", "clearance")]
    assert owed(later, day=date(2014, 3, 14), obligation="clearance").due_on == date(2021, 6, 1)
    assert owed(later, day=date(2014, 3, 15), obligation="clearance").due_on == date(2024, 3, 15)


def test_a_state_that_is_not_bound_owes_nothing() -> None:
    register = a_register(an_action("ratification", "2010-12-20"), an_action("withdrawal", "2014-01-15"))
    owing_states = {
        day: {each.iso3 for each in owed_on(register, [], meetings={}, day=day)} & {"NOR"}
        for day in (date(2011, 5, 31), date(2011, 6, 1), date(2014, 7, 14), date(2014, 7, 15))
    }
    assert list(owing_states.values()) == [set(), {"NOR"}, {"NOR"}, set()]


def test_a_state_that_joins_again_begins_again() -> None:
    register = a_register(
        an_action("ratification", "2010-12-20"),
        an_action("withdrawal", "2014-01-15"),
        an_action("accession", "2016-01-15"),
    )
    found = {
        each.obligation.code: each
        for each in owed_on(register, [], meetings={}, day=date(2016, 12, 1))
        if each.iso3 == "NOR"
    }
    assert found["initial-report"].due_on == date(2016, 12, 28)
    assert found["annual-report"].due_on == date(2017, 4, 30)


def test_reports_recur_with_the_year_that_they_cover() -> None:
    found = owed([], day=date(2012, 4, 30), obligation="annual-report")
    assert found.period is not None
    assert (found.status, found.period.year, found.due_on) == ("due", 2011, date(2012, 4, 30))
    assert owed([], day=date(2012, 5, 1), obligation="annual-report").status == "unknown"


def test_the_next_report_is_shown_when_the_last_came() -> None:
    came = a_fact("fulfilled", "2012-04-02", "annual-report", period=2011)
    found = owed([came], day=date(2012, 6, 1), obligation="annual-report")
    assert found.period is not None
    assert (found.status, found.period.year, found.due_on) == ("due", 2012, date(2013, 4, 30))
    # A report of another year settles nothing.
    other = a_fact("fulfilled", "2012-04-02", "annual-report", period=2010)
    assert owed([other], day=date(2012, 6, 1), obligation="annual-report").status == "unknown"


def test_all_times_of_a_report_that_recurs() -> None:
    facts = [
        a_fact("fulfilled", "2012-05-02", "annual-report", period=2011),
        a_fact("outstanding", "2013-06-01", "annual-report", period=2012),
    ]
    day = date(2014, 6, 1)
    register = a_register(an_action("ratification", "2010-12-20"))
    (membership,) = register.of("NOR").memberships
    state = owing(register, membership, "NOR", by_state(facts), {}, day)
    obligation = register.book.obligation("annual-report")
    assert obligation is not None
    events = with_due_days(state, [owed([], day=day)])
    found = [
        (each.period.year, each.due_on, each.status) for each in periods_of(state, obligation, events) if each.period
    ]
    assert found == [
        (2011, date(2012, 4, 30), "late"),
        (2012, date(2013, 4, 30), "overdue"),
        (2013, date(2014, 4, 30), "unknown"),
        (2014, date(2015, 4, 30), "due"),
    ]


DAYS = st.dates(date(2009, 1, 1), date(2030, 12, 31))


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    """Any facts of one obligation, sensible or not."""
    found = {}
    for kind in draw(st.lists(st.sampled_from(KINDS), max_size=7)):
        on = draw(st.one_of(st.just(""), DAYS.map(date.isoformat), st.integers(2009, 2030).map(str)))
        until = draw(DAYS) if kind in WITH_UNTIL else None
        found[kind, on, until] = a_fact(kind, on, "clearance", until=until)
    return list(found.values())


@given(found=facts(), day=DAYS, data=st.data())
def test_the_order_of_facts_does_not_matter(found: list[Fact], day: date, data: st.DataObject) -> None:
    day = max(day, date(2011, 6, 1))
    one = owed(found, day=day, obligation="clearance")
    two = owed(data.draw(st.permutations(found)), day=day, obligation="clearance")
    assert one == two


@given(found=facts(), day=DAYS)
def test_every_status_can_be_explained(found: list[Fact], day: date) -> None:
    day = max(day, date(2011, 6, 1))
    one = owed(found, day=day, obligation="clearance")
    assert one.status in STATUSES
    assert (one.missing != "") == (one.status == "unknown")
    assert all(str(step) for step in why(one))
    if one.status == "overdue":
        assert any(fact.kind == "outstanding" and fact.last_day and fact.last_day > DUE for fact in found)
    if one.status in {"due", "extended"}:
        assert one.due_on is not None
        assert one.due_on >= day
    if one.status not in SETTLED and one.due_on is not None and one.due_on < day:
        assert one.status in {"overdue", "unknown"}


@given(found=facts(), one=DAYS, two=DAYS)
def test_what_is_not_yet_known_on_a_day_changes_nothing_before_it(found: list[Fact], one: date, two: date) -> None:
    early, late = (max(day, date(2011, 6, 1)) for day in sorted((one, two)))
    later = [fact for fact in found if fact.first_day is not None and fact.first_day > late]
    rest = [fact for fact in found if fact not in later]
    before, without = owed(found, day=early, obligation="clearance"), owed(rest, day=early, obligation="clearance")
    assert (before.status, before.due_on, before.chain) == (without.status, without.due_on, without.chain)
