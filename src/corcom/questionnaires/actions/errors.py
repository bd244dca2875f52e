"""What is refused when a questionnaire is put together, opened, put to States, answered."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from corcom.kernel.errors import ChangedMeanwhile, CorcomError
from corcom.questionnaires.domain.completeness import QuestionFlaw
from corcom.questionnaires.domain.standing import QuestionnaireState


class QuestionnaireRefused(CorcomError):
    """The root of what is refused here."""


class NoSuchQuestionnaire(QuestionnaireRefused):
    """There is no questionnaire of this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no questionnaire {number}")
        self.number = number


class NotNow(QuestionnaireRefused):
    """A questionnaire that stands so (`state`) does not allow it; `ended_at` is when it closed."""

    def __init__(self, state: QuestionnaireState, ended_at: datetime | None = None) -> None:
        super().__init__(f"not while it is {state}")
        self.state = state
        self.ended_at = ended_at


class QuestionnaireChanged(QuestionnaireRefused, ChangedMeanwhile):
    """Somebody else changed the draft since it was read; it is at `revision` now."""

    def __init__(self, revision: int, by: str) -> None:
        super().__init__(version=revision, by=by)
        self.revision = revision


class NotComplete(QuestionnaireRefused):
    """Something is missing before it can be put to States."""

    def __init__(self, flaws: tuple[QuestionFlaw, ...]) -> None:
        super().__init__("; ".join(f"{one.part} {one.question} {one.language}: {one.words}" for one in flaws))
        self.flaws = flaws


class ClosesInThePast(QuestionnaireRefused):
    """The last moment for answers has passed already."""

    def __init__(self, closes_at: datetime) -> None:
        super().__init__(f"closes at {closes_at}")
        self.closes_at = closes_at


class NobodyToAsk(QuestionnaireRefused):
    """No State was chosen, or every State that was chosen was asked before."""

    def __init__(self) -> None:
        super().__init__("nobody to ask")


class NotAsked(QuestionnaireRefused):
    """The questionnaire was not put to this State, or is not put in this language (`what`)."""

    def __init__(self, what: str) -> None:
        super().__init__(f"not asked: {what}")
        self.what = what


class NoSuchQuestionPart(QuestionnaireRefused):
    """The questionnaire has no part of this number."""

    def __init__(self, part: str) -> None:
        super().__init__(f"no part {part}")
        self.part = part


class PartChanged(QuestionnaireRefused, ChangedMeanwhile):
    """Somebody else changed the part since it was read: by whom, and at which revision it is now."""

    def __init__(self, revision: int, by: str) -> None:
        super().__init__(version=revision, by=by)
        self.revision = revision


class AnswerRefused(QuestionnaireRefused):
    """Something is missing or wrong when an answer is handed in: `what` says which entry.

    `nothing`: no question is answered, and no file is filed; `received_on`: that day has not come.
    """

    def __init__(self, what: Literal["hand", "office", "quoting", "channel", "received_on", "nothing"]) -> None:
        super().__init__(f"answer: {what}")
        self.what = what
