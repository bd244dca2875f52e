from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.participation.domain import answer_errors as answers
from corcom.participation.domain.answers import DelegationAnswer, Nominee, check_answer
from corcom.participation.domain.merging import Difference, merged

ANA = Nominee(key="a", name="Ana Banda", title="H.E. Ms.", email="ana@example.org", languages=("en",), is_head=True)
BO = Nominee(key="b", name="Bo Chanda", function="Counsellor")
BOTH = DelegationAnswer(said="attends", people=(ANA, BO))


def people(*found: Nominee, **changes: Any) -> DelegationAnswer:
    return replace(BOTH, people=found, **changes)


@pytest.mark.parametrize(
    ("answer", "error", "values"),
    [
        (people(), answers.NoNominee, {}),
        (people(BO), answers.NoHead, {}),
        (people(ANA, replace(BO, is_head=True)), answers.DuplicateHeads, {"names": ("Ana Banda", "Bo Chanda")}),
        (people(ANA, replace(BO, name="  ana  BANDA ")), answers.DuplicateNominee, {"name": "Ana Banda"}),
        (people(ANA, replace(BO, name=" ")), answers.NoName, {"place": 2}),
        (people(replace(ANA, email="ana")), answers.NoSuchAddress, {"name": "Ana Banda", "value": "ana"}),
        (people(replace(ANA, languages=("de",))), answers.NoSuchLanguage, {"name": "Ana Banda", "language": "de"}),
        (people(ANA, said="perhaps"), answers.NoAnswer, {"said": "perhaps"}),
    ],
)
def test_what_cannot_be_is_refused_with_its_values(
    answer: DelegationAnswer, error: type[answers.AnswerRefused], values: dict[str, Any]
) -> None:
    with pytest.raises(error) as refused:
        check_answer(answer)
    assert vars(refused.value) == values


def test_apologies_need_nobody_and_keep_whom_they_named() -> None:
    answer = people(BO, said="apologies")
    check_answer(answer)
    assert (answer.people, answer.nominated, answer.head) == ((BO,), (), None)
    assert BOTH.head == ANA


def test_two_who_changed_different_things_lose_nothing() -> None:
    new = Nominee(key="c", name="Chola Daka")
    mine = people(ANA, replace(BO, function="Minister"), note="by train")
    theirs = people(ANA, replace(BO, email="bo@example.org"), new)
    assert merged(BOTH, mine, theirs) == (
        people(ANA, replace(BO, function="Minister", email="bo@example.org"), new, note="by train"),
        (),
    )


def test_where_both_changed_the_same_it_is_named_and_mine_stands() -> None:
    mine = people(replace(ANA, is_head=False), replace(BO, function="Minister", is_head=True), said="attends")
    theirs = people(replace(ANA, title="Ms."), replace(BO, function="Attaché"))
    together, differ = merged(BOTH, mine, theirs)
    assert together == people(replace(ANA, title="Ms.", is_head=False), replace(BO, function="Minister", is_head=True))
    assert differ == (Difference(field="function", name="Bo Chanda", theirs="Attaché"),)
    third = Nominee(key="c", name="Chola Daka", is_head=True)
    both = merged(BOTH, mine, people(replace(ANA, is_head=False), BO, third))
    assert both[1] == (Difference(field="head", theirs="Chola Daka"),)
    assert [one.key for one in both[0].people if one.is_head] == ["b"]


def test_who_was_taken_off_is_gone_unless_the_other_changed_them() -> None:
    assert merged(BOTH, people(ANA), BOTH) == (people(ANA), ())
    assert merged(BOTH, BOTH, people(ANA)) == (people(ANA), ())
    changed = replace(BO, title="Mr.")
    kept = (people(ANA, changed), (Difference(field="removed", name="Bo Chanda", theirs="Bo Chanda"),))
    assert merged(BOTH, people(ANA), people(ANA, changed)) == kept
    assert merged(BOTH, people(ANA, changed), people(ANA)) == kept


def test_one_person_whom_both_added_stands_there_once() -> None:
    mine, theirs = (
        Nominee(key="m", name="Chola Daka", title="Dr."),
        Nominee(key="t", name="CHOLA  Daka", function="Expert"),
    )
    together, differ = merged(BOTH, people(ANA, BO, mine), people(ANA, BO, theirs))
    assert together == people(ANA, BO, Nominee(key="t", name="Chola Daka", title="Dr.", function="Expert"))
    assert differ == ()


NOMINEES = st.builds(
    Nominee,
    key=st.sampled_from("abcd"),
    name=st.sampled_from(["Ana", "Bo", "Chola"]),
    function=st.sampled_from(["", "x", "y"]),
)
ANSWERS = st.lists(NOMINEES, max_size=3, unique_by=(lambda one: one.key, lambda one: one.name)).map(
    lambda found: DelegationAnswer(said="attends", people=tuple(found))
)


@given(ANSWERS, ANSWERS)
def test_who_alone_changed_something_is_heard(before: DelegationAnswer, after: DelegationAnswer) -> None:
    assert merged(before, after, before) == (after, ())
    together, differ = merged(before, before, after)
    assert ({one.key: one for one in together.people}, differ) == ({one.key: one for one in after.people}, ())


@given(ANSWERS, ANSWERS, ANSWERS)
def test_nobody_whom_either_named_anew_or_changed_is_lost(
    before: DelegationAnswer, mine: DelegationAnswer, theirs: DelegationAnswer
) -> None:
    together, _ = merged(before, mine, theirs)
    new = {one.name for answer in (mine, theirs) for one in answer.people if one not in before.people}
    named = {one.name for one in together.people} | {one.name for one in before.people}
    assert {one.name for one in mine.people if one not in before.people} <= named
    assert new >= {one.name for one in together.people} - {one.name for one in before.people}
