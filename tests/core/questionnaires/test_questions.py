"""Putting a questionnaire together, and what is missing before it can be opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.factories.questionnaires import a_form, en_fr

from corcom.questionnaires.domain.answers_given import is_empty, open_questions
from corcom.questionnaires.domain.as_form import as_form
from corcom.questionnaires.domain.completeness import flaws
from corcom.questionnaires.domain.editing import (
    MOST_PARTS,
    NoSuchQuestion,
    QuestionsRefused,
    move,
    put_part,
    put_question,
    take_away,
)
from corcom.questionnaires.domain.letters import QuestionLetter, written_letter
from corcom.questionnaires.domain.questions import Question, QuestionForm, QuestionPart
from corcom.questionnaires.domain.questions_json import form_from, form_json
from corcom.questionnaires.domain.ready import ready_forms
from corcom.questionnaires.domain.standing import state_at
from corcom.reporting.domain.answers import PartAnswer
from corcom.rulebooks.form_fields import Field

NEW = Question(code="", name=en_fr("Another"), help={})
AT = datetime(2036, 5, 1, tzinfo=UTC)


def codes(asked: QuestionForm) -> list[tuple[str, list[str]]]:
    return [(part.code, [each.code for each in part.questions]) for part in asked.parts]


def test_what_is_kept_is_what_was_put_together() -> None:
    assert form_from(form_json(a_form())) == a_form()


@pytest.mark.parametrize("name", ["financing", "good_practices"])
def test_those_that_come_with_the_package_are_complete(name: str) -> None:
    assert list(flaws(ready_forms()[name])) == []
    assert ready_forms()[name].languages == ("en", "fr", "es")


def test_those_that_come_with_the_package_are_these() -> None:
    assert list(ready_forms()) == ["financing", "good_practices"]


def test_a_part_and_a_question_are_added_at_the_end() -> None:
    asked = put_part(a_form(), QuestionPart(code="", title=en_fr("More"), help={}))
    asked = put_question(asked, "p3", NEW)
    assert codes(asked)[2:] == [("p3", ["q6"])]


def test_a_code_is_never_given_twice() -> None:
    asked = put_question(take_away(a_form(), "q4"), "p1", NEW)
    assert codes(asked) == [("p1", ["q1", "q2", "q6"]), ("p2", ["q3", "q5"])]


def test_a_part_that_is_changed_keeps_its_questions() -> None:
    asked = put_part(a_form(), QuestionPart(code="p1", title=en_fr("Funds"), help={}))
    assert (asked.parts[0].title["en"], codes(asked)) == ("Funds", codes(a_form()))


def test_a_question_is_changed_where_it_stands_or_moves_to_another_part() -> None:
    changed = replace(NEW, code="q1")
    assert codes(put_question(a_form(), "p1", changed)) == codes(a_form())
    assert codes(put_question(a_form(), "p2", changed)) == [("p1", ["q2"]), ("p2", ["q3", "q4", "q5", "q1"])]


def test_parts_and_questions_are_moved_and_stay_at_the_ends() -> None:
    assert [code for code, _ in codes(move(a_form(), "p2", "up"))] == ["p2", "p1"]
    assert codes(move(a_form(), "q1", "down"))[0] == ("p1", ["q2", "q1"])
    assert move(a_form(), "p1", "up") == move(a_form(), "q2", "down") == a_form()


def test_a_part_goes_with_its_questions() -> None:
    assert codes(take_away(a_form(), "p1")) == [("p2", ["q3", "q4", "q5"])]


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(NoSuchQuestion):
        move(a_form(), "q9", "up")
    with pytest.raises(NoSuchQuestion):
        take_away(a_form(), "p9")
    with pytest.raises(NoSuchQuestion):
        put_question(a_form(), "p9", NEW)


def test_there_is_a_bound() -> None:
    asked = a_form()
    while len(asked.parts) < MOST_PARTS:
        asked = put_part(asked, QuestionPart(code="", title=en_fr("More"), help={}))
    with pytest.raises(QuestionsRefused) as refused:
        put_part(asked, QuestionPart(code="", title=en_fr("More"), help={}))
    assert (refused.value.what, refused.value.most) == ("parts", MOST_PARTS)


def test_what_is_missing_is_said_with_part_question_and_language() -> None:
    asked = replace(a_form(), languages=("en", "es"), parts=a_form().parts[1:])
    asked = put_question(asked, "p2", replace(NEW, name={"en": "Pick", "es": "Elija"}, kind="choice"))
    asked = put_part(asked, QuestionPart(code="", title={"en": "Empty", "es": "Vacía"}, help={}))
    found = [(one.part, one.question, one.language, str(one.words)[:26]) for one in flaws(asked)]
    assert found == [
        ("", "", "es", "The title is not written i"),
        ("", "", "es", "The introduction is not wr"),
        ("p2", "", "es", "The title of this part is "),
        ("p2", "", "es", "The help to this part is n"),
        ("p2", "q3", "es", "This question is not writt"),
        ("p2", "q3", "es", "An answer to choose from i"),
        ("p2", "q3", "es", "An answer to choose from i"),
        ("p2", "q4", "es", "This question is not writt"),
        ("p2", "q4", "es", "The help to this question "),
        ("p2", "q5", "es", "This question is not writt"),
        ("p2", "q6", "", "Give at least two answers "),
        ("p3", "", "", "This part asks nothing: ad"),
    ]


def test_as_a_form_it_is_of_one_language_and_falls_back_on_its_first() -> None:
    form = as_form(a_form(), "fr")
    assert [(part.code, part.title, part.always) for part in form.parts] == [
        ("1", "Money (fr)", True),
        ("2", "Ways (fr)", True),
    ]
    assert form.parts[1].fields[1] == Field(
        code="q4", name="What stands in the way (fr)", kind="text", help="In a few words. (fr)"
    )
    assert as_form(a_form(), "ru") == as_form(a_form(), "en")


def test_what_is_left_open() -> None:
    form = as_form(a_form(), "en")
    answers = {"2": PartAnswer(state="changed", values={"q4": "Nothing."})}
    assert list(open_questions(form, answers)) == [("1", "q1"), ("1", "q2"), ("2", "q3"), ("2", "q5")]
    assert (is_empty(form, answers), is_empty(form, {})) == (False, True)


def test_how_it_stands_follows_from_its_moments() -> None:
    closes = AT + timedelta(days=9)
    days = {"before": -1, "opened": 0, "open": 8, "over": 9}
    assert {
        name: state_at(opened_at=AT, closes_at=closes, ended_at=None, at=AT + timedelta(days=number))
        for name, number in days.items()
    } == {"before": "draft", "opened": "open", "open": "open", "over": "closed"}
    assert state_at(opened_at=None, closes_at=None, ended_at=None, at=AT) == "draft"
    assert state_at(opened_at=AT, closes_at=closes, ended_at=AT + timedelta(1), at=AT + timedelta(1)) == "closed"


def test_the_letters() -> None:
    letter = QuestionLetter(
        title="Ways of paying", intro="Why we ask.", link="https://x/", until="2036-06-10", sender="The unit"
    )
    rest = (
        "It is answered here, without an account: https://x/\n\nSeveral people of your ministry may write by the same address;"
        " what is written is saved as it is typed. The address is yours alone. Answers can be handed in, and changed, until"
        " 10 June 2036.\n\nThe unit\n"
    )
    first = written_letter(letter, kind="invitation")
    assert first.subject == "Questionnaire: Ways of paying"
    assert first.text == (
        f"Your State is kindly asked to answer this questionnaire: Ways of paying\n\nWhy we ask.\n\n{rest}"
    )
    again = written_letter(letter, kind="reminder")
    assert again.subject == "Reminder: Ways of paying"
    assert again.text == f"No answer of your State to this questionnaire has come yet: Ways of paying\n\n{rest}"
