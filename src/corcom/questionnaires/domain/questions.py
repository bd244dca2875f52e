"""A questionnaire as values: parts with questions, all their words in several languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corcom.rulebooks.form_fields import FieldKind, Unit

Words = Mapping[str, str]
"""One text by the code of each language; a language in which it is not written is not there, or is ""."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionChoice:
    """One of the answers to choose from; its `code` is what is kept."""

    code: str
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, or a column of a table. Its `code` is unique in the questionnaire, that of a column in its table.

    `unit` and `total` (a column that is summed) are for numbers, `choices` for a choice, `columns` for a table.
    """

    code: str
    name: Words
    kind: FieldKind = "text"
    help: Words
    unit: Unit = ""
    choices: tuple[QuestionChoice, ...] = ()
    columns: tuple[Question, ...] = ()
    total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPart:
    """Questions under one title."""

    code: str
    title: Words
    help: Words
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionForm:
    """All that a questionnaire asks. `languages` are those in which it is put, the first of them where no other is asked for."""

    title: Words
    intro: Words
    languages: tuple[str, ...] = ("en",)
    parts: tuple[QuestionPart, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in order."""
        return tuple(question for part in self.parts for question in part.questions)

    def part(self, code: str) -> QuestionPart | None:
        """A part by its code."""
        return next((each for each in self.parts if each.code == code), None)

    def question(self, code: str) -> Question | None:
        """A question by its code."""
        return next((each for each in self.questions if each.code == code), None)

    def part_of(self, code: str) -> QuestionPart | None:
        """The part in which a question stands."""
        return next((part for part in self.parts if any(each.code == code for each in part.questions)), None)

    def say(self, words: Words, language: str) -> str:
        """A text in a language; where it is not written in that, in the first of the questionnaire's in which it is.

        >>> QuestionForm(title={}, intro={}, languages=("en", "fr")).say({"fr": "Bonjour"}, "es")
        'Bonjour'
        """
        return next((text for code in (language, *self.languages) if (text := words.get(code, ""))), "")
