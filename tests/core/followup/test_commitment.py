from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from corcom.followup.domain.commitment import state_on
from corcom.followup.domain.competence import competence_of
from corcom.followup.domain.terms import ActionPointTerms, DecisionTerms, as_json, difference
from corcom.kernel.actor import Actor

RAISED = date(2016, 4, 28)
TERMS = ActionPointTerms(convention="CCM", body="Coordination Committee", text="write", raised_on=RAISED, due="2016-05")
days = st.integers(0, 60).map(lambda n: RAISED + timedelta(days=n))


@given(days, days, days)
def test_what_was_closed_is_done_from_that_day_on(due: date, closed: date, day: date) -> None:
    state = state_on([("recorded", RAISED), ("closed", closed)], due, day)
    assert state == ("done" if day >= closed else "overdue" if day > due else "open")


@given(st.lists(st.tuples(st.sampled_from(["taken_up", "corrected"]), days)), days)
def test_taking_up_and_correcting_do_not_change_how_it_stands(steps: list[tuple[str, date]], day: date) -> None:
    assert state_on([("recorded", RAISED), *steps], None, day) == "open"


@given(days)
def test_what_was_withdrawn_stands_on_no_day(day: date) -> None:
    steps = [("recorded", RAISED), ("closed", RAISED), ("withdrawn", RAISED + timedelta(days=30))]
    assert state_on(steps, None, day) == "withdrawn"


def test_a_month_is_missed_after_its_last_day() -> None:
    states = [state_on([], TERMS.due_on, day) for day in (date(2016, 5, 31), date(2016, 6, 1))]
    assert states == ["open", "overdue"]


def test_a_difference_names_the_changed_keys_only() -> None:
    after = replace(TERMS, due="", owners=(Actor("NOR", "Norway"),))
    assert difference(TERMS, after) == ({"due": "2016-05", "owners": []}, {"due": "", "owners": [["NOR", "Norway"]]})


def test_terms_are_plain_values_in_the_log() -> None:
    decided = DecisionTerms(convention="CCM", body="6MSP", text="meet", raised_on=RAISED, taken_on=RAISED)
    assert as_json(decided)["taken_on"] == "2016-04-28"


def test_a_body_that_prepares_is_flagged_and_one_that_nobody_knows_is_not() -> None:
    found = competence_of("CCM", "Coordination Committee")
    assert (found.flagged, found.source[:24]) == (True, "set up by the Second Mee")
    assert (
        competence_of("CCM", "6MSP").may_decide[0]
        == "any matter of the application or implementation of the Convention"
    )
    unknown = competence_of("CCM", "Board of Examiners")
    assert (unknown.competence, unknown.flagged) == ("unknown", False)
