"""What is missing before a questionnaire can be put to States: words in one of its languages, questions, answers to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corcom.kernel.marked import Filled, gettext_noop
from corcom.questionnaires.domain.questions import Question, QuestionForm, Words

FEWEST_CHOICES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionFlaw:
    """What is missing, by the codes of part and question; both are "" for what concerns the questionnaire as a whole.

    `language`: the one in which words are missing, "" for something else.
    """

    part: str = ""
    question: str = ""
    language: str = ""
    words: Filled


def flaws(asked: QuestionForm) -> Iterator[QuestionFlaw]:
    """All that stands in the way of opening it, in the order of the questionnaire."""
    if not asked.languages:
        yield QuestionFlaw(words=Filled(gettext_noop("Choose at least one language.")))
    yield from _missing(asked, asked.title, gettext_noop("The title is not written in this language."))
    if asked.intro and any(asked.intro.values()):
        yield from _missing(asked, asked.intro, gettext_noop("The introduction is not written in this language."))
    if not asked.parts:
        yield QuestionFlaw(words=Filled(gettext_noop("Add a part with questions.")))
    for part in asked.parts:
        yield from _missing(
            asked, part.title, gettext_noop("The title of this part is not written in this language."), part.code
        )
        if any(part.help.values()):
            words = gettext_noop("The help to this part is not written in this language.")
            yield from _missing(asked, part.help, words, part.code)
        if not part.questions:
            yield QuestionFlaw(part=part.code, words=Filled(gettext_noop("This part asks nothing: add a question.")))
        for question in part.questions:
            yield from _of_question(asked, part.code, question)


def _of_question(asked: QuestionForm, part: str, question: Question) -> Iterator[QuestionFlaw]:
    at = (part, question.code)
    yield from _missing(asked, question.name, gettext_noop("This question is not written in this language."), *at)
    if any(question.help.values()):
        words = gettext_noop("The help to this question is not written in this language.")
        yield from _missing(asked, question.help, words, *at)
    if question.kind == "choice":
        if len(question.choices) < FEWEST_CHOICES:
            words = gettext_noop("Give at least two answers to choose from.")
            yield QuestionFlaw(part=part, question=question.code, words=Filled(words))
        for choice in question.choices:
            words = gettext_noop("An answer to choose from is not written in this language.")
            yield from _missing(asked, choice.name, words, *at)
    if question.kind == "table":
        if not question.columns:
            words = gettext_noop("Give the columns of the table.")
            yield QuestionFlaw(part=part, question=question.code, words=Filled(words))
        for column in question.columns:
            words = gettext_noop("A column of the table is not written in this language.")
            yield from _missing(asked, column.name, words, *at)


def _missing(
    asked: QuestionForm, words: Words, said: str, part: str = "", question: str = ""
) -> Iterator[QuestionFlaw]:
    for language in asked.languages:
        if not words.get(language, "").strip():
            yield QuestionFlaw(part=part, question=question, language=language, words=Filled(said))
