"""A questionnaire as plain values, to be kept, and back; what is empty is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from corcom.questionnaires.domain.questions import Question, QuestionChoice, QuestionForm, QuestionPart, Words


def form_json(asked: QuestionForm) -> dict[str, Any]:
    """The questionnaire as plain values."""
    return {
        "title": _words(asked.title),
        "intro": _words(asked.intro),
        "languages": list(asked.languages),
        "parts": [
            {
                "code": part.code,
                "title": _words(part.title),
                "help": _words(part.help),
                "questions": [_question_json(each) for each in part.questions],
            }
            for part in asked.parts
        ],
    }


def form_from(data: Mapping[str, Any]) -> QuestionForm:
    """The questionnaire that `form_json` wrote, or a file of `data/` holds. What is no such thing: `KeyError`, `TypeError`."""
    return QuestionForm(
        title=_words(data["title"]),
        intro=_words(data.get("intro", {})),
        languages=tuple(data["languages"]),
        parts=tuple(
            QuestionPart(
                code=part["code"],
                title=_words(part["title"]),
                help=_words(part.get("help", {})),
                questions=tuple(map(_question_from, part.get("questions", ()))),
            )
            for part in data.get("parts", ())
        ),
    )


def _words(words: Words) -> dict[str, str]:
    return {language: text for language, text in words.items() if text}


def _question_json(one: Question) -> dict[str, Any]:
    told: dict[str, Any] = {
        "code": one.code,
        "name": _words(one.name),
        "kind": one.kind,
        "help": _words(one.help),
        "unit": one.unit,
        "choices": [{"code": each.code, "name": _words(each.name)} for each in one.choices],
        "columns": [_question_json(each) for each in one.columns],
        "total": one.total,
    }
    return {key: value for key, value in told.items() if value or key in {"code", "name", "kind"}}


def _question_from(data: Mapping[str, Any]) -> Question:
    return Question(
        code=data["code"],
        name=_words(data["name"]),
        kind=data.get("kind", "text"),
        help=_words(data.get("help", {})),
        unit=data.get("unit", ""),
        choices=tuple(QuestionChoice(code=each["code"], name=_words(each["name"])) for each in data.get("choices", ())),
        columns=tuple(map(_question_from, data.get("columns", ()))),
        total=data.get("total", False),
    )
