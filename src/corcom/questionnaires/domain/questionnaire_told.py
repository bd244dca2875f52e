"""A questionnaire, the States to which it is put and what each wrote and handed in, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from corcom.access.domain.links import GivenLink
from corcom.questionnaires.domain.questions import QuestionForm
from corcom.questionnaires.domain.quoting import Quoting
from corcom.questionnaires.domain.standing import QuestionnaireState, state_at
from corcom.reporting.domain.answers import Answers
from corcom.reporting.domain.versions_told import PartRevision


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTold:
    """One version of an answer. `by`: who wrote down what the State sent, "" where it came by the link."""

    version: int
    answers: Answers
    quoting: Quoting
    hand: str
    office: str
    channel: str
    received_on: date
    file: int | None
    file_name: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedTold:
    """A State that is asked: its link, its letters, what it has written so far, and its versions, the first one first."""

    iso3: str
    address: str
    language: str
    link: GivenLink
    invited_at: datetime | None
    reminded_at: datetime | None
    written: Answers
    revisions: Mapping[str, PartRevision]
    versions: tuple[AnswerTold, ...]

    @property
    def last(self) -> AnswerTold | None:
        """What counts; None while nothing was handed in."""
        return self.versions[-1] if self.versions else None

    @property
    def is_changed(self) -> bool:
        """Whether something was written since, that is not handed in."""
        return self.last is not None and self.last.answers != self.written


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireStepTold:
    """One step: what was done, when, by whom, and for how many States."""

    kind: str
    at: datetime
    by: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireTold:
    """A questionnaire without those to whom it is put. `asked` and `answered` say how many they are."""

    number: int
    convention: str
    form: QuestionForm
    revision: int
    changed_at: datetime
    changed_by: str
    opened_at: datetime | None
    closes_at: datetime | None
    zone: str
    ended_at: datetime | None
    asked: int
    answered: int

    def state(self, at: datetime) -> QuestionnaireState:
        """How it stands at a moment."""
        return state_at(opened_at=self.opened_at, closes_at=self.closes_at, ended_at=self.ended_at, at=at)

    def may_grow(self, at: datetime) -> bool:
        """Whether answers may still come: by link until its last moment, by letter until it is closed by hand."""
        return self.ended_at is None or at < self.ended_at

    def takes_letters(self, at: datetime) -> bool:
        """Whether the secretariat may still write down what came otherwise than by a link."""
        return self.state(at) != "draft" and self.ended_at is None
