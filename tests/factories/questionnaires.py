"""Questionnaires with made-up questions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from corcom.access.models import User
from corcom.questionnaires import actions
from corcom.questionnaires.domain.answers_given import AnswerGiven
from corcom.questionnaires.domain.questions import Question, QuestionChoice, QuestionForm, QuestionPart
from corcom.questionnaires.domain.quoting import Quoting
from corcom.reporting.domain.answers import PartAnswer, Value

MADE = datetime(2036, 5, 2, 9, tzinfo=UTC)
CLOSES = datetime(2036, 6, 10, 16, tzinfo=UTC)


def en_fr(text: str) -> dict[str, str]:
    return {"en": text, "fr": f"{text} (fr)"}


def a_form() -> QuestionForm:
    """One question of each kind, in English and French."""
    ways = (
        QuestionChoice(code="c1", name=en_fr("by law")),
        QuestionChoice(code="c2", name=en_fr("by decree")),
    )
    columns = (
        Question(code="k1", name=en_fr("Year"), kind="year", help={}),
        Question(code="k2", name=en_fr("Francs"), kind="number", unit="currency", help={}, total=True),
    )
    return QuestionForm(
        title=en_fr("Ways of paying"),
        intro=en_fr("Why we ask."),
        languages=("en", "fr"),
        parts=(
            QuestionPart(
                code="p1",
                title=en_fr("Money"),
                help={},
                questions=(
                    Question(code="q1", name=en_fr("How much each year"), kind="number", unit="currency", help={}),
                    Question(code="q2", name=en_fr("Paid so far"), kind="table", columns=columns, help={}),
                ),
            ),
            QuestionPart(
                code="p2",
                title=en_fr("Ways"),
                help=en_fr("As they are today."),
                questions=(
                    Question(code="q3", name=en_fr("Which way"), kind="choice", choices=ways, help={}),
                    Question(code="q4", name=en_fr("What stands in the way"), help=en_fr("In a few words.")),
                    Question(code="q5", name=en_fr("For several years"), kind="yes_no", help={}),
                ),
            ),
        ),
    )


def parts(values: Mapping[str, Value]) -> dict[str, PartAnswer]:
    """Answers by the codes of the questions of `a_form`, laid into its parts."""
    found = {}
    for number, part in enumerate(a_form().parts, start=1):
        mine = {each.code: values[each.code] for each in part.questions if each.code in values}
        if mine:
            found[str(number)] = PartAnswer(state="changed", values=mine)
    return found


def given(iso3: str, quoting: Quoting, **values: Value) -> AnswerGiven:
    return AnswerGiven(iso3=iso3, quoting=quoting, answers=parts(values), at=MADE)


def opened(by: User, *asked: str, at: datetime = MADE, closes_at: datetime = CLOSES) -> int:
    """A questionnaire that is put to these States, in English."""
    number = actions.start_questionnaire(form=a_form(), convention="CCM", by=by, at=at)
    actions.open_questionnaire(number=number, revision=1, closes_at=closes_at, by=by, at=at)
    states = [actions.ToAsk(iso3=iso3, address=f"{iso3.lower()}@mission.example", language="en") for iso3 in asked]
    if states:
        actions.ask_states(number=number, states=states, by=by, at=at)
    return number


def answered(number: int, iso3: str, *, at: datetime = MADE, quoting: Quoting = "by_name", **values: Value) -> int:
    """A State writes and hands in by its link; gives the version."""
    for part, answer in parts(values).items():
        actions.save_answer(number=number, iso3=iso3, part=part, answer=answer, revision=0, at=at, by=iso3)
    said = actions.HandingIn(hand="Ms A", office="Ministry", quoting=quoting)
    return actions.hand_in_answer(number=number, iso3=iso3, said=said, day=at.date(), at=at)
