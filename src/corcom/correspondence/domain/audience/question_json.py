"""Questions as JSON: written, and read strictly. An unknown kind, State, obligation, group or office is refused by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from corcom.correspondence.domain.audience.criterion import Criterion
from corcom.correspondence.domain.audience.deadlines import DeadlineCriterion
from corcom.correspondence.domain.audience.groups import NamedGroupCriterion, RegionalGroupCriterion
from corcom.correspondence.domain.audience.letters import LetterCriterion
from corcom.correspondence.domain.audience.meetings import MeetingCriterion
from corcom.correspondence.domain.audience.named_states import StatesCriterion
from corcom.correspondence.domain.audience.offices import OfficeCriterion
from corcom.correspondence.domain.audience.question import AudienceQuestion
from corcom.correspondence.domain.audience.reports import ReportCriterion
from corcom.correspondence.domain.audience.standings import StandingCriterion
from corcom.correspondence.domain.audience.values import CriterionValues, QuestionRefused
from corcom.correspondence.domain.audience.votes import VoteCriterion
from corcom.kernel.marked import Filled, gettext_noop
from corcom.rulebooks.reading import Rulebook, conventions, rulebook

MOST_CRITERIA = 20

KINDS: Mapping[str, type[Criterion]] = {
    each.kind: each
    for each in (
        ReportCriterion,
        DeadlineCriterion,
        StandingCriterion,
        VoteCriterion,
        RegionalGroupCriterion,
        NamedGroupCriterion,
        OfficeCriterion,
        MeetingCriterion,
        LetterCriterion,
        StatesCriterion,
    )
}
"""The closed list of kinds of criteria, in the order in which they are offered."""


def question_json(question: AudienceQuestion) -> dict[str, Any]:
    """A question as plain values."""
    return {
        "convention": question.convention,
        "criteria": [{"kind": one.kind, "turned": one.turned, **one.written()} for one in question.criteria],
    }


def read_question(found: object) -> AudienceQuestion:
    """The question that plain values say. Errors: `QuestionRefused`, for the first value that does not fit."""
    if not isinstance(found, Mapping) or set(found) != {"convention", "criteria"}:
        raise QuestionRefused(Filled(gettext_noop("A question has a convention and criteria, and nothing else.")))
    book = _book(found["convention"])
    criteria = found["criteria"]
    if not isinstance(criteria, list) or len(criteria) > MOST_CRITERIA:
        words = gettext_noop("A question has a list of at most %(most)d criteria.")
        raise QuestionRefused(Filled(words, most=MOST_CRITERIA))
    read = tuple(read_criterion(one, book=book, number=number) for number, one in enumerate(criteria, start=1))
    return AudienceQuestion(convention=book.convention, criteria=read)


def read_criterion(found: object, *, book: Rulebook, number: int = 1) -> Criterion:
    """One criterion; `number` is its place, from 1. Errors: `QuestionRefused`."""
    if not isinstance(found, Mapping):
        words = gettext_noop("“%(value)s” is no criterion.")
        raise QuestionRefused(Filled(words, value=found), number=number, key="kind")
    values = CriterionValues(found, book=book, number=number)
    kind = values.choice("kind", KINDS)
    turned = values.flag("turned")
    read = KINDS[kind].read(values)
    values.end()
    return replace(read, turned=turned)


def _book(code: object) -> Rulebook:
    book = rulebook(code) if isinstance(code, str) else None
    if book is None or book.convention != code:
        words = gettext_noop("There is no convention “%(code)s”; there are %(known)s.")
        raise QuestionRefused(Filled(words, code=code, known=", ".join(conventions())), key="convention")
    return book
