"""Questions: their sentences, their JSON, and what holds of any of them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.audiences import CCM, THAT_DAY, USUAL, criterion, question
from tests.factories.treaties import CCM as BOOK

from corcom.correspondence.domain.audience.distance import UNITS, WAYS, Distance
from corcom.correspondence.domain.audience.question import addressees
from corcom.correspondence.domain.audience.question_json import KINDS, question_json, read_question
from corcom.correspondence.domain.audience.starts import starts
from corcom.correspondence.domain.audience.values import QuestionRefused
from corcom.register.domain.states import state_codes

DAYS = (date(2012, 1, 1), THAT_DAY, date(2019, 6, 1), date(2025, 6, 1))
ON = {day: CCM.on(day) for day in DAYS}


def some(*words: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(words), min_size=1, unique=True)


def distances() -> st.SearchStrategy[dict[str, Any] | None]:
    return st.none() | st.fixed_dictionaries(
        {"way": st.sampled_from(WAYS), "count": st.integers(0, 1200), "unit": st.sampled_from(UNITS)}
    )


VALUES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "report": st.fixed_dictionaries(
        {
            "report": st.sampled_from(("initial-report", "annual-report")),
            "period": st.sampled_from(("latest", "any")) | st.integers(2010, 2025),
            "statuses": some("overdue", "unknown", "due", "received", "late"),
            "distance": distances(),
        }
    ),
    "deadline": st.fixed_dictionaries(
        {
            "obligation": st.sampled_from(("stockpile-destruction", "clearance")),
            "statuses": some("due", "extended", "met", "unknown", "completed"),
            "distance": distances(),
        }
    ),
    "standing": st.fixed_dictionaries({"standings": some("party", "contracting", "signatory", "not_party")}),
    "vote": st.fixed_dictionaries(
        {"resolution": st.sampled_from(("last", "A/RES/72/54")), "sides": some("yes", "no", "abstain", "absent")}
    ),
    "regional_group": st.fixed_dictionaries({"groups": some("African", "GRULAC", "WEOG")}),
    "named_group": st.fixed_dictionaries({"groups": some("EU", "AU", "LDC")}),
    "office": st.fixed_dictionaries({"office": st.sampled_from(("", "president")), "theme": st.just("")}),
    "meeting": st.fixed_dictionaries({"meeting": st.integers(1, 9), "how": st.sampled_from(("attended", "invited"))}),
    "letter": st.fixed_dictionaries(
        {"letter": st.just("last") | st.integers(1, 99), "how": st.sampled_from(("answered", "got"))}
    ),
    "states": st.fixed_dictionaries({"states": some("NOR", "ZMB", "CHE", "CHN")}),
}


def criteria() -> st.SearchStrategy[dict[str, Any]]:
    each = (
        st.builds(lambda turned, values, kind=kind: {"kind": kind, "turned": turned, **values}, st.booleans(), values)
        for kind, values in VALUES.items()
    )
    return st.one_of(*each)


def answer(*asked: dict[str, Any], day: date) -> set[str]:
    found = question(*asked)
    return {iso3 for iso3 in state_codes() if all(one.answer(iso3, ON[day]).holds for one in found.criteria)}


@given(criteria(), st.sampled_from(DAYS))
def test_a_criterion_and_the_same_turned_round_part_the_states(one: dict[str, Any], day: date) -> None:
    straight, round_ = answer(one, day=day), answer({**one, "turned": not one["turned"]}, day=day)
    assert straight | round_ == state_codes()
    assert straight & round_ == set()


@given(st.lists(criteria(), max_size=3), criteria(), st.sampled_from(DAYS))
def test_a_further_criterion_never_adds_a_state(first: list[dict[str, Any]], more: dict[str, Any], day: date) -> None:
    assert answer(*first, more, day=day) == answer(*first, day=day) & answer(more, day=day)


@given(st.lists(criteria(), max_size=4))
def test_a_question_is_read_back_the_same(asked: list[dict[str, Any]]) -> None:
    found = question(*asked)
    kept = question_json(found)
    assert read_question(json.loads(json.dumps(kept))) == found
    assert question_json(read_question(kept)) == kept


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 1200))
def test_a_day_has_one_distance_to_any_other(due_on: date, day: date, count: int) -> None:
    for unit in UNITS:
        assert sum(Distance(way=way, count=count, unit=unit).holds(due_on, day) for way in WAYS) == 1


def test_there_is_a_usual_criterion_of_every_kind() -> None:
    assert list(USUAL) == list(KINDS) == list(VALUES)


def test_states_are_sorted_by_their_names() -> None:
    found = addressees(question(criterion("standing", standings=["signatory"])), CCM, THAT_DAY)
    assert [one.iso3 for one in found][:6] == ["AGO", "BEN", "CAF", "CYP", "COD", "DJI"]
    assert len(addressees(question(), CCM, THAT_DAY)) == 197


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "All States."),
        (
            (
                criterion(
                    "report",
                    statuses=["overdue", "unknown"],
                    distance={"way": "more_after", "count": 30, "unit": "days"},
                ),
                criterion("letter", turned=True),
            ),
            (
                "States whose “Initial transparency report” is overdue or past its day with nothing recorded, more than 30 days"
                " after its day, and that did not answer the last letter to this audience."
            ),
        ),
        (
            (criterion("standing", standings=["signatory"]), criterion("vote")),
            (
                "States that are signatories not party, and that voted yes in the last vote of the General Assembly on the"
                " convention."
            ),
        ),
        (
            (criterion("deadline", turned=True, distance={"way": "within_before", "count": 12, "unit": "months"}),),
            (
                "States that are not among those whose deadline for “Destruction of stockpiles” is ahead or extended, at most 12"
                " months before its day."
            ),
        ),
        (
            (
                criterion("report", report="annual-report", period=2014),
                criterion("regional_group", turned=True),
                criterion("states", turned=True),
            ),
            (
                "States whose “Annual transparency report” for 2014 is past its day with nothing recorded, and outside the"
                " regional group African, and except NOR and ZMB."
            ),
        ),
        (
            (
                criterion("office", office="coordinator", theme="clearance"),
                criterion("meeting", turned=True, how="invited"),
                criterion("named_group", groups=["EU", "AU", "LDC"]),
            ),
            (
                "States that hold the office Coordinator of “Clearance and Risk Reduction”, and that were not invited to the meeting"
                " no. 7, and that belong to African Union, European Union or Least developed countries."
            ),
        ),
    ],
)
def test_a_question_reads_as_one_sentence(asked: tuple[dict[str, Any], ...], said: str) -> None:
    assert str(question(*asked).sentence()) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], "A question has a convention and criteria, and nothing else."),
        ({"convention": "CCM"}, "A question has a convention and criteria, and nothing else."),
        ({"convention": "XYZ", "criteria": []}, "There is no convention “XYZ”; there are APMBC, ATT, CCM."),
        ({"convention": "CCM", "criteria": {}}, "A question has a list of at most 20 criteria."),
        ({"convention": "CCM", "criteria": [7]}, "criterion 1, kind: “7” is no criterion."),
    ],
)
def test_a_question_that_is_none_is_refused(found: object, said: str) -> None:
    with pytest.raises(QuestionRefused) as refused:
        read_question(found)
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("one", "said"),
    [
        ({**criterion("states"), "kind": "planet"}, "kind: “planet” is not known; known are report, deadline, "),
        (criterion("states", states=["NOR", "XKX"]), "states: “XKX” is not known; known are AFG, AGO, "),
        (criterion("report", report="clearance"), "report: “clearance” is not known; known are initial-report, ann"),
        (criterion("deadline", obligation="annual-report"), "obligation: “annual-report” is not known; known are "),
        (criterion("named_group", groups=["G7"]), "groups: “G7” is not known; known are "),
        (criterion("regional_group", groups=[]), "groups: Choose at least one."),
        (criterion("office", office="king"), "office: “king” is not known; known are "),
        (criterion("vote", resolution=" "), "resolution: “ ” is no symbol of a resolution, such as A/RES/70/54."),
        (criterion("meeting", meeting=0), "meeting: “0” is no whole number from 1 to "),
        (criterion("letter", letter="first"), "letter: “first” is no whole number from 1 to "),
        ({**criterion("letter"), "turned": "yes"}, "turned: “yes” is neither true nor false."),
        (criterion("report", period=12), "period: “12” is no year, such as 2015."),
        (criterion("report", distance=30), "distance: “30” is no distance."),
        (
            criterion("report", distance={"way": "more_after", "count": -1, "unit": "days"}),
            "count: “-1” is no whole number from 0 to 1200.",
        ),
        (criterion("report", colour="red"), "colour: There is no “colour” in this criterion."),
        ({"kind": "states", "turned": False}, "states: “states” is missing."),
        (criterion("states", states="NOR"), "states: “states” is no list."),
    ],
)
def test_what_is_not_known_is_refused_by_its_name(one: dict[str, Any], said: str) -> None:
    with pytest.raises(QuestionRefused) as refused:
        question(criterion("standing"), one)
    assert str(refused.value).startswith(f"criterion 2, {said}")


@pytest.mark.parametrize("code", ["CCM", "APMBC", "ATT"])
def test_what_is_offered_as_a_start_can_be_asked(code: str) -> None:
    for start in starts(code):
        kept = question_json(start.question)
        assert read_question(kept) == start.question
    assert len(starts(code)) > 0


def test_the_starts_of_the_ccm() -> None:
    assert [start.code for start in starts(BOOK.convention)] == [
        "overdue-and-silent",
        "unknown-initial",
        "annual-soon",
        "signatories-voted-yes",
        "not-party-voted-yes",
        "stockpile-within-a-year",
        "committee",
    ]
