"""Putting a questionnaire together: every step gives a new one, and leaves the old as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, TypeVar

from corcom.kernel.errors import CorcomError
from corcom.questionnaires.domain.questions import Question, QuestionForm, QuestionPart

MOST_PARTS = 30
MOST_QUESTIONS = 200

Way = Literal["up", "down"]
T = TypeVar("T")


class NoSuchQuestion(CorcomError):
    """The questionnaire has no part or question of this code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"nothing of the code {code}")
        self.code = code


class QuestionsRefused(CorcomError):
    """There would be more than `most` parts, or questions (`what`)."""

    def __init__(self, what: Literal["parts", "questions"], most: int) -> None:
        super().__init__(f"more than {most} {what}")
        self.what = what
        self.most = most


def put_part(asked: QuestionForm, part: QuestionPart) -> QuestionForm:
    """With the title and help of a part changed, or at the end a new one (its code is ""). Its questions stay as they were.

    Errors: `NoSuchQuestion`, `QuestionsRefused`.
    """
    if part.code:
        there = _found(asked.part(part.code), part.code)
        return _with(asked, replace(part, questions=there.questions))
    if len(asked.parts) >= MOST_PARTS:
        raise QuestionsRefused("parts", MOST_PARTS)
    new = replace(part, code=_next("p", (each.code for each in asked.parts)))
    return replace(asked, parts=(*asked.parts, new))


def put_question(asked: QuestionForm, part: str, question: Question) -> QuestionForm:
    """With a question changed, or at the end of a part a new one (its code is ""). A question of another part moves over.

    Errors: `NoSuchQuestion`, `QuestionsRefused`.
    """
    into = _found(asked.part(part), part)
    if not question.code:
        if len(asked.questions) >= MOST_QUESTIONS:
            raise QuestionsRefused("questions", MOST_QUESTIONS)
        new = replace(question, code=_next("q", (each.code for each in asked.questions)))
        return _with(asked, replace(into, questions=(*into.questions, new)))
    there = _found(asked.part_of(question.code), question.code)
    if there.code == into.code:
        changed = tuple(question if each.code == question.code else each for each in into.questions)
        return _with(asked, replace(into, questions=changed))
    without = take_away(asked, question.code)
    return _with(without, replace(into, questions=(*into.questions, question)))


def move(asked: QuestionForm, code: str, way: Way) -> QuestionForm:
    """With a part, or a question within its part, one place up or down; at the end of the row it stays. Errors: `NoSuchQuestion`."""
    if asked.part(code):
        codes = [each.code for each in asked.parts]
        return replace(asked, parts=_moved(asked.parts, codes.index(code), way))
    part = _found(asked.part_of(code), code)
    codes = [each.code for each in part.questions]
    return _with(asked, replace(part, questions=_moved(part.questions, codes.index(code), way)))


def take_away(asked: QuestionForm, code: str) -> QuestionForm:
    """Without a part and all its questions, or without a question. Errors: `NoSuchQuestion`."""
    if asked.part(code):
        return replace(asked, parts=tuple(each for each in asked.parts if each.code != code))
    part = _found(asked.part_of(code), code)
    return _with(asked, replace(part, questions=tuple(each for each in part.questions if each.code != code)))


def _found(one: QuestionPart | None, code: str) -> QuestionPart:
    if one is None:
        raise NoSuchQuestion(code)
    return one


def _with(asked: QuestionForm, part: QuestionPart) -> QuestionForm:
    return replace(asked, parts=tuple(part if each.code == part.code else each for each in asked.parts))


def _moved(row: Sequence[T], at: int, way: Way) -> tuple[T, ...]:
    to = at - 1 if way == "up" else at + 1
    if not 0 <= to < len(row):
        return tuple(row)
    moved = list(row)
    moved[at], moved[to] = moved[to], moved[at]
    return tuple(moved)


def _next(letter: str, codes: Iterable[str]) -> str:
    """A code that none of these is: one more than the highest."""
    taken = [int(code[1:]) for code in codes if code[:1] == letter and code[1:].isdecimal()]
    return f"{letter}{max(taken, default=0) + 1}"
