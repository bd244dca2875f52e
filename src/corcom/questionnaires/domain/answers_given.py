"""The answer of one State, as it was handed in last, ready to be put together with others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from corcom.questionnaires.domain.quoting import Quoting
from corcom.reporting.domain.answers import NOTHING, Answers
from corcom.rulebooks.forms import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGiven:
    """What a State answers, by its code; `answers` are by the number of the part."""

    iso3: str
    quoting: Quoting
    answers: Answers
    at: datetime


def open_questions(form: Form, answers: Answers) -> Iterator[tuple[str, str]]:
    """The questions to which nothing is answered, each by the codes of its part and of itself."""
    for part in form.parts:
        values = answers.get(part.code, NOTHING).values
        for field in part.fields:
            if not values.get(field.code):
                yield part.code, field.code


def is_empty(form: Form, answers: Answers) -> bool:
    """Whether nothing at all is answered."""
    return sum(1 for _ in open_questions(form, answers)) == sum(len(part.fields) for part in form.parts)
