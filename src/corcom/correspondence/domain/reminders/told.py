"""Plans of reminders and reminders as they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.letters_told import MessageTold
from corcom.correspondence.domain.reminders.answers import ReminderAnswer
from corcom.correspondence.domain.reminders.due import ReminderPlan, SentReminder
from corcom.correspondence.domain.reminders.stages import StageFor
from corcom.correspondence.domain.reminders.stopping import WhyStopped

PlanStepKind = Literal["drafted", "changed", "switched_on", "switched_off"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStepTold:
    """One step of a plan, by whom and when; `plan` is what it said from then on."""

    kind: PlanStepKind
    at: datetime
    by: str
    plan: ReminderPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTold:
    """A plan with its history, the latest step last. `revision` grows with each of them."""

    number: int
    plan: ReminderPlan
    revision: int
    is_on: bool
    steps: tuple[PlanStepTold, ...]

    @property
    def switched(self) -> PlanStepTold | None:
        """When it was last switched on or off, and by whom."""
        return next((step for step in reversed(self.steps) if step.kind.startswith("switched")), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderTold:
    """A reminder that was prepared for a State, with what became of it.

    `reference` is its number in the register of letters. `stopped`: why it did not leave, or None. `answer_due_on`: the day by
    which it asks for an answer; `answers` those that came by e-mail.
    """

    number: int
    reference: str
    plan: int
    convention: str
    obligation: str
    sent: SentReminder
    sent_to: StageFor
    on: date
    at: datetime
    by: str
    language: str
    words: LetterWords
    addresses: tuple[str, ...]
    copies: tuple[str, ...]
    docx: int | None
    pdf: int | None
    messages: tuple[MessageTold, ...]
    stopped: WhyStopped | None
    stopped_at: datetime | None
    answer_due_on: date | None = None
    answers: tuple[ReminderAnswer, ...] = ()
