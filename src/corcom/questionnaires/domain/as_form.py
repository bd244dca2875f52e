"""A questionnaire in one language as a form, of the same parts and fields as the forms of transparency reports."""

from __future__ import annotations

from datetime import date

from corcom.questionnaires.domain.questions import Question, QuestionForm, QuestionPart
from corcom.rulebooks.form_fields import Choice, Field
from corcom.rulebooks.forms import Form, Part

OPEN_WORDS = "…"
"""Stands in a draft where words are still missing in every language."""


def as_form(asked: QuestionForm, language: str) -> Form:
    """The questionnaire as a form. Its parts are numbered from 1; all of them are answered anew, and none is kept for a circle."""
    parts = tuple(_part(asked, part, str(number), language) for number, part in enumerate(asked.parts, start=1))
    name = asked.say(asked.title, language) or OPEN_WORDS
    return Form(code="questionnaire", name=name, parts=parts, restricted=False, source="", since=date.min)


def _part(asked: QuestionForm, part: QuestionPart, code: str, language: str) -> Part:
    return Part(
        code=code,
        title=asked.say(part.title, language) or OPEN_WORDS,
        article="",
        help=asked.say(part.help, language),
        always=True,
        fields=tuple(_field(asked, question, language) for question in part.questions),
    )


def _field(asked: QuestionForm, question: Question, language: str) -> Field:
    return Field(
        code=question.code,
        name=asked.say(question.name, language) or OPEN_WORDS,
        kind=question.kind,
        help=asked.say(question.help, language),
        unit=question.unit,
        choices=tuple(
            Choice(code=each.code, name=asked.say(each.name, language) or OPEN_WORDS) for each in question.choices
        ),
        columns=tuple(_field(asked, column, language) for column in question.columns),
        total=question.total,
    )
